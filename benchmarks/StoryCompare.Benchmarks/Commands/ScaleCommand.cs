using System.Diagnostics;
using System.Globalization;
using StoryCompare.Benchmarks.Reports;
using StoryCompare.Benchmarks.Scale;

namespace StoryCompare.Benchmarks.Commands;

/// <summary>
/// Times growing numbers of articles, batch and live, each in a process of its own. Every finished run is a line of <c>scale.csv</c>: started again it goes on
/// where it was stopped. A run that the budget does not hold, by what the smaller ones took, is left out and named.
/// </summary>
internal static class ScaleCommand
{
    private static readonly int[] Full = [1000, 10_000, 100_000];
    private static readonly int[] Small = [100, 200];

    /// <summary>One run, for the process that asked for it.</summary>
    public static void One(Arguments line) => Console.WriteLine(ScaleRun.Run(line.Need("mode"), line.Number("articles", 1000)));

    public static IReadOnlyList<ScalePoint> Run(Arguments line)
    {
        string folder = Machine.Folder(line.Get("out") ?? Path.Combine(Machine.Root, "benchmarks", "results"));
        string csv = Path.Combine(folder, "scale.csv");
        TimeSpan budget = TimeSpan.FromMinutes(line.Number("budget", 30));
        List<ScalePoint> points = File.Exists(csv) && !line.Has("again") ? [.. File.ReadLines(csv).Select(ScalePoint.Parse).OfType<ScalePoint>().Where(static p => p.Commit == Machine.Commit)] : [];
        List<string> leftOut = [];
        Stopwatch clock = Stopwatch.StartNew();
        foreach (int articles in line.Numbers("articles", Sizes.Small ? Small : Full).Order())
        {
            foreach (string mode in line.All("mode") is { Count: > 0 } modes ? modes : ["batch", "live"])
            {
                if (points.Exists(p => p.Mode == mode && p.Articles == articles))
                {
                    continue;
                }

                TimeSpan left = budget - clock.Elapsed;
                string run = string.Create(CultureInfo.InvariantCulture, $"{mode}, {articles:#,##0} articles");
                if (Expected(points, mode, articles) is { } seconds && seconds > left.TotalSeconds)
                {
                    leftOut.Add(string.Create(CultureInfo.InvariantCulture, $"{run}: about {seconds / 60:0} minutes expected, {Math.Max(0, left.TotalMinutes):0} left of the budget"));
                }
                else if (InProcessOfItsOwn(mode, articles, left) is { } point)
                {
                    points.Add(point);
                    Console.WriteLine($"{run}: {Markdown.Seconds(point.Seconds)}, {Markdown.Bytes(point.PeakBytes)} at most, F1 {Markdown.Share(point.F1)}");
                }
                else
                {
                    leftOut.Add($"{run}: did not end within the budget, or failed");
                }

                Write(folder, points, leftOut);
            }
        }

        leftOut.ForEach(static l => Console.WriteLine("left out: " + l));
        if (line.Get("svg") is { } svg && points.Count > 0)
        {
            File.WriteAllText(svg, ScalePlot.Draw(points, $"Clustering, text analysis included: {Machine.Processor}, {Environment.ProcessorCount} cores"));
        }

        return points;
    }

    private static void Write(string folder, List<ScalePoint> points, List<string> leftOut)
    {
        File.WriteAllLines(Path.Combine(folder, "scale.csv"), [ScalePoint.Head, .. points.OrderBy(static p => p.Mode, StringComparer.Ordinal).ThenBy(static p => p.Articles).Select(static p => p.ToString())]);
        if (points.Count > 0)
        {
            File.WriteAllText(Path.Combine(folder, "scale.md"), Machine.Header("Scale: 1,000 articles to a million", "scale") + ScaleSeries.Write(points, leftOut));
        }
    }

    // From the largest smaller run, a little more than linear, and the making of the articles.
    private static double? Expected(List<ScalePoint> points, string mode, int articles)
    {
        ScalePoint? before = points.Where(p => p.Mode == mode && p.Articles < articles).MaxBy(static p => p.Articles);
        return before is null ? null : (before.Seconds * Math.Pow((double)articles / before.Articles, 1.2)) + (articles * 2e-4);
    }

    private static ScalePoint? InProcessOfItsOwn(string mode, int articles, TimeSpan left) =>
        Child.Self(left, "scale-one", "--mode", mode, "--articles", articles.ToString(CultureInfo.InvariantCulture)) is { } output ? ScalePoint.Parse(output) : null;
}
