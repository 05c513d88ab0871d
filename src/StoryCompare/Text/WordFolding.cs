using System.Globalization;
using StoryCompare.Internals;

namespace StoryCompare.Text;

/// <summary>Folds words for matching: lower case, no diacritics, plain apostrophes, ASCII digits. Own table, so that no machine's ICU version changes a result.</summary>
/// <remarks>
/// The table (<c>folding.tsv</c>) covers the BMP: case of all scripts, marks of Latin, Greek and Arabic letters, ligatures and full-width forms.
/// One character may become none (marks, zero-width and direction controls) or up to three ("ß" becomes "ss"). Precomposed and decomposed accents fold alike.
/// </remarks>
internal static class WordFolding
{
    /// <summary>Longest word that is folded whole; the rest is cut.</summary>
    public const int MaxLength = 256;

    private const char Expands = '\uFFFF';
    private static readonly FoldingTable Table = FoldingTable.Load();

    /// <summary>Writes the folded form of <paramref name="word"/> and returns its length, at most <see cref="MaxLength"/> and the room in <paramref name="folded"/>.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        int room = Math.Min(MaxLength, folded.Length);
        int n = 0;
        foreach (char c in word)
        {
            if (n == room)
            {
                break;
            }

            if (c < 0x80)
            {
                folded[n++] = FoldAscii(c);
                continue;
            }

            char f = Table.Find(c);
            if (f == Expands && Table.Expansions.TryGetValue(c, out string? letters))
            {
                int count = Math.Min(letters.Length, room - n);
                letters.AsSpan(0, count).CopyTo(folded[n..]);
                n += count;
            }
            else if (f != '\0')
            {
                folded[n++] = f;
            }
        }

        return n;
    }

    /// <summary>The folded character; NUL when it vanishes (combining, zero-width and direction marks); the first one of several.</summary>
    public static char Fold(char c)
    {
        if (c < 0x80)
        {
            return FoldAscii(c);
        }

        char f = Table.Find(c);
        return f == Expands && Table.Expansions.TryGetValue(c, out string? letters) ? letters[0] : f;
    }

    private static char FoldAscii(char c) => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;

    /// <summary>256 pages of 256 characters; a missing page folds to itself.</summary>
    private sealed class FoldingTable
    {
        private readonly char[]?[] _pages = new char[]?[256];

        public Dictionary<char, string> Expansions { get; } = [];

        public char Find(char c) => _pages[c >> 8] is { } page ? page[c & 0xFF] : c;

        public static FoldingTable Load()
        {
            FoldingTable table = new();
            using TableReader rows = new("folding.tsv");
            while (rows.Read())
            {
                int first = int.Parse(rows.Cell(0), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                int last = int.Parse(rows.Cell(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                ReadOnlySpan<char> change = rows.Cell(2);
                bool literal = change[0] == '=';
                int shift = literal ? 0 : int.Parse(change, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                for (int code = first; code <= last; code++)
                {
                    char folded = !literal ? (char)(code + shift) : change.Length == 1 ? '\0' : Expands;
                    table.PageOf((char)code)[code & 0xFF] = folded;
                    if (folded == Expands)
                    {
                        table.Expansions[(char)code] = change[1..].ToString();
                    }
                }
            }

            return table;
        }

        private char[] PageOf(char code)
        {
            if (_pages[code >> 8] is { } page)
            {
                return page;
            }

            page = new char[256];
            for (int i = 0; i < 256; i++)
            {
                page[i] = (char)((code & 0xFF00) | i);
            }

            _pages[code >> 8] = page;
            return page;
        }
    }
}
