namespace StoryCompare.Tests.Figures;

/// <summary>Runs <c>Specs/Figures.md</c> and <c>Specs/FiguresSpanish.md</c>.</summary>
internal sealed class FigureSpecTests
{
    private static IEnumerable<TestCaseData> Rows(string file)
    {
        foreach (string line in File.ReadLines(TestFiles.InRepository("tests", "StoryCompare.Tests", "Specs", file)))
        {
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == 4 && cells[1] is not ("text" or "---"))
            {
                yield return new TestCaseData(cells[1], cells[2] == "none" ? "" : cells[2]).SetArgDisplayNames(cells[1]);
            }
        }
    }

    private static IEnumerable<TestCaseData> English() => Rows("Figures.md");

    private static IEnumerable<TestCaseData> Spanish() => Rows("FiguresSpanish.md");

    [TestCaseSource(nameof(English))]
    public void Extract_SpecRow_FindsTheFigures(string text, string expected) =>
        Assert.That(FigureTesting.Describe(text), Is.EqualTo(expected));

    [TestCaseSource(nameof(Spanish))]
    public void Extract_SpanishRow_FindsTheFigures(string text, string expected) =>
        Assert.That(FigureTesting.Describe(text, StoryCompare.Figures.FigureLexicon.Spanish), Is.EqualTo(expected));
}
