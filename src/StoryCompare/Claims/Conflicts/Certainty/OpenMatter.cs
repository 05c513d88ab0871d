using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;

namespace StoryCompare.Claims.Conflicts;

/// <summary>A matter that a clause may leave open (<c>matters.tsv</c>).</summary>
internal sealed class OpenMatter
{
    private OpenMatter(string[] row, int index)
    {
        Index = index;
        Name = row[0];
        Nouns = Stems(row[1]);
        Questions = [.. row[2].Split('|').Select(static q => q.Split(' ')).GroupBy(static q => q[0]).Select(static g => (Text.TermHash.Of(g.Key), g.Where(static q => q.Length > 1).Select(static q => WordTable.StemOf(q[1])).ToTermSet()))];
        Verbs = Stems(row[3]);
        Words = row.Length > 4 ? Stems(row[4]) : [];
    }

    /// <summary>All matters, in order.</summary>
    public static IReadOnlyList<OpenMatter> All { get; } = [.. EmbeddedData.Rows("matters.tsv").Select(static (r, i) => new OpenMatter(r, i))];

    public int Index { get; }
    public string Name { get; }
    /// <summary>Stems of the nouns for it.</summary>
    public TermSet Nouns { get; }
    /// <summary>Question words, each with the stems of which one must follow; none: any.</summary>
    public (uint Word, TermSet Then)[] Questions { get; }
    /// <summary>Stems of the verbs that tell it.</summary>
    public TermSet Verbs { get; }
    /// <summary>Stems of the words that tell it.</summary>
    public TermSet Words { get; }

    private static TermSet Stems(string words) => words.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(WordTable.StemOf).ToTermSet();
}
