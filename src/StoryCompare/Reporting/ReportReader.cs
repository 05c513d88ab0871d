using System.Text.Json;
using StoryCompare.Reporting;

namespace StoryCompare;

/// <summary>Reads reports back.</summary>
public static class ReportReader
{
    /// <summary>Reads <c>storycompare-report/1</c>; unknown properties are passed over.</summary>
    /// <param name="json">The whole document.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="FormatException">It is no JSON, of another schema, or a required property is missing or of another shape.</exception>
    public static StoryReport ReadJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(() => JsonDocument.Parse(json));
    }

    /// <summary>Reads <c>storycompare-report/1</c> from UTF-8; unknown properties are passed over. The stream stays open.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="utf8"/> is null.</exception>
    /// <exception cref="FormatException">It is no JSON, of another schema, or a required property is missing or of another shape.</exception>
    public static StoryReport ReadJson(Stream utf8)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        return Read(() => JsonDocument.Parse(utf8));
    }

    private static StoryReport Read(Func<JsonDocument> parse)
    {
        try
        {
            using JsonDocument document = parse();
            return JsonReportReader.Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("This is no storycompare-report/1: " + e.Message, e);
        }
    }
}
