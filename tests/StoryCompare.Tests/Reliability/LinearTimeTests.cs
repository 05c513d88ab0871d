using System.Diagnostics;
using StoryCompare.Analysis;

namespace StoryCompare.Tests.Reliability;

/// <summary>Inputs built to hurt: ten times the size takes at most fourteen times as long.</summary>
[NonParallelizable]
public sealed class LinearTimeTests
{
    private static IEnumerable<TestCaseData> Families
    {
        get
        {
            (string Name, string Unit)[] families =
            [
                ("open brackets", "("), ("double quotation marks", "“"), ("straight quotation marks", "\""), ("apostrophes", "’"), ("digits", "7"), ("grouped digits", "1,000,"), ("letters without a blank", "a"), ("initials", "a."),
                ("one-word sentences", "No. "), ("names", "Anna Lind and Omar Haddad met. "), ("nested brackets", "(a [b "), ("figures", "12 people and 30 km, "), ("number words", "one hundred and "), ("weekdays", "on Sunday "),
                ("attributions", "he said that she said that "), ("blank lines", "\n\n"), ("short lines", "Share\n"), ("spaces", " "), ("combining marks", "e\u0301"), ("hyphens", "a-"), ("full stops", ". "), ("tags", "<b>"), ("capitals", "THE UN "),
                ("quotations", "“Yes,” he said. "), ("surrogates", "😀"), ("captions", "(Photo by AP)\n"),
            ];
            foreach ((string name, string unit) in families)
            {
                yield return new TestCaseData(unit).SetName($"Analyze_Many {name}_IsLinear");
            }
        }
    }

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
        Article article = new(string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1)));
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
