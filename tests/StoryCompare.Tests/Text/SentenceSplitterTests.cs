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

    [Test]
    public void Cases_Table_HoldsAtLeast120Rows() => Assert.That(Cases().Distinct(StringComparer.Ordinal).Count(), Is.GreaterThanOrEqualTo(120));
}
