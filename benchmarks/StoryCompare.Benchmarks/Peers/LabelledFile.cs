using System.Globalization;
using System.Text.Json;

namespace StoryCompare.Benchmarks.Peers;

/// <summary>Reads articles with their events: JSON Lines as in <c>benchmarks/DATA.md</c>.</summary>
internal static class LabelledFile
{
    public static (IReadOnlyList<Article> Articles, IReadOnlyList<int> Events) Read(string path)
    {
        List<Article> articles = [];
        List<int> events = [];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(path).Where(static l => l.Length > 0))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            string name = Text(row, "event") ?? "row " + articles.Count.ToString(CultureInfo.InvariantCulture);
            numbers.TryAdd(name, numbers.Count);
            events.Add(numbers[name]);
            articles.Add(new Article(Text(row, "text") ?? "")
            {
                Id = articles.Count.ToString("D8", CultureInfo.InvariantCulture),
                Outlet = Text(row, "source"),
                Title = Text(row, "title"),
                Published = DateTimeOffset.TryParse(Text(row, "published"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null,
            });
        }

        return (articles, events);
    }

    private static string? Text(JsonDocument row, string name) => row.RootElement.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
