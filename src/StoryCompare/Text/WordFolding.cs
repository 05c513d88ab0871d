namespace StoryCompare.Text;

/// <summary>Folds words for matching: lower case, no diacritics, plain apostrophes. Own table, so that no machine's ICU version changes a result.</summary>
internal static class WordFolding
{
    /// <summary>Longest word that is folded whole; the rest is cut.</summary>
    public const int MaxLength = 256;

    /// <summary>Writes the folded form of <paramref name="word"/> and returns its length, at most <see cref="MaxLength"/>.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        int n = 0;
        foreach (char c in word)
        {
            if (n == MaxLength)
            {
                break;
            }

            char f = Fold(c);
            if (f != '\0')
            {
                folded[n++] = f;
            }
        }

        return n;
    }

    /// <summary>The folded character; NUL when it vanishes (combining and direction marks).</summary>
    public static char Fold(char c)
    {
        if (c < 0x80)
        {
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        }

        return c switch
        {
            '\u2018' or '\u2019' or '\u02BC' or '\u02BE' or '\u02BF' or '\u2032' => '\'',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' => '-',
            >= '\u0300' and <= '\u036F' => '\0',
            '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\uFEFF' or '\u00AD' => '\0',
            _ => FoldLatin(char.ToLowerInvariant(c)),
        };
    }

    private static char FoldLatin(char c) => c switch
    {
        >= 'à' and <= 'å' or 'ā' or 'ă' or 'ą' => 'a',
        'ç' or 'ć' or 'č' or 'ĉ' => 'c',
        >= 'è' and <= 'ë' or 'ē' or 'ę' or 'ě' => 'e',
        >= 'ì' and <= 'ï' or 'ī' or 'ı' => 'i',
        'ñ' or 'ń' or 'ň' => 'n',
        >= 'ò' and <= 'ö' or 'ø' or 'ō' or 'ő' => 'o',
        >= 'ù' and <= 'ü' or 'ū' or 'ů' or 'ű' => 'u',
        'ý' or 'ÿ' => 'y',
        'š' or 'ś' or 'ş' or 'ș' => 's',
        'ž' or 'ź' or 'ż' => 'z',
        'ğ' => 'g',
        'ł' => 'l',
        'đ' or 'ð' => 'd',
        'ř' => 'r',
        'ť' or 'ţ' or 'ț' => 't',
        _ => c,
    };
}
