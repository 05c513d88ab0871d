using System.Globalization;
using System.Text;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace StoryCompare.Benchmarks.Reports;

/// <summary>BenchmarkDotNet's results as one table a class.</summary>
internal static class SummaryTables
{
    public static string Write(IEnumerable<Summary> summaries)
    {
        StringBuilder text = new("Mean of short iterations in one process, ± half of the 99.9 % interval. Rate: text in MB of UTF-8, or items, a second. Allocated: bytes an operation. Every benchmark checks its answer.\n");
        foreach (IGrouping<Type, (Summary Summary, BenchmarkReport Report)> type in summaries.SelectMany(static s => s.Reports.Select(r => (s, r))).GroupBy(static r => r.r.BenchmarkCase.Descriptor.Type).OrderBy(static g => g.Key.FullName, StringComparer.Ordinal))
        {
            bool scored = typeof(IScored).IsAssignableFrom(type.Key);
            text.Append(CultureInfo.InvariantCulture, $"\n## {Title(type.Key)}\n\n");
            List<string> head = ["benchmark", "mean", "±", "rate", "allocated"];
            if (scored)
            {
                head.Add("F1");
            }

            text.Append(Markdown.Table(head, type.Select(r => (IReadOnlyList<string>)[.. Cells(r.Report), .. scored ? [AccuracyColumn.Of(r.Report.BenchmarkCase)] : Array.Empty<string>()])));
        }

        return text.ToString();
    }

    private static string[] Cells(BenchmarkReport report)
    {
        BenchmarkCase benchmark = report.BenchmarkCase;
        string name = benchmark.Descriptor.WorkloadMethodDisplayInfo.Trim('\'') + string.Concat(benchmark.Parameters.Items.Select(static p => string.Create(CultureInfo.InvariantCulture, $", {p.Value:#,##0} {p.Name.ToLowerInvariant()}")));
        Statistics? statistics = report.ResultStatistics;
        if (statistics is null)
        {
            return [name, "failed", "", "", ""];
        }

        double allocated = report.GcStats.GetBytesAllocatedPerOperation(benchmark) ?? 0;
        return [name, Markdown.Seconds(statistics.Mean / 1e9), Markdown.Seconds(statistics.ConfidenceInterval.Margin / 1e9), RateColumn.Of(benchmark)?.Rate(statistics.Mean) ?? "", Markdown.Bytes(allocated)];
    }

    private static string Title(Type type) => $"{type.Namespace?.Split('.')[^1]}: {type.Name.Replace("Benchmarks", "", StringComparison.Ordinal).Replace("Benchmark", "", StringComparison.Ordinal)}";
}
