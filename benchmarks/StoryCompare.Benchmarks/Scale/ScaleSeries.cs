using System.Globalization;
using StoryCompare.Benchmarks.Reports;

namespace StoryCompare.Benchmarks.Scale;

/// <summary>The points of one commit, and what they say of growth.</summary>
internal static class ScaleSeries
{
    /// <summary>The exponent b of time = a * n^b, by least squares on logarithms; NaN for fewer than two sizes.</summary>
    public static double Exponent(IEnumerable<ScalePoint> points)
    {
        (double X, double Y)[] logs = [.. points.Select(static p => (Math.Log(p.Articles), Math.Log(p.Seconds)))];
        if (logs.Length < 2)
        {
            return double.NaN;
        }

        double x = logs.Average(static l => l.X);
        double y = logs.Average(static l => l.Y);
        return logs.Sum(l => (l.X - x) * (l.Y - y)) / logs.Sum(l => (l.X - x) * (l.X - x));
    }

    public static string Write(IReadOnlyList<ScalePoint> points, IReadOnlyList<string> leftOut)
    {
        string text = "Generated articles of 300 words on average (`benchmarks/StoryCompare.Benchmarks/Generation`), text analysis included, making the articles not. One process each.\n\n";
        foreach (IGrouping<string, ScalePoint> mode in points.GroupBy(static p => p.Mode).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            bool live = mode.Key == "live";
            ScalePoint[] sorted = [.. mode.OrderBy(static p => p.Articles)];
            text += $"## {(live ? "Live: StoryTracker.AddAllAsync, one article after the other, texts read ahead on the other core" : "Batch: StoryComparer.Cluster")}\n\n" + Markdown.Table(
                ["articles", "time", "processor time", "articles a second", live ? "of the last tenth" : "cores used", "peak memory", live ? "index, bytes an article" : "peak, bytes an article", "text, bytes an article", "B-cubed F1"],
                sorted.Select(p => (IReadOnlyList<string>)[
                    p.Articles.ToString("#,##0", CultureInfo.InvariantCulture), Markdown.Seconds(p.Seconds), Markdown.Seconds(p.ProcessorSeconds), p.ArticlesASecond.ToString("#,##0", CultureInfo.InvariantCulture),
                    live ? p.LastRate.ToString("#,##0", CultureInfo.InvariantCulture) : (p.ProcessorSeconds / p.Seconds).ToString("0.0", CultureInfo.InvariantCulture), Markdown.Bytes(p.PeakBytes),
                    ((live ? p.HeldBytes : p.PeakBytes) / p.Articles).ToString("#,##0", CultureInfo.InvariantCulture), (p.TextBytes / p.Articles).ToString("#,##0", CultureInfo.InvariantCulture), Markdown.Share(p.F1)])) + "\n" +
                string.Create(CultureInfo.InvariantCulture, $"Time grows as n^{Exponent(sorted.Where(static p => p.Articles >= 10_000)):0.00} from 10,000 articles on (n^{Exponent(sorted):0.00} over all).\n\n");
        }

        return text + string.Concat(leftOut.Select(static l => $"- left out: {l}\n"));
    }
}
