using System.Globalization;

namespace StoryCompare.Reporting;

/// <summary>Figures and counts in words.</summary>
internal static class FigureText
{
    /// <summary>"25,000 km2", "more than 400,000 people", "20 to 30 km".</summary>
    public static string Of(Figure figure)
    {
        string value = Number(figure.Value);
        if (figure.High is { } high)
        {
            value += " to " + Number(high);
        }

        string hedge = figure.Qualifier switch
        {
            FigureQualifier.About => "about ",
            FigureQualifier.AtLeast => "at least ",
            FigureQualifier.AtMost => "at most ",
            FigureQualifier.MoreThan => "more than ",
            FigureQualifier.LessThan => "less than ",
            FigureQualifier.Vague => "roughly ",
            _ => "",
        };
        return figure.Unit.Length == 0 ? hedge + value : $"{hedge}{value} {SafeText.Line(figure.Unit)}";
    }

    /// <summary>"1 outlet", "2 outlets".</summary>
    public static string Count(int n, string noun) => string.Create(CultureInfo.InvariantCulture, $"{n} {noun}{(n == 1 ? "" : "s")}");

    private static string Number(double value) =>
        Math.Abs(value) is >= 1e15 or (> 0 and < 1e-4)
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : value.ToString("#,##0.####", CultureInfo.InvariantCulture);
}
