namespace StoryCompare.Text;

/// <summary>Steps 2, 3 and 4 of the Porter2 algorithm: derivational suffixes, longest first.</summary>
internal static class PorterSuffixes
{
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
        ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"),
        ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"),
        ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
    ];

    /// <summary>Step 2.</summary>
    public static int Derivations(Span<char> w, int n, int r1)
    {
        if (n < 3 || w[n - 1] is not ('i' or 'l' or 'm' or 'n' or 'r' or 's'))
        {
            return n;
        }

        ReadOnlySpan<char> word = w[..n];
        foreach ((string suffix, string replacement) in Step2)
        {
            if (!Ends(word, suffix))
            {
                continue;
            }

            int stem = n - suffix.Length;
            if (stem < r1)
            {
                return n;
            }

            bool allowed = suffix switch
            {
                "ogi" => stem > 0 && w[stem - 1] == 'l',
                "li" => stem > 0 && w[stem - 1] is ('c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't'),
                _ => true,
            };
            return allowed ? Put(w, stem, replacement) : n;
        }

        return n;
    }

    /// <summary>Step 3.</summary>
    public static int Adjectives(Span<char> w, int n, int r1, int r2)
    {
        ReadOnlySpan<char> word = w[..n];
        foreach ((string suffix, string replacement) in Step3)
        {
            if (Ends(word, suffix))
            {
                int stem = n - suffix.Length;
                return stem < r1 || (suffix == "ative" && stem < r2) ? n : Put(w, stem, replacement);
            }
        }

        return n;
    }

    /// <summary>Step 4.</summary>
    public static int Endings(ReadOnlySpan<char> w, int n, int r2)
    {
        ReadOnlySpan<char> word = w[..n];
        foreach (string suffix in Step4)
        {
            if (Ends(word, suffix))
            {
                int stem = n - suffix.Length;
                return stem < r2 || (suffix == "ion" && (stem == 0 || w[stem - 1] is not ('s' or 't'))) ? n : stem;
            }
        }

        return n;
    }

    // Most suffixes differ in their last letter already.
    private static bool Ends(ReadOnlySpan<char> word, string suffix) => word.Length >= suffix.Length && word[^1] == suffix[^1] && word.EndsWith(suffix);

    private static int Put(Span<char> w, int at, string letters)
    {
        letters.CopyTo(w[at..]);
        return at + letters.Length;
    }
}
