namespace StoryCompare.Alignment;

/// <summary>A scored pair of sentences, by their numbers in the story.</summary>
internal readonly record struct ScoredPair(int A, int B, float Score);

/// <summary>Told of each measured pair: its numbers and its features.</summary>
internal delegate void PairMeasured(CandidatePair pair, ReadOnlySpan<float> features);

/// <summary>Measures two sentences.</summary>
internal delegate void SentenceMeasure(SentenceProfile a, SentenceProfile b, Span<float> features);

/// <summary>Measures the candidate pairs of a story.</summary>
internal static class StoryScorer
{
    // A pair far below the best of its row and of its column is never kept: about a fifth of the pairs of five annotated stories lie below this, and 3 of them
    // reach the threshold of the score.
    private const float MinContrast = 0.4f;

    /// <summary>Calls <paramref name="measured"/> for each pair, in the pairs' order, with what <see cref="AlignmentModel.Story"/> reads.</summary>
    public static void MeasureForStory(ArticleContext[] articles, StoryIndex index, List<CandidatePair> pairs, PairMeasured measured, CancellationToken cancellationToken) =>
        Measure(articles, index, pairs, measured, PairFeatures.MeasureWords, MinContrast, cancellationToken);

    /// <summary>Calls <paramref name="measured"/> for each pair, in the pairs' order, with all features.</summary>
    public static void Measure(ArticleContext[] articles, StoryIndex index, List<CandidatePair> pairs, PairMeasured measured, CancellationToken cancellationToken) =>
        Measure(articles, index, pairs, measured, PairFeatures.Measure, minContrast: 0, cancellationToken);

    private static void Measure(ArticleContext[] articles, StoryIndex index, List<CandidatePair> pairs, PairMeasured measured, SentenceMeasure measure, float minContrast, CancellationToken cancellationToken)
    {
        Dictionary<long, float> best = BestBySentenceAndArticle(index, pairs);
        Dictionary<long, ArticlePair> articlePairs = [];
        Span<float> features = stackalloc float[PairFeatures.Count];
        foreach (CandidatePair pair in pairs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            float row = best[Key(pair.A, index.ArticleOf(pair.B))];
            float column = best[Key(pair.B, index.ArticleOf(pair.A))];
            if (pair.Quick < minContrast * Math.Min(row, column))
            {
                continue;
            }

            int a = index.ArticleOf(pair.A);
            int b = index.ArticleOf(pair.B);
            long key = Key(a, b);
            if (!articlePairs.TryGetValue(key, out ArticlePair between))
            {
                articlePairs[key] = between = ArticlePair.Of(articles[a], articles[b]);
            }

            measure(index.Profile(pair.A), index.Profile(pair.B), features);
            ContextFeatures.Measure(articles[a], index.NumberOf(pair.A), articles[b], index.NumberOf(pair.B), between, row, column, features);
            measured(pair, features);
        }
    }

    /// <summary>For a sentence and another article, the best quick similarity.</summary>
    private static Dictionary<long, float> BestBySentenceAndArticle(StoryIndex index, List<CandidatePair> pairs)
    {
        Dictionary<long, float> best = [];
        foreach (CandidatePair p in pairs)
        {
            Raise(best, Key(p.A, index.ArticleOf(p.B)), p.Quick);
            Raise(best, Key(p.B, index.ArticleOf(p.A)), p.Quick);
        }

        return best;
    }

    /// <summary>Raises the value under the key to at least <paramref name="value"/>.</summary>
    public static void Raise(Dictionary<long, float> best, long key, float value)
    {
        ref float known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(best, key, out _);
        known = Math.Max(known, value);
    }

    /// <summary>Key of two numbers.</summary>
    public static long Key(int a, int b) => ((long)a << 32) | (uint)b;
}
