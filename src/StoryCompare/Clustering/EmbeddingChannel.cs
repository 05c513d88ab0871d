using Microsoft.Extensions.AI;

namespace StoryCompare.Clustering;

/// <summary>The caller's embeddings as one more similarity: headline and beginning of each article, compared by cosine.</summary>
/// <remarks>
/// Models differ in scale and in worth, so the cosine is read against what it is in this batch: first against the mean and spread of pairs at large, then
/// (<see cref="Calibrate"/>) against pairs that the words alone find of one event and not. A generator that does not tell those apart moves nothing; none moves
/// the log odds by more than 1.5.
/// </remarks>
internal sealed class EmbeddingChannel
{
    private const int Characters = 1000;
    private const double PerDeviation = 0.5;
    private const double MostDeviations = 3;
    private const int Sample = 2000;

    /// <summary>Log odds at most.</summary>
    private const double Most = PerDeviation * MostDeviations;

    /// <summary>The cosine and the words speak of the same words: two witnesses who heard each other count as one and a half.</summary>
    private const double Independent = 0.5;

    /// <summary>With so many pairs of one event the batch itself is believed as much as what holds at large.</summary>
    private const double FewPairs = 5;

    private readonly float[][] _vectors;
    private readonly double _mean;
    private readonly double _deviation;
    private double _calibrated;
    private double _middle;
    private double _slope;

    private EmbeddingChannel(float[][] vectors, double mean, double deviation)
    {
        _vectors = vectors;
        _mean = mean;
        _deviation = deviation;
    }

    public static EmbeddingChannel Create(IReadOnlyList<Article> articles, IEmbeddingGenerator<string, Embedding<float>> generator, CancellationToken cancellationToken)
    {
        string[] texts = [.. articles.Select(static a => (a.Title + "\n" + a.Text)[..Math.Min(Characters, (a.Title?.Length ?? 0) + 1 + a.Text.Length)])];
        GeneratedEmbeddings<Embedding<float>> embeddings = generator.GenerateAsync(texts, null, cancellationToken).GetAwaiter().GetResult();
        float[][] vectors = [.. embeddings.Select(static e => e.Vector.ToArray())];
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < vectors.Length && count < Sample; i++)
        {
            // Pairs at a fixed stride: unrelated ones for the most part.
            int j = (i + (vectors.Length / 2) + 1) % vectors.Length;
            double c = i == j ? 0 : Cosine(vectors[i], vectors[j]);
            sum += c;
            squares += c * c;
            count++;
        }

        double mean = count == 0 ? 0 : sum / count;
        double variance = count == 0 ? 0 : Math.Max(0, (squares / count) - (mean * mean));
        return new EmbeddingChannel(vectors, mean, Math.Max(0.1, Math.Sqrt(variance)));
    }

    /// <summary>Reads what the cosine is worth from the pairs of the batch, each as likely of one event as the words say. O(pairs).</summary>
    /// <param name="pairs">Candidate pairs, A &lt;&lt; 32 | B.</param>
    /// <param name="scores">Their scores without embeddings, in the fixed point of <see cref="PairScorer"/>.</param>
    public void Calibrate(ulong[] pairs, int[] scores)
    {
        double same = 0;
        double ofSame = 0;
        double other = 0;
        double ofOther = 0;
        double squares = 0;
        for (int i = 0; i < pairs.Length; i++)
        {
            double p = PairScorer.Probability(scores[i]);
            double c = Cosine(_vectors[pairs[i] >> 32], _vectors[(uint)pairs[i]]);
            same += p;
            ofSame += p * c;
            other += 1 - p;
            ofOther += (1 - p) * c;
            squares += c * c;
        }

        if (same <= 0 || other <= 0)
        {
            return;
        }

        (double high, double low) = (ofSame / same, ofOther / other);
        double within = ((squares - (same * high * high) - (other * low * low)) / (same + other)) + 1e-3;
        _calibrated = same / (same + FewPairs);
        _middle = (high + low) / 2;
        _slope = Independent * Math.Max(0, high - low) / within;
    }

    /// <summary>What the cosine of a pair adds to its log odds.</summary>
    public double LogOdds(int a, int b)
    {
        double cosine = Cosine(_vectors[a], _vectors[b]);
        double atLarge = PerDeviation * Math.Clamp(((cosine - _mean) / _deviation) - 1, -MostDeviations, MostDeviations);
        return _calibrated == 0 ? atLarge : ((1 - _calibrated) * atLarge) + (_calibrated * Math.Clamp(_slope * (cosine - _middle), -Most, Most));
    }

    private static double Cosine(float[] a, float[] b)
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
