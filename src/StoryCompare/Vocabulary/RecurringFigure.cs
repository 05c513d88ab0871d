namespace StoryCompare;

/// <summary>A figure of a story with all its mentions. It recurs when <see cref="Outlets"/> is 2 or more.</summary>
public sealed partial record RecurringFigure
{
    /// <summary>Stable for the same input.</summary>
    public required string Id { get; init; }
    /// <summary>The most precise of the mentions' values.</summary>
    public required Figure Figure { get; init; }
    /// <summary>Different outlets that give it.</summary>
    public required int Outlets { get; init; }
    /// <summary>Independent origins, counted as for <see cref="AgreedFact"/>.</summary>
    public required int Origins { get; init; }
    /// <summary>Every mention, by article id, then position.</summary>
    public required IReadOnlyList<FigureMention> Mentions { get; init; }
    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id} {Figure.Value} {Figure.Unit} {Figure.Counts} ({Outlets} outlets)");
}
