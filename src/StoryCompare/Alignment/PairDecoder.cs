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

    /// <summary>Share of the better of the two that a pair must reach to hold a group: low enough that a sentence told in two by another outlet holds with both.</summary>
    /// <remarks>On five annotated stories 0.5 gave recall .73 of the pairs at precision .84, 0.7 gave .71 at .83, none at all .73 at .83.</remarks>
    public const float HoldingContrast = 0.5f;

    /// <summary>Least score of a pair that brings a sentence into a group.</summary>
    /// <remarks>On the same stories 0.42 gave recall .74 at precision .85, 0.40 gave .75 at .82, 0.38 gave .77 at .78.</remarks>
    public const float HoldingScore = 0.42f;

    /// <summary>Least score of two members of a group to each other.</summary>
    public const float MemberScore = 0.38f;

    /// <summary>The kept pairs, in the order given.</summary>
    public static List<ScoredPair> Decode(StoryIndex index, List<ScoredPair> pairs, float threshold)
    {
        RowsAndColumns best = RowsAndColumns.Of(index, pairs);
        return Keep(pairs, i => pairs[i].Score >= threshold && pairs[i].Score >= Contrast * Math.Min(best.Row[i], best.Column[i]));
    }

    /// <summary>Of the kept pairs those sure enough to hold a group: not far below the best of their row and of their column. See <see cref="AlignmentGrouper"/>.</summary>
    public static List<ScoredPair> Holding(StoryIndex index, List<ScoredPair> pairs)
    {
        RowsAndColumns best = RowsAndColumns.Of(index, pairs);
        return Keep(pairs, i => pairs[i].Score >= HoldingScore && pairs[i].Score >= HoldingContrast * Math.Max(best.Row[i], best.Column[i]));
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
