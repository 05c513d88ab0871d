using StoryCompare.Text;

namespace StoryCompare.Figures;

/// <summary>Finds the figures of a text.</summary>
internal static class FigureExtractor
{
    /// <summary>Appends the figures of every sentence, in text order.</summary>
    public static void Extract(TokenizedText text, List<ExtractedFigure> figures)
    {
    }
}
