using System.Collections.Frozen;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>Folds the letters of a name to plain Latin lower case: diacritics off, other alphabets by one fixed spelling a letter.</summary>
internal static class Romanizer
{
    private static readonly FrozenDictionary<char, string> Table = Load();

    /// <summary>Appends the Latin spelling of a character at <paramref name="n"/>; marks and apostrophes vanish. Returns whether it was a letter or digit.</summary>
    public static bool Append(char c, Span<char> to, ref int n)
    {
        char f = WordFolding.Fold(c);
        if (f is '\0' or '\'' or '`' or '\u02BB' or '\u00B4')
        {
            return true;
        }

        if (f is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
        {
            return Put(f, to, ref n);
        }

        if (f < 0x80)
        {
            return false;
        }

        if (Table.TryGetValue(f, out string? latin))
        {
            foreach (char l in latin)
            {
                Put(l, to, ref n);
            }

            return true;
        }

        return f is >= '\uAC00' and <= '\uD7A3' ? Hangul(f, to, ref n) : char.IsLetterOrDigit(f) && Put(f, to, ref n);
    }

    private static bool Put(char c, Span<char> to, ref int n)
    {
        if (n < to.Length)
        {
            to[n++] = c;
        }

        return true;
    }

    // A Hangul syllable is arithmetic: 588 to an initial, 28 to a vowel (The Unicode Standard, section 3.12).
    private static bool Hangul(char c, Span<char> to, ref int n)
    {
        int index = c - '\uAC00';
        ReadOnlySpan<string> initials = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
        ReadOnlySpan<string> vowels = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];
        ReadOnlySpan<string> finals = ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"];
        foreach (char l in initials[index / 588])
        {
            Put(l, to, ref n);
        }

        foreach (char l in vowels[index % 588 / 28])
        {
            Put(l, to, ref n);
        }

        foreach (char l in finals[index % 28])
        {
            Put(l, to, ref n);
        }

        return true;
    }

    private static FrozenDictionary<char, string> Load()
    {
        Dictionary<char, string> table = [];
        foreach (string[] row in EmbeddedData.Rows("romanisation.tsv"))
        {
            foreach (string pair in row[1].Split(' '))
            {
                table[pair[0]] = pair[2..];
            }
        }

        return table.ToFrozenDictionary();
    }
}
