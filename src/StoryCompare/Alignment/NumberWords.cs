using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Alignment;

/// <summary>Gives number words and digits one key, so that "three" meets "3" and "18,000" meets "18000".</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    private static readonly TermMap<uint> Keys = Small
        .Select(static (word, i) => (Word: TermHash.Of(word), Key: KeyOfDigits((i + 2).ToString(System.Globalization.CultureInfo.InvariantCulture))))
        .ToTermMap(static p => p.Word, static p => p.Key);

    /// <summary>The key of a number token or a number word; 0 for other words. "One" is left out: it is a pronoun more often.</summary>
    public static uint KeyOf(in Token token, ReadOnlySpan<char> text) => token.Kind switch
    {
        TokenKind.Number => KeyOfDigits(text),
        TokenKind.Word => Keys.GetValueOrDefault(token.Term),
        _ => 0,
    };

    private static uint KeyOfDigits(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[32];
        int n = 0;
        foreach (char c in text)
        {
            if (c != ',' && n < digits.Length)
            {
                digits[n++] = c;
            }
        }

        return TermHash.OfFolded(digits[..n]);
    }
}
