using System.Globalization;

namespace StoryCompare.Reporting;

/// <summary>Writes findings as RFC 4180 CSV. No cell is a formula to a spreadsheet.</summary>
internal static class CsvReportWriter
{
    private static readonly string[] Columns = ["story", "finding", "type", "kind", "severity", "about", "side", "article", "outlet", "start", "end", "text", "value", "high", "unit", "qualifier", "speaker"];

    public static void Write(StoryReport report, TextWriter writer)
    {
        Line(writer, Columns);
        foreach (FindingRow r in report.ToRows())
        {
            Line(writer, [r.Story, r.Finding, r.Type, r.Kind, r.Severity, Words(r.About), Number(r.Side), Words(r.Article), Words(r.Outlet), Number(r.Start), Number(r.End), Words(r.Text), Number(r.Value), Number(r.High), Words(r.Unit), r.Qualifier, Words(r.Speaker)]);
        }
    }

    // Spreadsheets run a cell that starts with one of these as a formula, also behind white space; an apostrophe in front makes it text
    // (OWASP, CSV injection).
    private static string Words(string text)
    {
        string line = SafeText.Line(text);
        string start = line.TrimStart();
        return start.Length > 0 && start[0] is '=' or '+' or '-' or '@' or '|' or '%' or '＝' or '＋' or '－' or '＠' ? "'" + line : line;
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static void Line(TextWriter writer, string[] cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }

            bool quote = cells[i].AsSpan().IndexOfAny(",\"\n\r;") >= 0;
            writer.Write(quote ? $"\"{cells[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cells[i]);
        }

        writer.Write("\r\n");
    }
}
