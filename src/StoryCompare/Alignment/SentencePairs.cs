using StoryCompare.Text;

namespace StoryCompare.Alignment;

/// <summary>Whether two sentences tell the same thing.</summary>
/// <param name="Score">Probability, in [0, 1].</param>
/// <param name="Same">Whether the score reaches the threshold.</param>
internal readonly record struct PairJudgement(float Score, bool Same);

/// <summary>Judges single pairs of sentences, outside a story or with their two articles.</summary>
internal static class SentencePairs
{
    /// <summary>Judges two sentences by themselves.</summary>
    /// <param name="a">First sentence.</param>
    /// <param name="b">Second sentence.</param>
    /// <param name="model">The head that is asked.</param>
    public static PairJudgement Judge(TokenizedText a, TokenizedText b, AlignmentModel model)
    {
        SentenceProfiler profiler = new();
        Span<float> features = stackalloc float[PairFeatures.Count];
        PairFeatures.Measure(profiler.Profile(SentenceSource.Of(a)), profiler.Profile(SentenceSource.Of(b)), features);
        return Judge(features, model);
    }

    /// <summary>Judges measured features.</summary>
    public static PairJudgement Judge(ReadOnlySpan<float> features, AlignmentModel model)
    {
        float score = model.Score(features);
        return new PairJudgement(score, score >= model.Threshold);
    }
}
