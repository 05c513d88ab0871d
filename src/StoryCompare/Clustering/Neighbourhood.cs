namespace StoryCompare.Clustering;

/// <summary>The candidate pairs of a batch and how similar each article's nearest ones are to it.</summary>
internal sealed class Neighbourhood
{
    /// <summary>Neighbours looked at for each article.</summary>
    public const int Nearest = 40;
    private const int CrowdFrom = 4;
    private const int CrowdTo = 15;

    /// <summary>What an unrelated article of a large collection scores; stands in where a small batch has no crowd.</summary>
    public const double UnrelatedSimilarity = 0.03;

    private Neighbourhood(List<(int A, int B)> pairs, double[] best, double[] crowd)
    {
        Pairs = pairs;
        Best = best;
        Crowd = crowd;
    }

    /// <summary>Candidate pairs, A below B, ascending.</summary>
    public List<(int A, int B)> Pairs { get; }
    /// <summary>Similarity of each article's nearest neighbour.</summary>
    public double[] Best { get; }
    /// <summary>Mean similarity of each article's 5th to 15th neighbour: how crowded it stands.</summary>
    public double[] Crowd { get; }

    public static Neighbourhood Find(ArticleVectors[] articles, TermStatistics statistics, int threads, CancellationToken cancellationToken)
    {
        InvertedIndex index = InvertedIndex.Build(articles, statistics);
        int[][] nearest = new int[articles.Length][];
        double[] best = new double[articles.Length];
        double[] crowd = new double[articles.Length];
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

                (best[a], crowd[a]) = Surroundings(articles, a, nearest[a]);
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
        return new Neighbourhood(sorted, best, crowd);
    }

    /// <summary>The similarity that ranks neighbours: words and bigrams.</summary>
    public static double Similarity(double words, double bigrams) => 0.5 * words + 0.5 * bigrams;

    private static (double Best, double Crowd) Surroundings(ArticleVectors[] articles, int a, int[] nearest)
    {
        double[] similarities = new double[nearest.Length];
        for (int i = 0; i < nearest.Length; i++)
        {
            ArticleVectors b = articles[nearest[i]];
            similarities[i] = Similarity(ArticleVectors.Cosine(articles[a], b, Channel.Words), ArticleVectors.Cosine(articles[a], b, Channel.Bigrams));
        }

        Array.Sort(similarities);
        Array.Reverse(similarities);
        double sum = 0;
        for (int i = CrowdFrom; i < CrowdTo; i++)
        {
            sum += Math.Max(UnrelatedSimilarity, i < similarities.Length ? similarities[i] : 0);
        }

        return (similarities.Length > 0 ? similarities[0] : 0, sum / (CrowdTo - CrowdFrom));
    }
}
