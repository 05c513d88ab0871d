using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Lexicon;

/// <summary>Offices, their ranks, and the words that make one another office (<c>offices.tsv</c>).</summary>
internal static class OfficeWords
{
    /// <summary>Offices of ladders, as "ladder/office".</summary>
    public static PhraseTable<string> Ladders { get; } = PhraseTable.Of(EmbeddedData.Rows("offices.tsv").Where(static r => r[0] is not ("not" or "rank")).SelectMany(static r => r[2].Split('|').Select(p => (p, r[0] + "/" + r[1]))));

    /// <summary>Term ids of words before an office that make it another one, or none of today: "former", "deputy".</summary>
    public static TermSet Other { get; } = Words("not", "office").Select(static w => TermHash.Of(w)).ToTermSet();

    /// <summary><see cref="Other"/> and words by which a house has more than one holder: "associate", "a".</summary>
    public static TermSet OtherHolder { get; } = Words("not", "holder").Select(static w => TermHash.Of(w)).Concat(Other).ToTermSet();

    /// <summary>Stems of offices that are held at ranks.</summary>
    public static TermSet Ranked { get; } = Words("rank", "office").Select(WordTable.StemOf).ToTermSet();

    /// <summary>Stems of the ranks: "deputy", "acting".</summary>
    public static TermSet Ranks { get; } = Words("rank", "word").Select(WordTable.StemOf).ToTermSet();

    private static IEnumerable<string> Words(string ladder, string office) =>
        EmbeddedData.Rows("offices.tsv").Where(r => r[0] == ladder && r[1] == office).SelectMany(static r => r[2].Split('|'));
}
