using StoryCompare.Analysis;

namespace StoryCompare.Alignment;

/// <summary>A sentence of a story.</summary>
internal readonly record struct SentenceRef(int Article, int Sentence);

/// <summary>Two sentences of different articles that say the same thing.</summary>
/// <param name="A">The one of the earlier article.</param>
/// <param name="B">The other.</param>
/// <param name="Score">Probability, in [0, 1].</param>
/// <param name="Kind">How they are related.</param>
internal readonly record struct AlignedPair(SentenceRef A, SentenceRef B, double Score, AlignmentKind Kind);

/// <summary>Sentences that say the same thing.</summary>
/// <param name="Members">By article, then sentence; of two articles or more.</param>
/// <param name="Pairs">The pairs that hold the group.</param>
internal sealed record AlignmentGroup(IReadOnlyList<SentenceRef> Members, IReadOnlyList<AlignedPair> Pairs);

/// <summary>Aligns the sentences of a story's articles.</summary>
internal static class SentenceAligner
{
    /// <summary>Groups in order of their first member.</summary>
    /// <param name="articles">The story's articles.</param>
    /// <param name="nameGroups">From name folding: group number by article and entity.</param>
    /// <param name="options">Options.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static IReadOnlyList<AlignmentGroup> Align(IReadOnlyList<AnalyzedArticle> articles, int[][] nameGroups, StoryCompareOptions options, CancellationToken cancellationToken) => [];
}
