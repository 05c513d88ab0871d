namespace StoryCompare.Clustering;

/// <summary>What a cosine of the caller's embeddings means: models differ in scale, so it is read against the mean and spread of pairs that are unrelated for the most part.</summary>
/// <param name="Mean">Mean cosine of the sample.</param>
/// <param name="Deviation">Its standard deviation, at least 0.1.</param>
internal readonly record struct EmbeddingScale(double Mean, double Deviation)
{
    /// <summary>Pairs looked at, at most.</summary>
    public const int Sample = 2000;
    /// <summary>Log odds that one standard deviation is worth.</summary>
    public const double PerDeviation = 0.5;
    private const double MostDeviations = 3;
    private const double LeastDeviation = 0.1;
    /// <summary>Log odds at most.</summary>
    public const double Most = PerDeviation * MostDeviations;

    /// <summary>The scale of some texts: pairs at a fixed stride.</summary>
    public static EmbeddingScale Of(IReadOnlyList<float[]> vectors)
    {
        double sum = 0;
        double squares = 0;
        int count = Math.Min(vectors.Count, Sample);
        for (int i = 0; i < count; i++)
        {
            int j = (i + (vectors.Count / 2) + 1) % vectors.Count;
            double c = i == j ? 0 : Cosine(vectors[i], vectors[j]);
            sum += c;
            squares += c * c;
        }

        double mean = count == 0 ? 0 : sum / count;
        double variance = count == 0 ? 0 : Math.Max(0, (squares / count) - (mean * mean));
        return new EmbeddingScale(mean, Math.Max(LeastDeviation, Math.Sqrt(variance)));
    }

    /// <summary>What a cosine adds to the log odds of a pair: at most 1.5 to either side.</summary>
    public double LogOdds(double cosine) => PerDeviation * Math.Clamp(((cosine - Mean) / Deviation) - 1, -MostDeviations, MostDeviations);

    /// <summary>Cosine of two vectors, 0 when one of them is nothing.</summary>
    public static double Cosine(float[] a, float[] b)
    {
        double dot = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            dot += (double)a[i] * b[i];
            x += (double)a[i] * a[i];
            y += (double)b[i] * b[i];
        }

        return x == 0 || y == 0 ? 0 : dot / Math.Sqrt(x * y);
    }
}
