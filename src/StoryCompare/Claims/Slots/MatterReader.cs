using System.Collections.Frozen;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads what an amount of money, a stretch of time or a share is of: damage, a fine, a prison term, a change, a part of a whole.</summary>
/// <remarks>As the role of people does, it tells amounts apart that no counted noun does. Linear in the clause.</remarks>
internal static class MatterReader
{
    /// <summary>A share that tells by how much something changed or differs: "23 percent lower".</summary>
    public const string Change = "change";

    /// <summary>A share that tells a part of a whole: "23 percent of the seats".</summary>
    public const string Part = "part";

    // Tokens between an amount and the word for what it is of.
    private const int Within = 9;

    // Tokens before a share in which the word of change stands: "cut their risk by 32 per cent".
    private const int ChangeWithin = 5;

    // Tokens between "took" and a stretch of time.
    private const int TookWithin = 4;

    private static readonly FrozenDictionary<(string Dimension, uint Stem), string> Matters = Load();
    private static readonly TermSet Comparatives = Words("comparative").ToTermSet();
    private static readonly TermSet PartVerbs = Words("part").ToTermSet();
    private static readonly TermSet Heat = EmbeddedData.Rows("figure_matters.tsv", "heat").SelectMany(static r => r[2].Split('|')).Select(WordTable.StemOf).ToTermSet();
    private static readonly TermSet Levels = Words("level").ToTermSet();
    private static readonly TermSet Moments = Words("moment").ToTermSet();
    private static readonly uint By = TermHash.Of("by");
    private static readonly uint To = TermHash.Of("to");
    private static readonly uint Of = TermHash.Of("of");
    private static readonly uint Worth = TermHash.Of("worth");
    private static readonly uint Than = TermHash.Of("than");

    /// <summary>What the figure is of; empty where the clause does not tell.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="tokens">Tokens of the sentence.</param>
    /// <param name="from">First token of the clause.</param>
    /// <param name="first">First token of the figure.</param>
    /// <param name="end">One past its last.</param>
    /// <param name="to">One past the clause's last.</param>
    public static string Read(Figure figure, ReadOnlySpan<Token> tokens, int from, int first, int end, int to)
    {
        if (figure.Unit == FigureUnits.Percent.Symbol)
        {
            return Share(tokens, from, first, end);
        }

        if (FigureUnits.OfSymbol(figure.Unit)?.Dimension is not { } dimension)
        {
            return "";
        }

        if (dimension == "temperature")
        {
            return TellsHeat(tokens[from..to]) ? "heat" : "";
        }

        if (figure.Unit == "ly")
        {
            return "distance";
        }

        if (dimension == "time" && end < tokens.Length && Moments.Contains(tokens[end].Term) && !Took(tokens, from, first))
        {
            // "two hours later": when, not how long.
            return "";
        }

        string best = "";
        string weak = "";
        int nearest = Within + 1;
        for (int i = Math.Max(from, first - Within); i < Math.Min(to, end + Within); i++)
        {
            int distance = i >= end ? i - end + 1 : first - i;
            if ((i < first || i >= end) && distance < nearest && tokens[i].IsWord && Matters.TryGetValue((dimension, tokens[i].Stem), out string? matter))
            {
                // "$2 million worth of damage", "the ransom paid by the family": worth and pay tell less than what is paid for.
                if (matter == "pay" || (i + 1 < tokens.Length && tokens[i].Term == Worth && tokens[i + 1].Term == Of))
                {
                    weak = weak.Length > 0 ? weak : matter;
                    continue;
                }

                best = matter;
                nearest = distance;
            }
        }

        return best.Length > 0 ? best : weak;
    }

    // "It took two hours before flights resumed": how long, though "before" stands behind.
    private static bool Took(ReadOnlySpan<Token> tokens, int from, int first)
    {
        for (int i = Math.Max(from, first - TookWithin); i < first; i++)
        {
            if (CountedThings.Lasting.Contains(tokens[i].Stem))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the words round a number of degrees speak of heat or cold.</summary>
    public static bool TellsHeat(ReadOnlySpan<Token> tokens)
    {
        foreach (Token t in tokens)
        {
            if (Heat.Contains(t.Stem))
            {
                return true;
            }
        }

        return false;
    }

    // "rose 5 percent", "by 5 percent", "5 percent lower", "a 5 percent rise": a change; "rose to 5 percent", "5 percent of", "5 percent had": a level.
    private static string Share(ReadOnlySpan<Token> tokens, int from, int first, int end)
    {
        for (int i = end; i < Math.Min(tokens.Length, end + 2); i++)
        {
            bool bound = i + 1 < tokens.Length && tokens[i + 1].Term == Than && i > end;
            if (!bound && Comparatives.Contains(tokens[i].Term))
            {
                return Change;
            }
        }

        if (end < tokens.Length && (tokens[end].Term == Of || PartVerbs.Contains(tokens[end].Term)))
        {
            return Part;
        }

        bool by = first > 0 && tokens[first - 1].Term == By;
        for (int i = first - 1; i >= Math.Max(from, first - (by ? ChangeWithin : 2)); i--)
        {
            if (tokens[i].Term == To)
            {
                return "";
            }

            if (CountedThings.Change.Contains(tokens[i].Stem) && !Levels.Contains(tokens[i].Term))
            {
                return Change;
            }
        }

        return "";
    }

    private static IEnumerable<uint> Words(string kind) =>
        EmbeddedData.Rows("figure_matters.tsv", kind).SelectMany(static r => r[2].Split('|')).Select(static w => TermHash.Of(w));

    private static FrozenDictionary<(string Dimension, uint Stem), string> Load()
    {
        Dictionary<(string, uint), string> matters = [];
        foreach (string[] row in EmbeddedData.Rows("figure_matters.tsv").Where(static r => r[0] is "money" or "time" or "length" or "area" or "mass" or "volume"))
        {
            foreach (string word in row[2].Split('|'))
            {
                matters.TryAdd((row[0], WordTable.StemOf(word)), row[1]);
            }
        }

        return matters.ToFrozenDictionary();
    }
}
