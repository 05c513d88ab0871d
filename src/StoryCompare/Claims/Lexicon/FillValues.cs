using System.Collections.Frozen;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Lexicon;

/// <summary>A value of a family as a text tells it.</summary>
/// <param name="Family">Index of its family.</param>
/// <param name="Value">Index of the value in the table.</param>
/// <param name="First">First token, counted in the sentence.</param>
/// <param name="Count">Its tokens.</param>
internal readonly record struct FillValue(int Family, int Value, int First, int Count);

/// <summary>Values that fill the slots of persons and acts (<c>fill_values.tsv</c>): which words tell them, which of them exclude each other.</summary>
internal static class FillValues
{
    private static readonly List<string> Families = [];
    private static readonly List<(int Family, string Name)> Values = [];
    private static readonly HashSet<(int, int)> Fits = [];
    private static readonly List<string> Lines = [];
    private static readonly FrozenDictionary<uint, Entry[]> ByFirst = Load();

    /// <summary>The index of a family; a missing one is a fault of the data file.</summary>
    public static int Family(string name) => Families.IndexOf(name) is >= 0 and int i ? i : throw new InvalidDataException(name);

    /// <summary>The index of a value; a missing one is a fault of the data file.</summary>
    public static int Value(string family, string name) => Values.IndexOf((Family(family), name)) is >= 0 and int i ? i : throw new InvalidDataException(name);

    /// <summary>The name of a value.</summary>
    public static string Name(int value) => Values[value].Name;

    /// <summary>Whether two values of one family cannot both be meant by one thing.</summary>
    public static bool Exclude(int a, int b) => a != b && !Fits.Contains((a, b));

    /// <summary>The first wider value of a value ("young man" for a stepson), or its own name.</summary>
    public static string Line(int value) => Lines[value];

    /// <summary>Adds the values told in a sentence, the longest phrase of each family at each place, in order of place.</summary>
    public static void Find(TokenizedText text, ReadOnlySpan<Token> tokens, List<FillValue> found)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsWord && tokens[i].Kind != TokenKind.Number || !ByFirst.TryGetValue(tokens[i].Term, out Entry[]? entries))
            {
                continue;
            }

            int from = found.Count;
            foreach (Entry e in entries)
            {
                int length = Length(text, tokens, i, e.Terms);
                if (length > 0 && !Covered(found, e.Family, i, from))
                {
                    found.Add(new FillValue(e.Family, e.Value, i, length));
                }
            }
        }
    }

    // A value of the family that starts here already, or ends behind this place ("ex-wife" is no wife).
    private static bool Covered(List<FillValue> found, int family, int at, int from)
    {
        for (int k = found.Count - 1; k >= 0; k--)
        {
            if (found[k].Family == family)
            {
                return k >= from || found[k].First + found[k].Count > at;
            }
        }

        return false;
    }

    // Tokens that the phrase takes, hyphens and quotation marks inside passed over; 0 where it does not stand here.
    private static int Length(TokenizedText text, ReadOnlySpan<Token> tokens, int index, uint[] terms)
    {
        int at = index;
        for (int i = 0; i < terms.Length; i++)
        {
            while (i > 0 && at < tokens.Length && tokens[at].Kind == TokenKind.Punctuation && text.Source[tokens[at].Start] is '-' or '\u2010' or '\u2011' or '"' or '\u201C' or '\u201D')
            {
                at++;
            }

            if (at >= tokens.Length || tokens[at].Term != terms[i])
            {
                return 0;
            }

            at++;
        }

        return at - index;
    }

    private static FrozenDictionary<uint, Entry[]> Load()
    {
        Dictionary<uint, List<Entry>> byFirst = [];
        string[][] rows = [.. EmbeddedData.Rows("fill_values.tsv")];
        Dictionary<(int, string), int> index = [];
        foreach (string[] row in rows)
        {
            int family = Families.IndexOf(row[0]);
            if (family < 0)
            {
                family = Families.Count;
                Families.Add(row[0]);
            }

            index.TryAdd((family, row[1]), Values.Count);
            int value = Values.Count;
            Values.Add((family, row[1]));
            foreach (string phrase in row[3].Split('|', StringSplitOptions.RemoveEmptyEntries).SelectMany(Forms).Distinct(StringComparer.Ordinal))
            {
                uint[] terms = [.. phrase.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(static w => TermHash.Of(w))];
                if (!byFirst.TryGetValue(terms[0], out List<Entry>? list))
                {
                    byFirst[terms[0]] = list = [];
                }

                list.Add(new Entry(family, value, terms));
            }
        }

        Link(rows, index);
        return byFirst.ToFrozenDictionary(static p => p.Key, static p => p.Value.OrderByDescending(static e => e.Terms.Length).ThenBy(static e => e.Family).ThenBy(static e => e.Value).ToArray());
    }

    private static void Link(string[][] rows, Dictionary<(int, string), int> index)
    {
        for (int v = 0; v < rows.Length; v++)
        {
            string[] wider = rows[v][2].Split('|', StringSplitOptions.RemoveEmptyEntries);
            foreach (string name in wider)
            {
                if (index.TryGetValue((Values[v].Family, name), out int other))
                {
                    Fits.Add((v, other));
                    Fits.Add((other, v));
                }
            }

            Lines.Add(wider.Length > 0 ? wider[0] : Values[v].Name);
        }
    }

    // A plural of the last word.
    private static IEnumerable<string> Forms(string phrase) =>
        phrase[^1] is 's' or 'x' || phrase.EndsWith("ch", StringComparison.Ordinal) || phrase.EndsWith("sh", StringComparison.Ordinal) ? [phrase, phrase + "es"]
        : phrase[^1] == 'y' && phrase.Length > 2 && !"aeiou".Contains(phrase[^2]) ? [phrase, phrase[..^1] + "ies"] : [phrase, phrase + "s"];

    private readonly record struct Entry(int Family, int Value, uint[] Terms);
}
