using System.Collections.Frozen;
using StoryCompare.Internals;

namespace StoryCompare.Claims.Lexicon;

/// <summary>How two words of general English are related in meaning.</summary>
internal enum KinKind : byte
{
    /// <summary>Not known to be related.</summary>
    None,
    /// <summary>Near synonyms.</summary>
    Equal,
    /// <summary>The first names a kind that the second belongs to ("animal", "dog").</summary>
    FirstIsGeneral,
    /// <summary>The second names the kind.</summary>
    SecondIsGeneral,
}

/// <summary>Which words of general English may stand for each other when two sentences are laid side by side (<c>word_kin.tsv</c>).</summary>
internal static class Kinship
{
    private static readonly Tables Words = Load();

    /// <summary>How the stems are related.</summary>
    public static KinKind Of(uint stemA, uint stemB)
    {
        if (Share(Words.Equal, stemA, Words.Equal, stemB))
        {
            return KinKind.Equal;
        }

        return Share(Words.General, stemA, Words.Special, stemB) ? KinKind.FirstIsGeneral
            : Share(Words.Special, stemA, Words.General, stemB) ? KinKind.SecondIsGeneral
            : KinKind.None;
    }

    private static bool Share(FrozenDictionary<uint, int[]> one, uint stemA, FrozenDictionary<uint, int[]> other, uint stemB) =>
        one.TryGetValue(stemA, out int[]? a) && other.TryGetValue(stemB, out int[]? b) && a.AsSpan().ContainsAny(b);

    private static Tables Load()
    {
        Dictionary<uint, List<int>> equal = [];
        Dictionary<uint, List<int>> general = [];
        Dictionary<uint, List<int>> special = [];
        int line = 0;
        foreach (string row in EmbeddedData.Lines("word_kin.tsv"))
        {
            string[] sides = row.Split('>');
            Add(sides.Length == 1 ? equal : general, sides[0], line);
            if (sides.Length == 2)
            {
                Add(special, sides[1], line);
            }

            line++;
        }

        return new Tables(WordTable.Freeze(equal), WordTable.Freeze(general), WordTable.Freeze(special));
    }

    private static void Add(Dictionary<uint, List<int>> table, string words, int line)
    {
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            WordTable.Add(table, WordTable.StemOf(word), line);
        }
    }

    private sealed record Tables(FrozenDictionary<uint, int[]> Equal, FrozenDictionary<uint, int[]> General, FrozenDictionary<uint, int[]> Special);
}
