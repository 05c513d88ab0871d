namespace StoryCompare.Clustering;

/// <summary>Scores pairs of weighted articles with the pair model. Log odds are kept in fixed point, so that sums are exact.</summary>
/// <param name="articles">Weighed articles.</param>
/// <param name="crowding">How crowded each stands.</param>
/// <param name="model">The pair model.</param>
/// <param name="extra">What the caller's embeddings add to the log odds of two articles; null for none.</param>
/// <param name="shift">How far the collection moves log odds (<see cref="EventPrior"/>).</param>
internal sealed class PairScorer(ArticleVectors[] articles, Crowd[] crowding, ClusteringModel model, Func<int, int, double, double>? extra = null, double shift = 0)
{
    /// <summary>Fixed point: log odds of -<see cref="Clip"/> are 0, +<see cref="Clip"/> are this.</summary>
    public const int One = 1 << 16;

    /// <summary>Log odds beyond this say no more: one sure pair must not carry a mean.</summary>
    public const double Clip = 4;

    public ArticleVectors[] Articles => articles;

    public Crowd[] Crowding => crowding;

    /// <summary>The features of a pair, for training.</summary>
    public void Features(int a, int b, Span<double> x) =>
        PairFeatures.Fill(articles[a], articles[b], PairSimilarity.Of(articles[a], articles[b]), crowding[a], crowding[b], x);

    public int Score(int a, int b) => Score(a, b, PairSimilarity.Of(articles[a], articles[b]));

    public int Score(int a, int b, PairSimilarity similarity) => ToScore(Logit(a, b, similarity));

    /// <summary>The same as <see cref="Score(int, int)"/> of the two in order; quicker where many pairs of <paramref name="one"/> follow each other.</summary>
    public int Score(int one, int other, LoadedArticle loaded)
    {
        loaded.Load(articles[one]);
        PairSimilarity similarity = loaded.Similarity(articles[other]);
        PairFields fields = loaded.Fields(articles[other]);
        return ToScore(one < other ? Logit(one, other, similarity, fields) : Logit(other, one, similarity, fields.Turned()));
    }

    /// <summary>
    /// Whether two articles with neighbours enough are less alike than either is to its 20th to 40th: such a pair needs no features. The
    /// clusters of the three development sets together (4,391 articles) were the same with and without.
    /// </summary>
    public bool IsHopeless(int a, int b, PairSimilarity similarity) =>
        crowding[a].Missing == 0 && crowding[b].Missing == 0 && extra is null && similarity.Blend < Math.Min(crowding[a].Level, crowding[b].Level);

    /// <summary>Log odds of the pair alone. <paramref name="loaded"/> is quicker where many pairs of one article <paramref name="a"/> follow each other.</summary>
    public double Logit(int a, int b, PairSimilarity similarity, LoadedArticle? loaded = null)
    {
        loaded?.Load(articles[a]);
        return Logit(a, b, similarity, loaded?.Fields(articles[b]) ?? PairFields.Of(articles[a], articles[b]));
    }

    private double Logit(int a, int b, in PairSimilarity similarity, in PairFields fields)
    {
        Span<double> x = stackalloc double[PairFeatures.Names.Count];
        PairFeatures.Fill(articles[a], articles[b], similarity, fields, crowding[a], crowding[b], x);
        double logit = model.Logit(x) + (shift * EventPrior.Weight(crowding[a], crowding[b]));
        return logit + (extra?.Invoke(a, b, logit) ?? 0);
    }

    /// <summary>Reads the log odds of all pairs of a small batch against each other.</summary>
    /// <param name="logits">By <see cref="BatchContext.PairIndex"/>.</param>
    /// <param name="batch">Its articles, in order.</param>
    /// <param name="bar">The log odds of the caller's threshold.</param>
    public void PutInContext(double[] logits, ArticleVectors[] batch, double bar) => BatchContext.Apply(logits, batch, model, bar);

    /// <summary>Fixed point of log odds.</summary>
    public static int ToScore(double logit) => (int)Math.Round(((Math.Clamp(logit, -Clip, Clip) / Clip) + 1) / 2 * One);

    /// <summary>Fixed point of a probability.</summary>
    public static int OfProbability(double p) => ToScore(Math.Log(p / (1 - p)));

    /// <summary>Log odds of a fixed-point score.</summary>
    public static double LogOdds(int score) => ((2.0 * score / One) - 1) * Clip;

    /// <summary>Probability in [0, 1] of a fixed-point score.</summary>
    public static double Probability(int score) => 1 / (1 + Math.Exp(-LogOdds(score)));
}
