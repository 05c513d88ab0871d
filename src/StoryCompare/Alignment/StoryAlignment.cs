namespace StoryCompare.Alignment;

/// <summary>Scores the sentence pairs of a story and keeps the alignments: the part that needs no article beyond its sentences.</summary>
internal static class StoryAlignment
{
    /// <summary>All scored pairs, in order of their sentences.</summary>
    public static List<ScoredPair> Score(ArticleContext[] articles, StoryIndex index, List<CandidatePair> candidates, CancellationToken cancellationToken)
    {
        List<ScoredPair> scored = new(candidates.Count);
        StoryScorer.Measure(articles, index, candidates, (pair, features) => scored.Add(new ScoredPair(pair.A, pair.B, AlignmentModel.Story.Score(features))), cancellationToken);
        return scored;
    }

    /// <summary>The alignments, in order of their sentences.</summary>
    public static List<ScoredPair> Align(ArticleContext[] articles, StoryIndex index, CancellationToken cancellationToken) =>
        PairDecoder.Decode(index, Score(articles, index, index.Candidates(cancellationToken), cancellationToken), AlignmentModel.Story.Threshold);
}
