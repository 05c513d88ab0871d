using System.Globalization;
using BenchmarkDotNet.Reports;
using StoryCompare.Benchmarks.Commands;
using StoryCompare.Benchmarks.EndToEnd;
using StoryCompare.Benchmarks.Peers;
using StoryCompare.Benchmarks.Scale;

namespace StoryCompare.Benchmarks.Reports;

/// <summary>The table of the README: what a user would pick instead, time beside accuracy. The command <c>readme</c> puts it between its marks.</summary>
internal static class ReadmeRows
{
    public const string Begin = "<!-- benchmark rows: written by `benchmarks/StoryCompare.Benchmarks -- readme` from benchmarks/results -->";
    public const string End = "<!-- end of benchmark rows -->";

    public static string Write(Summary[] summaries, IReadOnlyList<PeerResult> peers, IReadOnlyList<(string File, IReadOnlyList<ClusteringRun> Runs)> clustering, IReadOnlyList<ScalePoint> scale)
    {
        List<IReadOnlyList<string>> rows = [];
        foreach (IGrouping<string, PeerResult> input in peers.Where(static p => p.Task.Contains("sentences", StringComparison.Ordinal)).GroupBy(static p => p.Input))
        {
            PeerResult ours = input.First();
            rows.AddRange(input.Skip(2).Select(r => (IReadOnlyList<string>)[input.Key, $"{Markdown.Seconds(ours.Seconds)}, F1 {Markdown.Share(ours.F1)}", $"{r.Method}: {(r.Extrapolated ? "~" : "")}{Markdown.Seconds(r.Seconds)}, F1 {Markdown.Share(r.F1)}", Markdown.Ratio(r.Seconds / ours.Seconds)]));
        }

        foreach ((string file, IReadOnlyList<ClusteringRun> runs) in clustering)
        {
            rows.AddRange(runs.Where(static r => r.Eps is not null).GroupBy(static r => r.Method).Select(g => g.MaxBy(static r => r.F1)!).Select(r => (IReadOnlyList<string>)[
                string.Create(CultureInfo.InvariantCulture, $"clustering {file}, {r.Articles:#,##0} articles"), $"{Markdown.Seconds(runs[0].Seconds)}, {runs[0].PeakMegabytes:#,##0} MB, F1 {Markdown.Share(runs[0].F1)}",
                $"{r.Method}: {Markdown.Seconds(r.Seconds)}, {r.PeakMegabytes.ToString("#,##0", CultureInfo.InvariantCulture)} MB, F1 {Markdown.Share(r.F1)}", Markdown.Ratio(r.Seconds / runs[0].Seconds)]));
        }

        double seeds = Goals.Mean(summaries, typeof(CompareBenchmarks), nameof(CompareBenchmarks.Seeds));
        rows.Add(["the five seeds, compared, warm", Markdown.Seconds(seeds), "", ""]);
        foreach (ScalePoint point in scale.GroupBy(static p => p.Mode).Select(static g => g.MaxBy(static p => p.Articles)!))
        {
            rows.Add([string.Create(CultureInfo.InvariantCulture, $"{point.Mode}, {point.Articles:#,##0} generated articles"), string.Create(CultureInfo.InvariantCulture, $"{Markdown.Seconds(point.Seconds)}, {point.ArticlesASecond:#,##0} articles/s, {Markdown.Bytes(point.PeakBytes)}"), "", ""]);
        }

        return $"{Machine.Processor}, {Environment.ProcessorCount} cores, commit {Machine.Commit}; peers at the threshold that is best on the very input.\n\n" + Markdown.Table(["work", "StoryCompare", "instead", "times ours"], rows);
    }

    /// <summary>Puts the rows of this machine's last run between the marks of the README; 1 where there was no run.</summary>
    public static int Update(string results)
    {
        string rows = Path.Combine(Machine.Folder(results), "readme-rows.md");
        if (!File.Exists(rows))
        {
            Console.Error.WriteLine($"readme: {rows} is missing; the command 'all' writes it.");
            return 1;
        }

        string readme = Path.Combine(Machine.Root, "README.md");
        string text = File.ReadAllText(readme);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"README.md lacks the lines '{Begin}' and '{End}'.");
        }

        File.WriteAllText(readme, text[..(begin + Begin.Length)] + "\n" + File.ReadAllText(rows) + text[end..]);
        return 0;
    }
}
