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
    private static readonly string[] Families;
    private static readonly (int Family, string Name)[] Values;
    private static readonly string[] Lines;
    private static readonly HashSet<long> Fits = [];
    private static readonly TermMap<Entry[]> ByFirst;

    static FillValues()
    {
        string[][] rows = [.. EmbeddedData.Rows("fill_values.tsv")];
        Families = [.. rows.Select(static r => r[0]).Distinct(StringComparer.Ordinal)];
        Values = [.. rows.Select(static r => (Array.IndexOf(Families, r[0]), r[1]))];
        string[][] wider = [.. rows.Select(static r => r[2].Split('|', StringSplitOptions.RemoveEmptyEntries))];
        Lines = [.. wider.Select(static (w, v) => w.Length > 0 ? w[0] : Values[v].Name)];
        Dictionary<uint, List<Entry>> byFirst = [];
        for (int v = 0; v < rows.Length; v++)
        {
            foreach (string name in wider[v])
            {
                int other = Array.IndexOf(Values, (Values[v].Family, name));
                if (other >= 0)
                {
                    Fits.Add(Pair(v, other));
                    Fits.Add(Pair(other, v));
                }
            }

            foreach (uint[] terms in PhrasesOf(rows[v][3]))
            {
                (byFirst.TryGetValue(terms[0], out List<Entry>? list) ? list : byFirst[terms[0]] = []).Add(new Entry(Values[v].Family, v, terms));
            }
        }

        // The longest first.
        ByFirst = new TermMap<Entry[]>(byFirst.Count);
        foreach ((uint first, List<Entry> entries) in byFirst)
        {
            entries.Sort(static (a, b) => a.Terms.Length != b.Terms.Length ? b.Terms.Length.CompareTo(a.Terms.Length) : a.Family != b.Family ? a.Family.CompareTo(b.Family) : a.Value.CompareTo(b.Value));
            ByFirst[first] = entries.ToArray();
        }
    }

    /// <summary>The index of a family; a missing one is a fault of the data file.</summary>
    public static int Family(string name) => Array.IndexOf(Families, name) is >= 0 and int i ? i : throw new InvalidDataException(name);

    /// <summary>The index of a value; a missing one is a fault of the data file.</summary>
    public static int Value(string family, string name) => Array.IndexOf(Values, (Family(family), name)) is >= 0 and int i ? i : throw new InvalidDataException(name);

    /// <summary>The family of a value.</summary>
    public static int FamilyOf(int value) => Values[value].Family;

    /// <summary>The name of a value.</summary>
    public static string Name(int value) => Values[value].Name;

    /// <summary>Whether two values of one family cannot both be meant by one thing.</summary>
    public static bool Exclude(int a, int b) => a != b && !Fits.Contains(Pair(a, b));

    /// <summary>The first wider value of a value ("young man" for a stepson), or its own name.</summary>
    public static string Line(int value) => Lines[value];

    /// <summary>The words of a family's values that are told in one word, as stems.</summary>
    public static TermSet StemsOf(string family) =>
        EmbeddedData.Rows("fill_values.tsv", family).SelectMany(static r => r[3].Split('|')).Where(static w => !w.Contains(' ', StringComparison.Ordinal)).Select(WordTable.StemOf).ToTermSet();

    /// <summary>The values told in a sentence, the longest phrase of each family at each place, in order of place.</summary>
    public static FillValue[] Find(TokenizedText text, ReadOnlySpan<Token> tokens)
    {
        List<FillValue>? found = null;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsWord && tokens[i].Kind != TokenKind.Number || !ByFirst.TryGetValue(tokens[i].Term, out Entry[]? entries))
            {
                continue;
            }

            found ??= [];
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

        return found is null ? [] : [.. found];
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

    private static long Pair(int a, int b) => ((long)a << 32) | (uint)b;

    private static IEnumerable<uint[]> PhrasesOf(string phrases) =>
        phrases.Split('|', StringSplitOptions.RemoveEmptyEntries).SelectMany(Forms).Distinct(StringComparer.Ordinal).Select(static p => WordTable.TermsOf(p));

    // A plural of the last word.
    private static IEnumerable<string> Forms(string phrase) =>
        phrase[^1] is 's' or 'x' || phrase.EndsWith("ch", StringComparison.Ordinal) || phrase.EndsWith("sh", StringComparison.Ordinal) ? [phrase, phrase + "es"]
        : phrase[^1] == 'y' && phrase.Length > 2 && !"aeiou".Contains(phrase[^2]) ? [phrase, phrase[..^1] + "ies"] : [phrase, phrase + "s"];

    private sealed record Entry(int Family, int Value, uint[] Terms);
}
