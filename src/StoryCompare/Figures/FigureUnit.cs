using System.Globalization;
using StoryCompare.Internals;

namespace StoryCompare.Figures;

/// <summary>A unit of measure.</summary>
/// <param name="Symbol">How reports write it.</param>
/// <param name="Dimension">Only units of one dimension compare.</param>
/// <param name="Factor">To the dimension's base unit; 0 where nothing converts (money).</param>
/// <param name="Offset">Added after the factor.</param>
internal sealed record FigureUnit(string Symbol, string Dimension, double Factor, double Offset)
{
    public bool IsMoney { get; } = Dimension == "money";
    public bool IsTime { get; } = Dimension == "time";
    public bool IsTemperature { get; } = Dimension == "temperature";
}

/// <summary>The units of <c>figure_units.tsv</c>, and the notations that are matched with their case.</summary>
internal static class FigureUnits
{
    /// <summary>Longest notation in code units.</summary>
    public const int MaxNotationLength = 8;

    private const int MarkBits = 12;

    private static readonly FigureUnit[] Units;

    // One bit for each notation, by its ends and length: every number is asked for a dozen stretches beside it, of which hardly one is a notation.
    private static readonly ulong[] Marks = new ulong[1 << (MarkBits - 6)];
    private static readonly Dictionary<string, FigureUnit> BySymbolTable;
    private static readonly Dictionary<string, FigureUnit>.AlternateLookup<ReadOnlySpan<char>> Notations;
    private static readonly Dictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> WeakNotations;

    static FigureUnits()
    {
        List<FigureUnit> units = [];
        Dictionary<string, FigureUnit> notations = new(StringComparer.Ordinal);
        Dictionary<string, bool> weak = new(StringComparer.Ordinal);
        foreach (string[] row in EmbeddedData.Rows("figure_units.tsv"))
        {
            FigureUnit unit = new(row[0], row[1], double.Parse(row[2], CultureInfo.InvariantCulture), double.Parse(row[3], CultureInfo.InvariantCulture));
            units.Add(unit);
            foreach (string notation in row.Length > 4 && row[4].Length > 0 ? row[4].Split('|') : [])
            {
                string plain = notation.Length > 1 ? notation.TrimEnd('~') : notation;
                notations.TryAdd(plain, unit);
                weak.TryAdd(plain, plain.Length != notation.Length);
            }
        }

        foreach (string notation in notations.Keys)
        {
            int mark = MarkOf(notation);
            Marks[mark >> 6] |= 1UL << mark;
        }

        Units = [.. units];
        BySymbolTable = units.ToDictionary(static u => u.Symbol, StringComparer.Ordinal);
        Percent = BySymbolTable["%"];
        Notations = notations.GetAlternateLookup<ReadOnlySpan<char>>();
        WeakNotations = weak.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static IReadOnlyList<FigureUnit> All => Units;

    public static FigureUnit Percent { get; }

    /// <summary>The unit of a symbol, or null: a counted noun, a rate.</summary>
    public static FigureUnit? OfSymbol(string symbol) => BySymbolTable.GetValueOrDefault(symbol);

    /// <summary>The unit that a notation stands for, with its case, or null.</summary>
    public static FigureUnit? OfNotation(ReadOnlySpan<char> notation) =>
        !notation.IsEmpty && MarkOf(notation) is var mark && (Marks[mark >> 6] >> mark & 1) != 0 && Notations.TryGetValue(notation, out FigureUnit? unit) ? unit : null;

    /// <summary>Whether a notation needs a scale, decimals or grouping beside it to be one ("PS2.7m" is pounds, "PS5" a console). Marked with ~ in the table.</summary>
    public static bool IsWeak(ReadOnlySpan<char> notation) => WeakNotations.TryGetValue(notation, out bool weak) && weak;

    private static int MarkOf(ReadOnlySpan<char> notation) => ((notation[0] * 5) + (notation[^1] * 67) + (notation.Length * 997)) & ((1 << MarkBits) - 1);
}
