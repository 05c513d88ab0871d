namespace StoryCompare.Text;

/// <summary>Splits text into tokens. Linear, allocation-free but for the list it appends to.</summary>
internal static class Tokenizer
{
    /// <summary>Longest token; longer runs are cut, so that a megabyte without a space stays linear.</summary>
    public const int MaxTokenLength = WordFolding.MaxLength;

    /// <summary>Appends the tokens of <paramref name="span"/> of <paramref name="source"/>, with offsets into the whole source.</summary>
    public static void Tokenize(string source, TextSpan span, List<Token> tokens)
    {
        int i = span.Start;
        bool afterSpace = true;
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        while (i < span.End)
        {
            char c = source[i];
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF')
            {
                afterSpace = true;
                i++;
                continue;
            }

            int start = i;
            TokenKind kind;
            if (char.IsLetter(c))
            {
                kind = TokenKind.Word;
                i = EndOfWord(source, i, Math.Min(span.End, start + MaxTokenLength));
            }
            else if (char.IsDigit(c))
            {
                kind = TokenKind.Number;
                i = EndOfNumber(source, i, Math.Min(span.End, start + MaxTokenLength));
            }
            else
            {
                kind = char.IsPunctuation(c) ? TokenKind.Punctuation : TokenKind.Symbol;
                i++;
                if (char.IsHighSurrogate(c) && i < span.End && char.IsLowSurrogate(source[i]))
                {
                    i++;
                }
            }

            tokens.Add(Create(source.AsSpan(start, i - start), start, kind, afterSpace, folded));
            afterSpace = false;
        }
    }

    private static Token Create(ReadOnlySpan<char> word, int start, TokenKind kind, bool afterSpace, Span<char> folded)
    {
        TokenFlags flags = afterSpace ? TokenFlags.AfterSpace : TokenFlags.None;
        int n = WordFolding.Fold(word, folded);
        if (kind == TokenKind.Word)
        {
            flags |= Case(word);
            if (n > 2 && folded[n - 1] == 's' && folded[n - 2] == '\'')
            {
                n -= 2;
                flags |= TokenFlags.Possessive;
            }
            else if (n > 1 && folded[n - 1] == '\'')
            {
                n--;
                flags |= TokenFlags.Possessive;
            }
        }

        uint term = TermHash.OfFolded(folded[..n]);
        uint stem = term;
        if (kind == TokenKind.Word)
        {
            if (StopWords.Contains(term))
            {
                flags |= TokenFlags.StopWord;
            }

            stem = TermHash.OfFolded(folded[..Stemmer.Stem(folded, n)]);
        }

        return new Token(start, (ushort)word.Length, kind, flags, term, stem);
    }

    private static TokenFlags Case(ReadOnlySpan<char> word)
    {
        TokenFlags flags = char.IsUpper(word[0]) ? TokenFlags.Capitalised : TokenFlags.None;
        int upper = 0;
        foreach (char c in word)
        {
            if (char.IsDigit(c))
            {
                flags |= TokenFlags.HasDigit;
            }
            else if (char.IsLower(c))
            {
                upper = int.MinValue;
            }
            else if (char.IsUpper(c))
            {
                upper++;
            }
        }

        return upper >= 2 ? flags | TokenFlags.AllCaps : flags;
    }

    private static int EndOfWord(string s, int i, int end)
    {
        int start = i;
        while (i < end)
        {
            char c = s[i];
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                i++;
            }
            else if (IsApostrophe(c) && i + 1 < end && char.IsLetter(s[i + 1]))
            {
                i++;
            }
            else if (c == '.' && i - start == 1 && i + 2 < end && char.IsLetter(s[i + 1]) && s[i + 2] == '.')
            {
                return EndOfInitials(s, start, end);
            }
            else
            {
                break;
            }
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

    private static int EndOfNumber(string s, int i, int end)
    {
        while (i < end && (char.IsDigit(s[i]) || (s[i] is '.' or ',' && i + 1 < end && char.IsDigit(s[i + 1]))))
        {
            i++;
        }

        return i;
    }

    /// <summary>Apostrophes and the transliteration marks for ayn and hamza.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2018' or '\u2019' or '\u02BC' or '\u02BE' or '\u02BF';
}
