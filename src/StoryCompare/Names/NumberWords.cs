using System.Collections.Frozen;
using System.Globalization;

namespace StoryCompare.Names;

/// <summary>Numbers in names, so that "1st" is "First" and "Fund II" is not "Fund III".</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Spelled = Number(
        "one first", "two second", "three third", "four fourth", "five fifth", "six sixth", "seven seventh", "eight eighth", "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth");

    private static readonly FrozenDictionary<string, int> Roman = Number("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

    /// <summary>The number in digits, or empty when the word is none. A Roman number counts only behind another word.</summary>
    public static string Canonical(string word, int position)
    {
        if (char.IsAsciiDigit(word[0]))
        {
            int end = 0;
            while (end < word.Length && char.IsAsciiDigit(word[end]))
            {
                end++;
            }

            return end == word.Length || word[end..] is "st" or "nd" or "rd" or "th" ? word[..end] : word;
        }

        return Spelled.TryGetValue(word, out int number) || (position > 0 && Roman.TryGetValue(word, out number))
            ? number.ToString(CultureInfo.InvariantCulture) : "";
    }

    private static FrozenDictionary<string, int> Number(params string[] forms)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        for (int n = 0; n < forms.Length; n++)
        {
            foreach (string form in forms[n].Split(' '))
            {
                numbers[form] = n + 1;
            }
        }

        return numbers.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
