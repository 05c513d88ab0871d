using System.Globalization;
using StoryCompare.Analysis;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Tests.Claims;

/// <summary>Runs <c>Specs/FigureSlots.md</c>: what is counted, and in which role.</summary>
internal sealed class FigureSlotSpecTests
{
    private static IEnumerable<TestCaseData> Rows()
    {
        foreach (string line in File.ReadLines(TestFiles.InRepository("tests", "StoryCompare.Tests", "Specs", "FigureSlots.md")))
        {
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == 4 && cells[1] is not ("text" or "---"))
            {
                yield return new TestCaseData(cells[1], cells[2] == "none" ? "" : cells[2]).SetArgDisplayNames(cells[1]);
            }
        }
    }

    [TestCaseSource(nameof(Rows))]
    public void Read_SpecRow_TellsWhatIsCounted(string text, string expected)
    {
        AnalyzedArticle article = ArticleAnalyzer.Analyze(new Article(text), "a");
        ArticleSlots slots = new(article, new int[Math.Max(1, article.Names.Entities.Count)]);

        Assert.That(string.Join("; ", article.Figures.Select(f => Describe(FigureSlotReader.Read(slots, f)))), Is.EqualTo(expected));
    }

    private static string Describe(FigureSlot slot)
    {
        string high = slot.Figure.High is { } top ? "-" + top.ToString("0.######", CultureInfo.InvariantCulture) : "";
        string narrow = slot.Narrow.Length > 0 ? "/" + slot.Narrow : "";
        string role = slot.Figure.Role.Length > 0 ? ":" + slot.Figure.Role : "";
        return string.Create(CultureInfo.InvariantCulture, $"{slot.Figure.Value:0.######}{high} {(slot.Figure.Unit.Length == 0 ? "_" : slot.Figure.Unit)}{narrow}{role}");
    }
}
