namespace StoryCompare;

/// <summary>A statement that one article alone makes.</summary>
/// <param name="Id">Stable for the same input.</param>
/// <param name="Article">Id of the article.</param>
/// <param name="Text">Its sentence.</param>
/// <param name="Evidence">Where.</param>
public sealed record SingleSourceClaim(string Id, string Article, string Text, IReadOnlyList<Provenance> Evidence);
