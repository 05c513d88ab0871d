using System.Diagnostics;
using StoryCompare.Analysis;
using StoryCompare.Clustering;
using StoryCompare.Clustering.Live;

namespace StoryCompare.Evaluation.Clustering;

/// <summary>Clusters a labelled set with the library's defaults and scores it.</summary>
internal sealed class ClusteringTask : EvaluationTask
{
    public override string Name => "clustering";

    public override string Summary => "events of a labelled set [--stream] [--no-dates] [--excerpts] [--reasons] [--warm] [--embeddings hashed | noise]";

    public override void Run(TaskArguments arguments)
    {
        LabelledArticles.Variant variant = (arguments.Has("no-dates") ? LabelledArticles.Variant.NoDates : LabelledArticles.Variant.None) | (arguments.Has("excerpts") ? LabelledArticles.Variant.Excerpts : LabelledArticles.Variant.None);
        LabelledArticles set = LabelledArticles.Load(arguments.DataFile, variant);
        if (arguments.Has("warm"))
        {
            // The work once before it is timed, as in a process that has run for a while.
            EventClusterer.Cluster(set.Analyze(), new ClusteringOptions(), CancellationToken.None);
        }

        long start = Stopwatch.GetTimestamp();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        AnalyzedArticle[] analyzed = set.Analyze();
        double analysis = Stopwatch.GetElapsedTime(start).TotalSeconds;
        TimeSpan analysisProcessor = Environment.CpuUsage.TotalTime - processor;
        int[] clusters = new int[analyzed.Length];
        ClusteringResult result = new([], []);
        if (arguments.Has("stream"))
        {
            OnlineClusterer online = new(ClusteringModel.Default);
            SketchBuilder builder = new();
            foreach (int i in Enumerable.Range(0, analyzed.Length).OrderBy(i => analyzed[i].Published.From).ThenBy(i => analyzed[i].Id, StringComparer.Ordinal))
            {
                online.Add(analyzed[i].Id, analyzed[i].Article, builder.Build(analyzed[i]));
            }

            Dictionary<string, int> byId = online.Stories.SelectMany(static s => s.Articles().Select(a => (a.Id, s.Number))).ToDictionary(static a => a.Id, static a => a.Number, StringComparer.Ordinal);
            clusters = [.. analyzed.Select(a => byId[a.Id] - 1)];
        }
        else
        {
            using HashedEmbeddings? embeddings = arguments.Get("embeddings") is { } kind ? new HashedEmbeddings(kind == "noise") : null;
            result = EventClusterer.Cluster(analyzed, new ClusteringOptions(), CancellationToken.None, embeddings);
            for (int s = 0; s < result.Stories.Count; s++)
            {
                foreach (int m in result.Stories[s].Members)
                {
                    clusters[m] = s;
                }
            }
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        TimeSpan allProcessor = Environment.CpuUsage.TotalTime - processor;
        if (arguments.Has("reasons"))
        {
            foreach (PairReason reason in result.Stories.SelectMany(static s => s.Reasons))
            {
                Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(reason.Joined ? "joined" : "kept out")} {reason.A} {reason.B} {reason.Score:0.00} {string.Join(' ', reason.Parts.Select(static p => $"{p.Key} {p.Value:0.00}"))} ({reason.Why})"));
            }
        }

        Print($"clustering {set.Name}", ClusterScores.Of(set.Events, clusters), analyzed.Length, [("seconds, analysis", analysis), ("seconds, all", seconds), ("processor seconds, analysis", analysisProcessor.TotalSeconds), ("processor seconds, all", allProcessor.TotalSeconds)]);
        arguments.WritePredictions(analyzed.Select((a, i) => (object)new { id = set.Ids[i], story = $"s{clusters[i] + 1}" }));
    }

    internal static void Print(string title, ClusterScores scores, int articles, IEnumerable<(string, object)> more) =>
        ScoreTable.Print(title,
        [
            ("articles", articles), ("clusters", scores.Clusters), ("B-cubed precision", scores.Precision), ("B-cubed recall", scores.Recall), ("B-cubed F1", scores.F1),
            ("V-measure", scores.VMeasure), ("adjusted Rand", scores.AdjustedRand), ("pair precision", scores.PairPrecision), ("pair recall", scores.PairRecall), ("pair F1", scores.PairF1), .. more,
        ]);
}
