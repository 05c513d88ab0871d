namespace StoryCompare.Figures;

/// <summary>What values a figure admits, in the base unit of its dimension.</summary>
/// <param name="Value">The anchor: the number as told.</param>
/// <param name="Low">Least value admitted.</param>
/// <param name="High">Greatest value admitted; infinite for "at least".</param>
/// <param name="Step">The step shown, in the base unit.</param>
/// <param name="FineStep">The place value of the last digit shown, zeros too, where that is known: for temperatures.</param>
/// <param name="Qualifier">The hedge it came with.</param>
internal readonly record struct FigureBand(double Value, double Low, double High, double Step, double FineStep, FigureQualifier Qualifier)
{
    /// <summary>An about-figure covers a tenth to either side, or half its step if that is more.</summary>
    public const double AboutShare = 0.10;

    public bool IsPoint => Qualifier == FigureQualifier.Exactly;
    public bool IsRange => Qualifier is FigureQualifier.Range or FigureQualifier.Vague;
    public bool IsBound => Qualifier is FigureQualifier.AtLeast or FigureQualifier.MoreThan or FigureQualifier.AtMost or FigureQualifier.LessThan;
    public bool IsOpenAbove => double.IsPositiveInfinity(High);
    public double Middle => IsRange ? (Low + High) / 2 : Value;

    /// <summary>Whether a value given at a step can be what this figure is about.</summary>
    public bool Admits(double value, double step)
    {
        double slack = (1e-9 * Math.Abs(value)) + (IsBound ? 0 : step / 2);
        return value >= Low - slack && value <= High + slack;
    }

    /// <summary>The band of a figure.</summary>
    public static FigureBand Of(Figure figure)
    {
        string symbol = figure.Unit;
        int slash = symbol.IndexOf('/', StringComparison.Ordinal);
        FigureUnit? unit = FigureUnits.OfSymbol(symbol) ?? (slash > 0 ? FigureUnits.OfSymbol(symbol[..slash]) : null);
        double factor = unit is { Factor: > 0 } ? unit.Factor : 1;
        double offset = unit?.Offset ?? 0;
        double value = (figure.Value * factor) + offset;
        double step = figure.Step > 0 ? figure.Step : FigureStep.OfInteger(figure.Value);
        double fine = figure.Value == Math.Floor(figure.Value) ? Math.Min(step, 1) : step;
        step *= factor;
        fine *= factor;
        double about = Math.Max(step / 2, AboutShare * Math.Abs(figure.Value * factor));
        (double low, double high) = figure.Qualifier switch
        {
            FigureQualifier.About when figure.IsBelow => (value - about, value),
            FigureQualifier.About => (value - about, value + about),
            FigureQualifier.AtLeast or FigureQualifier.MoreThan => (value, double.PositiveInfinity),
            FigureQualifier.AtMost or FigureQualifier.LessThan => (Math.Min(0, value), value),
            FigureQualifier.Range or FigureQualifier.Vague => (value, ((figure.High ?? figure.Value) * factor) + offset),
            _ => (value, value),
        };
        return new FigureBand(value, low, high, step, fine, figure.Qualifier);
    }
}
