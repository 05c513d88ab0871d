namespace StoryCompare.Clustering;

/// <summary>
/// Reads each pair of a small batch against the rest of it. A handful of articles has no local scale of similarity, but it is compared whole: look-alikes show
/// in that everything is alike, reports of one event in that they are alike to the same others.
/// </summary>
/// <remarks>
/// The second stage of a stack (Wolpert 1992): a linear model over the log odds of the first, learned from log odds of models that had not seen the batch.
/// O(n³) for a batch of n, applied to <see cref="MostArticles"/> at most.
/// </remarks>
internal static class BatchContext
{
    /// <summary>Larger batches have neighbours enough for a local scale.</summary>
    public const int MostArticles = 41;
    /// <summary>Up to this many articles the context counts in full.</summary>
    private const int Small = 20;
    /// <summary>Log odds beyond this say no more.</summary>
    private const double Clip = 6;

    /// <summary>Names of the features, in order; the shipped coefficients carry them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["context.bias", "context.own", "context.others", "context.best", "context.secondBest", "context.shared", "context.unlike"];

    /// <summary>How much the context counts in a batch of this many articles, in [0, 1].</summary>
    public static double Share(int articles) => Math.Clamp((MostArticles - articles) / (double)(MostArticles - Small), 0, 1);

    /// <summary>Index of a pair, <paramref name="a"/> below <paramref name="b"/>, among all pairs of n articles in ascending order.</summary>
    public static int PairIndex(int a, int b, int n) => (a * (2 * n - a - 1) / 2) + b - a - 1;

    /// <summary>The features of one pair.</summary>
    /// <param name="logits">Log odds of all pairs, by <see cref="PairIndex"/>.</param>
    /// <param name="n">Articles of the batch.</param>
    /// <param name="a">First article.</param>
    /// <param name="b">Second article, above the first.</param>
    /// <param name="x">As long as <see cref="Names"/>.</param>
    public static void Fill(ReadOnlySpan<double> logits, int n, int a, int b, Span<double> x)
    {
        double own = Of(logits, n, a, b);
        double sum = 0;
        double apart = 0;
        double bestA = -Clip;
        double bestB = -Clip;
        double shared = -Clip;
        for (int o = 0; o < n; o++)
        {
            if (o == a || o == b)
            {
                continue;
            }

            double u = Of(logits, n, a, o);
            double v = Of(logits, n, b, o);
            sum += u + v;
            apart += Math.Abs(u - v);
            bestA = Math.Max(bestA, u);
            bestB = Math.Max(bestB, v);
            shared = Math.Max(shared, Math.Min(u, v));
        }

        // Two articles alone: as if each had one more that it is a little less like, and both equally.
        bool alone = n == 2;
        x[0] = 1;
        x[1] = own;
        x[2] = alone ? own - 1 : sum / (2 * (n - 2));
        x[3] = alone ? -1 : Math.Max(bestA, bestB) - own;
        x[4] = alone ? -1 : Math.Min(bestA, bestB) - own;
        x[5] = alone ? own : shared;
        x[6] = alone ? 0 : apart / (n - 2);
    }

    /// <summary>Replaces the log odds of all pairs by those in context; <paramref name="bar"/>: the log odds of the caller's threshold.</summary>
    public static void Apply(double[] logits, ArticleVectors[] articles, ClusteringModel model, double bar = 0)
    {
        int n = articles.Length;
        if (n <= BatchMerger.MostArticles)
        {
            BatchMerger.Apply(logits, articles, model, bar);
            return;
        }

        double[] context = Of(logits, n, model);
        double share = Share(n);
        for (int p = 0; p < logits.Length; p++)
        {
            logits[p] = ((1 - share) * logits[p]) + (share * context[p]);
        }
    }

    /// <summary>The log odds of all pairs in context.</summary>
    public static double[] Of(ReadOnlySpan<double> logits, int n, ClusteringModel model)
    {
        double[] context = new double[logits.Length];
        Span<double> x = stackalloc double[Names.Count];
        int p = 0;
        for (int a = 0; a < n; a++)
        {
            for (int b = a + 1; b < n; b++, p++)
            {
                Fill(logits, n, a, b, x);
                context[p] = model.InContext(x);
            }
        }

        return context;
    }

    private static double Of(ReadOnlySpan<double> logits, int n, int a, int b) => Math.Clamp(logits[PairIndex(Math.Min(a, b), Math.Max(a, b), n)], -Clip, Clip);
}
