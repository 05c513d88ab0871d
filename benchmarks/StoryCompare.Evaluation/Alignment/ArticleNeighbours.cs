using StoryCompare.Alignment;

namespace StoryCompare.Evaluation.Alignment;

/// <summary>How near two articles stand to each other, beside all others. Memory and time grow with the square of the articles: for sets of some thousands.</summary>
internal sealed class ArticleNeighbours
{
    private const int Nearest = 5;
    private const float Floor = 0.01f;

    private readonly float[][] _cosines;
    private readonly float[] _nearest;
    private readonly float[] _inStory;

    /// <param name="articles">The articles.</param>
    /// <param name="storyOf">The story of each.</param>
    public ArticleNeighbours(ArticleContext[] articles, int[] storyOf)
    {
        _cosines = new float[articles.Length][];
        Parallel.For(0, articles.Length, i => _cosines[i] = [.. articles.Select((other, j) => j == i ? 0 : articles[i].Cosine(other))]);
        _nearest = Array.ConvertAll(_cosines, static c => c.OrderDescending().Take(Nearest).Sum() / Nearest);
        _inStory = [.. storyOf.Select((story, i) => Mean(_cosines[i].Where((_, j) => j != i && storyOf[j] == story)))];
    }

    /// <summary>Fills the features of two articles.</summary>
    public void Measure(int a, int b, Span<float> features)
    {
        float cosine = _cosines[a][b];
        features[(int)PairFeature.Nearest] = Math.Max(cosine / (_nearest[a] + Floor), cosine / (_nearest[b] + Floor));
        float rankA = MathF.Log(1 + _cosines[a].Count(c => c > cosine));
        float rankB = MathF.Log(1 + _cosines[b].Count(c => c > cosine));
        features[(int)PairFeature.RankMin] = Math.Min(rankA, rankB);
        features[(int)PairFeature.RankMax] = Math.Max(rankA, rankB);
        features[(int)PairFeature.StoryNearness] = Math.Max(Share(cosine, _inStory[a]), Share(cosine, _inStory[b]));
    }

    private static float Share(float cosine, float mean) => mean > 0 ? cosine / (mean + Floor) : 0;

    private static float Mean(IEnumerable<float> values) => values.DefaultIfEmpty().Average();
}
