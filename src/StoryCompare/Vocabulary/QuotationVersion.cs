namespace StoryCompare;

/// <summary>One printing of a quotation.</summary>
/// <param name="Where">The quotation with its marks.</param>
/// <param name="Kind">Its shape.</param>
/// <param name="Speaker">Who is quoted, as the article names them; null when it does not.</param>
/// <param name="Cue">The word that introduces it (<c>said</c>, <c>told</c>), or null.</param>
/// <param name="Channel">The medium or agency it was said to or through, or null.</param>
public sealed record QuotationVersion(Provenance Where, QuotationKind Kind, string? Speaker, string? Cue, string? Channel);
