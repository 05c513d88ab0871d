using System.Globalization;
using System.Text;

namespace StoryCompare.Reporting;

/// <summary>Builds HTML whose text parts are always escaped: markup is written by <see cref="Raw(string)"/> from constants, words by <see cref="Text(string)"/>.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _html = new();

    /// <summary>Markup of our own. Never pass article words.</summary>
    public HtmlText Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>Article words, escaped; direction controls and control characters vanish.</summary>
    public HtmlText Text(string words)
    {
        Escape(SafeText.Line(words));
        return this;
    }

    /// <summary>Article words with their line breaks.</summary>
    public HtmlText Paragraphs(ReadOnlySpan<char> words)
    {
        while (true)
        {
            int cut = words.IndexOf('\n');
            Escape(SafeText.Line((cut < 0 ? words : words[..cut]).ToString()));
            if (cut < 0)
            {
                return this;
            }

            _html.Append('\n');
            words = words[(cut + 1)..];
        }
    }

    public HtmlText Number(int n)
    {
        _html.Append(CultureInfo.InvariantCulture, $"{n}");
        return this;
    }

    public HtmlText Number(double n)
    {
        _html.Append(n.ToString("0.##", CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>"nearCopy" as "near copy".</summary>
    public static string Spaced(string camelCase) =>
        string.Concat(camelCase.Select(static c => char.IsAsciiLetterUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));

    public override string ToString() => _html.ToString();

    private void Escape(string words)
    {
        foreach (char c in words)
        {
            switch (c)
            {
                case '<':
                    _html.Append("&lt;");
                    break;
                case '>':
                    _html.Append("&gt;");
                    break;
                case '&':
                    _html.Append("&amp;");
                    break;
                case '"':
                    _html.Append("&quot;");
                    break;
                case '\'':
                    _html.Append("&#39;");
                    break;
                default:
                    _html.Append(c);
                    break;
            }
        }
    }
}
