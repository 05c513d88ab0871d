using StoryCompare.Analysis;
using StoryCompare.Internals;

namespace StoryCompare.Clustering;

/// <summary>The graph of articles and scored candidate pairs, and its cutting into events part by part.</summary>
internal sealed class EventGraph
{
    /// <summary>Least probability of an edge that holds a part together, as a share of the range of log odds: about 0.17.</summary>
    public const int EdgeFloor = PairScorer.One * 3 / 10;

    /// <summary>Pairs that a thread takes at once: those of one article stand together and are looked up in its tables.</summary>
    private const int Block = 1024;

    private readonly int _distinct;

    private EventGraph(int distinct, int[] originals, ArticleVectors[] articles, ulong[] pairs, PairSimilarity[] similarities, Crowd[] crowding)
    {
        _distinct = distinct;
        Originals = originals;
        Articles = articles;
        Pairs = pairs;
        Similarities = similarities;
        Crowding = crowding;
    }

    /// <summary>For each article the one it copies, or itself. Copies have no pairs.</summary>
    public int[] Originals { get; }

    public ArticleVectors[] Articles { get; }

    /// <summary>Candidate pairs, A &lt;&lt; 32 | B, ascending.</summary>
    public ulong[] Pairs { get; }

    public PairSimilarity[] Similarities { get; }

    public Crowd[] Crowding { get; }

    /// <summary>Phase one. <paramref name="keyParts"/> above 1 finds the candidates in that many separate runs.</summary>
    public static EventGraph Build(IReadOnlyList<AnalyzedArticle> articles, ParallelOptions parallel, int keyParts = 1) =>
        Build(Sketches(articles, parallel), parallel, keyParts, release: true);

    /// <summary>What is counted in each article.</summary>
    public static ArticleSketch[] Sketches(IReadOnlyList<AnalyzedArticle> articles, ParallelOptions parallel)
    {
        ArticleSketch[] sketches = new ArticleSketch[articles.Count];
        Parallel.For(0, sketches.Length, parallel, static () => new SketchBuilder(), (i, _, builder) => { sketches[i] = builder.Build(articles[i]); return builder; }, static _ => { });
        return sketches;
    }

    /// <summary>Phase one over features read before. <paramref name="release"/> takes each sketch out of the array once it is weighed, so that its memory is free.</summary>
    public static EventGraph Build(ArticleSketch[] sketches, ParallelOptions parallel, int keyParts = 1, bool release = false)
    {
        int[] originals = CopyFolding.Find(sketches);
        int[] distinct = [.. Enumerable.Range(0, originals.Length).Where(i => originals[i] == i)];
        bool[] copied = new bool[originals.Length];
        for (int i = 0; i < originals.Length; i++)
        {
            copied[originals[i]] |= originals[i] != i;
        }

        TermStatistics statistics = new(distinct.Length, rented: true);
        foreach (int i in distinct)
        {
            statistics.Add(sketches[i]);
        }

        ArticleVectors[] vectors = new ArticleVectors[distinct.Length];
        Parallel.For(0, vectors.Length, parallel, () => new VectorWeigher(statistics, ArticleVectors.MostFeatures, remember: true), (i, _, weigher) =>
        {
            // Reasons compare a text with its own copies, which share all of it.
            vectors[i] = copied[distinct[i]] ? weigher.Weigh(sketches[distinct[i]]) : weigher.WeighShared(sketches[distinct[i]]);
            if (release)
            {
                sketches[distinct[i]] = null!;
            }

            return weigher;
        }, static _ => { });
        ulong[] found = Candidates(vectors, statistics, parallel, keyParts);
        statistics.Return();
        PairSimilarity[] similarities = new PairSimilarity[found.Length];
        Parallel.For(0, Blocks(found), parallel, static () => new LoadedArticle(), (block, _, loaded) =>
        {
            for (int p = block * Block; p < Math.Min(found.Length, (block + 1) * Block); p++)
            {
                loaded.Load(vectors[(int)(found[p] >> 32)]);
                similarities[p] = loaded.Similarity(vectors[(int)(uint)found[p]]);
            }

            return loaded;
        }, static _ => { });

        Crowd[] crowding = Neighbourhood.Crowding(vectors, found, similarities, parallel);
        ArticleVectors[] all = new ArticleVectors[sketches.Length];
        Crowd[] allCrowding = new Crowd[sketches.Length];
        for (int i = 0; i < distinct.Length; i++)
        {
            all[distinct[i]] = vectors[i];
            allCrowding[distinct[i]] = crowding[i];
        }

        for (int i = 0; i < all.Length; i++)
        {
            all[i] ??= all[originals[i]];
            allCrowding[i] = allCrowding[originals[i]];
        }

        ulong[] pairs = [.. found.Select(p => ((ulong)distinct[(int)(p >> 32)] << 32) | (uint)distinct[(int)(uint)p])];
        return new EventGraph(distinct.Length, originals, all, pairs, similarities, allCrowding);
    }

    private static int Blocks(ulong[] pairs) => (pairs.Length + Block - 1) / Block;

    // A small batch is compared whole: there each pair is read against all others.
    private static ulong[] Candidates(ArticleVectors[] vectors, TermStatistics statistics, ParallelOptions parallel, int keyParts)
    {
        if (vectors.Length <= BatchContext.MostArticles)
        {
            return [.. Enumerable.Range(0, vectors.Length).SelectMany(a => Enumerable.Range(a + 1, vectors.Length - a - 1).Select(b => ((ulong)a << 32) | (uint)b))];
        }

        CandidateFinder finder = new(vectors, statistics, parallel);
        return keyParts > 1 ? finder.FindInParts(keyParts) : finder.Find(parallel);
    }

    /// <summary>Scores of the candidate pairs, and the scorer for those that were none.</summary>
    /// <param name="model">The pair model.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    /// <param name="extra">What the caller's embeddings add to the log odds of two articles; null for none.</param>
    /// <param name="threshold">The caller's threshold, in (0, 1): what a merge within a small batch needs.</param>
    public (PairScorer Scorer, int[] Scores) Score(ClusteringModel model, ParallelOptions parallel, Func<int, int, double, double>? extra = null, double threshold = 0.5)
    {
        PairScorer plain = new(Articles, Crowding, model, extra);
        if (_distinct <= BatchContext.MostArticles)
        {
            double[] all = Logits(plain);
            plain.PutInContext(all, [.. Articles.Where((_, i) => Originals[i] == i)], Math.Log(threshold / (1 - threshold)));
            return (plain, [.. all.Select(PairScorer.ToScore)]);
        }

        double[] logits = new double[Pairs.Length];
        Parallel.For(0, Blocks(Pairs), parallel, static () => new LoadedArticle(), (block, _, loaded) =>
        {
            for (int p = block * Block; p < Math.Min(logits.Length, (block + 1) * Block); p++)
            {
                (int a, int b) = ((int)(Pairs[p] >> 32), (int)(uint)Pairs[p]);
                logits[p] = plain.IsHopeless(a, b, Similarities[p]) ? double.NegativeInfinity : plain.Logit(a, b, Similarities[p], loaded);
            }

            return loaded;
        }, static _ => { });

        double shift = EventPrior.ShiftOf(logits, Pairs, Crowding);
        int[] scores = new int[logits.Length];
        for (int p = 0; p < scores.Length; p++)
        {
            scores[p] = PairScorer.ToScore(logits[p] + (shift * EventPrior.Weight(Crowding[Pairs[p] >> 32], Crowding[(uint)Pairs[p]])));
        }

        return (new PairScorer(Articles, Crowding, model, extra, shift), scores);
    }

    /// <summary>Log odds of each candidate pair alone.</summary>
    public double[] Logits(PairScorer scorer)
    {
        double[] logits = new double[Pairs.Length];
        LoadedArticle loaded = new();
        for (int p = 0; p < logits.Length; p++)
        {
            logits[p] = scorer.Logit((int)(Pairs[p] >> 32), (int)(uint)Pairs[p], Similarities[p], loaded);
        }

        return logits;
    }

    /// <summary>Phase two: the clusters, each ascending, ordered by first member. The connected parts are cut one by one, each from its own edges alone.</summary>
    public List<List<int>> Partition(int[] scores, PairScorer scorer, double threshold, CancellationToken cancellationToken) =>
        Partition(scores, scorer, threshold, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = 1 });

    /// <summary>The same in several threads.</summary>
    public List<List<int>> Partition(int[] scores, PairScorer scorer, double threshold, ParallelOptions parallel)
    {
        List<GraphPart> parts = Parts(scores);
        List<List<int>>[] cut = new List<List<int>>[parts.Count];

        // A part that would keep one thread busy after the others are done has its scores shared out instead.
        int large = Math.Max(GraphPart.FewMembers, _distinct / (4 * parallel.MaxDegreeOfParallelism));
        ParallelOptions alone = new() { CancellationToken = parallel.CancellationToken, MaxDegreeOfParallelism = 1 };
        for (int i = 0; i < cut.Length; i++)
        {
            if (parts[i].Members.Count > large)
            {
                cut[i] = parts[i].Cut(scorer, threshold, parallel);
            }
        }

        Parallel.For(0, cut.Length, parallel, i =>
        {
            cut[i] ??= parts[i].Cut(scorer, threshold, alone);
            parts[i] = null!;
        });
        return Finish([.. cut.SelectMany(static c => c)]);
    }

    /// <summary>The connected parts, by smallest member.</summary>
    public List<GraphPart> Parts(int[] scores)
    {
        DisjointSets sets = new(Articles.Length);
        for (int p = 0; p < scores.Length; p++)
        {
            if (scores[p] >= EdgeFloor)
            {
                sets.Join((int)(Pairs[p] >> 32), (int)(uint)Pairs[p]);
            }
        }

        int[] partOf = new int[Articles.Length];
        int[] placeOf = new int[Articles.Length];
        List<GraphPart> parts = [];
        for (int a = 0; a < Articles.Length; a++)
        {
            if (Originals[a] != a)
            {
                continue;
            }

            // The smallest member names its set, so it comes first.
            int root = sets.Find(a);
            if (root == a)
            {
                partOf[a] = parts.Count;
                parts.Add(new GraphPart());
            }

            partOf[a] = partOf[root];
            placeOf[a] = parts[partOf[a]].Members.Count;
            parts[partOf[a]].Members.Add(a);
        }

        for (int p = 0; p < scores.Length; p++)
        {
            (int a, int b) = ((int)(Pairs[p] >> 32), (int)(uint)Pairs[p]);
            if (partOf[a] == partOf[b])
            {
                parts[partOf[a]].Edges.Add((placeOf[a], placeOf[b], scores[p]));
            }
        }

        return parts;
    }

    /// <summary>Puts the copies beside their originals and orders the clusters.</summary>
    public List<List<int>> Finish(List<List<int>> clusters)
    {
        int[] clusterOf = new int[Articles.Length];
        for (int c = 0; c < clusters.Count; c++)
        {
            foreach (int m in clusters[c])
            {
                clusterOf[m] = c;
            }
        }

        List<List<int>> finished = [.. clusters.Select(static _ => new List<int>())];
        for (int a = 0; a < Articles.Length; a++)
        {
            finished[clusterOf[Originals[a]]].Add(a);
        }

        finished.Sort(static (x, y) => x[0].CompareTo(y[0]));
        return finished;
    }
}
