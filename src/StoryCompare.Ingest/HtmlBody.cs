using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace StoryCompare.Ingest;

/// <summary>Finds the running text of a page: <c>article</c>, <c>main</c> or <c>itemprop=articleBody</c> where they are, else the block with most paragraph text outside links.</summary>
internal static class HtmlBody
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "noscript", "nav", "header", "footer", "aside", "form", "button", "iframe", "svg", "figure", "figcaption", "template", "select", "dialog" };
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase) { "p", "h2", "h3", "h4", "li", "blockquote", "pre", "td" };
    private static readonly string[] PullQuote = ["pullquote", "pull-quote", "pull_quote"];

    /// <summary>The page's paragraphs joined by blank lines, and how many captions and pull quotes were left out.</summary>
    public static (string Text, int Captions, int PullQuotes) Read(IHtmlDocument document)
    {
        Dictionary<IElement, int> weights = Weights(document);
        IElement? root = Richest(document.QuerySelectorAll("[itemprop=articleBody]"), weights) ?? Richest(document.QuerySelectorAll("article"), weights) ?? Richest(document.QuerySelectorAll("main,[role=main]"), weights)
            ?? Best(document.QuerySelectorAll("p").Select(static p => p.ParentElement).OfType<IElement>().Distinct(), weights, 0) ?? document.Body;
        if (root is null)
        {
            return ("", 0, 0);
        }

        StringBuilder text = new();
        int pullQuotes = 0;
        Walk(root, text, ref pullQuotes);
        return (text.ToString(), root.QuerySelectorAll("figcaption").Length, pullQuotes);
    }

    /// <summary>The text of an HTML fragment: a feed's content.</summary>
    public static string FragmentText(string html)
    {
        StringBuilder text = new();
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
        {
            // Most titles and teasers: no parser, which costs more than they do.
            Flush(text, new StringBuilder(html));
            return text.ToString();
        }

        using IHtmlDocument document = Parse("<body>" + html);
        int pullQuotes = 0;
        if (document.Body is { } body)
        {
            Walk(body, text, ref pullQuotes);
        }

        return text.ToString();
    }

    /// <summary>The page as a tree. Whatever the page, time and memory stay linear in it.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { DisableElementPositionTracking = true }).ParseDocument(TameHtml.Of(html));

    // Iterative: a page may nest deeper than the stack allows.
    private static void Walk(IElement root, StringBuilder text, ref int pullQuotes)
    {
        Stack<INode> open = new();
        open.Push(root);
        StringBuilder loose = new();
        while (open.TryPop(out INode? node))
        {
            if (node is IText words)
            {
                loose.Append(words.Data);
                continue;
            }

            if (node is not IElement element)
            {
                continue;
            }

            string name = element.LocalName;
            if (element != root && (Skipped.Contains(name) || element.HasAttribute("hidden")))
            {
                continue;
            }

            if (element.ClassName is { } css && Array.Exists(PullQuote, p => css.Contains(p, StringComparison.OrdinalIgnoreCase)))
            {
                pullQuotes++;
                continue;
            }

            if (name == "br")
            {
                loose.Append('\n');
                continue;
            }

            bool block = Blocks.Contains(name);
            if (block || name is "div" or "section" or "ul" or "ol" or "table" or "tr" or "h1" or "hr")
            {
                Flush(text, loose);
            }

            if (block && element.QuerySelector("p,li,blockquote,div") is null)
            {
                loose.Append(Plain(element));
                Flush(text, loose);
                continue;
            }

            for (int i = element.ChildNodes.Length - 1; i >= 0; i--)
            {
                open.Push(element.ChildNodes[i]);
            }
        }

        Flush(text, loose);
    }

    private static string Plain(IElement element)
    {
        if (element.QuerySelector("script,style,button,svg,br") is null)
        {
            return element.TextContent;
        }

        StringBuilder text = new();
        foreach (INode node in element.Descendants())
        {
            if (node is IText words && words.ParentElement is { } parent && !Skipped.Contains(parent.LocalName))
            {
                text.Append(words.Data);
            }
            else if (node is IElement { LocalName: "br" })
            {
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    private static void Flush(StringBuilder text, StringBuilder loose)
    {
        foreach (string line in loose.ToString().Split("\n\n"))
        {
            string paragraph = Squeeze(line);
            if (paragraph.Length > 0)
            {
                text.Append(text.Length > 0 ? "\n\n" : "").Append(paragraph);
            }
        }

        loose.Clear();
    }

    private static string Squeeze(string text)
    {
        StringBuilder squeezed = new(text.Length);
        bool space = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) && c != '\u00A0')
            {
                space = squeezed.Length > 0;
            }
            else
            {
                squeezed.Append(space ? " " : "").Append(c);
                space = false;
            }
        }

        return squeezed.ToString();
    }

    private static IElement? Richest(IEnumerable<IElement> candidates, Dictionary<IElement, int> weights) => Best(candidates, weights, 200);

    private static IElement? Best(IEnumerable<IElement> candidates, Dictionary<IElement, int> weights, int least)
    {
        IElement? best = null;
        int most = least;
        foreach (IElement candidate in candidates)
        {
            if (weights.GetValueOrDefault(candidate) is var length && length > most)
            {
                most = length;
                best = candidate;
            }
        }

        return best;
    }

    // Paragraph text outside links in each element: every paragraph is measured once, for all that it lies in (the page is tame: 128 at most).
    private static Dictionary<IElement, int> Weights(IHtmlDocument document)
    {
        Dictionary<IElement, int> weights = [];
        foreach (IElement p in document.QuerySelectorAll("p"))
        {
            int length = p.TextContent.Length - p.QuerySelectorAll("a").Sum(static a => a.TextContent.Length);
            for (IElement? outer = p.ParentElement; outer is not null; outer = outer.ParentElement)
            {
                weights[outer] = weights.GetValueOrDefault(outer) + length;
            }
        }

        return weights;
    }
}
