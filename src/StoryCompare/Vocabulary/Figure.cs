namespace StoryCompare;

/// <summary>A quantity as a text gives it: value or range, unit, hedge, what is counted.</summary>
/// <remarks>Clock times, dates, scores, ordinals, model names and phone numbers are not figures.</remarks>
public sealed record Figure
{
    // Not a number where there is no high end: half the room of a nullable value.
    private readonly double _high = double.NaN;
    private readonly byte _qualifier;
    private readonly byte _change;

    /// <summary>The value, in <see cref="Unit"/>; the low end of a range. Always finite.</summary>
    public required double Value { get; init; }

    /// <summary>The high end of a range or of a vague count, else null.</summary>
    public double? High
    {
        get => double.IsNaN(_high) ? null : _high;
        init => _high = value ?? double.NaN;
    }

    /// <summary>
    /// Short ASCII symbol of a measure (<c>km2 mi2 km m kg h d yr C % pp USD people</c> …), the lower-case singular head noun of a
    /// count (<c>vehicle</c>), or <c>""</c> for a bare number. A rate is written <c>USD/barrel</c>, <c>km/h</c>.
    /// </summary>
    public string Unit { get; init; } = "";

    /// <summary>How the text hedges or bounds the value.</summary>
    public FigureQualifier Qualifier
    {
        get => (FigureQualifier)_qualifier;
        init => _qualifier = (byte)value;
    }

    /// <summary>Whether the hedge puts the value just below: "nearly", "almost". Meaningful where <see cref="Qualifier"/> is <see cref="FigureQualifier.About"/>.</summary>
    internal bool IsBelow { get; init; }

    /// <summary>The direction of change, when the figure measures one.</summary>
    public FigureChange Change
    {
        get => (FigureChange)_change;
        init => _change = (byte)value;
    }

    /// <summary>What is counted, in the text's own words: head noun and the words that limit it ("ISIS fighters"); empty when nothing is named.</summary>
    public string Counts { get; init; } = "";

    /// <summary>Role of those counted: <c>killed</c>, <c>wounded</c>, <c>missing</c>, <c>displaced</c>, <c>detained</c>, <c>owned</c>, <c>paid</c> …; empty when none is told.</summary>
    public string Role { get; init; } = "";

    /// <summary>The step the text shows: the place value of the last digit that is not zero (18,000 gives 1,000; 7.4 gives 0.1), in <see cref="Unit"/>; 0 when unknown. Precision of the value.</summary>
    public double Step { get; init; }
}
