namespace StoryCompare.Alignment;

/// <summary>Scores the sentence pairs of a story and keeps the alignments: the part that needs no article beyond its sentences.</summary>
internal static class StoryAlignment
{
    // A pair that shares a frame ("... radio reported on Sunday that ... had managed to ...") but less than this share of what either sentence tells
    // is one house's template with other content: it may be listed as a weak alignment, but never holds a group.
    private const float MinContainment = 0.2f;
    private const float TemplateScore = PairDecoder.MemberScore - 0.01f;

    /// <summary>All scored pairs, in order of their sentences.</summary>
    public static List<ScoredPair> Score(ArticleContext[] articles, StoryIndex index, List<CandidatePair> candidates, ParallelOptions parallel) =>
        StoryScorer.Score(articles, index, candidates, Score, parallel);

    /// <summary>The alignments, in order of their sentences.</summary>
    public static List<ScoredPair> Align(ArticleContext[] articles, StoryIndex index, ParallelOptions parallel) =>
        PairDecoder.Decode(index, Score(articles, index, index.Candidates(parallel), parallel), AlignmentModel.Story.Threshold);

    // A title sums its own article up: it goes with other titles, while the statement goes with the sentences that tell it.
    private static float Score(SentenceProfile a, SentenceProfile b, ReadOnlySpan<float> features)
    {
        float score = AlignmentModel.Story.Score(features);
        return a.IsTitle != b.IsTitle || features[(int)PairFeature.StoryContainmentMax] < MinContainment ? Math.Min(score, TemplateScore) : score;
    }
}
