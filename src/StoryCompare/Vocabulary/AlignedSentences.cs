namespace StoryCompare;

/// <summary>Sentences of different articles that say the same thing.</summary>
/// <param name="Id">Stable for the same input.</param>
/// <param name="Kind">The relation of the closest pair.</param>
/// <param name="Score">Mean pair score, in [0, 1].</param>
/// <param name="Spans">The sentences; of two or more articles; an article may give several (a statement split in two).</param>
/// <param name="Diffs">Word diffs of the first span against each other one.</param>
public sealed record AlignedSentences(string Id, AlignmentKind Kind, double Score, IReadOnlyList<Provenance> Spans, IReadOnlyList<AlignmentDiff> Diffs)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Kind}: {Spans[0].Text}";
}
