namespace StoryCompare;

/// <summary>Articles that depend on each other, and how that shows.</summary>
/// <param name="Articles">Ids, ordinal order, two or more.</param>
/// <param name="Kind">How they depend.</param>
/// <param name="Score">Strength of the evidence, in [0, 1].</param>
/// <param name="Evidence">Shared runs, quotations and figures.</param>
public sealed record SyndicationGroup(IReadOnlyList<string> Articles, SyndicationKind Kind, double Score, IReadOnlyList<Provenance> Evidence);
