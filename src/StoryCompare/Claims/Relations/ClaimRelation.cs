namespace StoryCompare.Claims.Relations;

/// <summary>What comparing the slots of two sentences says.</summary>
/// <param name="Relation">Agree, conflict or unrelated.</param>
/// <param name="Score">How sure, in [0, 1].</param>
/// <param name="Kind">The slot that differs, for a conflict.</param>
/// <param name="Reason">One short clause: which rule decided, on which words.</param>
/// <param name="SpanA">The deciding words of the first sentence.</param>
/// <param name="SpanB">Those of the second.</param>
internal sealed record ClaimRelation(PairRelation Relation, double Score, ConflictKind? Kind, string Reason, TextSpan? SpanA = null, TextSpan? SpanB = null)
{
    /// <summary>Nothing ties the sentences.</summary>
    public static ClaimRelation Unrelated { get; } = new(PairRelation.Unrelated, 0, null, "the slots do not line up");
}
