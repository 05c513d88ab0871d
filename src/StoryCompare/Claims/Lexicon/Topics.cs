using System.Collections.Frozen;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Lexicon;

/// <summary>A matter that early reports leave open and others tell (<c>topics.tsv</c>): the motive, how somebody died, whether there will be charges.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Asked">Names of what a question after it asks for.</param>
/// <param name="Words">Groups of words, by term; the question holds one of each group.</param>
/// <param name="Families">Families of values that tell it.</param>
internal sealed record Topic(int Index, string Name, FrozenSet<string> Asked, TermSet[] Words, FrozenSet<int> Families)
{
    /// <summary>All matters, in order.</summary>
    public static IReadOnlyList<Topic> All { get; } = [.. EmbeddedData.Rows("topics.tsv").Select(static (row, i) => new Topic(i, row[0], row[1].Split('|').ToFrozenSet(StringComparer.Ordinal),
        [.. row[2].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static g => TermHash.SetOf(g.Split('|')))], row[4].Split('|').Select(FillValues.Family).ToFrozenSet()))];

    /// <summary>The nouns by which a matter is left open, with its name.</summary>
    public static PhraseTable<string> Nouns { get; } = PhraseTable.Of(EmbeddedData.Rows("topics.tsv").SelectMany(static row => row[3].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(n => (n, row[0]))));

    /// <summary>The matter of that name.</summary>
    public static Topic Named(string name) => All.First(t => t.Name == name);
}
