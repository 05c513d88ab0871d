namespace StoryCompare;

/// <summary>Word diff between two spans of an alignment.</summary>
/// <param name="A">Index of the first span in <see cref="AlignedSentences.Spans"/>.</param>
/// <param name="B">Index of the second.</param>
/// <param name="Ops">Deletions turn A into B's equal parts, insertions add B's own words.</param>
public sealed record AlignmentDiff(int A, int B, IReadOnlyList<DiffOp> Ops);
