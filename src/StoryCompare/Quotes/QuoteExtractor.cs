using StoryCompare.Text;

namespace StoryCompare.Quotes;

/// <summary>Finds quotations and reported speech.</summary>
internal static class QuoteExtractor
{
    /// <summary>The quotations and attributions of a text.</summary>
    public static ArticleQuotes Extract(TokenizedText text) => ArticleQuotes.Empty;
}
