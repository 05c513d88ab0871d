using StoryCompare.Text;

namespace StoryCompare.Tests.Text;

/// <summary>The table of Specs/TextSentences.md.</summary>
public sealed class SentenceSplitterTests
{
    private static IEnumerable<string> Cases() => SpecTable.Rows("TextSentences.md").Select(static r => r[0]);

    [TestCaseSource(nameof(Cases))]
    public void Prose_SpecRow_SplitsAtTheMarks(string row)
    {
        string[] expected = [.. row.Split('‖').Select(static s => s.Trim())];
        string text = row.Replace("‖ ", "", StringComparison.Ordinal).Replace("‖", "", StringComparison.Ordinal);
        TokenizedText split = TextAnalyzer.Prose(text);
        Assert.That(split.Sentences.Select(s => split.String(s.Span)), Is.EqualTo(expected));
    }

    [TestCase("word ", ExpectedResult = 300)]
    [TestCase("a-", ExpectedResult = 600)]
    public int Prose_NoEndInSight_IsCutAtABlankOrAtTwiceTheLength(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 2000));
        TokenizedText split = TextAnalyzer.Prose(text);
        Assert.That(string.Concat(split.Sentences.Select(s => split.String(s.Span))).Replace(" ", "", StringComparison.Ordinal), Is.EqualTo(text.Replace(" ", "", StringComparison.Ordinal)));
        return split.Sentences.Max(static s => s.TokenCount);
    }

    [Test]
    public void Cases_Table_HoldsAtLeast120Rows() => Assert.That(Cases().Distinct(StringComparer.Ordinal).Count(), Is.GreaterThanOrEqualTo(120));
}
