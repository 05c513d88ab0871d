using StoryCompare.Alignment;
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

/// <summary>A matter that a sentence leaves open.</summary>
/// <param name="At">The sentence.</param>
/// <param name="Matter">The matter.</param>
/// <param name="Span">The words that leave it open, with the matter.</param>
/// <param name="Of">Stems of what or whom it is asked of: "the driver of the bus".</param>
internal sealed record LeftOpen(SentenceRef At, OpenMatter Matter, TextSpan Span, uint[] Of);

/// <summary>A sentence that tells a matter.</summary>
/// <param name="At">The sentence.</param>
/// <param name="Matter">The matter.</param>
/// <param name="Span">The words that tell it.</param>
/// <param name="Of">Stems of what or whom it is told of.</param>
/// <param name="Name">Story-wide group of the name it is told of, or which is told; -1 for none.</param>
internal sealed record ToldMatter(SentenceRef At, OpenMatter Matter, TextSpan Span, uint[] Of, int Name);
