namespace StoryCompare.Names;

/// <summary>Splits a name into folded words: "Dayr al-Zawr" is dayr, al, zawr; "J.-C. Juncker" is j, c, juncker; "U.S." is us.</summary>
internal static class NameText
{
    /// <summary>Most words of a name that are looked at.</summary>
    public const int MaxWords = 16;

    /// <summary>Most words that <see cref="Split"/> gives: an "and" for "&amp;" may come behind the last.</summary>
    public const int MostWords = MaxWords + 1;

    private const int MaxChars = 256;
    private const int LongestWord = 64;

    /// <summary>Appends the folded words of <paramref name="name"/> to <paramref name="words"/>, at most <see cref="MaxWords"/>; articles included.</summary>
    public static void Split(ReadOnlySpan<char> name, List<string> words)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        int n = 0;
        int i = 0;
        while (i < name.Length && i < MaxChars && words.Count < MaxWords)
        {
            char c = name[i];
            if (i > 1 && Text.CharClass.IsApostrophe(c) && i + 1 < name.Length && name[i + 1] is 's' or 'S' && (i + 2 == name.Length || !char.IsLetter(name[i + 2])))
            {
                // A possessive is no part of the name ("Peru's").
                i += 2;
                continue;
            }

            bool inside = Romanizer.Append(c, buffer, ref n);
            if (!inside && c == '.' && n == 1 && IsInitials(name, i))
            {
                // "L.L.C." and "U.S." are one word; "J. Smith" is two.
                i++;
                while (i < name.Length && name[i] is not (' ' or '-' or '\u00A0' or ','))
                {
                    if (name[i] != '.')
                    {
                        Romanizer.Append(name[i], buffer, ref n);
                    }

                    i++;
                }

                inside = false;
                i--;
            }

            if (!inside)
            {
                Flush(buffer, ref n, words);
                if (c == '&' && words.Count > 0)
                {
                    words.Add("and");
                }
            }

            i++;
        }

        Flush(buffer, ref n, words);
    }

    /// <summary>The folded words without articles, with one space between: the key of the alias tables and of plain folding.</summary>
    public static string Plain(ReadOnlySpan<char> name)
    {
        List<string> words = [];
        Split(name, words);
        return Plain(words);
    }

    /// <summary>The same of words that are split already.</summary>
    public static string Plain(List<string> words)
    {
        if (words.Count == 1)
        {
            return words[0];
        }

        // A word has 64 letters at most.
        Span<char> plain = stackalloc char[MostWords * (LongestWord + 1)];
        int n = 0;
        for (int i = 0; i < words.Count; i++)
        {
            if (!IsArticle(words, i))
            {
                if (n > 0)
                {
                    plain[n++] = ' ';
                }

                words[i].CopyTo(plain[n..]);
                n += words[i].Length;
            }
        }

        return new string(plain[..n]);
    }

    /// <summary>Whether word <paramref name="i"/> is an article in front of another word: "al", "el", "the", and the assimilated ones ("ar-Riyadh", "At Taif") in front of their letter.</summary>
    public static bool IsArticle(List<string> words, int i)
    {
        if (i + 1 >= words.Count || (NameWords.OfFolded(words[i]) & NameWord.Article) == NameWord.None)
        {
            return false;
        }

        string word = words[i];
        return word is "al" or "el" or "the" || (word is "ul" or "l" && i > 0)
            || (words[i + 1].Length > 1 && word.Length <= 3 && (word[^1] == words[i + 1][0] || (word.Length == 3 && words[i + 1].AsSpan().StartsWith(word.AsSpan(1)))));
    }

    private static bool IsInitials(ReadOnlySpan<char> name, int dot) =>
        dot + 1 < name.Length && char.IsLetter(name[dot + 1]) && (dot + 2 >= name.Length || !char.IsLetter(name[dot + 2]));

    private static void Flush(Span<char> buffer, ref int n, List<string> words)
    {
        if (n > 0 && words.Count < MaxWords)
        {
            words.Add(new string(buffer[..n]));
        }

        n = 0;
    }
}
