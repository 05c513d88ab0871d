using StoryCompare.Internals;


namespace StoryCompare.Text;

/// <summary>Bylines, sign-offs, date lines and contact lines.</summary>
internal static class BylineRules
{
    private const int LongestByline = 14;
    private static readonly DropRule By = new("byline", "by-and-names");
    private static readonly DropRule SignOff = new("byline", "dash-and-name");
    private static readonly DropRule DateLine = new("date-line", "date-alone");
    private static readonly DropRule Posted = new("date-line", "posted-at");
    private static readonly uint ByTerm = TermHash.Of("by");
    private static readonly TermSet DateWords = Terms("january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun a.m. p.m. am pm est edt cst cdt mst mdt pst pdt et ct pt gmt utc bst ist at on of the updated posted published last modified created first date time hrs hours h st nd rd th and by publish print originally");
    private static readonly TermSet PostedWords = Terms("updated posted published modified created");
    private static readonly TermSet MonthsAndDays = Terms("january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday");

    /// <summary>The rule that takes the line, or null.</summary>
    public static DropRule? Match(string text, in Line line, ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length > 40)
        {
            return null;
        }

        if (IsDate(text, line, tokens, out bool posted) && !Datelines.TryRead(text, tokens, out _, out _))
        {
            return posted ? Posted : DateLine;
        }

        if (line.Words is 0 or > LongestByline || line.HasVerb || line.Has(LineTraits.Quote))
        {
            return null;
        }

        if (tokens[0].Term == ByTerm && line.Words >= 2 && NamesOnly(line, tokens))
        {
            return By;
        }

        bool dashed = text[tokens[0].Start] is '\u2014' || (tokens.Length > 2 && text[tokens[0].Start] == '-' && text[tokens[1].Start] == '-');
        return dashed && line.Words <= 5 && line.Words == line.Capitalised && !line.IsTerminal ? SignOff : null;
    }

    /// <summary>Index of the token at which "Posted: Monday, …" or "Updated: …" starts behind other words; -1 when the line does not end so.</summary>
    public static int PostedTail(string text, in Line line, ReadOnlySpan<Token> tokens)
    {
        if (line.Words > 60)
        {
            return -1;
        }

        for (int t = 3; t + 3 < tokens.Length; t++)
        {
            if (PostedWords.Contains(tokens[t].Term) && tokens[t].IsCapitalised && text[tokens[t + 1].Start] == ':')
            {
                Line tail = new() { Start = tokens[t].Start, End = line.End, Words = line.Words };
                return tokens.Length - t <= 40 && IsDate(text, tail, tokens[t..], out _) ? t : -1;
            }
        }

        return -1;
    }

    /// <summary>Capitalised words with at most a few small ones ("and", "for", "of").</summary>
    private static bool NamesOnly(in Line line, ReadOnlySpan<Token> tokens)
    {
        int small = line.Words - line.Capitalised - (tokens[0].IsCapitalised ? 0 : 1);
        return small <= 2 && tokens.Length > 1 && tokens[1].IsCapitalised && line.Words >= 2;
    }

    /// <summary>A date, with or without "Posted", clock time and zone; no other word.</summary>
    private static bool IsDate(string text, in Line line, ReadOnlySpan<Token> tokens, out bool posted)
    {
        posted = false;
        int numbers = 0;
        int dates = 0;
        foreach (Token token in tokens)
        {
            if (token.Kind == TokenKind.Number)
            {
                numbers++;
            }
            else if (token.IsWord)
            {
                posted |= PostedWords.Contains(token.Term);
                dates += MonthsAndDays.Contains(token.Term) ? 1 : 0;
                if (!DateWords.Contains(token.Term) && !(token.IsCapitalised && numbers == 0 && line.Words <= 4 && token.Start == line.Start))
                {
                    return false;
                }
            }
        }

        bool slashes = numbers >= 3 && line.Words <= 2 && text.AsSpan(line.Start, line.End - line.Start).IndexOfAny('/', '-', ':') >= 0;
        return numbers >= 1 && ((dates > 0 && numbers >= 2) || (dates > 0 && line.Words <= 4) || slashes || posted);
    }

    private static TermSet Terms(string words) => new(words.Split(' ').Select(static w => TermHash.Of(w)));
}
