namespace StoryCompare;

/// <summary>The articles that cover one event, and what comparing them found. A single article is a story too.</summary>
/// <remarks>Lists are never null. Records that hold lists do not compare by value: compare reports through their JSON.</remarks>
public sealed partial record Story
{
    /// <summary>Stable for the same input: <c>s1</c>, <c>s2</c> … in the order of the stories' smallest article ids.</summary>
    public required string Id { get; init; }
    /// <summary>The headline of the most central article, or its first sentence.</summary>
    public required string Title { get; init; }
    /// <summary>Ids, ordinal order.</summary>
    public required IReadOnlyList<string> Articles { get; init; }
    /// <summary>The pairs that join the story (one fewer than its articles) and the near misses that were kept out.</summary>
    public IReadOnlyList<PairReason> Reasons { get; init; } = [];
    /// <summary>Who copies whom.</summary>
    public IReadOnlyList<SyndicationGroup> Copies { get; init; } = [];
    /// <summary>Sentences that say the same thing.</summary>
    public IReadOnlyList<AlignedSentences> Alignments { get; init; } = [];
    /// <summary>What two outlets or more state.</summary>
    public IReadOnlyList<AgreedFact> AgreedFacts { get; init; } = [];
    /// <summary>Where they differ, most severe first.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; init; } = [];
    /// <summary>What looks like a conflict and is none.</summary>
    public IReadOnlyList<NotConflict> NotConflicts { get; init; } = [];
    /// <summary>Every figure of the story; those that recur first.</summary>
    public IReadOnlyList<RecurringFigure> Figures { get; init; } = [];
    /// <summary>Who is quoted saying what.</summary>
    public IReadOnlyList<Quotation> Quotations { get; init; } = [];
    /// <summary>Who and what is named.</summary>
    public IReadOnlyList<NamedEntity> Names { get; init; } = [];
    /// <summary>Different words for one thing.</summary>
    public IReadOnlyList<WordingDifference> Wording { get; init; } = [];
    /// <summary>What one article alone states.</summary>
    public IReadOnlyList<SingleSourceClaim> SingleSource { get; init; } = [];
    /// <summary>Which article carries which finding.</summary>
    public IReadOnlyList<Coverage> Coverage { get; init; } = [];
    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Title} ({Articles.Count} articles)";
}
