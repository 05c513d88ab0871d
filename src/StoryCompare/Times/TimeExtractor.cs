using StoryCompare.Text;

namespace StoryCompare.Times;

/// <summary>Finds time expressions and resolves them against the article's date, never against the machine's clock.</summary>
internal static class TimeExtractor
{
    /// <summary>Appends the time expressions of every sentence, in text order, resolved as far as <paramref name="published"/> allows.</summary>
    public static void Extract(TokenizedText text, PublicationDate published, List<TimeMention> times)
    {
    }
}
