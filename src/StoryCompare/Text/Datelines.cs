namespace StoryCompare.Text;

/// <summary>Datelines: "BEIRUT, LEBANON (4:30 P.M.) –", "LONDON (Reuters) -", "HESSTON, Kan. –", "PARIS:". Place in capitals, or with a region or an agency.</summary>
internal static class Datelines
{
    private const int LongestDateline = 24;

    /// <summary>Whether the tokens of a line start with a dateline.</summary>
    /// <param name="text">The raw text.</param>
    /// <param name="tokens">The tokens of the line.</param>
    /// <param name="place">The place as written.</param>
    /// <param name="next">Index of the first token after the dateline; the count of tokens when nothing follows.</param>
    public static bool TryRead(string text, ReadOnlySpan<Token> tokens, out TextSpan place, out int next)
    {
        place = default;
        next = 0;
        int t = 0;
        int capsLetters = 0;
        while (t < tokens.Length && t < 8 && tokens[t].IsWord && IsCaps(tokens[t]))
        {
            capsLetters += tokens[t].Length;
            t++;
            while (t < tokens.Length && text[tokens[t].Start] is '-' or '/' && tokens[t].Start == tokens[t - 1].End && t + 1 < tokens.Length && IsCaps(tokens[t + 1]))
            {
                t += 2;
            }
        }

        bool caps = t > 0 && capsLetters >= 4;
        if (caps && ChromePhrases.IsLabel(tokens[t - 1].Term))
        {
            return false;
        }

        if (!caps)
        {
            t = 0;
            while (t < tokens.Length && t < 3 && tokens[t].IsWord && tokens[t].IsCapitalised && !tokens[t].IsStopWord)
            {
                t++;
            }

            if (t == 0)
            {
                return false;
            }
        }

        bool region = false;
        int placeEnd = t;
        if (t + 1 < tokens.Length && text[tokens[t].Start] == ',' && tokens[t + 1].IsWord && tokens[t + 1].IsCapitalised && !IsDateWord(tokens[t + 1]))
        {
            int u = t + 1;
            while (u < tokens.Length && u < t + 4 && tokens[u].IsWord && tokens[u].IsCapitalised)
            {
                u++;
            }

            if (u < tokens.Length && text[tokens[u].Start] == '.')
            {
                u++;
            }

            region = true;
            t = u;
            placeEnd = u;
        }

        bool agency = SkipBracket(text, tokens, ref t);
        SkipDate(text, tokens, ref t);
        agency |= SkipBracket(text, tokens, ref t);
        if (t >= tokens.Length || t > LongestDateline || !(caps || region || agency))
        {
            return false;
        }

        if (!SkipDash(text, tokens, ref t, caps, agency, region) || (t < tokens.Length && tokens[t].IsWord && !tokens[t].IsCapitalised && !(caps && agency)))
        {
            return false;
        }

        place = new TextSpan(tokens[0].Start, tokens[placeEnd - 1].End);
        next = t;
        return true;
    }

    private static bool IsDateWord(in Token token) => Abbreviations.FollowsClockTime(token.Term) && !token.Has(TokenFlags.AllCaps);

    private static bool IsCaps(in Token token) => (token.Flags & (TokenFlags.AllCaps | TokenFlags.HasDigit)) == TokenFlags.AllCaps || (token.Length == 1 && token.IsCapitalised);

    /// <summary>"(Reuters)", "(4:30 P.M.)", at most eight tokens inside.</summary>
    private static bool SkipBracket(string text, ReadOnlySpan<Token> tokens, ref int t)
    {
        if (t >= tokens.Length || text[tokens[t].Start] != '(')
        {
            return false;
        }

        int stop = Math.Min(tokens.Length, t + 12);
        for (int u = t + 1; u < stop; u++)
        {
            if (text[tokens[u].Start] == ')')
            {
                t = u + 1;
                return true;
            }
        }

        return false;
    }

    /// <summary>", Feb. 26", "June 12, 2017".</summary>
    private static void SkipDate(string text, ReadOnlySpan<Token> tokens, ref int t)
    {
        int u = t;
        bool number = false;
        int stop = Math.Min(tokens.Length, t + 8);
        while (u < stop && (tokens[u].Kind == TokenKind.Number || text[tokens[u].Start] is ',' or '.' || (tokens[u].IsWord && Abbreviations.FollowsClockTime(tokens[u].Term))))
        {
            number |= tokens[u].Kind == TokenKind.Number;
            u++;
        }

        t = number ? u : t;
    }

    private static bool SkipDash(string text, ReadOnlySpan<Token> tokens, ref int t, bool caps, bool agency, bool region)
    {
        char c = text[tokens[t].Start];
        bool spacedBefore = tokens[t].Start > tokens[t - 1].End;
        if (c == ':')
        {
            bool follows = t + 1 < tokens.Length && tokens[t + 1].Start > tokens[t].End;
            if (!caps || !follows || (!agency && !region && (t != 1 || tokens[0].Length < 5)))
            {
                return false;
            }

            t++;
            return true;
        }

        if (c is not ('-' or '\u2013' or '\u2014' or '\u2015' or '\u2012'))
        {
            return false;
        }

        int from = t;
        while (t < tokens.Length && text[tokens[t].Start] is '-' or '\u2013' or '\u2014' or '\u2015' or '\u2012')
        {
            t++;
        }

        bool spacedAfter = t >= tokens.Length || tokens[t].Start > tokens[t - 1].End;
        bool strong = agency || t - from > 1 || c != '-';
        return (spacedBefore && spacedAfter) || (strong && (spacedBefore || spacedAfter || c == '\u2014'));
    }
}
