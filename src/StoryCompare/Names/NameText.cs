namespace StoryCompare.Names;

/// <summary>Splits a name into folded words: "Dayr al-Zawr" is dayr, al, zawr; "J.-C. Juncker" is j, c, juncker; "U.S." is us.</summary>
internal static class NameText
{
    /// <summary>Most words of a name that are looked at.</summary>
    public const int MaxWords = 16;

    private const int MaxChars = 256;

    /// <summary>Appends the folded words of <paramref name="name"/> to <paramref name="words"/>, at most <see cref="MaxWords"/>; articles included.</summary>
    public static void Split(ReadOnlySpan<char> name, FoldedWords words)
    {
        Span<char> buffer = stackalloc char[FoldedWords.LongestWord];
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
        using FoldedWords words = new();
        Split(name, words);
        return words.Plain().ToString();
    }

    private static bool IsInitials(ReadOnlySpan<char> name, int dot) =>
        dot + 1 < name.Length && char.IsLetter(name[dot + 1]) && (dot + 2 >= name.Length || !char.IsLetter(name[dot + 2]));

    private static void Flush(Span<char> buffer, ref int n, FoldedWords words)
    {
        if (n > 0 && words.Count < MaxWords)
        {
            words.Add(buffer[..n]);
        }

        n = 0;
    }
}
