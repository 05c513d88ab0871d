using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Evaluation.Names;

/// <summary>Shows the names of articles, for reading, and how fast they are found.</summary>
internal sealed class ExtractNamesTask : EvaluationTask
{
    public override string Name => "extract-names";

    public override string Summary => "the names of text files or JSON Lines articles (--show lists them)";

    public override void Run(TaskArguments arguments)
    {
        List<CleanedArticle> articles = [];
        foreach (string file in arguments.Files("data"))
        {
            if (file.EndsWith(".jsonl", StringComparison.Ordinal))
            {
                articles.AddRange(TaskArguments.Rows(file).Select(static r => TextAnalyzer.Analyze(new Article(r.GetProperty("text").GetString() ?? "") { Title = r.TryGetProperty("title", out var t) ? t.GetString() : null })));
            }
            else
            {
                articles.Add(TextAnalyzer.Analyze(new Article(File.ReadAllText(file))));
            }
        }

        ArticleNames[] names = [.. articles.Select(NameExtractor.Extract)];
        if (arguments.Has("show"))
        {
            for (int a = 0; a < names.Length; a++)
            {
                Console.WriteLine($"== {a}");
                for (int e = 0; e < names[a].Entities.Count; e++)
                {
                    ArticleEntity entity = names[a].Entities[e];
                    Console.WriteLine($"{entity.Kind,-13}{(entity.KindCertain ? '!' : ' ')} {names[a].Mentions.Count(m => m.Entity == e),3}  {string.Join(" | ", entity.Forms)}");
                }
            }
        }

        long characters = articles.Sum(static a => (long)a.Text.Source.Length);
        long before = GC.GetAllocatedBytesForCurrentThread();

        // Time of the processor, not of the wall: the machine may be shared.
        foreach (CleanedArticle article in articles)
        {
            NameExtractor.Extract(article);
        }

        TimeSpan start = Environment.CpuUsage.TotalTime;
        before = GC.GetAllocatedBytesForCurrentThread();
        int rounds = 0;
        while ((Environment.CpuUsage.TotalTime - start).TotalSeconds < 2)
        {
            foreach (CleanedArticle article in articles)
            {
                NameExtractor.Extract(article);
            }

            rounds++;
        }

        double seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        if (arguments.Has("fold"))
        {
            TimeSpan folding = Environment.CpuUsage.TotalTime;
            List<NameJoin> joins = [];
            int[][] groups = NameFolding.Fold(names, new NameOptions(), joins);
            ScoreTable.Print("folded as one story", [("groups", groups.SelectMany(static g => g).Distinct().Count()), ("seconds of processor time", (Environment.CpuUsage.TotalTime - folding).TotalSeconds)]);
            foreach (NameJoin join in arguments.Has("show") ? joins : [])
            {
                Console.WriteLine($"  {join.A} = {join.B}: {join.Match.Because} ({join.Match.Score:0.00})");
            }
        }

        ScoreTable.Print($"extract-names: {articles.Count} articles",
        [
            ("mentions", names.Sum(static n => n.Mentions.Count)),
            ("entities", names.Sum(static n => n.Entities.Count)),
            ("million characters a second of processor time", characters * rounds / seconds / 1e6),
            ("bytes allocated a character", (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(characters * rounds)),
        ]);
    }
}
