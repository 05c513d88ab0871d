using System.Numerics;

namespace StoryCompare.Clustering;

/// <summary>
/// Cuts a small batch into events: groups grow from single articles, the two most alike first, and each merge is judged by what the two groups have in common and what only one of
/// them has. Pairs alone cannot tell a batch of one event from one of two look-alikes; groups can, since what all reports of the one tell and none of the other is what keeps them apart.
/// </summary>
/// <remarks>
/// Small batches by kind (task batch-conditions, topics unseen): pairs alone, read in context, split one event in two more often than not, since reports of one event look like
/// look-alikes where nothing else is beside them. O(n²) merges at most, each linear in the shared features of the batch. Average linkage in order, a learned model (<see cref="MergeFeatures"/>) in the decision.
/// </remarks>
internal sealed class BatchMerger
{
    /// <summary>Batches of at most this many articles are merged so; beyond, there are neighbours enough for a local scale.</summary>
    public const int MostArticles = 20;

    /// <summary>How much further from joining pairs of two events are put, so that the linkage behind never joins what was kept apart.</summary>
    private const double Distance = (AverageLinkage.LeniencyOfFew / PairScorer.One * 2 * PairScorer.Clip) + 0.1;
    private const double Least = 0.1;

    /// <summary>Groups less alike than this are never asked about.</summary>
    private const double Hopeless = -4.5;

    private readonly MergeFeatures _features;
    private readonly int _articles;

    /// <summary>Prepares a batch.</summary>
    /// <param name="articles">At most <see cref="MostArticles"/>.</param>
    /// <param name="logits">Log odds of all pairs alone, by <see cref="BatchContext.PairIndex"/>.</param>
    public BatchMerger(ArticleVectors[] articles, ReadOnlySpan<double> logits)
    {
        _articles = articles.Length;
        _features = new MergeFeatures(articles, logits);
    }

    /// <summary>Replaces the log odds of all pairs by those of the merge that joined them, or that was refused.</summary>
    /// <param name="logits">Log odds of all pairs alone, by <see cref="BatchContext.PairIndex"/>; receives the others.</param>
    /// <param name="articles">At most <see cref="MostArticles"/>.</param>
    /// <param name="model">The model of merges.</param>
    /// <param name="bar">Log odds that a merge needs: those of the caller's threshold.</param>
    public static void Apply(double[] logits, ArticleVectors[] articles, ClusteringModel model, double bar = 0)
    {
        int n = articles.Length;
        double[] decided = [.. Enumerable.Repeat(double.NaN, logits.Length)];
        double[] context = BatchContext.Of(logits, n, model);
        new BatchMerger(articles, logits).Run((a, b, x) =>
        {
            // Two articles that stand alone must be a pair to the rest of the batch as well: nothing is known yet of what reports of their event have in common. Larger groups may hold by either.
            double inContext = InContext(context, a, b, n);
            double logit = model.OfMerge(x);
            logit = (a & (a - 1)) == 0 && (b & (b - 1)) == 0 ? Math.Min(logit, inContext) : Math.Max(logit, inContext);
            for (uint u = a; u != 0; u &= u - 1)
            {
                for (uint v = b; v != 0; v &= v - 1)
                {
                    (int i, int j) = (BitOperations.TrailingZeroCount(u), BitOperations.TrailingZeroCount(v));
                    decided[BatchContext.PairIndex(Math.Min(i, j), Math.Max(i, j), n)] = logit >= bar ? Math.Max(logit, bar + Least) : logit - Distance;
                }
            }

            return logit >= bar;
        });
        for (int p = 0; p < logits.Length; p++)
        {
            logits[p] = double.IsNaN(decided[p]) ? Math.Min(logits[p], bar) - Distance : decided[p];
        }
    }

    // Mean log odds in context, and the leniency that a larger group enjoys.
    private static double InContext(double[] context, uint a, uint b, int n)
    {
        double sum = 0;
        for (uint u = a; u != 0; u &= u - 1)
        {
            for (uint v = b; v != 0; v &= v - 1)
            {
                (int i, int j) = (BitOperations.TrailingZeroCount(u), BitOperations.TrailingZeroCount(v));
                sum += Math.Clamp(context[BatchContext.PairIndex(Math.Min(i, j), Math.Max(i, j), n)], -PairScorer.Clip, PairScorer.Clip);
            }
        }

        return (sum / (BitOperations.PopCount(a) * BitOperations.PopCount(b))) + Leniency(a, b);
    }

    private static double Leniency(uint a, uint b) =>
        AverageLinkage.LeniencyOfFew / PairScorer.One * 2 * PairScorer.Clip * (1 - (1 / Math.Sqrt(Math.Max(BitOperations.PopCount(a), BitOperations.PopCount(b)))));

    /// <summary>Offers merges, the two most alike groups first; those refused are not offered again.</summary>
    /// <param name="judge">The two groups and their features; whether they are to be one.</param>
    public void Run(Judge judge)
    {
        List<uint> groups = [.. Enumerable.Range(0, _articles).Select(static i => 1u << i)];
        HashSet<(uint, uint)> refused = [];
        Span<double> x = new double[MergeFeatures.Names.Count];
        while (true)
        {
            (double best, uint a, uint b) = (double.NegativeInfinity, 0, 0);
            for (int i = 0; i < groups.Count; i++)
            {
                for (int j = i + 1; j < groups.Count; j++)
                {
                    if (refused.Contains((groups[i], groups[j])))
                    {
                        continue;
                    }

                    double likeness = _features.Between(groups[i], groups[j]).Mean + Leniency(groups[i], groups[j]);
                    if (likeness > best)
                    {
                        (best, a, b) = (likeness, groups[i], groups[j]);
                    }
                }
            }

            if (best < Hopeless)
            {
                return;
            }

            _features.Fill(a, b, groups, x);
            if (judge(a, b, x))
            {
                // The place of the first keeps the groups in the order of their first articles.
                groups[groups.IndexOf(a)] = a | b;
                groups.Remove(b);
            }
            else
            {
                refused.Add((a, b));
            }
        }
    }

    /// <summary>Judges a merge.</summary>
    internal delegate bool Judge(uint a, uint b, ReadOnlySpan<double> features);
}
