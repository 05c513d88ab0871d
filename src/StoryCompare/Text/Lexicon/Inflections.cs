namespace StoryCompare.Text.Lexicon;

/// <summary>Makes the regular forms of an English word, so that the lexicon lists each word once and needs no stemmer to find its forms.</summary>
/// <remarks>Makes a form too many rather than one too few ("targetted" beside "targeted"): a form that nobody writes is never looked up.</remarks>
internal static class Inflections
{
    /// <summary>The word itself, then its third person, past and participle.</summary>
    public static IEnumerable<string> OfVerb(string verb)
    {
        yield return verb;
        yield return Plural(verb);
        if (verb.EndsWith('e'))
        {
            yield return verb + "d";
            yield return (verb.EndsWith("ee", StringComparison.Ordinal) ? verb : verb[..^1]) + "ing";
            if (verb.EndsWith("ie", StringComparison.Ordinal))
            {
                yield return verb[..^2] + "ying";
            }
        }
        else if (EndsInConsonantAnd(verb, 'y'))
        {
            yield return verb[..^1] + "ied";
            yield return verb + "ing";
        }
        else
        {
            bool doubles = DoublesLast(verb);
            if (!doubles || Vowels(verb) > 1)
            {
                yield return verb + "ed";
                yield return verb + "ing";
            }

            if (doubles)
            {
                yield return verb + verb[^1] + "ed";
                yield return verb + verb[^1] + "ing";
            }
        }
    }

    /// <summary>The word itself, then its plural.</summary>
    public static IEnumerable<string> OfNoun(string noun)
    {
        yield return noun;
        yield return Plural(noun);
    }

    private static string Plural(string word) =>
        EndsInConsonantAnd(word, 'y') ? word[..^1] + "ies"
        : word[^1] is 's' or 'x' or 'z' or 'o' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) ? word + "es"
        : word + "s";

    private static bool EndsInConsonantAnd(string word, char last) => word.Length > 1 && word[^1] == last && !IsVowel(word[^2]);

    // Consonant, one vowel, consonant: "stab", "admit"; not "pull", "look", "show".
    private static bool DoublesLast(string word) =>
        word.Length > 2 && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'y') && IsVowel(word[^2]) && !IsVowel(word[^3]);

    private static int Vowels(string word)
    {
        int n = 0;
        foreach (char c in word)
        {
            n += IsVowel(c) ? 1 : 0;
        }

        return n;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
