namespace StoryCompare.Alignment;

/// <summary>Raises the score of two sentences that both go with a sentence of a third article.</summary>
/// <remarks>
/// Two outlets word a statement so differently that little is common to them, while a third one's wording stands between. Only surer pairs lend: the raised score
/// stays below the weaker of the two that lend to it. Time grows with the pairs times the partners of a sentence that are sure, which the index bounds. On the
/// annotated stories it moved the mean average precision of the pairs from .766 to .776; shares of 0.3 and 0.7 gave the same, a share of 1 less.
/// </remarks>
internal static class CommonPartners
{
    // Share of the way, on the scale before the logistic curve, from the pair's own score to what the third article lends.
    private const float Share = 0.5f;

    // Pairs below this are nobody's evidence.
    private const float MinLent = 0.5f;

    /// <summary>The pairs in the same order, with the new scores.</summary>
    public static List<ScoredPair> Apply(StoryIndex index, List<ScoredPair> pairs)
    {
        Dictionary<int, List<(int Other, float Score)>> partners = [];
        foreach (ScoredPair p in pairs)
        {
            if (p.Score >= MinLent)
            {
                Add(partners, p.A, p.B, p.Score);
                Add(partners, p.B, p.A, p.Score);
            }
        }

        return pairs.ConvertAll(p =>
        {
            float lent = p.Score > StoryAlignment.TemplateScore ? Lent(index, partners, p) : 0;
            return lent > p.Score ? p with { Score = AlignmentModel.Logistic(ArticleEvidence.Logit(p.Score) + (Share * (ArticleEvidence.Logit(lent) - ArticleEvidence.Logit(p.Score)))) } : p;
        });
    }

    // The lists are in the order of the other's number: a pair is given in order of A, then B.
    private static float Lent(StoryIndex index, Dictionary<int, List<(int Other, float Score)>> partners, ScoredPair p)
    {
        if (!partners.TryGetValue(p.A, out List<(int Other, float Score)>? ofA) || !partners.TryGetValue(p.B, out List<(int Other, float Score)>? ofB))
        {
            return 0;
        }

        float best = 0;
        int i = 0;
        int j = 0;
        while (i < ofA.Count && j < ofB.Count)
        {
            int x = ofA[i].Other;
            int y = ofB[j].Other;
            if (x == y && index.ArticleOf(x) != index.ArticleOf(p.A) && index.ArticleOf(x) != index.ArticleOf(p.B))
            {
                best = Math.Max(best, Math.Min(ofA[i].Score, ofB[j].Score));
            }

            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return best;
    }

    private static void Add(Dictionary<int, List<(int Other, float Score)>> partners, int a, int b, float score)
    {
        if (!partners.TryGetValue(a, out List<(int Other, float Score)>? list))
        {
            partners[a] = list = [];
        }

        list.Add((b, score));
    }
}
