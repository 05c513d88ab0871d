namespace StoryCompare;

/// <summary>Words, and where they stand: one side of a conflict, or one form of a wording difference.</summary>
/// <param name="Text">What it says, in the outlet's own words.</param>
/// <param name="Evidence">Where; never empty; ordered by article id, then position.</param>
public sealed record Statement(string Text, IReadOnlyList<Provenance> Evidence);
