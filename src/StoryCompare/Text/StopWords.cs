using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>English function words that carry no content.</summary>
internal static class StopWords
{
    /// <summary>Their terms (see <see cref="TermHash"/>), in the order of the table.</summary>
    public static IReadOnlyList<uint> All { get; } = [.. EmbeddedData.Lines("stop_words.txt").Select(static w => TermHash.Of(w))];

    private static readonly TermSet Terms = new(All);

    /// <summary>Whether the term is a stop word.</summary>
    public static bool Contains(uint term) => Terms.Contains(term);
}
