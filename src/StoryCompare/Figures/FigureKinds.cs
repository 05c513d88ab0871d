namespace StoryCompare.Figures;

/// <summary>Whether two figures measure one kind of thing.</summary>
internal static class FigureKinds
{
    /// <summary>Why two figures cannot be compared, or null where they can.</summary>
    public static string? Incomparable(Figure a, Figure b)
    {
        (string Unit, string Rate) x = Split(a.Unit);
        (string Unit, string Rate) y = Split(b.Unit);
        if ((x.Rate.Length > 0) != (y.Rate.Length > 0) && !SameDimension(a.Unit, b.Unit))
        {
            return "a rate against a total";
        }

        FigureUnit? u = FigureUnits.OfSymbol(a.Unit) ?? FigureUnits.OfSymbol(x.Unit);
        FigureUnit? v = FigureUnits.OfSymbol(b.Unit) ?? FigureUnits.OfSymbol(y.Unit);
        if (u is { Symbol: "" } or null && v is { Symbol: "" } or null)
        {
            return Nouns(a, b, x.Unit, y.Unit);
        }

        if ((u is null or { Symbol: "" } && x.Unit.Length == 0 && v is { Dimension: "points" }) || (v is null or { Symbol: "" } && y.Unit.Length == 0 && u is { Dimension: "points" }))
        {
            // An index "up 171" is up by points.
            return null;
        }

        if (u is null || v is null || u.Symbol.Length == 0 || v.Symbol.Length == 0)
        {
            return "a measure against a count";
        }

        if (u.IsMoney && v.IsMoney)
        {
            return u.Symbol == v.Symbol ? Rates(x.Rate, y.Rate) : "different currencies";
        }

        if (u.Dimension != v.Dimension)
        {
            return $"different measures: {u.Dimension} against {v.Dimension}";
        }

        return FigureUnits.OfSymbol(a.Unit) is null || FigureUnits.OfSymbol(b.Unit) is null ? Rates(x.Rate, y.Rate) : null;
    }

    /// <summary>Whether both are written in one unit, so that nothing is converted.</summary>
    public static bool SameSymbol(Figure a, Figure b) =>
        a.Unit == b.Unit || (FigureUnits.OfSymbol(Split(a.Unit).Unit) is not { Symbol.Length: > 0 } && FigureUnits.OfSymbol(Split(b.Unit).Unit) is not { Symbol.Length: > 0 });

    public static bool IsTemperature(Figure figure) => FigureUnits.OfSymbol(figure.Unit) is { IsTemperature: true };

    /// <summary>An unhedged whole count, or an age in years, under 100: exact.</summary>
    public static bool IsExactCount(Figure figure) =>
        figure.Qualifier == FigureQualifier.Exactly && Math.Abs(figure.Value) < 100 && figure.Value == Math.Floor(figure.Value)
        && FigureUnits.OfSymbol(figure.Unit) is null or { Dimension: "number" } or { Symbol: "age" };

    private static string? Rates(string a, string b) => a == b ? null : "rates of different things";

    private static bool SameDimension(string a, string b) => FigureUnits.OfSymbol(a) is { } u && FigureUnits.OfSymbol(b) is { } v && u.Dimension == v.Dimension;

    private static string? Nouns(Figure a, Figure b, string x, string y)
    {
        string roleOfA = a.Role.Length > 0 ? a.Role : FigureLexicon.English.RoleOfNoun(x) ?? "";
        string roleOfB = b.Role.Length > 0 ? b.Role : FigureLexicon.English.RoleOfNoun(y) ?? "";
        bool people = IsPeople(x) && IsPeople(y);
        if (roleOfA.Length > 0 && roleOfB.Length > 0 && roleOfA != roleOfB)
        {
            return $"different roles: {roleOfA} against {roleOfB}";
        }

        return x == y || people || x.Length == 0 || y.Length == 0 ? null : $"different things counted: {x} against {y}";
    }

    private static bool IsPeople(string noun) => noun == "people" || FigureLexicon.English.RoleOfNoun(noun) is not null;

    private static (string Unit, string Rate) Split(string unit)
    {
        int slash = unit.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (unit, "") : (unit[..slash], unit[(slash + 1)..]);
    }
}
