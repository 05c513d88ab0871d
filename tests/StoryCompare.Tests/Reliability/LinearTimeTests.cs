using System.Diagnostics;
using StoryCompare.Analysis;

namespace StoryCompare.Tests.Reliability;

/// <summary>Inputs built to hurt: ten times the size takes at most fourteen times as long.</summary>
[NonParallelizable]
public sealed class LinearTimeTests
{
    private static IEnumerable<TestCaseData> Families => HurtfulText.Families.Select(static f => new TestCaseData(f.Unit).SetName($"Analyze_Many {f.Name}_IsLinear"));

    [TestCaseSource(nameof(Families))]
    public void Analyze_HurtfulInput_IsLinear(string unit)
    {
        int size = LongRun.Of(30_000, 1_000_000);
        double small = Milliseconds(unit, size);
        double large = Milliseconds(unit, size * 10);

        // Below a few milliseconds the clock and the collector speak, not the code.
        Assert.That(large, Is.LessThan(Math.Max(small * 14, 250)), $"{size} characters: {small:0.0} ms; {size * 10}: {large:0.0} ms");
    }

    private static double Milliseconds(string unit, int length)
    {
        Article article = new(HurtfulText.Of(unit, length));
        double best = double.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            long start = Stopwatch.GetTimestamp();
            ArticleAnalyzer.Analyze(article, "a");
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }
}
