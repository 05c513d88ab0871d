using StoryCompare.Internals;

namespace StoryCompare.Claims.Lexicon;

/// <summary>Which words of general English exclude each other when they are said of one thing (<c>oppositions.tsv</c>).</summary>
internal static class Oppositions
{
    private static readonly (TermMap<int[]> Left, TermMap<int[]> Right) Sides = Load();
    private static readonly TermSet Words = [.. Sides.Left.Keys, .. Sides.Right.Keys];

    /// <summary>Whether the stem has an opposite at all.</summary>
    public static bool Contains(uint stem) => Words.Contains(stem);

    /// <summary>Whether the stems are opposites. Symmetric.</summary>
    public static bool AreOpposed(uint stemA, uint stemB) => Opposed(stemA, stemB) || Opposed(stemB, stemA);

    private static bool Opposed(uint left, uint right) =>
        Sides.Left.TryGetValue(left, out int[]? a) && Sides.Right.TryGetValue(right, out int[]? b) && a.AsSpan().ContainsAny(b);

    private static (TermMap<int[]> Left, TermMap<int[]> Right) Load()
    {
        Dictionary<uint, List<int>> left = [];
        Dictionary<uint, List<int>> right = [];
        int row = 0;
        foreach (string[] sides in EmbeddedData.Rows("oppositions.tsv"))
        {
            Read(sides[0], left, row);
            Read(sides[1], right, row);
            row++;
        }

        return (WordTable.Freeze(left), WordTable.Freeze(right));
    }

    private static void Read(string words, Dictionary<uint, List<int>> side, int row)
    {
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            WordTable.Add(side, WordTable.StemOf(word), row);
        }
    }
}
