namespace StoryCompare;

/// <summary>Stories that belong together over days or weeks.</summary>
/// <param name="Stories">Story ids, in the report's order; two or more.</param>
/// <param name="Reason">What ties them.</param>
public sealed record Storyline(IReadOnlyList<string> Stories, string Reason);
