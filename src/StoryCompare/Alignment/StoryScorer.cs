namespace StoryCompare.Alignment;

/// <summary>A scored pair of sentences, by their numbers in the story.</summary>
internal readonly record struct ScoredPair(int A, int B, float Score);

/// <summary>Told of each measured pair: its numbers and its features.</summary>
internal delegate void PairMeasured(CandidatePair pair, ReadOnlySpan<float> features);

/// <summary>Measures the candidate pairs of a story.</summary>
internal static class StoryScorer
{
    // A pair far below the best of its row and of its column is never kept.
    private const float MinContrast = 0.4f;

    private const int Block = 256;

    /// <summary>Scores the pairs by what <see cref="AlignmentModel.Story"/> reads; those without contrast are left out. In the pairs' order, whatever the number of threads.</summary>
    /// <param name="articles">The story's articles.</param>
    /// <param name="index">The story.</param>
    /// <param name="pairs">By first sentence, then second.</param>
    /// <param name="score">Of the two sentences and their features.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    public static List<ScoredPair> Score(ArticleContext[] articles, StoryIndex index, List<CandidatePair> pairs, SentenceScore score, ParallelOptions parallel)
    {
        RowsAndColumns best = Best(index, pairs);
        float[] scores = new float[pairs.Count];
        Parallel.For(0, (scores.Length + Block - 1) / Block, parallel, block =>
        {
            Span<float> f = stackalloc float[PairFeatures.Count];
            f.Clear();
            for (int i = block * Block; i < Math.Min(scores.Length, (block + 1) * Block); i++)
            {
                CandidatePair pair = pairs[i];
                if (pair.Quick < MinContrast * Math.Min(best.Row[i], best.Column[i]))
                {
                    scores[i] = -1;
                    continue;
                }

                SentenceProfile a = index.Profile(pair.A);
                SentenceProfile b = index.Profile(pair.B);
                PairFeatures.MeasureWords(a, b, f);
                ContextFeatures.MeasureForStory(articles[index.ArticleOf(pair.A)], index.NumberOf(pair.A), articles[index.ArticleOf(pair.B)], index.NumberOf(pair.B), best.Row[i], best.Column[i], f);
                scores[i] = score(a, b, f);
            }
        });
        List<ScoredPair> scored = new(scores.Length);
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= 0)
            {
                scored.Add(new ScoredPair(pairs[i].A, pairs[i].B, scores[i]));
            }
        }

        return scored;
    }

    /// <summary>Calls <paramref name="measured"/> for each pair, in the pairs' order, with all features.</summary>
    public static void Measure(ArticleContext[] articles, StoryIndex index, List<CandidatePair> pairs, PairMeasured measured, CancellationToken cancellationToken)
    {
        RowsAndColumns best = Best(index, pairs);
        Dictionary<long, ArticlePair> articlePairs = [];
        Span<float> features = stackalloc float[PairFeatures.Count];
        for (int i = 0; i < pairs.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CandidatePair pair = pairs[i];
            int a = index.ArticleOf(pair.A);
            int b = index.ArticleOf(pair.B);
            long key = Key(a, b);
            if (!articlePairs.TryGetValue(key, out ArticlePair between))
            {
                articlePairs[key] = between = ArticlePair.Of(articles[a], articles[b]);
            }

            PairFeatures.Measure(index.Profile(pair.A), index.Profile(pair.B), features);
            ContextFeatures.Measure(articles[a], index.NumberOf(pair.A), articles[b], index.NumberOf(pair.B), between, best.Row[i], best.Column[i], features);
            measured(pair, features);
        }
    }

    private static RowsAndColumns Best(StoryIndex index, List<CandidatePair> pairs) =>
        RowsAndColumns.Of(index, pairs.ConvertAll(static p => new ScoredPair(p.A, p.B, p.Quick)));

    /// <summary>Key of two numbers.</summary>
    public static long Key(int a, int b) => ((long)a << 32) | (uint)b;
}

/// <summary>Scores two sentences from their features.</summary>
internal delegate float SentenceScore(SentenceProfile a, SentenceProfile b, ReadOnlySpan<float> features);
