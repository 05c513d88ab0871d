using StoryCompare.Analysis;

namespace StoryCompare.Clustering;

/// <summary>Phase one and two of batch clustering over weighted articles: scored candidate pairs, then clusters inside each connected part.</summary>
internal sealed class EventGraph
{
    /// <summary>Fixed point of a probability.</summary>
    public const int One = 1 << 24;
    /// <summary>Least probability of an edge that holds a part together.</summary>
    private const double EdgeFloor = 0.3;

    private EventGraph(ArticleVectors[] articles, Neighbourhood neighbourhood)
    {
        Articles = articles;
        Neighbourhood = neighbourhood;
    }

    public ArticleVectors[] Articles { get; }

    public Neighbourhood Neighbourhood { get; }

    public static EventGraph Build(IReadOnlyList<AnalyzedArticle> articles, int threads, CancellationToken cancellationToken)
    {
        ArticleSketch[] sketches = new ArticleSketch[articles.Count];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, sketches.Length, parallel, static () => new SketchBuilder(), (i, _, builder) => { sketches[i] = builder.Build(articles[i]); return builder; }, static _ => { });
        TermStatistics statistics = new(sketches.Length);
        foreach (ArticleSketch sketch in sketches)
        {
            statistics.Add(sketch);
        }

        ArticleVectors[] vectors = new ArticleVectors[sketches.Length];
        Parallel.For(0, sketches.Length, parallel, i => vectors[i] = ArticleVectors.Weigh(sketches[i], statistics));
        return new EventGraph(vectors, Neighbourhood.Find(vectors, statistics, threads, cancellationToken));
    }

    public void Features(int a, int b, Span<double> x) =>
        PairFeatures.Fill(Articles[a], Articles[b], Neighbourhood.Around[a], Neighbourhood.Around[b], Neighbourhood.SharedCrowd(a, b), x);

    /// <summary>
    /// Probabilities are averaged to this power: strong links count more than weak ones, so that an outlying report joins through its nearest ones
    /// without a chain. 1 is plain average linkage, infinity single linkage; 2 to 4 did best on all three development sets at once.
    /// </summary>
    private static readonly double LinkPower = double.Parse(Environment.GetEnvironmentVariable("PW") ?? "3", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The link of two articles: the probability that they tell of one event to the power of the linkage, in fixed point.</summary>
    public int Score(ClusteringModel model, int a, int b)
    {
        Span<double> x = stackalloc double[PairFeatures.Names.Count];
        Features(a, b, x);
        return Link(model.Probability(x));
    }

    /// <summary>A probability as a link.</summary>
    public static int Link(double probability) => (int)Math.Round(Math.Pow(probability, LinkPower) * One);

    public int[] ScorePairs(ClusteringModel model, int threads, CancellationToken cancellationToken)
    {
        int[] scores = new int[Neighbourhood.Pairs.Count];
        Parallel.For(0, scores.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            p => scores[p] = Score(model, Neighbourhood.Pairs[p].A, Neighbourhood.Pairs[p].B));
        return scores;
    }

    /// <summary>The clusters, each ascending, ordered by first member.</summary>
    public List<List<int>> Partition(int[] scores, Func<int, int, int> score, double threshold, CancellationToken cancellationToken)
    {
        int edgeFloor = Link(EdgeFloor);
        UnionFind sets = new(Articles.Length);
        for (int p = 0; p < scores.Length; p++)
        {
            if (scores[p] >= edgeFloor)
            {
                sets.Join(Neighbourhood.Pairs[p].A, Neighbourhood.Pairs[p].B);
            }
        }

        Dictionary<int, (List<int> Members, List<(int, int, int)> Edges)> parts = [];
        for (int a = 0; a < Articles.Length; a++)
        {
            int root = sets.Find(a);
            if (!parts.TryGetValue(root, out (List<int> Members, List<(int, int, int)> Edges) part))
            {
                parts[root] = part = ([], []);
            }

            part.Members.Add(a);
        }

        for (int p = 0; p < scores.Length; p++)
        {
            (int a, int b) = Neighbourhood.Pairs[p];
            int root = sets.Find(a);
            if (root == sets.Find(b))
            {
                parts[root].Edges.Add((a, b, scores[p]));
            }
        }

        List<List<int>> clusters = [];
        foreach ((List<int> members, List<(int, int, int)> edges) in parts.Values)
        {
            clusters.AddRange(members.Count == 1 ? [members] : new AverageLinkage(members, edges, score, Link(threshold)).Run(cancellationToken));
        }

        clusters.Sort(static (x, y) => x[0].CompareTo(y[0]));
        return clusters;
    }
}
