using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads how sure a sentence is of its statement, from the phrases of <c>certainty_cues.tsv</c>.</summary>
internal static class CertaintyReader
{
    // Tokens behind "denied" and "dismissed" up to what was.
    private const int ObjectWithin = 5;

    private static readonly PhraseTable<string> Cues = PhraseTable.Load("certainty_cues.tsv");
    private static readonly TermSet Granted = WordSets.Of("certainty.granted");
    private static readonly TermSet Closed = WordSets.Of("certainty.closed");
    private static readonly TermSet Adverbs = WordSets.Of("certainty.adverbs");
    private static readonly TermSet Be = WordSets.Of("certainty.be");
    private static readonly TermSet Causes = WordSets.Of("certainty.causes");
    private static readonly TermSet Calendar = WordSets.Of("certainty.calendar");
    private static readonly TermSet Denying = TermHash.SetOf("deny", "denies", "denied", "denying", "denial");
    private static readonly TermSet Not = TermHash.SetOf("not", "never", "nothing", "hardly");
    private static readonly uint May = TermHash.Of("may");
    private static readonly uint Dismissed = TermHash.Of("dismissed");
    private static readonly uint From = TermHash.Of("from");
    private static readonly uint Unknown = TermHash.Of("unknown");
    private static readonly uint In = TermHash.Of("in");

    /// <summary>The strongest class whose phrase stands in the tokens, and the phrase's span.</summary>
    public static (Certainty Certainty, TextSpan? Cue) Read(ReadOnlySpan<Token> tokens)
    {
        Certainty strongest = Certainty.Asserted;
        TextSpan? cue = null;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (Cues.Match(tokens, i, out int length) is not { } value)
            {
                continue;
            }

            if (IsOther(tokens, i, length))
            {
                i += length - 1;
                continue;
            }

            Certainty certainty = Enum.Parse<Certainty>(value, ignoreCase: true);
            if (certainty > strongest)
            {
                strongest = certainty;
                cue = new TextSpan(tokens[i].Start, tokens[i + length - 1].End);
            }

            i += length - 1;
        }

        return (strongest, cue);
    }

    // A phrase that says something else here.
    private static bool IsOther(ReadOnlySpan<Token> tokens, int i, int length)
    {
        if (length == 1)
        {
            uint term = tokens[i].Term;
            return term == May ? IsMonthOrName(tokens, i)
                : term == Dismissed ? IsClosed(tokens, i)
                : term == Unknown ? IsAttribute(tokens, i)
                : Denying.Contains(term) && Any(tokens, i + 1, i + 1 + ObjectWithin, Granted);
        }

        // "Facts not in dispute".
        return tokens[i].Term == In && i > 0 && Not.Contains(tokens[i - 1].Term);
    }

    // "In May 2015", "on May 3", "Dan May said"; a headline that capitalises every word may mean the verb.
    private static bool IsMonthOrName(ReadOnlySpan<Token> tokens, int i)
    {
        if (!tokens[i].IsCapitalised)
        {
            return false;
        }

        bool number = i + 1 < tokens.Length && tokens[i + 1].Kind == TokenKind.Number;
        if (number || i == 0 || Calendar.Contains(tokens[i - 1].Term) || tokens[i - 1].Kind != TokenKind.Word)
        {
            return true;
        }

        int words = 0, capitals = 0;
        foreach (Token t in tokens)
        {
            words += t.Kind == TokenKind.Word ? 1 : 0;
            capitals += t.Kind == TokenKind.Word && t.IsCapitalised ? 1 : 0;
        }

        return capitals * 2 <= words;
    }

    // "The case was dismissed", "dismissed the charges", "dismissed from his post": ended, not denied.
    private static bool IsClosed(ReadOnlySpan<Token> tokens, int i)
    {
        int before = i - 1;
        while (before > 0 && Adverbs.Contains(tokens[before].Term))
        {
            before--;
        }

        bool passive = before >= 0 && Be.Contains(tokens[before].Term) && Any(tokens, Math.Max(0, before - ObjectWithin - ObjectWithin), before, Closed);
        return passive || (i + 1 < tokens.Length && tokens[i + 1].Term == From) || Any(tokens, i + 1, i + 1 + ObjectWithin, Closed);
    }

    // "An unknown vehicle"; "for unknown reasons" does leave something open.
    private static bool IsAttribute(ReadOnlySpan<Token> tokens, int i) =>
        i + 1 < tokens.Length && tokens[i + 1].IsWord && tokens[i + 1].IsContent && !(i > 0 && Be.Contains(tokens[i - 1].Term)) && !Any(tokens, i + 1, i + 3, Causes);

    private static bool Any(ReadOnlySpan<Token> tokens, int from, int to, TermSet words)
    {
        for (int i = from; i < Math.Min(to, tokens.Length); i++)
        {
            if (words.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }
}
