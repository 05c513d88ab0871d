using System.Globalization;
using System.Text.Json;

namespace StoryCompare.Ingest;

/// <summary>Reads a .json file: IPTC ninjs 1.x to 3.x, or articles like a JSON Lines row; one object or an array.</summary>
internal static class JsonDocumentReader
{
    public static void Read(InputFile file)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(file.Decode(), new JsonDocumentOptions { MaxDepth = file.Options.MaxDepth });
            if (document.RootElement.ValueKind == JsonValueKind.Array)
            {
                int i = 0;
                foreach (JsonElement element in document.RootElement.EnumerateArray())
                {
                    i++;
                    Item(element, i.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{file.Name}[{i}]"), file);
                }

                return;
            }

            Item(document.RootElement, Path.GetFileNameWithoutExtension(file.Name), file.Name, file);
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static void Item(JsonElement element, string id, string where, InputFile file)
    {
        try
        {
            bool ninjs = element.ValueKind == JsonValueKind.Object && (element.TryGetProperty("uri", out _) || element.TryGetProperty("bodies", out _) || element.TryGetProperty("body_text", out _) || element.TryGetProperty("body_xhtml", out _));
            file.Add(ninjs ? Ninjs(element, id, where, file) : JsonRow.Read(element, id, where, file));
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            file.Problem("bad-item", DiagnosticSeverity.Error, e.Message, where);
        }
    }

    // ninjs 1.x has headline and body_*; 2.x and 3.x have headlines and bodies, each with a value and a content type (IPTC ninjs 3.0, section "News item").
    private static Article Ninjs(JsonElement item, string id, string where, InputFile file)
    {
        string? title = JsonRow.Text(item, "headline") ?? FirstValue(item, "headlines") ?? JsonRow.Text(item, "title");
        string? body = JsonRow.Text(item, "body_text") ?? Html(JsonRow.Text(item, "body_xhtml") ?? JsonRow.Text(item, "body_html")) ?? Body(item);
        return new Article(body ?? throw new FormatException("The item has no body."))
        {
            Id = JsonRow.Text(item, "uri") ?? id,
            Outlet = Name(item, "infosources") ?? JsonRow.Text(item, "source") ?? JsonRow.Text(item, "copyrightholder"),
            Title = title,
            Published = file.Published(JsonRow.Text(item, "firstcreated") ?? JsonRow.Text(item, "contentcreated") ?? JsonRow.Text(item, "versioncreated"), where),
            Url = JsonRow.Text(item, "uri") is { } uri && uri.StartsWith("http", StringComparison.Ordinal) ? uri : null,
        };
    }

    private static string? Body(JsonElement item)
    {
        if (!item.TryGetProperty("bodies", out JsonElement bodies) || bodies.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        string? html = null;
        foreach (JsonElement body in bodies.EnumerateArray())
        {
            string? value = JsonRow.Text(body, "value");
            if (JsonRow.Text(body, "contenttype") is not { } type || type.Contains("plain", StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }

            html ??= Html(value);
        }

        return html;
    }

    private static string? FirstValue(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(static v => JsonRow.Text(v, "value")).FirstOrDefault(static v => v is not null) : null;

    private static string? Name(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(static v => JsonRow.Text(v, "name")).FirstOrDefault(static v => v is not null) : null;

    private static string? Html(string? html) => html is null ? null : HtmlBody.FragmentText(html);
}
