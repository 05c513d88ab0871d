namespace StoryCompare.Figures;

/// <summary>A figure and where it stands.</summary>
/// <param name="Figure">What the text says.</param>
/// <param name="Span">Number, unit, hedge and bracketed conversion, in the source of the text.</param>
/// <param name="Sentence">Index of its sentence.</param>
internal sealed record ExtractedFigure(Figure Figure, TextSpan Span, int Sentence);
