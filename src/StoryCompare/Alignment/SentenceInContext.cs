namespace StoryCompare.Alignment;

/// <summary>Measures one pair of sentences in two articles, without an index: for callers that ask about single pairs.</summary>
internal static class SentenceInContext
{
    /// <summary>Fills all features. O(sentences of both articles).</summary>
    public static void Measure(ArticleContext a, int i, ArticleContext b, int j, Span<float> features)
    {
        float row = 0;
        foreach (SentenceProfile other in b.Sentences)
        {
            row = Math.Max(row, ContextFeatures.Quick(a.Sentences[i], other));
        }

        float column = 0;
        foreach (SentenceProfile other in a.Sentences)
        {
            column = Math.Max(column, ContextFeatures.Quick(other, b.Sentences[j]));
        }

        PairFeatures.Measure(a.Sentences[i], b.Sentences[j], features);
        ContextFeatures.Measure(a, i, b, j, ArticlePair.Of(a, b), row, column, features);
    }
}
