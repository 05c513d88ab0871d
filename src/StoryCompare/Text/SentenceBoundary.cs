namespace StoryCompare.Text;

/// <summary>Decides whether a full stop, question mark, exclamation mark or ellipsis ends a sentence.</summary>
internal static class SentenceBoundary
{
    private static readonly uint Al = TermHash.Of("al");
    private static readonly uint El = TermHash.Of("el");

    /// <summary>Marks that may end a sentence, and words that end in a full stop ("U.S.").</summary>
    public static bool IsEnder(string source, in Token token)
    {
        char c = source[token.Start];
        return token.Kind == TokenKind.Word ? token.Length > 1 && source[token.End - 1] == '.' : c is '.' or '!' or '?' or '\u2026' || IsAlwaysEnder(c);
    }

    /// <summary>A bullet that starts an item.</summary>
    public static bool IsBullet(char c) => c is '\u2022' or '\u25AA' or '\u25A0' or '\u25CF' or '\u2023' or '\u25E6' or '\u25BA';

    /// <summary>Index of the first token after the ender at <paramref name="t"/>, further enders and the closing marks that belong to it.</summary>
    public static int Closers(string source, ReadOnlySpan<Token> tokens, int t, ref QuoteParity quotes)
    {
        int next = t + 1;
        for (; next < tokens.Length; next++)
        {
            Token token = tokens[next];
            char c = source[token.Start];
            bool adjacent = token.Start == tokens[next - 1].End;
            bool last = next + 1 >= tokens.Length;
            bool spaceAfter = last || tokens[next + 1].Start > token.End;
            bool joins = c switch
            {
                '.' or '!' or '?' or '\u2026' => adjacent,
                ')' or ']' or '}' or '\u201D' or '\u00BB' or '\u203A' or '\u300D' or '\u300F' or '\uFF09' => adjacent || spaceAfter,
                '\u2019' or '\'' => adjacent && (spaceAfter || tokens[next + 1].Kind == TokenKind.Punctuation),
                '"' => adjacent ? quotes.Open || spaceAfter : quotes.Open && spaceAfter,
                _ => adjacent && IsAlwaysEnder(c),
            };
            if (!joins && c == '[' && adjacent && next + 2 < tokens.Length && tokens[next + 1].Kind == TokenKind.Number && source[tokens[next + 2].Start] == ']')
            {
                next += 2;
                continue;
            }

            if (!joins)
            {
                break;
            }

            quotes.Read(source, tokens, next);
        }

        return next;
    }

    /// <summary>Whether a sentence of <paramref name="tokens"/> that starts at <paramref name="first"/> ends with the ender at <paramref name="ender"/>; <paramref name="next"/> is the token after it and its closing marks.</summary>
    public static bool IsBoundary(string source, ReadOnlySpan<Token> tokens, int first, int ender, int next)
    {
        if (IsAlwaysEnder(source[tokens[ender].Start]))
        {
            return true;
        }

        int word = FirstWord(source, tokens, next, out bool opened, out bool dashed);
        if (word < 0)
        {
            return false;
        }

        Token follower = tokens[word];
        if (!StartsSentence(source, tokens, word, opened) || (dashed && (next - ender > 1 || tokens[ender].IsWord)))
        {
            return false;
        }

        if (follower.Kind == TokenKind.Number && next == ender + 1 && ender > 0 && tokens[ender - 1].IsWord && !tokens[ender - 1].IsCapitalised && Abbreviations.WantsMore(tokens[ender - 1].Term))
        {
            return false;
        }

        bool spaced = tokens[next].Start > tokens[next - 1].End;
        if (!spaced)
        {
            return IsBoundaryWithoutSpace(source, tokens, ender, next, word, opened);
        }

        return source[tokens[ender].Start] switch
        {
            '!' when next == ender + 1 && ender > 0 && tokens[ender - 1].IsCapitalised && Abbreviations.KindOf(tokens[ender - 1].Term) == AbbreviationKind.Title => false,
            '!' or '?' => !IsReportingTail(source, tokens, ender, next, word),
            '\u2026' => IsBoundaryAfterEllipsis(tokens, ender, next, follower),
            '.' when IsEllipsis(source, tokens, ender, next) => IsBoundaryAfterEllipsis(tokens, ender, next, follower),
            _ => IsBoundaryAfterStop(source, tokens, first, ender, next, word, opened),
        };
    }

    private static bool IsAlwaysEnder(char c) => c is '\u3002' or '\uFF01' or '\uFF1F' or '\uFF61' or '\u061F' or '\u06D4' or '\u0964' or '\u0965' or '\u1362';

    /// <summary>The first word or number after opening marks, within eight tokens; -1 when something else stands there.</summary>
    private static int FirstWord(string source, ReadOnlySpan<Token> tokens, int next, out bool opened, out bool dashed)
    {
        opened = false;
        dashed = false;
        int stop = Math.Min(tokens.Length, next + 8);
        for (int t = next; t < stop; t++)
        {
            if (tokens[t].Kind <= TokenKind.Number)
            {
                return t;
            }

            switch (source[tokens[t].Start])
            {
                case '"' or '\u201C' or '\u2018' or '\'' or '\u201E' or '\u00AB' or '\u2039' or '(' or '[' or '\u00BF' or '\u00A1' or '\u300C' or '`':
                    opened = true;
                    break;
                case '-' or '\u2013' or '\u2014':
                    dashed = true;
                    break;
                case '\u2026' or '.' or '*' or '#' or '$' or '\u20AC' or '\u00A3' or '\u00A5' or '@':
                    break;
                default:
                    return tokens[t].Kind == TokenKind.Symbol && tokens[t].Length > 1 ? t : -1;
            }
        }

        return -1;
    }

    private static bool StartsSentence(string source, ReadOnlySpan<Token> tokens, int word, bool opened)
    {
        Token token = tokens[word];
        if (token.Kind != TokenKind.Word || token.IsCapitalised || !char.IsLower(source[token.Start]))
        {
            return true;
        }

        bool article = token.Term == Al || token.Term == El;
        return !opened && article && word + 2 < tokens.Length && source[tokens[word + 1].Start] == '-' && tokens[word + 2].IsCapitalised;
    }

    /// <summary>"shooting.The": lower-case word, stop, capital. Not "U.S.-led", "example.com", "ASP.NET".</summary>
    private static bool IsBoundaryWithoutSpace(string source, ReadOnlySpan<Token> tokens, int ender, int next, int word, bool opened)
    {
        Token follower = tokens[word];
        bool closed = next - ender > 1 && source[tokens[next - 1].Start] is '"' or '\u201D' or ')' or '\u2019' or ']';
        if (follower.Kind == TokenKind.Number)
        {
            return closed || opened;
        }

        if (follower.Kind == TokenKind.Word && (follower.Length < 2 && source[follower.Start] is not ('I' or 'A')))
        {
            return false;
        }

        if (tokens[ender].IsWord)
        {
            return Abbreviations.KindOf(tokens[ender].Term) == AbbreviationKind.ClockTime && !opened && !follower.Has(TokenFlags.AllCaps);
        }

        if (closed || opened)
        {
            return true;
        }

        Token before = ender > 0 ? tokens[ender - 1] : default;
        if (ender == 0 || before.End != tokens[ender].Start)
        {
            return false;
        }

        if (before.Kind == TokenKind.Number)
        {
            return !follower.Has(TokenFlags.AllCaps);
        }

        bool known = Abbreviations.KindOf(before.Term) != AbbreviationKind.None;
        bool lower = before.IsWord && char.IsLower(source[before.End - 1]) && before.Length > 1;
        bool address = word + 2 < tokens.Length && source[tokens[word + 1].Start] == '.' && tokens[word + 1].Start == follower.End && tokens[word + 2].Start == tokens[word + 1].End && char.IsLower(source[tokens[word + 2].Start]);
        bool inAddress = ender > 1 && before.Start == tokens[ender - 2].End && source[tokens[ender - 2].Start] is '.' or '@' or '/';
        return lower && !known && !address && !inAddress;
    }

    private static bool IsEllipsis(string source, ReadOnlySpan<Token> tokens, int ender, int next) =>
        tokens[ender].Length > 1 || (next > ender + 2 && source[tokens[ender + 1].Start] == '.' && source[tokens[ender + 2].Start] == '.');

    /// <summary>An ellipsis close to its word ends a sentence before any capital; a free one only before a function word.</summary>
    private static bool IsBoundaryAfterEllipsis(ReadOnlySpan<Token> tokens, int ender, int next, in Token follower)
    {
        bool close = ender > 0 && tokens[ender - 1].End == tokens[ender].Start;
        return close || next - ender > 3 || (follower.IsStopWord && follower.Length > 1 && Abbreviations.KindOf(follower.Term) != AbbreviationKind.NotStarter);
    }

    private static bool IsBoundaryAfterStop(string source, ReadOnlySpan<Token> tokens, int first, int ender, int next, int word, bool opened)
    {
        if (tokens[ender].IsWord)
        {
            return AfterAbbreviation(source, tokens, Abbreviations.KindOf(tokens[ender].Term) is AbbreviationKind.ClockTime ? AbbreviationKind.ClockTime : AbbreviationKind.Maybe, ender, next, word, opened);
        }

        if (ender == 0 || next - ender > 1)
        {
            return ender > 0 && !IsReportingTail(source, tokens, ender, next, word);
        }

        Token before = tokens[ender - 1];
        if (before.End != tokens[ender].Start)
        {
            return true;
        }

        if (before.Kind == TokenKind.Number)
        {
            bool enumerator = ender - 1 == first && before.Length <= 3;
            return !enumerator;
        }

        if (!before.IsWord)
        {
            return true;
        }

        if (IsTornClock(source, tokens, ender))
        {
            return AfterAbbreviation(source, tokens, AbbreviationKind.ClockTime, ender, next, word, opened);
        }

        AbbreviationKind kind = Abbreviations.KindOf(before.Term);
        if (kind is AbbreviationKind.Proper or AbbreviationKind.Month && !before.IsCapitalised)
        {
            return true;
        }

        if (before.Length == 1 && before.IsCapitalised)
        {
            kind = source[before.Start] == 'I' && ender > 1 && !tokens[ender - 2].IsCapitalised ? AbbreviationKind.None : AbbreviationKind.Maybe;
        }

        return kind == AbbreviationKind.None || kind == AbbreviationKind.NotStarter || AfterAbbreviation(source, tokens, kind, ender, next, word, opened);
    }

    /// <summary>"a. m." and "p. m.", as some sources space them.</summary>
    private static bool IsTornClock(string source, ReadOnlySpan<Token> tokens, int ender) =>
        ender >= 3 && tokens[ender - 1].Length == 1 && source[tokens[ender - 1].Start] is 'm' or 'M' && source[tokens[ender - 2].Start] == '.'
        && tokens[ender - 3].Length == 1 && source[tokens[ender - 3].Start] is 'a' or 'p' or 'A' or 'P';

    private static bool AfterAbbreviation(string source, ReadOnlySpan<Token> tokens, AbbreviationKind kind, int ender, int next, int word, bool opened)
    {
        Token follower = tokens[word];
        if (next - ender > 1)
        {
            return !IsReportingTail(source, tokens, ender, next, word);
        }

        bool starter = follower.IsWord && follower.IsStopWord && follower.IsCapitalised && Abbreviations.KindOf(follower.Term) != AbbreviationKind.NotStarter;
        return kind switch
        {
            AbbreviationKind.Title => false,
            AbbreviationKind.Number or AbbreviationKind.Month => follower.Kind != TokenKind.Number,
            AbbreviationKind.ClockTime => follower.IsWord && (starter || (!Abbreviations.FollowsClockTime(follower.Term) && !follower.Has(TokenFlags.AllCaps))),
            _ => starter || (opened && follower.IsWord && follower.IsCapitalised && source[tokens[next].Start] is '\u201C' or '"'),
        };
    }

    /// <summary>“Who was it?” Smith asked. The name and verb belong to the quotation's sentence.</summary>
    private static bool IsReportingTail(string source, ReadOnlySpan<Token> tokens, int ender, int next, int word)
    {
        if (next - ender < 2 || word != next || source[tokens[ender].Start] == '.' || source[tokens[next - 1].Start] is not ('"' or '\u201D' or '\u2019' or '\''))
        {
            return false;
        }

        int stop = Math.Min(tokens.Length, word + 5);
        int t = word;
        while (t < stop && ((tokens[t].IsWord && tokens[t].IsCapitalised) || (t > word && source[tokens[t].Start] == '.' && Abbreviations.KindOf(tokens[t - 1].Term) == AbbreviationKind.Title)))
        {
            t++;
        }

        return t > word && t < tokens.Length && Abbreviations.IsReporting(tokens[t].Term) && (t + 1 >= tokens.Length || tokens[t + 1].Kind == TokenKind.Punctuation);
    }
}
