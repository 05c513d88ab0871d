using StoryCompare.Figures;

namespace StoryCompare.Claims.Findings;

/// <summary>The dimension of a unit, as an index key: units that convert into each other share one.</summary>
internal static class Dimension
{
    /// <summary>Whether the unit measures time.</summary>
    public static bool IsTime(string unit) => FigureUnits.OfSymbol(unit) is { Dimension: "time" };

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
