using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace StoryCompare.Benchmarks.Reports;

/// <summary>A benchmark class whose answers can be more or less right.</summary>
internal interface IScored
{
    /// <summary>F1 of the answer a benchmark gives on its input.</summary>
    double F1Of(string benchmark);
}

/// <summary>F1 beside the time: a fast wrong answer is shown as such.</summary>
internal sealed class AccuracyColumn : IColumn
{
    public string Id => "F1";

    public string ColumnName => "F1";

    public bool AlwaysShow => false;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 1;

    public bool IsNumeric => false;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "F1 of the answer on this input; peers at the threshold that is best on it";

    public static string Of(BenchmarkCase benchmarkCase) =>
        Activator.CreateInstance(benchmarkCase.Descriptor.Type) is IScored scored ? Markdown.Share(scored.F1Of(benchmarkCase.Descriptor.WorkloadMethod.Name)) : "";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => Of(benchmarkCase);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => Of(benchmarkCase);

    public bool IsAvailable(Summary summary) => summary.BenchmarksCases.Any(static c => typeof(IScored).IsAssignableFrom(c.Descriptor.Type));

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
}
