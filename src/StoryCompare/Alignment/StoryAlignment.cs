namespace StoryCompare.Alignment;

/// <summary>Scores the sentence pairs of a story and keeps the alignments: the part that needs no article beyond its sentences.</summary>
internal static class StoryAlignment
{
    // A pair that shares less than this share of what either sentence tells is one house's template with other content: it never holds a group. Two reports
    // ("... radio reported on Sunday that ... had managed to ...") share a good part by their form alone.
    private const float MinContainment = 0.2f;
    private const float MinReportedContainment = 0.4f;
    private const float TitleDice = 0.8f;

    /// <summary>Score of a pair that is held for no statement of both: too low to bring a sentence into a group, and nothing raises it.</summary>
    public const float TemplateScore = 0.2f;

    /// <summary>All scored pairs, in order of their sentences. Pairs that only look alike get <see cref="TemplateScore"/> at most.</summary>
    public static List<ScoredPair> Score(ArticleContext[] articles, StoryIndex index, List<CandidatePair> candidates, ParallelOptions parallel) =>
        StoryScorer.Score(articles, index, candidates, Score, parallel);

    /// <summary>The alignments by the bare scores, in order of their sentences: for two documents that are known to tell the same.</summary>
    public static List<ScoredPair> Align(ArticleContext[] articles, StoryIndex index, ParallelOptions parallel) => Align(articles, index, index.Candidates(parallel), parallel);

    /// <summary>The same from given candidates.</summary>
    public static List<ScoredPair> Align(ArticleContext[] articles, StoryIndex index, List<CandidatePair> candidates, ParallelOptions parallel) =>
        PairDecoder.Decode(index, StoryScorer.Score(articles, index, candidates, static (_, _, features) => AlignmentModel.Story.Score(features), parallel), AlignmentModel.Story.Threshold);

    // What each places at another time is no statement of both. A title sums its own article up: it goes with other titles, while the statement goes with the sentences that tell it; unless it is such a sentence.
    private static float Score(SentenceProfile a, SentenceProfile b, ReadOnlySpan<float> features)
    {
        float score = AlignmentModel.Story.Score(features);
        bool titleAlone = a.IsTitle != b.IsTitle && features[(int)PairFeature.RelaxedDice] < TitleDice;
        float least = a.IsReported && b.IsReported ? MinReportedContainment : MinContainment;
        return titleAlone || features[(int)PairFeature.TimesDiffer] > 0 || features[(int)PairFeature.StoryContainmentMax] < least ? Math.Min(score, TemplateScore) : score;
    }
}
