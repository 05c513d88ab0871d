using StoryCompare.Figures;

namespace StoryCompare.Claims.Findings;

/// <summary>The dimension of a unit, as an index key: units that convert into each other share one.</summary>
internal static class Dimension
{
    /// <summary>Whether the unit measures time.</summary>
    public static bool IsTime(string unit) => FigureUnits.OfSymbol(unit) is { Dimension: "time" };

    /// <summary>What a figure of the unit is, in a word or two: "distance", "amount per share"; the unit itself where it is a counted noun, "figure" where there is none.</summary>
    public static string NameOf(string unit)
    {
        int slash = unit.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && FigureUnits.OfSymbol(unit) is null)
        {
            string per = unit[(slash + 1)..];
            return $"{NameOf(unit[..slash])} per {per switch { "h" => "hour", "d" => "day", "wk" => "week", "mo" => "month", "yr" => "year", _ => per }}";
        }

        return FigureUnits.OfSymbol(unit)?.Dimension switch
        {
            null => unit,
            "number" => "figure",
            "length" => unit is "km" or "mi" or "nmi" or "ly" ? "distance" : "length",
            "mass" => "weight",
            "money" => "amount",
            "ratio" => "percentage",
            "ratio change" => "points",
            { } dimension => dimension,
        };
    }

    /// <summary>A name that convertible units share; the unit itself for counts and currencies.</summary>
    public static string Of(string unit) => unit switch
    {
        "mm" or "cm" or "m" or "km" or "in" or "ft" or "yd" or "mi" or "nmi" => "length",
        "m2" or "km2" or "ha" or "acre" or "ft2" or "mi2" => "area",
        "g" or "kg" or "t" or "lb" or "oz" or "st" or "ton" => "mass",
        "s" or "min" or "h" => "time",
        "C" or "F" => "temperature",
        "l" or "ml" or "m3" or "gal" or "bbl" => "volume",
        "km/h" or "mph" or "mi/h" or "m/s" or "kn" => "speed",
        _ => unit,
    };
}
