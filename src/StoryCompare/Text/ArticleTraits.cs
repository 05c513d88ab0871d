using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>Title, outlet, language, flags and diagnostics of a cleaned article.</summary>
internal static class ArticleTraits
{
    /// <summary>Puts the parts together.</summary>
    public static CleanedArticle Describe(Article article, in ArticleAssembler parts, PooledList<Line> lines, in PageLayout layout, TokenizedText givenTitle, MarkupHole[] holes)
    {
        TextSpan? titleSpan = layout.Title >= 0 ? lines[layout.Title].Span : null;
        int boundary = layout.EmbeddedHeadline >= 0 ? parts.EmbeddedSentence : parts.SecondDateline;
        boundary = boundary > 0 && boundary < parts.Text.Sentences.Length ? boundary : -1;
        string language = LanguageGuess.Of(parts.Text);
        IReadOnlyList<string> flags = ArticleFlags.Find(article, parts, lines, boundary);
        return new CleanedArticle
        {
            Text = parts.Text,
            Title = article.Title,
            TitleSpan = titleSpan,
            TitleText = article.Title is null ? null : givenTitle,
            TitleIsFirstSentence = article.Title is null && holes.Length == 0 && parts.Text.Sentences is [{ Kind: SentenceKind.Title } first, ..] && first.Span == titleSpan,
            OutletInText = OutletFinder.Find(article.Text, lines),
            Dropped = parts.Dropped,
            DatelinePlace = parts.DatelinePlace,
            Language = language,
            Flags = flags,
            CompositeBoundary = boundary,
            Diagnostics = TextDiagnostics.Find(article, parts, language, flags, holes),
        };
    }
}
