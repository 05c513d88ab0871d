using StoryCompare.Alignment;

namespace StoryCompare.Claims.Conflicts;

/// <summary>One side of a conflict while it is made.</summary>
/// <param name="Says">What it says, in the text's words.</param>
/// <param name="Sentences">Who says it.</param>
internal sealed record SideDraft(string Says, IReadOnlyList<SentenceRef> Sentences);

/// <summary>A conflict before it has an id.</summary>
internal sealed record ConflictDraft
{
    public required ConflictKind Kind { get; init; }
    public required Severity Severity { get; init; }
    public required string About { get; init; }
    public required string Explanation { get; init; }
    public required IReadOnlyList<SideDraft> Sides { get; init; }
    public ConflictExplanation ExplainedBy { get; init; }
    /// <summary>Which rule made it and what it weighed, for <c>--explain</c>.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Whether all sides stand in one article.</summary>
    public bool IsInternal => Sides.SelectMany(static s => s.Sentences).Select(static s => s.Article).Distinct().Count() == 1;

    /// <summary>Whether it is of the kind and has one of the two sentences on one side and the other on another.</summary>
    public bool SetsApart(ConflictKind kind, SentenceRef a, SentenceRef b) => Kind == kind && Sides.Any(x => x.Sentences.Contains(a) && Sides.Any(y => y != x && y.Sentences.Contains(b)));
}

/// <summary>A near miss before it has an id.</summary>
internal sealed record NotConflictDraft(ConflictKind Kind, string Why, IReadOnlyList<SentenceRef> Sentences);
