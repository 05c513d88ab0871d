namespace StoryCompare.Clustering;

/// <summary>The candidate pairs of a batch and how similar each article's nearest ones are to it.</summary>
internal sealed class Neighbourhood
{
    /// <summary>Neighbours looked at for each article.</summary>
    public const int Nearest = 40;
    private static readonly (int From, int To)[] Ranks = [(0, 1), (4, 15), (19, 40)];

    /// <summary>What an unrelated article of a large collection scores; stands in where a small batch has no crowd.</summary>
    public const double UnrelatedSimilarity = 0.03;

    /// <summary>Excess similarity, squared, that an article alone in a small batch is taken to have with a crowd nobody else shares: keeps two strangers from looking like a crowd of two.</summary>
    private const double Privacy = 0.06 * 0.06;

    private readonly (int Article, double Weight)[][] _crowds;

    private Neighbourhood(List<(int A, int B)> pairs, double[][] around, (int Article, double Weight)[][] crowds)
    {
        Pairs = pairs;
        Around = around;
        _crowds = crowds;
    }

    /// <summary>Candidate pairs, A below B, ascending.</summary>
    public List<(int A, int B)> Pairs { get; }
    /// <summary>For each article the mean similarity of its nearest neighbours by bands of rank: how crowded it stands.</summary>
    public double[][] Around { get; }

    public static Neighbourhood Find(ArticleVectors[] articles, TermStatistics statistics, int threads, CancellationToken cancellationToken)
    {
        InvertedIndex index = InvertedIndex.Build(articles, statistics);
        int[][] nearest = new int[articles.Length][];
        double[][] around = new double[articles.Length][];
        (int Article, double Weight)[][] crowds = new (int, double)[articles.Length][];
        Parallel.For(0, articles.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            () => (Sums: new ulong[articles.Length], Touched: new List<int>()),
            (a, _, state) =>
            {
                state.Touched.Clear();
                index.Accumulate(articles[a], statistics, state.Sums, state.Touched);
                ulong[] sums = state.Sums;
                sums[a] = 0;
                state.Touched.Sort((x, y) => sums[x] != sums[y] ? sums[y].CompareTo(sums[x]) : x.CompareTo(y));
                int n = 0;
                while (n < state.Touched.Count && n < Nearest && sums[state.Touched[n]] > 0)
                {
                    n++;
                }

                nearest[a] = [.. state.Touched.Take(n)];
                foreach (int t in state.Touched)
                {
                    sums[t] = 0;
                }

                double[] similarities = Similarities(articles, a, nearest[a]);
                around[a] = Surroundings(similarities);
                crowds[a] = Crowd(a, nearest[a], similarities, around[a][^1]);
                return state;
            },
            static _ => { });

        HashSet<(int, int)> pairs = [];
        for (int a = 0; a < nearest.Length; a++)
        {
            foreach (int b in nearest[a])
            {
                pairs.Add(a < b ? (a, b) : (b, a));
            }
        }

        List<(int A, int B)> sorted = [.. pairs];
        sorted.Sort();
        return new Neighbourhood(sorted, around, crowds);
    }

    /// <summary>The similarity that ranks neighbours: words and bigrams.</summary>
    public static double Similarity(double words, double bigrams) => 0.5 * words + 0.5 * bigrams;

    /// <summary>
    /// Cosine of the two articles' crowds, in [0, 1]: near 1 where both stand among the same articles. Holds for events of two articles and of
    /// twenty, since each neighbour weighs by how far it stands out from the article's far surroundings (shared nearest neighbours, Jarvis and Patrick 1973, weighted).
    /// </summary>
    public double SharedCrowd(int a, int b)
    {
        (int Article, double Weight)[] x = _crowds[a];
        (int Article, double Weight)[] y = _crowds[b];
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < x.Length && j < y.Length)
        {
            int kx = x[i].Article;
            int ky = y[j].Article;
            if (kx == ky)
            {
                sum += x[i].Weight * y[j].Weight;
            }

            i += kx <= ky ? 1 : 0;
            j += ky <= kx ? 1 : 0;
        }

        return Math.Min(1, sum);
    }

    private static double[] Similarities(ArticleVectors[] articles, int a, int[] nearest)
    {
        double[] similarities = new double[nearest.Length];
        for (int i = 0; i < nearest.Length; i++)
        {
            ArticleVectors b = articles[nearest[i]];
            similarities[i] = Similarity(ArticleVectors.Cosine(articles[a], b, Channel.Words), ArticleVectors.Cosine(articles[a], b, Channel.Bigrams));
        }

        return similarities;
    }

    // A unit vector over the article itself and its neighbours, ascending by article.
    private static (int Article, double Weight)[] Crowd(int a, int[] nearest, double[] similarities, double far)
    {
        List<(int Article, double Weight)> crowd = new(nearest.Length + 1);
        double most = 0;
        for (int i = 0; i < nearest.Length; i++)
        {
            double excess = similarities[i] - far;
            if (excess > 0)
            {
                crowd.Add((nearest[i], excess * excess));
                most = Math.Max(most, excess * excess);
            }
        }

        crowd.Add((a, most));
        crowd.Sort();
        double squares = Privacy * Privacy;
        foreach ((_, double weight) in crowd)
        {
            squares += weight * weight;
        }

        double scale = 1 / Math.Sqrt(squares);
        return [.. crowd.Select(c => (c.Article, c.Weight * scale))];
    }

    private static double[] Surroundings(double[] unsorted)
    {
        double[] similarities = [.. unsorted];
        Array.Sort(similarities);
        Array.Reverse(similarities);
        double[] around = new double[Ranks.Length];
        for (int r = 0; r < Ranks.Length; r++)
        {
            (int from, int to) = Ranks[r];
            double sum = 0;
            for (int i = from; i < to; i++)
            {
                sum += Math.Max(UnrelatedSimilarity, i < similarities.Length ? similarities[i] : 0);
            }

            around[r] = sum / (to - from);
        }

        return around;
    }
}
