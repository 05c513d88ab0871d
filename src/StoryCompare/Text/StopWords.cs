using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>English function words that carry no content.</summary>
internal static class StopWords
{
    private static readonly TermSet Terms = new(EmbeddedData.Lines("stop_words.txt").Select(static w => TermHash.Of(w)));

    /// <summary>Whether the term (see <see cref="TermHash"/>) is a stop word.</summary>
    public static bool Contains(uint term) => Terms.Contains(term);
}
