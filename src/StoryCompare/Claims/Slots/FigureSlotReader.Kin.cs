using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <content>Figures whose verb or noun says that they count something else than their noun: "fired ten times", "15 arrests", "1,200 jobs will go", "has 3,400 employees", "Hoek was 34".</content>
internal static partial class FigureSlotReader
{
    // Tokens between "ten times" or a number of jobs and the verb.
    private const int VerbWithin = 4;

    // Ages told by a bare number.
    private const double Youngest = 10;
    private const double Oldest = 110;

    private static readonly uint From = TermHash.Of("from");
    private static readonly TermSet Was = TermHash.SetOf("was", "is");
    private static readonly TermSet Having = TermHash.SetOf("has", "have", "had", "with");
    private static readonly TermSet Small = TermHash.SetOf("the", "a", "an", "this", "that", "its", "their", "his", "her");

    private static (Figure Figure, string Thing, string Narrow)? Kin(Figure f, ReadOnlySpan<Token> tokens, int from, int first, int end, int to)
    {
        if (f.Unit == "time" && RepeatedBy(tokens, from, first) is { } thing)
        {
            return (f with { Unit = thing }, thing, "");
        }

        if (f.Unit == "arrest")
        {
            return (f with { Unit = "people", Role = "detained" }, "people", "");
        }

        if (CountedThings.Jobs.Contains(f.Unit) && (Cuts(tokens, Math.Max(from, first - VerbWithin), first) || Cuts(tokens, end, Math.Min(to, end + VerbWithin))))
        {
            return (f with { Unit = "people", Role = "fired" }, "people", "");
        }

        // "Alder has 2,900 workers".
        if (f.Role.Length == 0 && CountedThings.Staff.Contains(f.Unit) && first > 0 && Having.Contains(tokens[first - 1].Term) && (end >= to || !Passive.Contains(tokens[end].Term)))
        {
            return (f with { Unit = "people", Role = "employed" }, "people", "");
        }

        // "Daniel Hoek was 34."
        return f.Unit.Length == 0 && f.Role.Length == 0 && f.Qualifier == FigureQualifier.Exactly && f.Value is >= Youngest and <= Oldest && f.Value == Math.Floor(f.Value) && end - first == 1
            && first > 1 && Was.Contains(tokens[first - 1].Term) && tokens[first - 2].IsCapitalised && (end == tokens.Length || tokens[end].Kind == TokenKind.Punctuation) && (first == 2 || tokens[first - 3].IsCapitalised || tokens[first - 3].Kind == TokenKind.Punctuation)
            ? (f with { Unit = "age" }, "", "") : null;
    }

    private static string? RepeatedBy(ReadOnlySpan<Token> tokens, int from, int first)
    {
        for (int i = first - 1; i >= Math.Max(from, first - VerbWithin); i--)
        {
            if (CountedThings.Repeated.TryGetValue(tokens[i].Stem, out string? thing))
            {
                return thing;
            }
        }

        return null;
    }

    private static bool Cuts(ReadOnlySpan<Token> tokens, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (CountedThings.JobCuts.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    // "Kilograms of cocaine", "of the drug", "miles west of the airport", "from a school"; of what no one word tells, or a name does: 0.
    private static uint MaterialOf(Figure f, ReadOnlySpan<Token> tokens, int end)
    {
        if (end + 3 < tokens.Length && tokens[end + 1].Term == Of && FigureUnits.OfSymbol(f.Unit)?.Dimension == "length" && tokens[end].IsWord)
        {
            end++;
        }

        if (end + 1 >= tokens.Length || !(tokens[end].Term == Of || tokens[end].Term == From) || FigureUnits.OfSymbol(f.Unit)?.Dimension is not ("mass" or "volume" or "length"))
        {
            return 0;
        }

        int noun = Small.Contains(tokens[end + 1].Term) ? end + 2 : end + 1;
        return noun < tokens.Length && tokens[noun].IsWord && tokens[noun].IsContent && !tokens[noun].IsCapitalised && !CountedThings.AnyMaterial.Contains(tokens[noun].Stem) ? tokens[noun].Stem : 0;
    }

    private static bool IsMost(Figure f, ReadOnlySpan<Token> tokens, int from, int first)
    {
        bool most = f.Qualifier == FigureQualifier.AtMost;
        for (int i = from; i < first; i++)
        {
            most |= CountedThings.Most.Contains(tokens[i].Stem);
        }

        return most;
    }
}
