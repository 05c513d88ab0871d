using System.Text;
using StoryCompare.Reporting;

namespace StoryCompare;

/// <summary>Writes reports. Each format is deterministic: equal reports give equal characters.</summary>
public static class ReportWriter
{
    /// <summary>Writes <c>storycompare-report/1</c> as UTF-8 without a byte-order mark. The stream stays open.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void WriteJson(StoryReport report, Stream utf8)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(utf8);
        JsonReportWriter.Write(report, utf8);
    }

    /// <summary>The report as <c>storycompare-report/1</c>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public static string ToJson(StoryReport report)
    {
        using MemoryStream utf8 = new();
        WriteJson(report, utf8);
        return Encoding.UTF8.GetString(utf8.GetBuffer(), 0, (int)utf8.Length);
    }

    /// <summary>Writes plain text for a terminal: per story the outlets, agreed facts, conflicts with both wordings, recurring figures. Short: details are in the other formats.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void WriteText(StoryReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        new TextReportWriter(writer).Write(report);
    }

    /// <summary>Writes Markdown (CommonMark with tables) with every finding but the word diffs. Article words are escaped.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void WriteMarkdown(StoryReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        new MarkdownReportWriter(writer).Write(report);
    }

    /// <summary>Writes one self-contained HTML file: no script, no remote part, a strict Content-Security-Policy, every article word escaped. Light and dark, for screen, phone and paper.</summary>
    /// <remarks>The articles themselves, with all findings marked in place, are shown when the report was made in this process; a report read back from JSON holds no texts.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void WriteHtml(StoryReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(HtmlReportWriter.Page(report));
    }

    /// <summary>Writes findings as CSV (RFC 4180, CR LF), one row for each piece of evidence, as <see cref="StoryReport.ToRows"/> gives them. No cell is a formula to a spreadsheet.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void WriteCsv(StoryReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        CsvReportWriter.Write(report, writer);
    }
}
