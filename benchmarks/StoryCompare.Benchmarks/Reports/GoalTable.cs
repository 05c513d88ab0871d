using System.Globalization;

namespace StoryCompare.Benchmarks.Reports;

/// <summary>What was to be reached, and what was.</summary>
internal sealed class GoalTable
{
    private readonly List<IReadOnlyList<string>> _rows = [];

    /// <summary>A figure that must be at least the goal.</summary>
    public void AtLeast(string what, double goal, double measured, string unit) => Add(what, "≥ ", goal, measured, unit, measured >= goal);

    /// <summary>A figure that must be at most the goal.</summary>
    public void AtMost(string what, double goal, double measured, string unit) => Add(what, "≤ ", goal, measured, unit, measured <= goal);

    public override string ToString() => Markdown.Table(["what", "goal", "measured", ""], _rows);

    private void Add(string what, string relation, double goal, double measured, string unit, bool reached)
    {
        if (!double.IsNaN(measured))
        {
            _rows.Add([what, relation + Number(goal) + unit, Number(measured) + unit, reached ? "reached" : "**not reached**"]);
        }
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) switch { >= 1000 => "#,##0", >= 10 => "0", >= 1 => "0.0#", _ => "0.###" }, CultureInfo.InvariantCulture);
}
