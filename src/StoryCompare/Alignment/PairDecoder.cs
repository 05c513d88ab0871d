namespace StoryCompare.Alignment;

/// <summary>Decides which scored pairs are alignments.</summary>
/// <remarks>
/// A pair is kept when it reaches the threshold and comes near the best of its row or its column, row and column taken inside one pair of articles:
/// many to many, so that one sentence split in two elsewhere aligns to both. On SuperPAL one-to-one decoding lost .05 to .13 F1, monotone decoding .24.
/// </remarks>
internal static class PairDecoder
{
    /// <summary>Share of the row's or the column's best score that a pair must reach.</summary>
    public const float Contrast = 0.7f;

    /// <summary>The kept pairs, in the order given.</summary>
    public static List<ScoredPair> Decode(StoryIndex index, List<ScoredPair> pairs, float threshold)
    {
        Dictionary<long, float> best = [];
        foreach (ScoredPair p in pairs)
        {
            StoryScorer.Raise(best, StoryScorer.Key(p.A, index.ArticleOf(p.B)), p.Score);
            StoryScorer.Raise(best, StoryScorer.Key(p.B, index.ArticleOf(p.A)), p.Score);
        }

        return pairs.FindAll(p => p.Score >= threshold
            && (p.Score >= Contrast * best[StoryScorer.Key(p.A, index.ArticleOf(p.B))] || p.Score >= Contrast * best[StoryScorer.Key(p.B, index.ArticleOf(p.A))]));
    }
}
