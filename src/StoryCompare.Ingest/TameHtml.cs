using System.Text;

namespace StoryCompare.Ingest;

/// <summary>Rewrites a page so that no parser can be hurt by it: every element closed, none deeper than a bound, no more of them than a bound.</summary>
/// <remarks>
/// The HTML standard's tree builder is quadratic, or worse, on pages built to hurt: it walks the stack of open elements for each block, and
/// opens unclosed formatting elements anew in every paragraph (a page of 10 kB becomes 600,000 elements). What comes out here holds the same
/// text in the same blocks: formatting tags are left out (they carry no words), scripts too but for JSON-LD, attributes but for those the readers
/// ask for. Beyond the bounds a block becomes a blank line instead of an element, so its text is still read. O(n).
/// </remarks>
internal sealed class TameHtml
{
    /// <summary>Deepest nesting kept: news pages stay below 100, and what lies deeper is read all the same.</summary>
    private const int MaxDepth = 128;

    /// <summary>Characters of source an element is worth, beyond a first few thousand: pages have one in 30 to 80 characters, and an element takes a few hundred bytes.</summary>
    private const int CharactersAnElement = 16;
    private const int ElementsFree = 4000;

    private static readonly string[] Kept = ["property", "name", "content", "itemprop", "class", "hidden", "type", "datetime", "href", "rel", "role"];
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u", "x", "object", "applet", "marquee", "frameset", "frame", "html", "head", "body", "math",
        "img", "input", "source", "track", "wbr", "area", "base", "col", "embed", "param", "textarea", "xmp", "iframe", "noembed", "noframes", "style", "plaintext", "optgroup", "option", "keygen", "image", "isindex",
    };

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "meta", "link", "hr" };
    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal) { "svg", "template", "select", "noscript" };
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal) { "a", "span", "abbr", "q", "cite", "time", "sup", "sub", "label", "bdi", "bdo", "mark", "del", "ins", "data", "dfn", "kbd", "samp", "var", "ruby", "rt", "rp", "button", "meta", "link", "script", "title" };

    private readonly StringBuilder _out = new();
    private readonly List<string> _open = [];
    private int _elementsLeft;

    private TameHtml(int length) => _elementsLeft = ElementsFree + (length / CharactersAnElement);

    /// <summary>The page, tame.</summary>
    public static string Of(string html)
    {
        TameHtml tame = new(html.Length);
        HtmlTokenizer tokens = new(html);
        while (tokens.Read())
        {
            switch (tokens.Kind)
            {
                case HtmlTokenKind.Text:
                    tame.Text(tokens.Content);
                    break;
                case HtmlTokenKind.StartTag:
                    tame.Start(tokens.Name, tokens.Content);
                    break;
                case HtmlTokenKind.EndTag:
                    tame.End(tokens.Name);
                    break;
                case HtmlTokenKind.RawText:
                    tame.RawText(tokens.Name, tokens.Content);
                    break;
            }
        }

        tame.CloseTo(0);
        return tame._out.ToString();
    }

    private void Text(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c == '<')
            {
                _out.Append("&lt;");
            }
            else
            {
                _out.Append(c);
            }
        }
    }

    private void RawText(string name, ReadOnlySpan<char> content)
    {
        if (_open.Count == 0 || _open[^1] != name)
        {
            return;
        }

        if (name == "script")
        {
            // In JSON a "<" stands inside a string only; escaped, nothing in it looks like a tag or a comment.
            _out.Append(content.ToString().Replace("<", "\\u003c", StringComparison.Ordinal));
        }
        else
        {
            Text(content);
        }
    }

    private void Start(string name, ReadOnlySpan<char> attributes)
    {
        if (name == "br")
        {
            _out.Append('\n');
            return;
        }

        if (LeftOut.Contains(name) || (name == "script" && !attributes.Contains("ld+json", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        name = Hidden.Contains(name) ? "nav" : name;
        bool inline = Inline.Contains(name);
        if (name == "span" && !attributes.Contains("class", StringComparison.OrdinalIgnoreCase) && !attributes.Contains("itemprop", StringComparison.OrdinalIgnoreCase) && !attributes.Contains("hidden", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (_open.Count >= MaxDepth || _elementsLeft <= 0)
        {
            _out.Append(inline ? "" : "\n\n");
            return;
        }

        CloseImplied(name);
        _elementsLeft--;
        _out.Append('<').Append(name);
        Attributes(attributes);
        _out.Append('>');
        if (!Void.Contains(name))
        {
            _open.Add(name);
        }
    }

    private void End(string name)
    {
        name = Hidden.Contains(name) ? "nav" : name;
        int at = _open.LastIndexOf(name);
        if (at < 0)
        {
            _out.Append(_elementsLeft <= 0 && !Inline.Contains(name) && !LeftOut.Contains(name) ? "\n\n" : "");
            return;
        }

        // A table's cell holds what stands in it together.
        int table = name == "table" ? -1 : _open.LastIndexOf("table");
        if (at > table)
        {
            CloseTo(at);
        }
    }

    // What the next tag closes without saying so (HTML standard, "optional tags").
    private void CloseImplied(string name)
    {
        switch (name)
        {
            case "li":
                CloseUpTo("ul", "ol", "li");
                break;
            case "dt" or "dd":
                CloseUpTo("dl", "dl", "dt");
                CloseUpTo("dl", "dl", "dd");
                break;
            case "td" or "th":
                CloseUpTo("table", "tr", "td");
                CloseUpTo("table", "tr", "th");
                break;
            case "tr":
                CloseUpTo("table", "tbody", "tr");
                break;
            case "thead" or "tbody" or "tfoot":
                CloseUpTo("table", "table", "thead");
                CloseUpTo("table", "table", "tbody");
                CloseUpTo("table", "table", "tfoot");
                break;
            case "a":
                CloseUpTo("table", "table", "a");
                return;
        }

        if (!Inline.Contains(name))
        {
            CloseUpTo("table", "button", "p");
        }
    }

    // Closes the innermost element "name", unless one of the two others lies further in.
    private void CloseUpTo(string barrier, string other, string name)
    {
        for (int i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i] == name)
            {
                CloseTo(i);
                return;
            }

            if (_open[i] == barrier || _open[i] == other)
            {
                return;
            }
        }
    }

    private void CloseTo(int count)
    {
        for (int i = _open.Count - 1; i >= count; i--)
        {
            _out.Append("</").Append(_open[i]).Append('>');
        }

        _open.RemoveRange(count, _open.Count - count);
    }

    private void Attributes(ReadOnlySpan<char> source)
    {
        int kept = 0;
        while (kept < Kept.Length && HtmlAttribute.Next(ref source, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value))
        {
            foreach (string wanted in Kept)
            {
                if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                {
                    kept++;
                    _out.Append(' ').Append(wanted).Append("=\"").Append(value.ToString().Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
                    break;
                }
            }
        }
    }
}
