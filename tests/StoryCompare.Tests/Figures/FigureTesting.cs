using StoryCompare.Figures;
using StoryCompare.Text;

namespace StoryCompare.Tests.Figures;

/// <summary>Shared by the tests of the Figures stage.</summary>
internal static class FigureTesting
{
    public static List<ExtractedFigure> Extract(string text, FigureLexicon? lexicon = null)
    {
        List<ExtractedFigure> figures = [];
        FigureExtractor.Extract(TextAnalyzer.Sentence(text), figures, lexicon ?? FigureLexicon.English);
        return figures;
    }

    /// <summary>All figures of a text on one line: "25000 km2 exactly; 3..5 % range".</summary>
    public static string Describe(string text, FigureLexicon? lexicon = null) =>
        string.Join("; ", Extract(text, lexicon).Select(static f => Describe(f.Figure)));

    public static string Describe(Figure figure)
    {
        string name = figure.Qualifier.ToString();
        string value = figure.Value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
        string high = figure.High is { } h ? ".." + h.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) : "";
        string role = figure.Role.Length > 0 ? " (" + figure.Role + ")" : "";
        return $"{value}{high} {(figure.Unit.Length == 0 ? "-" : figure.Unit)} {char.ToLowerInvariant(name[0])}{name[1..]}{role}";
    }

    public static Figure Single(string text)
    {
        List<ExtractedFigure> figures = Extract(text);
        Assert.That(figures, Has.Count.EqualTo(1), text);
        return figures[0].Figure;
    }
}
