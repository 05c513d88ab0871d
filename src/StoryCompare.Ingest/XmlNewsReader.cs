using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace StoryCompare.Ingest;

/// <summary>Reads RSS 2.0, RSS 1.0 (RDF), Atom and NewsML-G2, told apart by the root element. DTDs are refused and nothing is resolved.</summary>
internal static class XmlNewsReader
{
    private const int MostCharacters = 256 * 1024 * 1024;

    /// <summary>Attributes of one element: the framework's reader takes time quadratic in them, and feeds have a dozen.</summary>
    private const int MostAttributes = 10_000;

    public static void Read(InputFile file)
    {
        XElement root;
        try
        {
            XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, MaxCharactersFromEntities = 1024, IgnoreComments = true, IgnoreProcessingInstructions = true };
            string text = file.Decode(DeclaredEncoding(file.Bytes)).TrimStart();
            RefuseEndlessTags(text);
            using XmlReader shallow = XmlReader.Create(new StringReader(text), settings);
            while (shallow.Read())
            {
                if (shallow.Depth > file.Options.MaxDepth)
                {
                    throw new FormatException($"The file nests deeper than {file.Options.MaxDepth} elements.");
                }
            }

            using XmlReader reader = XmlReader.Create(new StringReader(text), settings);
            root = XElement.Load(reader);
        }
        catch (XmlException e)
        {
            throw new FormatException(e.Message, e);
        }

        switch (root.Name.LocalName)
        {
            case "rss":
                Rss(root.Elements().Where(static e => e.Name.LocalName == "channel").SelectMany(static c => c.Elements()), Child(root.Elements().FirstOrDefault(static e => e.Name.LocalName == "channel"), "title"), file);
                break;
            case "RDF":
                Rss(root.Elements(), Child(root.Elements().FirstOrDefault(static e => e.Name.LocalName == "channel"), "title"), file);
                break;
            case "feed":
                Atom(root, file);
                break;
            case "newsMessage" or "newsItem" or "itemSet":
                NewsMl(root, file);
                break;
            default:
                throw new FormatException($"The root element '{root.Name.LocalName}' is none of rss, RDF, feed, newsItem and newsMessage.");
        }
    }

    // Signs of equality between "<" and ">" are at least as many as the attributes there.
    private static void RefuseEndlessTags(string text)
    {
        int signs = 0;
        foreach (char c in text)
        {
            if (c is '<' or '>')
            {
                signs = 0;
            }
            else if (c == '=' && ++signs > MostAttributes)
            {
                throw new FormatException($"An element has more than {MostAttributes} attributes.");
            }
        }
    }

    // <?xml version="1.0" encoding="ISO-8859-1"?>
    private static string? DeclaredEncoding(byte[] bytes)
    {
        string start = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 200));
        int at = start.IndexOf("encoding=", StringComparison.Ordinal);
        string[] parts = at < 0 || at > start.IndexOf("?>", StringComparison.Ordinal) ? [] : start[at..].Split('"', '\'');
        return parts.Length > 2 ? parts[1] : null;
    }

    private static void Rss(IEnumerable<XElement> elements, string? channel, InputFile file)
    {
        foreach (XElement item in elements.Where(static e => e.Name.LocalName == "item"))
        {
            string? html = Child(item, "encoded") ?? Child(item, "description");
            Add(file, Child(item, "guid") ?? Child(item, "identifier"), Child(item, "source") ?? channel, Child(item, "title"), html is null ? "" : HtmlBody.FragmentText(html), Child(item, "pubDate") ?? Child(item, "date"), Child(item, "link"));
        }
    }

    private static void Atom(XElement feed, InputFile file)
    {
        string? title = Child(feed, "title");
        foreach (XElement entry in feed.Elements().Where(static e => e.Name.LocalName == "entry"))
        {
            XElement? content = entry.Elements().FirstOrDefault(static e => e.Name.LocalName == "content") ?? entry.Elements().FirstOrDefault(static e => e.Name.LocalName == "summary");
            string text = content is null ? "" : content.Attribute("type")?.Value == "xhtml" ? HtmlBody.FragmentText(Inside(content)) : HtmlBody.FragmentText(content.Value);
            string? link = entry.Elements().Where(static e => e.Name.LocalName == "link" && (e.Attribute("rel")?.Value ?? "alternate") == "alternate").Select(static e => e.Attribute("href")?.Value).FirstOrDefault();
            Add(file, Child(entry, "id"), Child(entry.Elements().FirstOrDefault(static e => e.Name.LocalName == "source"), "title") ?? title, Child(entry, "title"), text, Child(entry, "published") ?? Child(entry, "updated"), link);
        }
    }

    private static string Inside(XElement element)
    {
        using XmlReader reader = element.CreateReader();
        reader.MoveToContent();
        return reader.ReadInnerXml();
    }

    // NewsML-G2: newsItem with itemMeta, contentMeta and contentSet; the body is inline XHTML, NITF or plain data.
    private static void NewsMl(XElement root, InputFile file)
    {
        foreach (XElement item in root.DescendantsAndSelf().Where(static e => e.Name.LocalName == "newsItem"))
        {
            XElement? meta = item.Elements().FirstOrDefault(static e => e.Name.LocalName == "itemMeta");
            XElement? content = item.Elements().FirstOrDefault(static e => e.Name.LocalName == "contentMeta");
            XElement? set = item.Elements().FirstOrDefault(static e => e.Name.LocalName == "contentSet");
            XElement? inline = set?.Elements().FirstOrDefault(static e => e.Name.LocalName == "inlineXML");
            string text = inline is not null
                ? string.Join("\n\n", inline.Descendants().Where(static e => e.Name.LocalName == "p").Select(static p => p.Value.Trim()))
                : Child(set, "inlineData") ?? "";
            XElement? source = content?.Elements().FirstOrDefault(static e => e.Name.LocalName == "infoSource") ?? meta?.Elements().FirstOrDefault(static e => e.Name.LocalName == "provider");
            Add(
                file,
                item.Attribute("guid")?.Value,
                Child(source, "name") ?? source?.Attribute("literal")?.Value,
                Child(content, "headline") ?? Child(meta, "title"),
                text,
                Child(content, "contentCreated") ?? Child(meta, "firstCreated") ?? Child(meta, "versionCreated"),
                null);
        }
    }

    private static void Add(InputFile file, string? id, string? outlet, string? title, string text, string? published, string? url)
    {
        string where = $"{file.Name} ({id ?? title ?? "item"})";
        file.Add(new Article(text)
        {
            Id = id,
            Outlet = outlet,
            Title = title is null ? null : HtmlBody.FragmentText(title).ReplaceLineEndings(" "),
            Published = file.Published(published, where),
            Url = url,
        });
    }

    private static string? Child(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value is { } v && !string.IsNullOrWhiteSpace(v) ? v.Trim().ToString(CultureInfo.InvariantCulture) : null;
}
