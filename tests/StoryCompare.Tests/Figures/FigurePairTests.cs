using System.Text.Json;
using StoryCompare.Figures;

namespace StoryCompare.Tests.Figures;

/// <summary>The comparison rule, worked through on pairs.</summary>
internal sealed class FigurePairTests
{
    private static IEnumerable<TestCaseData> Pairs()
    {
        foreach (string line in File.ReadLines(TestFiles.InRepository("tests", "StoryCompare.Tests", "Figures", "figure_pairs.jsonl")))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            string a = row.RootElement.GetProperty("a").GetString()!;
            string b = row.RootElement.GetProperty("b").GetString()!;
            yield return new TestCaseData(a, b, row.RootElement.GetProperty("verdict").GetString()!).SetArgDisplayNames(a, b);
        }
    }

    [TestCaseSource(nameof(Pairs))]
    public void Compare_WorkedPair_GivesTheVerdictEitherWay(string a, string b, string verdict)
    {
        Figure x = FigureTesting.Extract(a)[0].Figure;
        Figure y = FigureTesting.Extract(b)[0].Figure;
        FigureComparison forth = FigureComparer.Compare(x, y);
        FigureComparison back = FigureComparer.Compare(y, x);
        Assert.That(forth.Verdict.ToString(), Is.EqualTo(verdict).IgnoreCase, forth.Reason);
        Assert.That(back.Verdict, Is.EqualTo(forth.Verdict));
        Assert.That(forth.Reason, Is.Not.Empty);
    }

    [TestCase("a 20-year-old man", "a 21-year-old man", "conflict")]
    [TestCase("a 20-year-old man", "a man aged 20", "same")]
    [TestCase("a term of 3 1/2 years", "a term of 3 years", "conflict")]
    [TestCase("a term of 9 1/2 years", "a term of 9 years", "same")]
    [TestCase("the talks took about two hours", "the talks took almost three hours", "conflict")]
    [TestCase("the talks took about two hours", "the talks took two hours and a quarter", "compatible")]
    [TestCase("the walk is a mile and a half", "the walk is 1.5 miles", "same")]
    [TestCase("the mother of 11 was shot", "she had 12 children", "conflict")]
    public void Compare_AgesAndShortTimes_AreExact(string a, string b, string verdict) => Compare_WorkedPair_GivesTheVerdictEitherWay(a, b, verdict);

    [Test]
    public void Compare_LaterHigherToll_IsUpdate()
    {
        Figure early = FigureTesting.Single("12 people were killed");
        Figure late = FigureTesting.Single("31 people were killed");
        DateTimeOffset day = new(2016, 3, 1, 0, 0, 0, TimeSpan.Zero);
        FigureComparison verdict = FigureComparer.Compare(early, day, late, day.AddHours(6));
        Assert.That(verdict.Verdict, Is.EqualTo(FigureVerdict.Conflict));
        Assert.That(verdict.IsUpdate, Is.True);
        Assert.That(FigureComparer.Compare(early, day.AddHours(6), late, day).IsUpdate, Is.False);
        Assert.That(FigureComparer.Compare(early, null, late, day).IsUpdate, Is.False);
    }
}
