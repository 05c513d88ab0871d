namespace StoryCompare.Figures;

/// <summary>A figure and where it stands.</summary>
/// <param name="Figure">What the text says.</param>
/// <param name="Span">Number, unit, hedge and bracketed conversion, in the source of the text.</param>
/// <param name="Sentence">Index of its sentence.</param>
internal sealed record ExtractedFigure(Figure Figure, TextSpan Span, int Sentence)
{
    /// <summary>The same measure in the bracket behind it ("(7,000 square miles)"), or null. No figure of its own.</summary>
    public Figure? Conversion => Converted?.Figure;

    /// <summary>Where the conversion stands, without its brackets; inside <see cref="Span"/>. Meaningless when <see cref="Conversion"/> is null.</summary>
    public TextSpan ConversionSpan => Converted?.Span ?? default;

    /// <summary>The conversion as a figure of its own, or null.</summary>
    public ExtractedFigure? Converted { get; init; }
}
