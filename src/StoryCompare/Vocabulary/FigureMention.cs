namespace StoryCompare;

/// <summary>One mention of a figure.</summary>
/// <param name="Where">The words.</param>
/// <param name="Figure">What they say.</param>
/// <param name="Speaker">Who gives the figure, when the text says so, else null.</param>
public sealed record FigureMention(Provenance Where, Figure Figure, string? Speaker);
