using System.Text.Json;

namespace StoryCompare.Evaluation.Figures;

/// <summary>A labelled figure of any of the data sets, its unit in the library's symbols where that can be told.</summary>
internal sealed record LabelledFigure(double Low, double? High, string Unit, bool HasUnit, string Change)
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
                JsonValueKind.String => (double.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture), (double?)null),
                _ => (value.GetDouble(), null),
            };
            string unit = q.TryGetProperty("unit", out JsonElement u) ? u.GetString() ?? "" : "";
            string change = q.TryGetProperty("change", out JsonElement c) ? c.GetString() ?? "" : "";
            string symbol = UnitNames.Symbol(unit, out bool share);
            // NewsQuant gives a share of something as a fraction with the unit "% noun".
            all.Add(share ? new LabelledFigure(low * 100, high * 100, symbol, true, change) : new LabelledFigure(low, high, symbol, symbol.Length > 0, change));
        }

        return all;
    }
}
