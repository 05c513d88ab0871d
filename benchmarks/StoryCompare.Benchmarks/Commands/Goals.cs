using System.Diagnostics;
using BenchmarkDotNet.Reports;
using StoryCompare.Benchmarks.EndToEnd;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Peers;
using StoryCompare.Benchmarks.Reports;
using StoryCompare.Benchmarks.Scale;
using StoryCompare.Benchmarks.Stages;

namespace StoryCompare.Benchmarks.Commands;

/// <summary>Sets what a run of <c>all</c> measured against what was to be reached.</summary>
internal static class Goals
{
    public static string Measure(Summary[] summaries, IReadOnlyList<PeerResult> peers, IReadOnlyList<(string File, IReadOnlyList<ClusteringRun> Runs)> clustering, IReadOnlyList<ScalePoint> scale)
    {
        GoalTable goals = new();
        double reading = Mean(summaries, typeof(ReadingBenchmarks), nameof(ReadingBenchmarks.Everything));
        goals.AtLeast("reading an article, everything, one core", 10, NewsSample.Bytes / 1e6 / reading, " MB of text/s");
        goals.AtLeast("the same, share of the speed of a loop of char.IsLetterOrDigit", 0.05, Mean(summaries, typeof(ReadingBenchmarks), nameof(ReadingBenchmarks.Letters)) / reading, "");
        goals.AtMost("the same, bytes allocated for a byte of text", 4, Allocated(summaries, typeof(ReadingBenchmarks), nameof(ReadingBenchmarks.Everything)) / NewsSample.Bytes, "");
        goals.AtLeast("figures, sentences a second, one core", 100_000, 1 / Mean(summaries, typeof(FigureBenchmarks), nameof(FigureBenchmarks.Extract)), "");
        goals.AtMost("the five seeds, library, warm", 5, Mean(summaries, typeof(CompareBenchmarks), nameof(CompareBenchmarks.Seeds)) * 1e3, " ms");
        goals.AtMost("the tool on the seeds, start to finish", 0.35, Tool(), " s");

        PeerResult? align = peers.FirstOrDefault(static p => p.Method == PeerResult.Ours);
        PeerResult? fuzzy = peers.FirstOrDefault(static p => p.Method.Contains("TokenSetRatio", StringComparison.Ordinal));
        goals.AtMost("alignment of 200 articles, 8,000 sentences", 2, align?.Seconds ?? double.NaN, " s");
        goals.AtLeast("the same, times FuzzySharp TokenSetRatio over all pairs", 500, fuzzy?.Seconds / align?.Seconds ?? double.NaN, "x");
        goals.AtLeast("the same, F1 above TokenSetRatio's best by", 0, align?.F1 - fuzzy?.F1 ?? double.NaN, "");

        foreach ((string file, IReadOnlyList<ClusteringRun> runs) in clustering.Where(static c => c.Runs.Any(static r => r.Eps is not null)))
        {
            ClusteringRun best = runs.Where(static r => r.Method.Contains("DBSCAN", StringComparison.Ordinal)).MaxBy(static r => r.F1)!;
            goals.AtLeast($"clustering {file}, times scikit-learn TF-IDF + DBSCAN", 5, best.Seconds / runs[0].Seconds, "x");
            goals.AtLeast("the same, B-cubed F1 above DBSCAN's at its best cut by", 0, runs[0].F1 - best.F1, "");
        }

        foreach (IGrouping<string, ScalePoint> mode in scale.GroupBy(static p => p.Mode))
        {
            goals.AtMost($"exponent of growth, {mode.Key}", 1.15, ScaleSeries.Exponent(mode.Where(static p => p.Articles >= 10_000)), "");
        }

        ScalePoint? largest = scale.Where(static p => p.Mode == "live").MaxBy(static p => p.Articles);
        goals.AtMost("live index, bytes an article", 3072, largest is null ? double.NaN : (double)largest.HeldBytes / largest.Articles, "");
        goals.AtLeast("live, articles a second over the last tenth", 2000, largest?.LastRate ?? double.NaN, "");
        goals.AtLeast("second core, times the throughput of one (batch)", 1.7, CoresCommand.Clustering().Ratio, "x");
        return goals.ToString();
    }

    /// <summary>Seconds of one operation.</summary>
    public static double Mean(Summary[] summaries, Type type, string method, int? parameter = null) => (Report(summaries, type, method, parameter)?.ResultStatistics?.Mean ?? double.NaN) / 1e9;

    private static double Allocated(Summary[] summaries, Type type, string method) =>
        Report(summaries, type, method, null) is { } report ? report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? double.NaN : double.NaN;

    private static BenchmarkReport? Report(Summary[] summaries, Type type, string method, int? parameter) => summaries.SelectMany(static s => s.Reports)
        .FirstOrDefault(r => r.BenchmarkCase.Descriptor.Type == type && r.BenchmarkCase.Descriptor.WorkloadMethod.Name == method && (parameter is null || r.BenchmarkCase.Parameters.Items.Any(p => Equals(p.Value, parameter))));

    // The middle of seven runs of the built tool; none where it is not built.
    private static double Tool()
    {
        string tool = Path.Combine(Machine.Root, "src", "StoryCompare.Cli", "bin", "Release", "net10.0", "StoryCompare.Cli.dll");
        if (!File.Exists(tool))
        {
            tool = Path.Combine(Path.GetDirectoryName(tool)!, "storycompare.dll");
        }

        if (!File.Exists(tool))
        {
            return double.NaN;
        }

        double[] seconds = new double[7];
        for (int i = 0; i < seconds.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            if (Child.Run("dotnet", TimeSpan.FromMinutes(1), tool, "compare", Path.Combine(Machine.Root, "seeds")) is null)
            {
                return double.NaN;
            }

            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return seconds.Order().ElementAt(seconds.Length / 2);
    }
}
