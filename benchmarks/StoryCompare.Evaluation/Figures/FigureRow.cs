using System.Text.Json;

namespace StoryCompare.Evaluation.Figures;

/// <summary>A labelled figure of any of the data sets, its unit in the library's symbols where that can be told.</summary>
/// <param name="Low">The value, or the low end.</param>
/// <param name="High">The high end of a range.</param>
/// <param name="Unit">Symbol, or head noun of the normalised name.</param>
/// <param name="SurfaceUnit">Head noun of the unit's surface form, where given.</param>
/// <param name="Change">NewsQuant's mark: = ~ &gt; &lt; up down.</param>
internal sealed record LabelledFigure(double Low, double? High, string Unit, string SurfaceUnit, string Change)
{
    /// <summary>Reads the quantities of a row of any of the schemas.</summary>
    public static List<LabelledFigure> ReadAll(JsonElement row)
    {
        List<LabelledFigure> all = [];
        foreach (JsonElement q in row.GetProperty("quantities").EnumerateArray())
        {
            JsonElement value = q.GetProperty("value");
            (double low, double? high) = value.ValueKind switch
            {
                JsonValueKind.Array => (Math.Min(value[0].GetDouble(), value[1].GetDouble()), Math.Max(value[0].GetDouble(), value[1].GetDouble())),
                JsonValueKind.String => Parse(value.GetString()!),
                _ => (value.GetDouble(), null),
            };
            string unit = q.TryGetProperty("unit", out JsonElement u) ? u.GetString() ?? "" : "";
            string change = q.TryGetProperty("change", out JsonElement c) ? c.GetString() ?? "" : "";
            string symbol = UnitNames.Symbol(unit, out bool share);
            // NewsQuant gives a share of something as a fraction with the unit "% noun".
            string surface = q.TryGetProperty("unit_surface", out JsonElement s) && s.ValueKind == JsonValueKind.String ? UnitNames.Symbol(s.GetString()!, out _) : symbol;
            all.Add(share ? new LabelledFigure(low * 100, high * 100, symbol, symbol, change) : new LabelledFigure(low, high, symbol, surface, change));
        }

        return all;
    }

    // CQE's sets write values as text, a range as "40-50".
    private static (double Low, double? High) Parse(string value)
    {
        int dash = value.IndexOf('-', 1);
        return dash > 0 && char.IsDigit(value[dash - 1])
            ? (double.Parse(value[..dash], System.Globalization.CultureInfo.InvariantCulture), double.Parse(value[(dash + 1)..], System.Globalization.CultureInfo.InvariantCulture))
            : (double.Parse(value, System.Globalization.CultureInfo.InvariantCulture), null);
    }
}
