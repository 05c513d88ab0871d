using System.Buffers;

namespace StoryCompare.Quotes;

/// <summary>Which way a mark can face.</summary>
internal enum MarkFacing : byte
{
    None,
    Open,
    Close,
    Either,
}

/// <summary>Reads single characters as quotation marks, by their shape and neighbours.</summary>
internal static class QuoteMarks
{
    /// <summary>Where a double mark may stand.</summary>
    public static SearchValues<char> Doubles { get; } = SearchValues.Create("\"\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02'`");

    /// <summary>Single marks; see <see cref="IsSingle"/>.</summary>
    public static SearchValues<char> Singles { get; } = SearchValues.Create("'\u2018\u2019\u201A\u201B\u2039\u203A");

    /// <summary>Length of the double mark at <paramref name="i"/>: 1, 2 for '' and ``, 0 for none.</summary>
    public static int DoubleLength(string s, int i, int end)
    {
        switch (s[i])
        {
            case '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' or '\uFF02':
                return 1;
            case '\'' or '`' when i + 1 < end && s[i + 1] == s[i]:
                // Two apostrophes inside a word are a slip, not a mark.
                return i > 0 && char.IsLetter(s[i - 1]) && i + 2 < end && char.IsLetter(s[i + 2]) ? 0 : 2;
            default:
                return 0;
        }
    }

    /// <summary>Which way the double mark at [<paramref name="i"/>, <paramref name="i"/> + <paramref name="length"/>) faces, in a region [start, end).</summary>
    public static MarkFacing Facing(string s, int i, int length, int start, int end)
    {
        switch (s[i])
        {
            case '\u201E' or '\u00AB' or '`':
                return MarkFacing.Open;
            case '\u201C' or '\u201F':
                // Typed the wrong way round where it hangs on the end of a word.
                return OpenBefore(s, i, start) || !CloseAfter(s, i + length, end) ? MarkFacing.Open : MarkFacing.Either;
            case '\u00BB':
                return MarkFacing.Close;
            case '\u201D':
                return OpenBefore(s, i, start) && i + length < end && char.IsLetter(s[i + length]) ? MarkFacing.Either : MarkFacing.Close;
        }

        bool before = OpenBefore(s, i, start);
        bool after = CloseAfter(s, i + length, end);
        return before == after ? MarkFacing.Either : before ? MarkFacing.Open : MarkFacing.Close;
    }

    /// <summary>Whether what stands before <paramref name="i"/> lets a quotation open: nothing, white space, an opening bracket, a dash.</summary>
    public static bool OpenBefore(string s, int i, int start) =>
        i <= start || char.IsWhiteSpace(s[i - 1]) || s[i - 1] is '(' or '[' or '{' or '\u2014' or '\u2013' or '/' or '\u201C' or '\u00AB';

    /// <summary>Whether what stands at <paramref name="i"/> lets a quotation close there.</summary>
    public static bool CloseAfter(string s, int i, int end) =>
        i >= end || char.IsWhiteSpace(s[i]) || s[i] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '\u2014' or '\u2013' or '\u2026' or '\u201D' or '\u00BB' or '/';

    public static bool IsSingle(char c) => c is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2039' or '\u203A';

    /// <summary>Whether the character ends a clause inside a quotation.</summary>
    public static bool EndsClause(char c) => c is '.' or ',' or '!' or '?' or '\u2026' or ';';

    /// <summary>The last character before <paramref name="i"/> that is no white space, or NUL.</summary>
    public static char LastBefore(string s, int i, int start)
    {
        int from = Math.Max(start, i - 4);
        for (int k = i - 1; k >= from; k--)
        {
            if (!char.IsWhiteSpace(s[k]))
            {
                return s[k];
            }
        }

        return '\0';
    }
}
