using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using StoryCompare.Benchmarks.Peers;
using StoryCompare.Benchmarks.Reports;
using StoryCompare.Benchmarks.Scale;

namespace StoryCompare.Benchmarks.Commands;

/// <summary>
/// The whole suite in one run, written to <c>OUT/CPU/*.md</c>: benchmarks, peers, clustering beside scikit-learn, scale to 100,000 articles, and what of the goals is
/// reached. <c>--job dry</c> runs everything once on tiny inputs.
/// </summary>
internal static class AllCommand
{
    public static int Run(Arguments line)
    {
        if (line.Get("job") == "dry")
        {
            Sizes.Small = true;
        }

        string root = line.Get("out") ?? Path.Combine(Machine.Root, "benchmarks", "results");
        string folder = Machine.Folder(root);
        Arguments inner = new(["--out", root, .. line.All("data") is { Count: > 0 } data ? ["--data", .. data] : Array.Empty<string>(), "--again", .. line.Get("svg") is { } svg ? ["--svg", svg] : Array.Empty<string>()]);
        Stopwatch clock = Stopwatch.StartNew();

        string artifacts = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"storycompare-benchmarks-{Environment.ProcessId}"));
        Summary[] summaries = BenchmarkRunner.Run(typeof(AllCommand).Assembly, SuiteConfig.Short(artifacts));
        File.WriteAllText(Path.Combine(folder, "benchmarks.md"), Machine.Header("Stages and end to end", "all") + SummaryTables.Write(summaries));
        Directory.Delete(artifacts, recursive: true);

        ProfileCommand.Run(inner);
        CoresCommand.Run(inner);
        IReadOnlyList<PeerResult> peers = PeersCommand.Run(inner);
        IReadOnlyList<(string File, IReadOnlyList<ClusteringRun> Runs)> clustering = ClusteringCommand.Run(inner);
        IReadOnlyList<ScalePoint> scale = ScaleCommand.Run(inner);
        string goals = Goals.Measure(summaries, peers, clustering, scale);
        File.WriteAllText(Path.Combine(folder, "goals.md"), Machine.Header("Goals", "all") + goals);
        string rows = ReadmeRows.Write(summaries, peers, clustering, scale);
        File.WriteAllText(Path.Combine(folder, "readme-rows.md"), rows);
        Console.WriteLine($"\n{goals}\n{rows}\nAll in {clock.Elapsed.TotalMinutes:0.0} minutes; results in {folder}");
        return summaries.Any(static s => s.HasCriticalValidationErrors || s.Reports.Any(static r => !r.Success)) ? 1 : 0;
    }
}
