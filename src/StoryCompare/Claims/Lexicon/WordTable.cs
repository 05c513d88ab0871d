using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Lexicon;

/// <summary>Words of the tables, keyed as tokens are: by the hash of their folded stem.</summary>
internal static class WordTable
{
    /// <summary>Finite verbs, as written (<c>finite_verbs.txt</c>).</summary>
    public static TermSet FiniteVerbs { get; } = EmbeddedData.Lines("finite_verbs.txt").Select(static w => TermHash.Of(w)).ToTermSet();

    /// <summary>Stems of nouns for people and groups in a role (<c>role_nouns.tsv</c>).</summary>
    public static TermSet RoleNouns { get; } = EmbeddedData.Rows("role_nouns.tsv").Where(static r => r.Length > 1 && r[1] is "person" or "group").Select(static r => StemOf(r[0])).ToTermSet();

    /// <summary>The stem id of a lower-case word of a table.</summary>
    public static uint StemOf(string word) => StemOf(word.AsSpan());

    /// <inheritdoc cref="StemOf(string)"/>
    public static uint StemOf(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        int n = WordFolding.Fold(word, folded);
        return TermHash.OfFolded(folded[..Stemmer.Stem(folded, n)]);
    }

    /// <summary>The terms of a phrase, whose words stand between blanks or hyphens.</summary>
    public static uint[] TermsOf(ReadOnlySpan<char> phrase)
    {
        List<uint> terms = [];
        while (phrase.Length > 0)
        {
            int end = phrase.IndexOfAny(' ', '-');
            ReadOnlySpan<char> word = end < 0 ? phrase : phrase[..end];
            phrase = end < 0 ? [] : phrase[(end + 1)..];
            if (word.Length > 0)
            {
                terms.Add(TermHash.Of(word));
            }
        }

        return terms.ToArray();
    }

    /// <summary>Stems of the words of one kind, in a table of rows "kind, tab, words separated by |".</summary>
    public static TermSet StemsOf(string table, string kind) =>
        EmbeddedData.Rows(table, kind).SelectMany(static r => r[1].Split('|')).Select(StemOf).ToTermSet();

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
