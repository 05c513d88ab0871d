using StoryCompare.Claims.Slots;
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
    // The groups of a word, by what it is in them. One look-up a word: this is asked for every pair of words of every pair of sentences.
    private static readonly TermMap<Groups> Words = Load();

    /// <summary>How the stems are related.</summary>
    public static KinKind Of(uint stemA, uint stemB)
    {
        if (!Words.TryGetValue(stemA, out Groups? a) || !Words.TryGetValue(stemB, out Groups? b))
        {
            return KinKind.None;
        }

        return Share(a.Equal, b.Equal) ? KinKind.Equal
            : Share(a.General, b.Special) ? KinKind.FirstIsGeneral
            : Share(a.Special, b.General) ? KinKind.SecondIsGeneral
            : KinKind.None;
    }

    /// <summary>The same of two words, which are passed over where their bits show that they are not.</summary>
    public static KinKind Of(in SlotWord a, in SlotWord b) => (a.Kin & b.Kin) == 0 ? KinKind.None : Of(a.Stem, b.Stem);

    /// <summary>Whether the words have one stem or are near synonyms.</summary>
    public static bool AreEqual(in SlotWord a, in SlotWord b) => (a.Kin & b.Kin) != 0 && (a.Stem == b.Stem || Of(a.Stem, b.Stem) == KinKind.Equal);

    /// <summary>A bit for the stem, and one for each group it is in.</summary>
    public static ulong BitsOf(uint stem) => Bit(stem) | (Words.TryGetValue(stem, out Groups? groups) ? groups.Bits : 0);

    private static ulong Bit(uint number) => 1ul << (int)((number * 0x9E3779B1u) >> 26);

    private static bool Share(int[] one, int[] other)
    {
        foreach (int group in one)
        {
            if (Array.IndexOf(other, group) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static TermMap<Groups> Load()
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

        TermMap<Groups> words = new();
        foreach (uint stem in equal.Keys.Concat(general.Keys).Concat(special.Keys))
        {
            words[stem] = new Groups([.. equal.GetValueOrDefault(stem) ?? []], [.. general.GetValueOrDefault(stem) ?? []], [.. special.GetValueOrDefault(stem) ?? []]);
        }

        return words;
    }

    private static void Add(Dictionary<uint, List<int>> table, string words, int line)
    {
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            WordTable.Add(table, WordTable.StemOf(word), line);
        }
    }

    private sealed record Groups(int[] Equal, int[] General, int[] Special)
    {
        public ulong Bits { get; } = Equal.Concat(General).Concat(Special).Aggregate(0ul, static (bits, group) => bits | Bit((uint)group));
    }
}
