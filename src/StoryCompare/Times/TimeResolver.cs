using StoryCompare.Text;

namespace StoryCompare.Times;

/// <summary>Resolves an article's time expressions again when its date becomes known later, as when it is transferred from articles of the same story.</summary>
internal static class TimeResolver
{
    /// <summary>The article's mentions against another date: the same spans in the same order.</summary>
    /// <remarks>Reads the text again: one pass is cheaper than keeping every expression's parse, and cannot drift from the first.</remarks>
    public static List<TimeMention> Resolve(CleanedArticle article, PublicationDate published)
    {
        List<TimeMention> times = [];
        TimeExtractor.Extract(article.Text, published, times, article.Language);
        return times;
    }
}
