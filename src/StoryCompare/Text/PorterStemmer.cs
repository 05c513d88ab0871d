namespace StoryCompare.Text;

/// <summary>The Porter2 algorithm on a span. Source: M. Porter, "The English (Porter2) stemming algorithm", snowballstem.org, without its lists of whole words.</summary>
internal static class PorterStemmer
{
    // "Y" marks a consonant y, as in the published algorithm.
    private const char ConsonantY = 'Y';

    /// <summary>Length of the stem, which is left at the start of <paramref name="w"/>.</summary>
    public static int Stem(Span<char> w, int n)
    {
        if (n < 3 || !IsPlain(w[..n]))
        {
            return n;
        }

        bool hasY = MarkConsonantY(w, n);
        (int r1, int r2) = Regions(w, n);
        n = Plurals(w, n);
        n = PastAndIng(w, n, r1);
        n = FinalY(w, n);
        n = PorterSuffixes.Derivations(w, n, r1);
        n = PorterSuffixes.Adjectives(w, n, r1, r2);
        n = PorterSuffixes.Endings(w, n, r2);
        n = FinalEL(w, n, r1, r2);
        if (hasY)
        {
            w[..n].Replace(ConsonantY, 'y');
        }

        return n;
    }

    /// <summary>a, e, i, o, u and y where it is no consonant.</summary>
    internal static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool IsPlain(ReadOnlySpan<char> w)
    {
        foreach (char c in w)
        {
            if (c is not ((>= 'a' and <= 'z') or '\''))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MarkConsonantY(Span<char> w, int n)
    {
        bool marked = false;
        for (int i = 0; i < n; i++)
        {
            if (w[i] == 'y' && (i == 0 || IsVowel(w[i - 1])))
            {
                w[i] = ConsonantY;
                marked = true;
            }
        }

        return marked;
    }

    private static (int R1, int R2) Regions(ReadOnlySpan<char> w, int n)
    {
        ReadOnlySpan<char> word = w[..n];
        int r1 = word.StartsWith("gener") || word.StartsWith("arsen") ? 5 : word.StartsWith("commun") ? 6 : AfterVowelConsonant(word, 0);
        return (r1, AfterVowelConsonant(word, r1));
    }

    private static int AfterVowelConsonant(ReadOnlySpan<char> word, int from)
    {
        for (int i = from + 1; i < word.Length; i++)
        {
            if (!IsVowel(word[i]) && IsVowel(word[i - 1]))
            {
                return i + 1;
            }
        }

        return word.Length;
    }

    /// <summary>Step 1a.</summary>
    private static int Plurals(Span<char> w, int n)
    {
        ReadOnlySpan<char> word = w[..n];
        if (word.EndsWith("sses"))
        {
            return n - 2;
        }

        if (word.EndsWith("ied") || word.EndsWith("ies"))
        {
            return n > 4 ? n - 2 : n - 1;
        }

        if (word[^1] != 's' || word.EndsWith("us") || word.EndsWith("ss"))
        {
            return n;
        }

        return HasVowel(word[..(n - 2)]) ? n - 1 : n;
    }

    /// <summary>Step 1b.</summary>
    private static int PastAndIng(Span<char> w, int n, int r1)
    {
        ReadOnlySpan<char> word = w[..n];
        int eed = word.EndsWith("eedly") ? 5 : word.EndsWith("eed") ? 3 : 0;
        if (eed > 0)
        {
            return n - eed >= r1 ? n - eed + 2 : n;
        }

        int cut = word.EndsWith("ingly") ? 5 : word.EndsWith("edly") ? 4 : word.EndsWith("ing") ? 3 : word.EndsWith("ed") ? 2 : 0;
        if (cut == 0 || !HasVowel(word[..(n - cut)]))
        {
            return n;
        }

        n -= cut;
        word = w[..n];
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz"))
        {
            w[n] = 'e';
            return n + 1;
        }

        if (n > 1 && word[^1] == word[^2] && word[^1] is ('b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't'))
        {
            return n - 1;
        }

        if (n <= r1 && EndsInShortSyllable(word))
        {
            w[n] = 'e';
            return n + 1;
        }

        return n;
    }

    /// <summary>Step 1c.</summary>
    private static int FinalY(Span<char> w, int n)
    {
        if (n > 2 && w[n - 1] is ('y' or ConsonantY) && !IsVowel(w[n - 2]))
        {
            w[n - 1] = 'i';
        }

        return n;
    }

    /// <summary>Step 5.</summary>
    private static int FinalEL(ReadOnlySpan<char> w, int n, int r1, int r2)
    {
        if (n == 0)
        {
            return n;
        }

        if (w[n - 1] == 'e')
        {
            return n - 1 >= r2 || (n - 1 >= r1 && !EndsInShortSyllable(w[..(n - 1)])) ? n - 1 : n;
        }

        return w[n - 1] == 'l' && n - 1 >= r2 && n > 1 && w[n - 2] == 'l' ? n - 1 : n;
    }

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (IsVowel(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Consonant, vowel, consonant other than w, x and Y; or, at the start, vowel and consonant.</summary>
    private static bool EndsInShortSyllable(ReadOnlySpan<char> word) => word.Length switch
    {
        < 2 => false,
        2 => IsVowel(word[0]) && !IsVowel(word[1]),
        _ => !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or ConsonantY) && IsVowel(word[^2]) && !IsVowel(word[^3]),
    };
}
