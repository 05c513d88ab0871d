namespace StoryCompare;

/// <summary>A stretch of the raw text that is not the article's own statement.</summary>
/// <param name="Span">Where.</param>
/// <param name="Kind">What it is: <c>breadcrumb</c>, <c>image-caption</c>, <c>dateline</c>, <c>related-links</c> …</param>
/// <param name="Rule">Name of the rule that dropped it.</param>
public sealed record DroppedText(TextSpan Span, string Kind, string Rule);
