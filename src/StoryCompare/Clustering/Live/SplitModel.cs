namespace StoryCompare.Clustering.Live;

/// <summary>
/// The pair model in two halves: what two texts say of themselves, which never changes, and what their crowds say, which every arrival may change. The first costs a dozen
/// cosines and is kept; the second is a few additions.
/// </summary>
internal sealed class SplitModel
{
    private static readonly int Measures = PairFeatures.Names.Count / 2;
    private static readonly int OverLow = Place("overCrowdLow");
    private static readonly int OverHigh = Place("overCrowdHigh");
    private static readonly int Shared = Place("sharedCrowd");
    private static readonly Crowd Nobody = new(0, 0, []);

    private readonly ClusteringModel _model;
    private readonly double[] _large;
    private readonly double[] _small;

    public SplitModel(ClusteringModel model)
    {
        _model = model;
        int[] crowds = [OverLow, OverHigh, Shared];
        _large = [.. crowds.Select(Coefficient)];
        _small = [.. crowds.Select(c => Coefficient(c + Measures))];
    }

    /// <summary>The half that is the pair's own.</summary>
    public PairBase Base(ArticleVectors a, ArticleVectors b, in PairSimilarity similarity, in PairFields fields, float embedding)
    {
        Span<double> x = stackalloc double[2 * Measures];
        PairFeatures.Fill(a, b, similarity, fields, Nobody, Nobody, x);
        x[OverLow] = x[OverHigh] = x[Shared] = 0;
        double large = _model.Logit(x);
        x[..Measures].CopyTo(x[Measures..]);
        x[..Measures].Clear();
        return new PairBase((float)large, (float)_model.Logit(x), (float)similarity.Blend, embedding);
    }

    /// <summary>Log odds that two texts of these crowds tell of one event.</summary>
    public double Logit(in PairBase pair, in Crowd a, in Crowd b)
    {
        double overA = Math.Log((pair.Blend + 0.01) / (a.Level + 0.01));
        double overB = Math.Log((pair.Blend + 0.01) / (b.Level + 0.01));
        (double low, double high) = (Math.Min(overA, overB), Math.Max(overA, overB));
        double shared = Crowd.Shared(a, b);
        double small = (a.Missing + b.Missing) / 2;
        return ((1 - small) * (pair.Large + (_large[0] * low) + (_large[1] * high) + (_large[2] * shared)))
            + (small * (pair.Small + (_small[0] * low) + (_small[1] * high) + (_small[2] * shared)));
    }

    private static int Place(string name) => PairFeatures.Names.Select(static (n, i) => (n, i)).First(f => f.n == name).i;

    private double Coefficient(int feature)
    {
        double[] x = new double[PairFeatures.Names.Count];
        x[feature] = 1;
        return _model.Logit(x);
    }
}

/// <summary>What two texts say of themselves.</summary>
/// <param name="Large">Log odds without the crowds' share, for texts with a full crowd.</param>
/// <param name="Small">The same for texts of a small collection.</param>
/// <param name="Blend">Their similarity.</param>
/// <param name="Embedding">Cosine of the caller's embeddings; not a number where there are none.</param>
internal readonly record struct PairBase(float Large, float Small, float Blend, float Embedding);
