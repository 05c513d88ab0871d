using System.Globalization;

namespace StoryCompare.Reporting;

/// <summary>Figures and counts in words.</summary>
internal static class FigureText
{
    // Millions are written out from here on.
    private const double Million = 1e6;
    private const double Billion = 1e9;
    private const double Trillion = 1e12;

    // Units of length whose squares and cubes are written with a raised number.
    private static readonly string[] Metric = ["km", "m", "cm", "mm"];

    // Nouns of people to whom the role is added, and words that tell it already.
    private static readonly string[] People = ["people", "person", "man", "woman", "child", "victim"];
    private static readonly string[] Roles = ["killed", "wounded", "missing", "displaced", "detained", "rescued", "infected"];
    private static readonly string[] Fates = ["dead", "deaths", "killed", "fatalities", "injured", "injuries", "wounded", "hurt", "casualties", "missing", "displaced", "homeless", "detained", "arrested", "arrests", "rescued", "infected", "sick"];

    /// <summary>"18,000 km²", "more than 300,000 people", "20 to 30 km", "38 boats", "aged 54", "about $160 million", "4 people killed".</summary>
    public static string Of(Figure figure)
    {
        string before = figure.Unit.Split('/')[0] switch { "USD" => "$", "EUR" => "\u20AC", "GBP" => "\u00A3", _ => "" };
        string value = before + Amount(figure.Value, before.Length > 0);
        if (figure.High is { } high)
        {
            value += " to " + before + Amount(high, before.Length > 0);
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
            _ when before.Length > 0 => hedge + value + (figure.Unit.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? " per " + SafeText.Line(figure.Unit[(slash + 1)..]) : ""),
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

        if (figure.Figure is { High: null, Unit.Length: > 0 } f && f.Value != 1 && f.Counts.Equals(f.Unit, StringComparison.OrdinalIgnoreCase)
            && figure.Mentions.Any(m => m.Where.Text.Contains("-" + f.Counts, StringComparison.OrdinalIgnoreCase)))
        {
            // "A five-member board" is no "5 member".
            return Of(f with { Unit = "" }) + "-" + SafeText.Line(f.Counts);
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
            "yd" => "yard",
            "mi" => "mile",
            "lb" => "pound",
            "gal" => "gallon",
            "t" => "tonne",
            _ => null,
        };
        if (span is not null)
        {
            return one ? span : span + "s";
        }

        if (figure.Unit is "ft" or "mi/h" or "ft2" or "mi2" or "people" && figure.Counts.Length == 0)
        {
            return figure.Unit switch { "ft" => one ? "foot" : "feet", "mi/h" => "mph", "ft2" => "square feet", "mi2" => "square miles", _ => one ? "person" : "people" } + Role(figure);
        }

        int slash = figure.Unit.IndexOf('/', StringComparison.Ordinal);
        string noun = CountsSayTheUnit(figure) ? Noun(figure, one) : slash > 0 ? figure.Unit[..slash] : Raised(figure.Unit);
        return SafeText.Line(slash <= 0 ? noun + Role(figure) : CountsSayTheUnit(figure) ? $"{noun} per {figure.Unit[(slash + 1)..]}" : figure.Unit);
    }

    // What is counted; one of several in the singular ("one of its engines").
    private static string Noun(Figure figure, bool one)
    {
        string noun = figure.Counts;
        int last = noun.LastIndexOf(' ') + 1;
        return one && figure.Unit != "people" && noun.EndsWith('s') && noun.Length > last + figure.Unit.Length && !figure.Unit.Contains('/', StringComparison.Ordinal) ? noun[..last] + figure.Unit : noun;
    }

    // "km²", where the symbol is "km2".
    private static string Raised(string unit) => unit switch
    {
        [.. var of, '2'] when Metric.Contains(of) => of + "\u00B2",
        [.. var of, '3'] when Metric.Contains(of) => of + "\u00B3",
        _ => unit,
    };

    // " killed" of "4 people killed"; nothing where the noun says it ("31 dead") or the role is of things.
    private static string Role(Figure figure) =>
        Array.IndexOf(People, figure.Unit) >= 0 && Array.IndexOf(Roles, figure.Role) >= 0 && !Array.Exists(figure.Counts.Split(' '), static w => Array.IndexOf(Fates, w) >= 0) ? " " + figure.Role : "";

    // "160 million" for amounts that are round enough to be said so.
    private static string Amount(double value, bool money)
    {
        double least = Math.Abs(value);
        (double scale, string name) = least >= Trillion ? (Trillion, " trillion") : least >= Billion ? (Billion, " billion") : least >= Million ? (Million, " million") : (1, "");
        return scale > 1 && least < 1e15 && Math.Abs((value / scale * 100) - Math.Round(value / scale * 100)) < 1e-6 ? Number(value / scale) + name
            : money && least < 1e15 && value != Math.Truncate(value) ? value.ToString("#,##0.00##", CultureInfo.InvariantCulture) : Number(value);
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

        // Measures are written in fewer letters; "countries" and "country" share all but the ending, "man" and "men" not even that.
        return unit is "people" || (unit is "man" && noun.Equals("men", StringComparison.OrdinalIgnoreCase)) || (unit.Length > 3 && noun.StartsWith(unit[..(unit.Length - 2)], StringComparison.OrdinalIgnoreCase)) || (unit.Length == 3 && noun.StartsWith(unit, StringComparison.OrdinalIgnoreCase));
    }

    private static string Number(double value) =>
        Math.Abs(value) is >= 1e15 or (> 0 and < 1e-4)
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : value.ToString(Math.Abs(value) >= 1 ? "#,##0.##" : "0.####", CultureInfo.InvariantCulture);
}
