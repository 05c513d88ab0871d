namespace StoryCompare.Text;

/// <summary>The fast way to the token of an ASCII word, possessive included: one pass for its end, flags and term, one look-up for its stem.</summary>
/// <remarks>The rules are those of <see cref="Tokenizer"/> and <see cref="WordTokens"/>; a test compares the two on every kind of neighbour.</remarks>
internal static class PlainWord
{
    /// <summary>Reads the word that starts at <paramref name="start"/>; false when the rules for other than letters, digits and "’s" may matter.</summary>
    /// <param name="source">The text; an ASCII letter stands at <paramref name="start"/>.</param>
    /// <param name="start">Where the word starts.</param>
    /// <param name="limit">Where the stretch or the longest token ends.</param>
    /// <param name="afterSpace">Whether white space stands before it.</param>
    /// <param name="token">The token.</param>
    public static bool TryRead(string source, int start, int limit, bool afterSpace, out Token token)
    {
        token = default;
        uint term = TermHash.Empty;
        int upper = 0;
        int digits = 0;
        int i = start;
        for (; i < limit; i++)
        {
            uint c = source[i];
            uint small = c | 0x20;
            if (small - 'a' < 26)
            {
                upper += c == small ? 0 : 1;
                term = TermHash.Add(term, small);
            }
            else if (c - '0' < 10)
            {
                digits++;
                term = TermHash.Add(term, c);
            }
            else
            {
                break;
            }
        }

        if (i == limit)
        {
            return false;
        }

        int length = i - start;
        int lower = length - upper - digits;
        TokenFlags flags = afterSpace ? TokenFlags.AfterSpace : TokenFlags.None;
        int end = i;
        switch (source[i])
        {
            case '\'' or '\u2019':
                end = EndOfPossessive(source, i, limit);
                if (end < 0)
                {
                    return false;
                }

                if (end > i)
                {
                    flags |= TokenFlags.Possessive;
                    upper += source[i + 1] == 'S' ? 1 : 0;
                    lower += source[i + 1] == 's' ? 1 : 0;
                }

                break;
            case '.' when length == 1:
            case >= '\u0080':
                return false;
            default:
                break;
        }

        flags |= char.IsAsciiLetterUpper(source[start]) ? TokenFlags.Capitalised : TokenFlags.None;
        flags |= upper >= 2 && lower == 0 ? TokenFlags.AllCaps : TokenFlags.None;
        flags |= digits > 0 ? TokenFlags.HasDigit : TokenFlags.None;
        token = Finish(source.AsSpan(start, length), start, end - start, flags, term);
        return true;
    }

    // Index after "’s", or of the apostrophe when the word ends before it, or -1 for anything else.
    private static int EndOfPossessive(string source, int apostrophe, int limit)
    {
        int next = apostrophe + 1;
        if (next + 1 >= limit || source[next] >= 0x80)
        {
            return -1;
        }

        if (!char.IsAsciiLetter(source[next]))
        {
            return apostrophe;
        }

        char after = source[next + 1];
        bool ends = after < 0x80 && after != '\'' && !char.IsAsciiLetterOrDigit(after);
        return source[next] is 's' or 'S' && ends ? next + 1 : -1;
    }

    private static Token Finish(ReadOnlySpan<char> letters, int start, int length, TokenFlags flags, uint term)
    {
        ref readonly KnownWord known = ref BackgroundFrequencies.Default.Find(term);
        if (known.Word > 0)
        {
            return new Token(start, length, TokenKind.Word, flags | known.Flags, term, known.Word);
        }

        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        int n = WordFolding.Fold(letters, folded);
        uint stem = TermHash.OfFolded(folded[..Stemmer.Stem(folded, n, term)]);
        return Token.Unknown(start, length, flags, term, stem);
    }
}
