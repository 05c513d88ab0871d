namespace StoryCompare.Text;

/// <summary>Makes tokens: flags, folded term and stem of a stretch of text.</summary>
internal static class WordTokens
{
    /// <summary>The token of a word. <paramref name="folded"/> is scratch room of <see cref="WordFolding.MaxLength"/>.</summary>
    public static Token Word(ReadOnlySpan<char> word, int start, bool afterSpace, Span<char> folded)
    {
        TokenFlags flags = Case(word) | (afterSpace ? TokenFlags.AfterSpace : TokenFlags.None);
        int n = WordFolding.Fold(word, folded);
        if (n > 2 && folded[n - 1] == 's' && folded[n - 2] == '\'')
        {
            n -= 2;
            flags |= TokenFlags.Possessive;
        }

        ReadOnlySpan<char> letters = folded[..n];
        uint term = TermHash.OfFolded(letters);
        ref readonly KnownWord known = ref BackgroundFrequencies.Default.Find(term);
        if (known.Word > 0)
        {
            return new Token(start, word.Length, TokenKind.Word, flags | known.Flags, term, known.Word);
        }

        uint stem = TermHash.OfFolded(folded[..Stemmer.Stem(folded, n, term)]);
        return Token.Unknown(start, word.Length, flags, term, stem);
    }

    /// <summary>The token of a number, mark or symbol: the stem is the term.</summary>
    public static Token Other(ReadOnlySpan<char> text, int start, TokenKind kind, bool afterSpace, Span<char> folded)
    {
        TokenFlags flags = afterSpace ? TokenFlags.AfterSpace : TokenFlags.None;
        if (kind == TokenKind.Number)
        {
            flags |= TokenFlags.HasDigit;
        }

        uint term = TermHash.OfFolded(folded[..WordFolding.Fold(text, folded)]);
        return new Token(start, text.Length, kind, flags, term);
    }

    private static TokenFlags Case(ReadOnlySpan<char> word)
    {
        TokenFlags flags = char.IsUpper(word[0]) ? TokenFlags.Capitalised : TokenFlags.None;
        int upper = 0;
        bool lower = false;
        foreach (char c in word)
        {
            if ((uint)(c - 'a') < 26)
            {
                lower = true;
            }
            else if ((uint)(c - 'A') < 26)
            {
                upper++;
            }
            else if (char.IsDigit(c))
            {
                flags |= TokenFlags.HasDigit;
            }
            else if (c >= 0x80)
            {
                lower |= char.IsLower(c);
                upper += char.IsUpper(c) ? 1 : 0;
            }
        }

        return upper >= 2 && !lower ? flags | TokenFlags.AllCaps : flags;
    }
}
