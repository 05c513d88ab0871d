namespace StoryCompare;

/// <summary>Something a naive reader would take for a conflict, and why it is none.</summary>
/// <param name="Id">Stable for the same input.</param>
/// <param name="Kind">The slot that seems to differ.</param>
/// <param name="Why">Why it is no conflict.</param>
/// <param name="Evidence">The statements.</param>
public sealed record NotConflict(string Id, ConflictKind Kind, string Why, IReadOnlyList<Provenance> Evidence);
