using System.Globalization;
using System.Text;

namespace StoryCompare.Benchmarks.Reports;

/// <summary>Markdown of result files.</summary>
internal static class Markdown
{
    public static string Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        StringBuilder text = new();
        text.Append("| ").AppendJoin(" | ", head).Append(" |\n|").Insert(text.Length, "---|", head.Count).Append('\n');
        foreach (IReadOnlyList<string> row in rows)
        {
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        return text.ToString();
    }

    /// <summary>Seconds as a reader wants them.</summary>
    public static string Seconds(double seconds) => seconds switch
    {
        double.NaN => "",
        < 1e-6 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e9:0} ns"),
        < 1e-3 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:0.0} µs"),
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:0.0} ms"),
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0.0} min"),
    };

    public static string Share(double value) => double.IsNaN(value) ? "" : value.ToString(value >= 0.99995 ? "0.0" : ".000", CultureInfo.InvariantCulture);

    public static string Ratio(double value) => double.IsNaN(value) ? "" : value.ToString(value >= 100 ? "#,##0" : value >= 10 ? "0" : "0.0", CultureInfo.InvariantCulture) + "x";

    public static string Bytes(double bytes) => bytes switch
    {
        < 1e4 => string.Create(CultureInfo.InvariantCulture, $"{bytes:0} B"),
        < 1e7 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024:0.0} KB"),
        < 1e10 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024 / 1024:0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024 / 1024 / 1024:0.0} GB"),
    };
}
