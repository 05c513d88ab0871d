using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace StoryCompare.Ingest;

/// <summary>Reads a saved page: schema.org JSON-LD, OpenGraph and meta tags for title, outlet, date and address; the running text by <see cref="HtmlBody"/>. Nothing is loaded, no script runs.</summary>
internal static class HtmlReader
{
    private static readonly string[] DateTags = ["article:published_time", "og:article:published_time", "datePublished", "date", "dc.date", "dc.date.issued", "DC.date.issued", "pubdate", "publishdate", "sailthru.date", "parsely-pub-date"];

    public static void Read(InputFile file)
    {
        using IHtmlDocument document = HtmlBody.Parse(file.Decode(DeclaredCharset(file.Bytes)));
        JsonLd data = JsonLd.Read(document, file.Options.MaxDepth);
        (string text, int captions, int pullQuotes) = HtmlBody.Read(document);
        if (data.Body is { } body && body.Length > 2 * text.Length)
        {
            text = body;
        }

        if (captions + pullQuotes > 0)
        {
            file.Problem("captions-left-out", DiagnosticSeverity.Info, string.Create(CultureInfo.InvariantCulture, $"{captions} captions and {pullQuotes} pull quotes were left out."));
        }

        file.Add(new Article(text)
        {
            Id = Path.GetFileNameWithoutExtension(file.Name),
            Outlet = data.Publisher ?? Meta(document, "og:site_name") ?? Meta(document, "application-name"),
            Title = data.Headline ?? Meta(document, "og:title") ?? document.QuerySelector("h1")?.TextContent.Trim() ?? (string.IsNullOrWhiteSpace(document.Title) ? null : document.Title),
            Published = file.Published(data.Published ?? DateTags.Select(t => Meta(document, t)).FirstOrDefault(static d => d is not null) ?? document.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
            Url = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(document, "og:url"),
        });
    }

    private static string? Meta(IHtmlDocument document, string name)
    {
        foreach (IElement meta in document.QuerySelectorAll("meta"))
        {
            string? key = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase) && meta.GetAttribute("content") is { } content && !string.IsNullOrWhiteSpace(content))
            {
                return content.Trim();
            }
        }

        return null;
    }

    // The first kilobyte says it, in ASCII (HTML standard, "prescan a byte stream").
    private static string? DeclaredCharset(byte[] bytes)
    {
        string start = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 1024));
        int at = start.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        string rest = start[(at + 8)..].TrimStart('"', '\'', ' ');
        int end = rest.IndexOfAny(['"', '\'', ' ', ';', '>', '/']);
        return end > 0 ? rest[..end] : null;
    }

    /// <summary>The parts of a page's schema.org NewsArticle.</summary>
    private sealed record JsonLd(string? Headline, string? Publisher, string? Published, string? Body)
    {
        public static JsonLd Read(IHtmlDocument document, int maxDepth)
        {
            foreach (IElement script in document.QuerySelectorAll("script[type='application/ld+json']"))
            {
                try
                {
                    using JsonDocument json = JsonDocument.Parse(script.TextContent, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = maxDepth });
                    if (Find(json.RootElement) is { } found)
                    {
                        return found;
                    }
                }
                catch (Exception e) when (e is JsonException or InvalidOperationException)
                {
                    // Broken metadata, half a surrogate pair in it too (InvalidOperationException), is common; the page's other tags still speak.
                }
            }

            return new JsonLd(null, null, null, null);
        }

        private static JsonLd? Find(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                return element.EnumerateArray().Select(Find).FirstOrDefault(static f => f is not null);
            }

            if (element.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            if (element.TryGetProperty("@type", out JsonElement type) && IsArticle(type))
            {
                return new JsonLd(Text(element, "headline"), element.TryGetProperty("publisher", out JsonElement publisher) ? Name(publisher) : null, Text(element, "datePublished"), Text(element, "articleBody"));
            }

            return element.TryGetProperty("@graph", out JsonElement graph) ? Find(graph) : null;
        }

        private static bool IsArticle(JsonElement type) => type.ValueKind switch
        {
            JsonValueKind.String => type.GetString()!.EndsWith("Article", StringComparison.Ordinal) || type.GetString() is "BlogPosting" or "LiveBlogPosting",
            JsonValueKind.Array => type.EnumerateArray().Any(IsArticle),
            _ => false,
        };

        private static string? Name(JsonElement e) => e.ValueKind switch
        {
            JsonValueKind.String => e.GetString(),
            JsonValueKind.Object => Text(e, "name"),
            JsonValueKind.Array => e.EnumerateArray().Select(Name).FirstOrDefault(static n => n is not null),
            _ => null,
        };

        private static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out JsonElement v) && v.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(v.GetString()) ? v.GetString() : null;
    }
}
