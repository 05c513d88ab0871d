namespace StoryCompare.Alignment;

/// <summary>A scored pair of sentences, by their numbers in the story.</summary>
internal readonly record struct ScoredPair(int A, int B, float Score);

/// <summary>Told of each measured pair: its numbers and its features.</summary>
internal delegate void PairMeasured(CandidatePair pair, ReadOnlySpan<float> features);

/// <summary>Measures the candidate pairs of a story.</summary>
internal static class StoryScorer
{
    /// <summary>Calls <paramref name="measured"/> for each pair, in the pairs' order.</summary>
    public static void Measure(ArticleContext[] articles, StoryIndex index, List<CandidatePair> pairs, PairMeasured measured, CancellationToken cancellationToken)
    {
        Dictionary<long, float> best = BestBySentenceAndArticle(index, pairs);
        Dictionary<long, ArticlePair> articlePairs = [];
        Span<float> features = stackalloc float[PairFeatures.Count];
        foreach (CandidatePair pair in pairs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int a = index.ArticleOf(pair.A);
            int b = index.ArticleOf(pair.B);
            long key = Key(a, b);
            if (!articlePairs.TryGetValue(key, out ArticlePair between))
            {
                articlePairs[key] = between = ArticlePair.Of(articles[a], articles[b]);
            }

            PairFeatures.Measure(index.Profile(pair.A), index.Profile(pair.B), features);
            ContextFeatures.Measure(articles[a], index.NumberOf(pair.A), articles[b], index.NumberOf(pair.B), between, best[Key(pair.A, b)], best[Key(pair.B, a)], features);
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
