using System.Globalization;

namespace StoryCompare.Reporting;

/// <summary>Figures and counts in words.</summary>
internal static class FigureText
{
    /// <summary>"25,000 km2", "more than 400,000 people", "20 to 30 km", "38 boats", "aged 54".</summary>
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
        return figure.Unit switch
        {
            "" => hedge + value,
            "%" => hedge + value + "%",
            "age" => "aged " + hedge + value,
            "magnitude" => "magnitude " + hedge + value,
            _ => $"{hedge}{value} {Unit(figure)}",
        };
    }

    /// <summary>The figure with what it counts, said once: "38 boats", "14 t, cheese"; a vague one in the words of its first mention.</summary>
    public static string Of(RecurringFigure figure)
    {
        if (figure.Figure.Qualifier == FigureQualifier.Vague && figure.Mentions.Count > 0)
        {
            return figure.Mentions[0].Where.Text;
        }

        string counts = BesideUnit(figure.Figure);
        return counts.Length > 0 ? $"{Of(figure.Figure)}, {counts}" : Of(figure.Figure);
    }

    /// <summary>What is counted, where the figure's own words do not say it already: empty for "38 boats".</summary>
    public static string BesideUnit(Figure figure) => CountsSayTheUnit(figure) ? "" : figure.Counts;

    /// <summary>"1 outlet", "2 outlets".</summary>
    public static string Count(int n, string noun) => string.Create(CultureInfo.InvariantCulture, $"{n} {noun}{(n == 1 ? "" : "s")}");

    private static string Unit(Figure figure)
    {
        bool one = figure.High is null && Math.Abs(figure.Value) == 1;
        string? span = figure.Unit switch
        {
            "s" => "second",
            "min" => "minute",
            "h" => "hour",
            "d" => "day",
            "wk" => "week",
            "mo" => "month",
            "yr" => "year",
            _ => null,
        };
        if (span is not null)
        {
            return one ? span : span + "s";
        }

        int slash = figure.Unit.IndexOf('/', StringComparison.Ordinal);
        return SafeText.Line(!CountsSayTheUnit(figure) ? figure.Unit : slash > 0 ? figure.Counts + figure.Unit[slash..] : figure.Counts);
    }

    // The unit is the singular of the noun ("boat" of "rescue boats"), or people in general ("dead").
    private static bool CountsSayTheUnit(Figure figure)
    {
        if (figure.Counts.Length == 0)
        {
            return false;
        }

        ReadOnlySpan<char> unit = figure.Unit.AsSpan();
        unit = unit.IndexOf('/') is var slash and > 0 ? unit[..slash] : unit;
        ReadOnlySpan<char> noun = figure.Counts.AsSpan()[(figure.Counts.LastIndexOf(' ') + 1)..];

        // Measures are written in fewer letters; "countries" and "country" share all but the ending.
        return unit is "people" || (unit.Length > 3 && noun.StartsWith(unit[..(unit.Length - 2)], StringComparison.OrdinalIgnoreCase)) || (unit.Length == 3 && noun.StartsWith(unit, StringComparison.OrdinalIgnoreCase));
    }

    private static string Number(double value) =>
        Math.Abs(value) is >= 1e15 or (> 0 and < 1e-4)
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : value.ToString(Math.Abs(value) >= 1 ? "#,##0.##" : "0.####", CultureInfo.InvariantCulture);
}
