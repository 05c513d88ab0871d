using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace StoryCompare.Ingest;

/// <summary>Reads CSV and TSV with a header row. A row that cannot be read is named and passed over.</summary>
internal static class TableReader
{
    private static readonly (string Part, string[] Names)[] Usual =
    [
        ("id", ["id", "article_id", "guid", "doc_id"]),
        ("outlet", ["outlet", "source", "publisher", "publication", "site", "domain"]),
        ("title", ["title", "headline"]),
        ("text", ["text", "body", "content", "article", "maintext", "article_text"]),
        ("published", ["published", "date", "published_at", "publish_date", "date_publish", "pubdate", "datetime", "time"]),
        ("url", ["url", "link", "href"]),
    ];

    public static void Read(InputFile file, string delimiter)
    {
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            BadDataFound = null,
            MissingFieldFound = null,
            MaxFieldSize = 0,
        };
        using StringReader text = new(file.Decode());
        using CsvReader csv = new(text, configuration);
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord is not { } header)
        {
            throw new FormatException("The table has no header row.");
        }

        Dictionary<string, int> columns = Columns(header, file.Options);
        if (!columns.TryGetValue("text", out int textColumn))
        {
            throw new FormatException($"No column holds the text; there are: {string.Join(", ", header)}.");
        }

        while (true)
        {
            string where = string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{csv.Parser.RawRow + 1}");
            try
            {
                if (!csv.Read())
                {
                    return;
                }

                string? Field(string part) => columns.TryGetValue(part, out int c) && csv.TryGetField(c, out string? v) && !string.IsNullOrWhiteSpace(v) ? v : null;
                if (!csv.TryGetField(textColumn, out string? body) || body is null)
                {
                    file.Problem("bad-line", DiagnosticSeverity.Error, "The row has no text.", where);
                    continue;
                }

                file.Add(new Article(body)
                {
                    Id = Field("id") ?? (csv.Parser.Row - 1).ToString(CultureInfo.InvariantCulture),
                    Outlet = Field("outlet"),
                    Title = Field("title"),
                    Published = file.Published(Field("published"), where),
                    Url = Field("url"),
                });
            }
            catch (CsvHelperException e)
            {
                file.Problem("bad-line", DiagnosticSeverity.Error, e.Message.Split('\n')[0], where);
            }
        }
    }

    private static Dictionary<string, int> Columns(string[] header, IngestOptions options)
    {
        Dictionary<string, int> columns = new(StringComparer.Ordinal);
        foreach ((string part, string[] names) in Usual)
        {
            string[] wanted = options.Columns.TryGetValue(part, out string? given) ? [given] : names;
            int index = wanted.Select(n => Array.FindIndex(header, h => string.Equals(h.Trim(), n, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(static i => i >= 0, -1);
            if (index >= 0)
            {
                columns[part] = index;
            }
            else if (options.Columns.ContainsKey(part))
            {
                throw new FormatException($"There is no column '{given}'; there are: {string.Join(", ", header)}.");
            }
        }

        return columns;
    }
}
