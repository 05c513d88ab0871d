using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>Function words that carry no content.</summary>
internal static class StopWords
{
    private static readonly HashSet<uint> Terms = [.. EmbeddedData.Lines("stop_words.txt").Select(static w => TermHash.Of(w))];

    public static bool Contains(uint term) => Terms.Contains(term);
}
