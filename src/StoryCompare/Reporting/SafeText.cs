using System.Buffers;
using System.Text;

namespace StoryCompare.Reporting;

/// <summary>Makes article words harmless in the place where a report puts them.</summary>
internal static class SafeText
{
    private static readonly SearchValues<char> MarkdownSpecial = SearchValues.Create("\\`*_[]<>|#&~!$");

    /// <summary>One line of plain text: control characters, direction controls and line breaks become a space or vanish, so that no escape sequence and no direction override reaches a terminal.</summary>
    public static string Line(string text)
    {
        StringBuilder? line = null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            char safe = c;
            if (c is '\t' or '\n' or '\r' or '\u00A0' or '\u2028' or '\u2029' or '\u0085')
            {
                safe = ' ';
            }
            else if (char.IsControl(c) || c is >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u206F' or '\u061C' or '\uFEFF')
            {
                safe = '\0';
            }
            else if (char.IsSurrogate(c) && !IsPaired(text, i))
            {
                safe = '\uFFFD';
            }

            if (safe != c || c == '\0')
            {
                line ??= new StringBuilder(text, 0, i, text.Length);
            }

            if (safe != '\0')
            {
                line?.Append(safe);
            }
        }

        return line?.ToString() ?? text;
    }

    /// <summary>One line of Markdown that shows the text as it is: nothing in it becomes markup, a link or HTML.</summary>
    public static string Markdown(string text)
    {
        string line = Line(text);
        if (line.AsSpan().IndexOfAny(MarkdownSpecial) < 0)
        {
            return line;
        }

        StringBuilder escaped = new(line.Length + 8);
        foreach (char c in line)
        {
            if (MarkdownSpecial.Contains(c))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static bool IsPaired(string text, int i) =>
        char.IsHighSurrogate(text[i])
            ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
            : i > 0 && char.IsHighSurrogate(text[i - 1]);
}
