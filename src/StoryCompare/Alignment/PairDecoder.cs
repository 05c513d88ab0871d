namespace StoryCompare.Alignment;

/// <summary>Decides which scored pairs are alignments.</summary>
/// <remarks>
/// Pairs are given in order of their first sentence, then second. A pair is kept when it reaches the threshold and comes near the best of its row or its column, row and column taken inside one pair of articles:
/// many to many, so that one sentence split in two elsewhere aligns to both.
/// </remarks>
internal static class PairDecoder
{
    /// <summary>Share of the row's or the column's best score that a pair must reach.</summary>
    public const float Contrast = 0.7f;

    /// <summary>Least score of a pair that brings a sentence into a group.</summary>
    public const float HoldingScore = 0.42f;

    /// <summary>Least score of two members of a group to each other.</summary>
    public const float MemberScore = 0.38f;

    /// <summary>The kept pairs, in the order given.</summary>
    public static List<ScoredPair> Decode(StoryIndex index, List<ScoredPair> pairs, float threshold)
    {
        RowsAndColumns best = RowsAndColumns.Of(index, pairs);
        return Keep(pairs, i => pairs[i].Score >= threshold && pairs[i].Score >= Contrast * Math.Min(best.Row[i], best.Column[i]));
    }

    /// <summary>Of the kept pairs those sure enough to hold a group: near the best of their row and of their column. See <see cref="AlignmentGrouper"/>.</summary>
    public static List<ScoredPair> Holding(StoryIndex index, List<ScoredPair> pairs)
    {
        RowsAndColumns best = RowsAndColumns.Of(index, pairs);
        return Keep(pairs, i => pairs[i].Score >= HoldingScore && pairs[i].Score >= Contrast * Math.Max(best.Row[i], best.Column[i]));
    }

    private static List<ScoredPair> Keep(List<ScoredPair> pairs, Func<int, bool> kept)
    {
        List<ScoredPair> result = [];
        for (int i = 0; i < pairs.Count; i++)
        {
            if (kept(i))
            {
                result.Add(pairs[i]);
            }
        }

        return result;
    }
}
