using System.Globalization;

namespace StoryCompare.Evaluation;

/// <summary>Prints measures as one aligned table.</summary>
internal static class ScoreTable
{
    public static void Print(string title, IEnumerable<(string Measure, object Value)> rows)
    {
        Console.WriteLine(title);
        (string Measure, string Value)[] all = [.. rows.Select(r => (r.Measure, Format(r.Value)))];
        int width = all.Max(r => r.Measure.Length);
        foreach ((string measure, string value) in all)
        {
            Console.WriteLine($"  {measure.PadRight(width)}  {value}");
        }
    }

    public static double F1(double precision, double recall) => precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);

    public static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;

    private static string Format(object value) => value switch
    {
        double d => d.ToString("0.0000", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
