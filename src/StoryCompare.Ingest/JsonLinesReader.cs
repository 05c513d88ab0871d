using System.Globalization;
using System.Text;
using System.Text.Json;

namespace StoryCompare.Ingest;

/// <summary>Reads one article a line. A line that cannot be read is named and passed over.</summary>
internal static class JsonLinesReader
{
    public static void Read(Stream utf8, InputFile file)
    {
        using StreamReader reader = new(utf8, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        JsonDocumentOptions options = new() { MaxDepth = file.Options.MaxDepth };
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            string where = string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{number}");
            try
            {
                using JsonDocument document = JsonDocument.Parse(line, options);
                file.Add(JsonRow.Read(document.RootElement, number.ToString(CultureInfo.InvariantCulture), where, file));
            }
            catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
            {
                file.Problem("bad-line", DiagnosticSeverity.Error, e.Message, where);
            }
        }
    }
}
