using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace StoryCompare.Benchmarks.Reports;

/// <summary>MB of text, or items, a second.</summary>
internal sealed class RateColumn : IColumn
{
    public string Id => "Rate";

    public string ColumnName => "Rate";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => false;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "What is worked through in a second: text in MB of UTF-8, or items";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        Of(benchmarkCase) is { } work && summary[benchmarkCase]?.ResultStatistics is { } statistics ? work.Rate(statistics.Mean) : "";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    /// <summary>The work of one operation; null where the class does not tell.</summary>
    public static Work? Of(BenchmarkCase benchmarkCase)
    {
        if (Activator.CreateInstance(benchmarkCase.Descriptor.Type) is not IWorkload workload)
        {
            return null;
        }

        foreach (ParameterInstance parameter in benchmarkCase.Parameters.Items)
        {
            benchmarkCase.Descriptor.Type.GetProperty(parameter.Name)?.SetValue(workload, parameter.Value);
        }

        return workload.WorkOf(benchmarkCase.Descriptor.WorkloadMethod.Name);
    }
}
