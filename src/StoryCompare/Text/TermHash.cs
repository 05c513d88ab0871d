using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>Hashes words to term ids: FNV-1a, 32 bits, over folded characters. The same on every machine, so ids need no dictionary and can be saved.</summary>
/// <remarks>In a vocabulary of a million words about a hundred pairs of rare words share an id; no stage relies on uniqueness.</remarks>
internal static class TermHash
{
    /// <summary>The hash of no character, to start from.</summary>
    public const uint Empty = 2166136261;

    private const uint Prime = 16777619;

    /// <summary>Hash of a word that is already folded.</summary>
    public static uint OfFolded(ReadOnlySpan<char> folded)
    {
        uint hash = Empty;
        foreach (char c in folded)
        {
            hash = Add(hash, c);
        }

        return hash;
    }

    /// <summary>The hash with one folded character more.</summary>
    public static uint Add(uint hash, uint folded) => (hash ^ folded) * Prime;

    /// <summary>Hash of a word as written: folds it first.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[WordFolding.MaxLength];
        return OfFolded(buffer[..WordFolding.Fold(word, buffer)]);
    }

    /// <summary>Hashes of words as written, as a set.</summary>
    public static TermSet SetOf(params IEnumerable<string> words) => words.Select(static w => Of(w)).ToTermSet();
}
