namespace StoryCompare.Alignment;

/// <summary>Measures what the articles round two sentences tell about them.</summary>
internal static class ContextFeatures
{
    /// <summary>Quick similarity used for retrieval and contrast: Dice of the stems, weighted for the story.</summary>
    public static float Quick(SentenceProfile a, SentenceProfile b)
    {
        float shared = 0;
        int i = 0;
        int j = 0;
        while (i < a.Words.Length && j < b.Words.Length)
        {
            uint x = a.Words[i].Stem;
            uint y = b.Words[j].Stem;
            if (x == y)
            {
                shared += a.Words[i].StoryWeight;
            }

            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        float sum = a.StoryMass + b.StoryMass;
        return sum > 0 ? 2 * shared / sum : 0;
    }

    /// <summary>Fills the features after <see cref="PairFeature.StoryDice"/>.</summary>
    /// <param name="a">First article.</param>
    /// <param name="i">Its sentence.</param>
    /// <param name="b">Second article.</param>
    /// <param name="j">Its sentence.</param>
    /// <param name="articles">What is measured once for the two articles.</param>
    /// <param name="rowBest">Best quick similarity of sentence i to any of b.</param>
    /// <param name="columnBest">Best quick similarity of sentence j to any of a.</param>
    /// <param name="f">The vector.</param>
    public static void Measure(ArticleContext a, int i, ArticleContext b, int j, ArticlePair articles, float rowBest, float columnBest, Span<float> f)
    {
        MeasureForStory(a, i, b, j, rowBest, columnBest, f);
        f[(int)PairFeature.Documents] = articles.Cosine;
        f[(int)PairFeature.Leads] = articles.Leads;
        f[(int)PairFeature.Position] = 1f / (1 + Math.Max(i, j));
        f[(int)PairFeature.SameStory] = 1;
        f[(int)PairFeature.DocumentsTimesDice] = articles.Cosine * f[(int)PairFeature.RelaxedDice];
    }

    /// <summary>Fills those features alone that <see cref="AlignmentModel.Story"/> reads. Parameters as above.</summary>
    public static void MeasureForStory(ArticleContext a, int i, ArticleContext b, int j, float rowBest, float columnBest, Span<float> f)
    {
        float quick = f[(int)PairFeature.StoryDice];
        f[(int)PairFeature.Neighbours] = Neighbours(a, i, b, j);
        float row = rowBest > 0 ? Math.Min(1, quick / rowBest) : 0;
        float column = columnBest > 0 ? Math.Min(1, quick / columnBest) : 0;
        f[(int)PairFeature.ContrastMax] = Math.Max(row, column);
        f[(int)PairFeature.ContrastMin] = Math.Min(row, column);
    }

    /// <summary>Similarity of the sentences round one to those round the other, in order or crossed: statements keep company.</summary>
    public static float Neighbours(ArticleContext a, int i, ArticleContext b, int j)
    {
        float along = Neighbour(a, i - 1, b, j - 1) + Neighbour(a, i + 1, b, j + 1);
        float across = Neighbour(a, i - 1, b, j + 1) + Neighbour(a, i + 1, b, j - 1);
        return Math.Max(along, across) / 2;
    }

    private static float Neighbour(ArticleContext a, int i, ArticleContext b, int j) =>
        i < 0 || j < 0 || i >= a.Sentences.Length || j >= b.Sentences.Length ? 0 : Quick(a.Sentences[i], b.Sentences[j]);
}

/// <summary>What is measured once for two articles.</summary>
/// <param name="Cosine">TF-IDF cosine.</param>
/// <param name="Leads">Best quick similarity among their first two sentences.</param>
internal readonly record struct ArticlePair(float Cosine, float Leads)
{
    public static ArticlePair Of(ArticleContext a, ArticleContext b)
    {
        float leads = 0;
        for (int i = 0; i < Math.Min(2, a.Sentences.Length); i++)
        {
            for (int j = 0; j < Math.Min(2, b.Sentences.Length); j++)
            {
                leads = Math.Max(leads, ContextFeatures.Quick(a.Sentences[i], b.Sentences[j]));
            }
        }

        return new ArticlePair(a.Cosine(b), leads);
    }
}
