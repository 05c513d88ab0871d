using System.Globalization;

namespace StoryCompare.Tests.Reliability;

/// <summary>Files built to hurt their reader: each aims at one way of going quadratic in the HTML tree builder, the XML reader, CSV or JSON.</summary>
internal static class HurtfulFiles
{
    public static (string Name, string Extension, Func<int, string> Make)[] Families { get; } =
    [
        ("open divisions", ".html", static n => Of("<div>", n)),
        ("divisions and paragraphs", ".html", static n => Of("<div><p>x", n)),
        ("nested lists", ".html", static n => Of("<ul><li>", n)),
        ("nested definitions", ".html", static n => Of("<dl><dt>", n)),
        ("nested quotations", ".html", static n => Of("<blockquote>x", n)),
        ("nested tables", ".html", static n => Of("<table><tr><td>", n)),
        ("articles", ".html", static n => Of("<article><p>words and words", n)),
        ("unclosed formatting", ".html", static n => "<p>" + Numbered("<b x={0}>", n / 2) + "</p>" + Of("<p>a", n / 2)),
        ("crossed formatting", ".html", static n => Of("<b><div></b>", n)),
        ("ends that do not match", ".html", static n => Of("<div><object></div>", n)),
        ("text in a table", ".html", static n => Of("<table>a", n)),
        ("list behind divisions", ".html", static n => Of("<div>", 600) + Of("<li>a", n)),
        ("short paragraphs", ".html", static n => Of("<p>a", n)),
        ("line breaks", ".html", static n => Of("a<br>", n)),
        ("links", ".html", static n => Of("<a href=x>", n)),
        ("less-than signs", ".html", static n => Of("<", n)),
        ("attributes", ".html", static n => "<p " + Numbered("a{0}=1 ", n) + ">x"),
        ("open quotation in a tag", ".html", static n => Of("<p a=\"", n)),
        ("entities", ".html", static n => Of("&amp;", n)),
        ("comments", ".html", static n => Of("<!--", n)),
        ("metadata", ".html", static n => Of("<meta name=a content=b>", n)),
        ("metadata scripts", ".html", static n => Of("<script type='application/ld+json'>{</script>", n)),
        ("script that never ends", ".html", static n => "<script type=ld+json>" + Of("</", n)),
        ("items", ".xml", static n => "<rss><channel>" + Of("<item><title>a</title></item>", n) + "</channel></rss>"),
        ("markup in a title", ".xml", static n => "<rss><channel><item><title>" + Of("&lt;div>", n) + "</title></item></channel></rss>"),
        ("attributes", ".xml", static n => "<rss " + Numbered("a{0}='1' ", n) + "/>"),
        ("name spaces", ".xml", static n => "<rss " + Numbered("xmlns:a{0}='u{0}' ", n) + "/>"),
        ("nesting", ".xml", static n => Of("<a>", n)),
        ("inner markup", ".xml", static n => "<feed><entry><content type='xhtml'>" + Of("<p>a</p>", n) + "</content></entry></feed>"),
        ("character references", ".xml", static n => "<rss>" + Of("&#65;", n) + "</rss>"),
        ("quotation marks", ".csv", static n => "text\n" + Of("\"", n)),
        ("open field", ".csv", static n => "text\n\"" + Of("a", n)),
        ("separators", ".csv", static n => "text\n" + Of(",", n)),
        ("columns", ".csv", static n => Of("a,", n) + "text\nx"),
        ("rows", ".csv", static n => "text\n" + Of("a\n", n)),
        ("open brackets", ".jsonl", static n => Of("[", n)),
        ("lines that are no article", ".jsonl", static n => Of("{}\n", n / 10)),
        ("one long line", ".jsonl", static n => "{\"text\":\"" + Of("a", n) + "\"}"),
        ("escapes", ".jsonl", static n => "{\"text\":\"" + Of("\\u0041", n) + "\"}"),
        ("properties", ".jsonl", static n => "{" + Of("\"a\":1,", n) + "\"text\":\"x\"}"),
        ("a date of many digits", ".jsonl", static n => "{\"text\":\"a\",\"published\":\"" + Of("1", n) + "\"}"),
        ("a date of half days", ".jsonl", static n => "{\"text\":\"a\",\"published\":\"" + Of("p.m.", n) + "\"}"),
        ("elements", ".json", static n => "[" + Of("{\"text\":\"a\"},", n) + "{\"text\":\"a\"}]"),
        ("markup in a body", ".json", static n => "{\"uri\":\"u\",\"bodies\":[{\"contenttype\":\"text/html\",\"value\":\"" + Of("<div>", n) + "\"}]}"),
    ];

    private static string Of(string unit, int length) => HurtfulText.Of(unit, length);

    private static string Numbered(string unit, int length) => string.Concat(Enumerable.Range(0, length / (unit.Length + 2)).Select(i => string.Format(CultureInfo.InvariantCulture, unit, i)));
}
