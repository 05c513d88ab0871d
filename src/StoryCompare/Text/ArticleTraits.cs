using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>Title, outlet, language, flags and diagnostics of a cleaned article.</summary>
internal static class ArticleTraits
{
    /// <summary>Puts the parts together.</summary>
    public static CleanedArticle Describe(Article article, ArticleAssembler parts, PooledList<Line> lines, PageLayout layout, TokenizedText givenTitle, List<MarkupHole> holes)
    {
        TextSpan? titleSpan = layout.Title >= 0 ? lines[layout.Title].Span : null;
        string? title = article.Title ?? (titleSpan is { } span ? article.Text.Substring(span.Start, span.Length) : null);
        int boundary = layout.EmbeddedHeadline >= 0 ? parts.EmbeddedSentence : parts.SecondDateline;
        boundary = boundary > 0 && boundary < parts.Text.Sentences.Length ? boundary : -1;
        string language = LanguageGuess.Of(parts.Text);
        IReadOnlyList<string> flags = ArticleFlags.Find(article, parts, lines, boundary);
        return new CleanedArticle
        {
            Text = parts.Text,
            Title = title,
            TitleSpan = titleSpan,
            TitleText = article.Title is not null ? givenTitle : title is null ? TokenizedText.Empty : TextAnalyzer.Sentence(title),
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
