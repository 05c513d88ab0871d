namespace StoryCompare.Times;

/// <summary>A time expression: where it stands and which days it can mean.</summary>
internal sealed record TimeMention
{
    public required TextSpan Span { get; init; }
    public required int Sentence { get; init; }
    /// <summary>First day it can mean; null when open or unknown.</summary>
    public DateOnly? From { get; init; }
    /// <summary>Last day, inclusive; null when open or unknown.</summary>
    public DateOnly? To { get; init; }
}
