using System.Globalization;
using StoryCompare.Analysis;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Measures;
using StoryCompare.Benchmarks.Reports;
using StoryCompare.Benchmarks.Stages;
using StoryCompare.Clustering;

namespace StoryCompare.Benchmarks.Commands;

/// <summary>Where the processor's time goes, stage by stage: reading articles, clustering a corpus, comparing one large story.</summary>
internal static class ProfileCommand
{
    public static void Run(Arguments line)
    {
        string text = Machine.Header("Where the time goes", "profile") + "Processor time of all cores, warm; what runs in several threads counts in full.\n\n" + Reading() + Clustering(Sizes.Of(5000, 60)) + Story(Sizes.Of(200, 5));
        Console.WriteLine(text);
        if (line.Get("out") is { } folder)
        {
            File.WriteAllText(Path.Combine(Machine.Folder(folder), "profile.md"), text);
        }
    }

    private static string Reading()
    {
        using ReadingBenchmarks stages = new();
        stages.Setup();
        return Table("Reading 100 articles", "everything", NewsSample.Bytes,
        [
            ("a loop of char.IsLetterOrDigit", () => stages.Letters()), ("clean, split and tokenise", () => stages.Text()), ("- of that, clean", () => stages.Clean()), ("- of that, tokenise", () => stages.Tokenize()),
            ("figures", () => stages.Figures()), ("times", () => stages.Times()), ("names", () => stages.Names()), ("quotes", () => stages.Quotes()), ("everything for clustering", () => stages.ForClustering()), ("everything", () => stages.Everything()),
        ]);
    }

    private static string Clustering(int articles)
    {
        Article[] corpus = [.. CorpusGenerator.Corpus(articles).Select(static g => g.Article)];
        AnalyzedArticle[] analyzed = [.. corpus.Select(static a => ArticleAnalyzer.AnalyzeForClustering(a, a.Id!))];
        using ArticleAnalyzer analyzer = new();
        return Table(string.Create(CultureInfo.InvariantCulture, $"Clustering {articles:#,##0} articles"), "Cluster", corpus.Sum(static a => (long)a.Text.Length),
        [
            ("reading", () => Array.ForEach(corpus, a => analyzer.ReadForClustering(a, a.Id!))),
            ("vectors, candidates, scores, linkage, reasons", () => EventClusterer.Cluster(analyzed, new ClusteringOptions(), CancellationToken.None)),
            ("Cluster", () => StoryComparer.Default.Cluster(corpus)),
        ]);
    }

    private static string Story(int articles)
    {
        StoryBenchmarks stages = new() { Articles = articles };
        stages.Setup();
        Article[] story = [.. stages.Story.Articles];
        using ArticleAnalyzer analyzer = new();
        return Table(string.Create(CultureInfo.InvariantCulture, $"Comparing one story of {articles} articles, {stages.Story.All.Count:#,##0} sentences"), "Compare", story.Sum(static a => (long)a.Text.Length),
        [
            ("reading", () => Array.ForEach(story, a => analyzer.Read(a, a.Id!))), ("fold names", () => stages.FoldNames()), ("syndication", () => stages.Syndication()),
            ("align", () => stages.Align()), ("claims", () => stages.Claims()), ("Compare", () => StoryComparer.Default.Compare(story)),
        ]);
    }

    private static string Table(string title, string whole, long bytes, IReadOnlyList<(string Name, Action Work)> stages)
    {
        double atLeast = Sizes.Small ? 0 : 1;
        (string Name, double Seconds, double Bytes)[] measured = [.. stages.Select(s =>
        {
            (double seconds, double allocated) = ProcessorTime.Of(s.Work, atLeast);
            return (s.Name, seconds, allocated);
        })];
        double all = measured.First(m => m.Name == whole).Seconds;
        return $"## {title}\n\n" + Markdown.Table(["stage", "processor time", "share", "MB of text a second", "bytes allocated a byte of text"],
            measured.Select(m => (IReadOnlyList<string>)[
                m.Name, Markdown.Seconds(m.Seconds), (m.Seconds / all).ToString("0 %", CultureInfo.InvariantCulture), (bytes / 1e6 / m.Seconds).ToString("#,##0.0", CultureInfo.InvariantCulture), (m.Bytes / bytes).ToString("0.0", CultureInfo.InvariantCulture)])) + "\n";
    }
}
