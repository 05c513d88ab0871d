using System.Globalization;
using StoryCompare.Internals;

namespace StoryCompare.Benchmarks.Generation;

/// <summary>Words as news uses them, from the library's background table: drawn in proportion to how many documents hold them, the commonest left to the frames. Names are made of syllables.</summary>
internal static class Vocabulary
{
    // Above this share of documents stand function words, which the frames bring themselves.
    private const double TooCommon = 0.25;
    private const int Surnames = 40_000;

    private static readonly string[] FirstNames = ["Anna", "Omar", "Peter", "Grace", "Ivan", "Maria", "Li", "John", "Fatima", "Paul", "Helena", "Tomas", "Irene", "Yusuf", "Clara", "Marek", "Aisha", "Daniel", "Sofia", "Viktor", "Nadia", "Hugo", "Leila", "Jonas", "Marta", "Ravi", "Emma", "Kofi", "Ines", "Bruno"];
    private static readonly string[] Onsets = ["b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w", "z"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ei", "ou"];
    private static readonly string[] Ends = ["n", "r", "s", "l", "t", "nd", "rk", "ski", "va", "mann", "sen", "ez", "ia", "o"];
    private static readonly string[] PlaceEnds = ["holm", "ford", "burg", "ham", "ville", "stad", "mouth", "field", "ovo", "bridge", "haven", "dal"];
    private static readonly string[] BodyKinds = ["the {0} fire service", "the {0} ministry", "the {0} police", "the governor of {0}", "the {0} hospital", "the {0} coast guard", "the {0} weather agency", "the {0} council", "the Institute of {0}", "the University of {0}"];

    private static readonly (string[] Words, double[] Sums) Table = Load();

    /// <summary>A content word; rank against frequency follows Zipf's law as in the table.</summary>
    public static string Word(SeededRandom random)
    {
        int at = Array.BinarySearch(Table.Sums, random.NextDouble() * Table.Sums[^1]);
        return Table.Words[Math.Min(at < 0 ? ~at : at + 1, Table.Words.Length - 1)];
    }

    /// <summary>First and last name; last names repeat as in life, a few often, most hardly ever.</summary>
    public static string Person(SeededRandom random) => $"{random.Pick(FirstNames)} {Made(1 + (int)Math.Pow(Surnames, random.NextDouble()), Ends)}";

    public static string Place(SeededRandom random) => Made(7 + (int)Math.Pow(Surnames, random.NextDouble()), PlaceEnds);

    public static string Body(SeededRandom random) => string.Format(CultureInfo.InvariantCulture, random.Pick(BodyKinds), Place(random));

    private static string Made(int number, string[] ends)
    {
        SeededRandom random = new((ulong)number);
        string name = random.Pick(Onsets) + random.Pick(Vowels) + (random.Chance(0.5) ? random.Pick(Onsets) + random.Pick(Vowels) : "") + random.Pick(ends);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static (string[] Words, double[] Sums) Load()
    {
        List<string> words = [];
        List<double> sums = [];
        int documents = 0;
        foreach (string[] row in EmbeddedData.Rows("document_frequencies.tsv"))
        {
            int count = int.Parse(row[1], CultureInfo.InvariantCulture);
            if (row[0] == "*")
            {
                documents = count;
            }
            else if (count < documents * TooCommon && row[0].Length > 2 && row[0].All(char.IsAsciiLetterLower))
            {
                words.Add(row[0]);
                sums.Add((sums.Count == 0 ? 0 : sums[^1]) + count);
            }
        }

        return ([.. words], [.. sums]);
    }
}
