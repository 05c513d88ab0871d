namespace StoryCompare;

/// <summary>One quotation and the versions of it that the outlets print.</summary>
/// <param name="Id">Stable for the same input.</param>
/// <param name="Speaker">The fullest form of the speaker's name among the versions, or null.</param>
/// <param name="Versions">By article id, then position.</param>
public sealed record Quotation(string Id, string? Speaker, IReadOnlyList<QuotationVersion> Versions);
