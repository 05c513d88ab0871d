using System.Globalization;
using System.Text;
using System.Text.Json;

namespace StoryCompare.Ingest;

/// <summary>Reads <c>{"id","outlet"|"source","title","text","published","url"}</c>, one article a line; only <c>text</c> is required.</summary>
internal static class JsonLinesReader
{
    public static void Read(Stream utf8, string name, List<Article> articles, List<Diagnostic> problems)
    {
        using StreamReader reader = new(utf8, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            string where = string.Create(CultureInfo.InvariantCulture, $"{name}:{number}");
            try
            {
                using JsonDocument document = JsonDocument.Parse(line);
                articles.Add(Article(document.RootElement, number, where, problems));
            }
            catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
            {
                problems.Add(new Diagnostic("bad-line", DiagnosticSeverity.Error, where, e.Message));
            }
        }
    }

    private static Article Article(JsonElement row, int number, string where, List<Diagnostic> problems)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("The line is no JSON object.");
        }

        string text = Text(row, "text") ?? throw new FormatException("The property 'text' is missing or null.");
        return new Article(text)
        {
            Id = Text(row, "id") ?? number.ToString(CultureInfo.InvariantCulture),
            Outlet = Text(row, "outlet") ?? Text(row, "source"),
            Title = Text(row, "title"),
            Published = Published(row, where, problems),
            Url = Text(row, "url"),
        };
    }

    // Ids and outlets come as numbers too.
    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Null => null,
            _ => throw new FormatException($"The property '{name}' is neither text nor null."),
        }
        : null;

    private static DateTimeOffset? Published(JsonElement row, string where, List<Diagnostic> problems)
    {
        string? text = Text(row, "published");
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out DateTimeOffset published))
        {
            return published;
        }

        problems.Add(new Diagnostic("bad-date", DiagnosticSeverity.Warning, where, $"The date '{text}' could not be read; the article is taken as undated."));
        return null;
    }
}
