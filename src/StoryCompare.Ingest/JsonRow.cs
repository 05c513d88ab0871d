using System.Text.Json;

namespace StoryCompare.Ingest;

/// <summary>An article as one JSON object: <c>{"id","outlet"|"source","title","text","published","url"}</c>; only <c>text</c> is required.</summary>
internal static class JsonRow
{
    public static Article Read(JsonElement row, string id, string where, InputFile file)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("This is no JSON object.");
        }

        string text = Text(row, "text") ?? throw new FormatException("The property 'text' is missing or null.");
        return new Article(text)
        {
            Id = Text(row, "id") ?? id,
            Outlet = Text(row, "outlet") ?? Text(row, "source"),
            Title = Text(row, "title"),
            Published = file.Published(Text(row, "published"), where),
            Url = Text(row, "url"),
        };
    }

    // Ids and outlets come as numbers too.
    public static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Null => null,
            _ => throw new FormatException($"The property '{name}' is neither text nor null."),
        }
        : null;
}
