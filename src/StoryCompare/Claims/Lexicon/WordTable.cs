using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Lexicon;

/// <summary>Words of the tables, keyed as tokens are: by the hash of their folded stem.</summary>
internal static class WordTable
{
    /// <summary>The stem id of a lower-case word of a table.</summary>
    public static uint StemOf(string word)
    {
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        int n = WordFolding.Fold(word, folded);
        return TermHash.OfFolded(folded[..Stemmer.Stem(folded, n)]);
    }

    /// <summary>Stems of the words of one kind, in a table of rows "kind, tab, words separated by |".</summary>
    public static TermSet StemsOf(string table, string kind) =>
        EmbeddedData.Rows(table).Where(r => r[0] == kind).SelectMany(static r => r[1].Split('|')).Select(StemOf).ToTermSet();

    /// <summary>Adds a group to a stem, once.</summary>
    public static void Add(Dictionary<uint, List<int>> groups, uint stem, int group)
    {
        if (!groups.TryGetValue(stem, out List<int>? list))
        {
            groups[stem] = list = [];
        }

        if (!list.Contains(group))
        {
            list.Add(group);
        }
    }

    /// <summary>An immutable copy.</summary>
    public static TermMap<int[]> Freeze(Dictionary<uint, List<int>> groups) =>
        groups.ToTermMap(static g => g.Key, static g => g.Value.ToArray());
}
