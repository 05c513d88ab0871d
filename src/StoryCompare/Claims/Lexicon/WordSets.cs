using System.Collections.Frozen;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Lexicon;

/// <summary>Named sets of words (<c>claim_words.tsv</c>), by the hash of their folded form.</summary>
internal static class WordSets
{
    private static readonly FrozenDictionary<string, TermSet> Sets = EmbeddedData.Rows("claim_words.tsv")
        .ToFrozenDictionary(static r => r[0], static r => r[1].Split(' ').Select(static w => TermHash.Of(w)).ToTermSet(), StringComparer.Ordinal);

    /// <summary>The set of that name; a missing one is a fault of the data file.</summary>
    public static TermSet Of(string name) => Sets[name];
}
