using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>Splits text into tokens. Linear, allocation-free but for the list it appends to.</summary>
/// <remarks>
/// Hyphens are tokens of their own; apostrophes, joiners and direction marks inside a word belong to it; "U.S." and "p.m." are one word each.
/// A run of eight or more equal marks ("________") is one token. Han and Kana characters are tokens of one character each.
/// </remarks>
internal static class Tokenizer
{
    /// <summary>Longest token; longer runs are cut, so that a megabyte without a space stays linear.</summary>
    public const int MaxTokenLength = WordFolding.MaxLength;

    private const int RunOfMarks = 8;

    /// <summary>The same, for a list that outlives the call.</summary>
    public static void Tokenize(string source, TextSpan span, List<Token> tokens)
    {
        using PooledList<Token> found = new((span.Length / 4) + 16);
        Tokenize(source, span, found);
        tokens.AddRange(found.AsSpan());
    }

    /// <summary>Appends the tokens of <paramref name="span"/> of <paramref name="source"/>, with offsets into the whole source.</summary>
    public static void Tokenize(string source, TextSpan span, PooledList<Token> tokens)
    {
        bool afterSpace = true;
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        int i = span.Start;
        while (i < span.End)
        {
            // Plain blanks and plain words are nearly all of a news text.
            if (source[i] == ' ')
            {
                afterSpace = true;
                i++;
                continue;
            }

            if (char.IsAsciiLetter(source[i]) && PlainWord.TryRead(source, i, Math.Min(span.End, i + MaxTokenLength), afterSpace, out Token word))
            {
                tokens.Add(word);
                i = word.End;
                afterSpace = false;
                continue;
            }

            CharKind kind = CharClass.At(source, i, out int length);
            int start = i;
            int limit = Math.Min(span.End, start + MaxTokenLength);
            if (length > span.End - i)
            {
                kind = CharKind.Symbol;
                length = 1;
            }

            i += length;
            switch (kind)
            {
                case CharKind.Space:
                    afterSpace = true;
                    continue;
                case CharKind.Ignored:
                    continue;
                case CharKind.Letter:
                case CharKind.Mark:
                    i = EndOfWord(source, start, i, limit);
                    tokens.Add(WordTokens.Word(source.AsSpan(start, i - start), start, afterSpace, folded));
                    break;
                case CharKind.Ideograph:
                    tokens.Add(WordTokens.Word(source.AsSpan(start, i - start), start, afterSpace, folded));
                    break;
                case CharKind.Digit:
                    i = EndOfNumber(source, start, i, limit);
                    tokens.Add(WordTokens.Other(source.AsSpan(start, i - start), start, TokenKind.Number, afterSpace, folded));
                    break;
                default:
                    i = EndOfRun(source, start, i, limit);
                    TokenKind mark = kind == CharKind.Punctuation ? TokenKind.Punctuation : TokenKind.Symbol;
                    tokens.Add(WordTokens.Other(source.AsSpan(start, i - start), start, mark, afterSpace, folded));
                    break;
            }

            afterSpace = false;
        }
    }

    /// <summary>The token of the word that starts at <paramref name="start"/>, by the rules for all scripts: what <see cref="PlainWord"/> is held against.</summary>
    internal static Token WordAt(string source, int start, int end, bool afterSpace)
    {
        CharClass.At(source, start, out int length);
        int stop = EndOfWord(source, start, start + length, Math.Min(end, start + MaxTokenLength));
        return WordTokens.Word(source.AsSpan(start, stop - start), start, afterSpace, stackalloc char[WordFolding.MaxLength]);
    }

    // The first character counts whatever the rules for the others say: a token is never empty.
    private static int EndOfWord(string s, int start, int afterFirst, int end)
    {
        int i = afterFirst;
        while (i < end)
        {
            char c = s[i];
            if (CharClass.IsWordChar(c))
            {
                i++;
            }
            else if (c == '.')
            {
                return i - start == 1 && char.IsLetter(s[start]) && i + 2 < end && s[i + 2] == '.' && char.IsLetter(s[i + 1]) ? EndOfInitials(s, start, end) : i;
            }
            else if (CharClass.IsApostrophe(c))
            {
                if (i + 1 >= end || !IsLetterOrMark(s[i + 1]))
                {
                    return i;
                }

                i++;
            }
            else if (c < 0x80)
            {
                return i;
            }
            else if (char.IsHighSurrogate(c))
            {
                if (CharClass.At(s, i, out int length) is not (CharKind.Letter or CharKind.Mark or CharKind.Digit) || i + length > end)
                {
                    return i;
                }

                i += length;
            }
            else
            {
                int next = SkipIgnored(s, i, end);
                if (next == i || next >= end || !CharClass.IsWordChar(s[next]))
                {
                    return i;
                }

                i = next;
            }
        }

        return CutBeforeSurrogate(s, start, i);
    }

    private static bool IsLetterOrMark(char c) => CharClass.Of(c) is CharKind.Letter or CharKind.Mark;

    /// <summary>A cut at the longest length must not part a surrogate pair.</summary>
    private static int CutBeforeSurrogate(string s, int start, int i) =>
        i < s.Length && i - start > 1 && char.IsLowSurrogate(s[i]) && char.IsHighSurrogate(s[i - 1]) ? i - 1 : i;

    /// <summary>Joiners, direction marks and soft hyphens: at most eight in a row stay inside a word.</summary>
    private static int SkipIgnored(string s, int i, int end)
    {
        int stop = Math.Min(end, i + 8);
        while (i < stop && s[i] >= 0x80 && CharClass.Of(s[i]) == CharKind.Ignored)
        {
            i++;
        }

        return i;
    }

    private static int EndOfInitials(string s, int i, int end)
    {
        while (i + 1 < end && char.IsLetter(s[i]) && s[i + 1] == '.')
        {
            i += 2;
        }

        return i;
    }

    private static int EndOfNumber(string s, int start, int afterFirst, int end)
    {
        int i = afterFirst;
        int firstSeparator = -1;
        while (i < end)
        {
            char c = s[i];
            if (IsDigit(c))
            {
                i++;
                continue;
            }

            if (i + 1 >= end || !IsDigit(s[i + 1]))
            {
                break;
            }

            if (c is '.' or ',' or '\u066B' or '\u066C')
            {
                i++;
            }
            else if (IsGroupSeparator(c) && (firstSeparator < 0 ? i - start <= 3 : s[firstSeparator] == c) && IsGroupOfThree(s, i + 1, end))
            {
                firstSeparator = firstSeparator < 0 ? i : firstSeparator;
                i += 4;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private static bool IsDigit(char c) => c < 0x80 ? (uint)(c - '0') < 10 : CharClass.Of(c) == CharKind.Digit;

    private static bool IsGroupSeparator(char c) => c is '\u00A0' or '\u2009' or '\u202F' or '\'' or '\u2019';

    private static bool IsGroupOfThree(string s, int i, int end) =>
        i + 2 < end && IsDigit(s[i]) && IsDigit(s[i + 1]) && IsDigit(s[i + 2]) && (i + 3 >= end || !IsDigit(s[i + 3]));

    /// <summary>End of a run of one mark, or of the mark alone when the run is short.</summary>
    private static int EndOfRun(string s, int start, int afterFirst, int end)
    {
        if (afterFirst - start != 1 || afterFirst >= end || s[afterFirst] != s[start] || char.IsSurrogate(s[start]))
        {
            return afterFirst;
        }

        int i = afterFirst;
        while (i < end && s[i] == s[start])
        {
            i++;
        }

        return i - start >= RunOfMarks ? i : afterFirst;
    }
}
