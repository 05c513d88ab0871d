using System.Collections.Frozen;

namespace StoryCompare.Text;

/// <summary>A stretch of leftover HTML.</summary>
/// <param name="Span">Where.</param>
/// <param name="BreaksLine">Whether a line ends there: block tags, scripts, comments. Otherwise it may stand inside a sentence.</param>
internal readonly record struct MarkupHole(TextSpan Span, bool BreaksLine);

/// <summary>Finds leftover tags, comments, scripts, style sheets and entities in plain text. They are cut out as text, never interpreted. Linear.</summary>
internal static class MarkupScanner
{
    private const int LongestTag = 4000;

    private static readonly FrozenSet<string> InlineTags = new[]
    {
        "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> BlockTags = new[]
    {
        "address", "article", "aside", "audio", "blockquote", "body", "br", "button", "caption", "center", "dd", "div", "dl", "dt", "embed", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "img", "input", "label",
        "li", "link", "main", "meta", "nav", "noscript", "object", "ol", "option", "p", "param", "picture", "pre", "script", "section", "select", "source",
        "style", "svg", "path", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "track", "ul", "video",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>All stretches of markup, in order and disjoint; empty for clean text, without a second look.</summary>
    public static MarkupHole[] Find(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return [];
        }

        List<MarkupHole> holes = [];

        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> inline = InlineTags.GetAlternateLookup<ReadOnlySpan<char>>();
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> block = BlockTags.GetAlternateLookup<ReadOnlySpan<char>>();
        Closers closers = new(text);
        int i = 0;
        while (i < text.Length)
        {
            int found = text.AsSpan(i).IndexOfAny('<', '&');
            if (found < 0)
            {
                break;
            }

            i += found;
            int end = text[i] == '&' ? EndOfEntity(text, i) : EndOfTag(text, i, inline, block, closers, out bool _);
            if (end <= i)
            {
                i++;
                continue;
            }

            bool breaks = text[i] == '<' && BreaksLine(text, i, inline);
            holes.Add(new MarkupHole(new TextSpan(i, end), breaks));
            i = end;
        }

        return [.. holes];
    }

    private static bool BreaksLine(string text, int start, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> inline) => !inline.Contains(TagName(text, start));

    private static ReadOnlySpan<char> TagName(string text, int start)
    {
        int i = start + 1;
        if (i < text.Length && text[i] == '/')
        {
            i++;
        }

        int from = i;
        while (i < text.Length && i - from < 12 && char.IsAsciiLetterOrDigit(text[i]))
        {
            i++;
        }

        return text.AsSpan(from, i - from);
    }

    private static int EndOfTag(
        string text, int start, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> inline, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> block, Closers closers, out bool known)
    {
        known = false;
        ReadOnlySpan<char> rest = text.AsSpan(start);
        if (rest.StartsWith("<!--"))
        {
            return closers.After("-->", start);
        }

        if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("<![CDATA[") || rest.StartsWith("<?xml"))
        {
            return EndOfBrackets(text, start);
        }

        ReadOnlySpan<char> name = TagName(text, start);
        if (!inline.Contains(name) && !block.Contains(name))
        {
            return -1;
        }

        known = true;
        int end = EndOfBrackets(text, start);
        if (end > 0 && text[start + 1] != '/' && text[end - 2] != '/')
        {
            int body = name.Equals("script", StringComparison.OrdinalIgnoreCase) ? closers.After("</script", end)
                : name.Equals("style", StringComparison.OrdinalIgnoreCase) ? closers.After("</style", end)
                : -1;
            return body > 0 ? Math.Max(EndOfBrackets(text, body), body) : end;
        }

        return end;
    }

    /// <summary>One past the ">" that ends the tag, within <see cref="LongestTag"/> characters; -1 when another tag opens first or there is none.</summary>
    private static int EndOfBrackets(string text, int start)
    {
        ReadOnlySpan<char> rest = text.AsSpan(start + 1, Math.Min(text.Length - start - 1, LongestTag));
        int end = rest.IndexOfAny('>', '<');
        return end >= 0 && rest[end] == '>' ? start + 1 + end + 1 : -1;
    }

    /// <summary>"&amp;name;", "&amp;#39;", "&amp;#x27;", and doubly escaped "&amp;amp;name;".</summary>
    private static int EndOfEntity(string text, int start)
    {
        int i = start + 1;
        int stop = Math.Min(text.Length, start + 14);
        while (i < stop && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '#'))
        {
            i++;
        }

        if (i >= stop || i < start + 3 || text[i] != ';')
        {
            return -1;
        }

        if (text.AsSpan(start, i + 1 - start).Equals("&amp;", StringComparison.OrdinalIgnoreCase))
        {
            int again = i + 1;
            int limit = Math.Min(text.Length, again + 12);
            int j = again;
            while (j < limit && (char.IsAsciiLetterOrDigit(text[j]) || text[j] == '#'))
            {
                j++;
            }

            if (j < limit && j > again + 1 && text[j] == ';')
            {
                return j + 1;
            }
        }

        return i + 1;
    }

    /// <summary>Finds the next closing mark; remembers when there is none, so that many openings stay linear.</summary>
    private sealed class Closers(string text)
    {
        private readonly HashSet<string> _absent = [];

        /// <summary>One past the mark for "--&gt;", its start for a closing tag; -1 when none follows.</summary>
        public int After(string mark, int from)
        {
            if (_absent.Contains(mark))
            {
                return -1;
            }

            int found = text.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                _absent.Add(mark);
                return -1;
            }

            return mark[^1] == '>' ? found + mark.Length : found;
        }
    }
}
