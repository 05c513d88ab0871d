using Microsoft.Extensions.AI;

namespace StoryCompare.Clustering;

/// <summary>The caller's embeddings as one more similarity: headline and beginning of each article, compared by cosine.</summary>
/// <remarks>
/// Models differ in scale and in worth, so the cosine is read against what it is in this batch. <see cref="Calibrate"/> learns which cosine goes with which log odds of the words:
/// only a cosine that the words did not let expect moves a pair, and a generator that does not tell likely pairs from unlikely ones moves none. Batches with hardly a likely pair
/// go by the mean and spread of pairs at large. At most 1.5 of log odds.
/// </remarks>
internal sealed class EmbeddingChannel
{
    private const int Characters = 1000;
    private const double PerDeviation = 0.5;
    private const double MostDeviations = 3;
    private const int Sample = 2000;

    /// <summary>Classes of log odds, each with the cosine that goes with it.</summary>
    private const int Classes = 16;

    /// <summary>With so many pairs of one event the batch itself is believed as much as what holds at large.</summary>
    private const double FewPairs = 5;

    /// <summary>Likely and unlikely pairs so many deviations apart: the generator knows what it speaks of.</summary>
    private const double Telling = 2;

    private readonly float[][] _vectors;
    private readonly double _mean;
    private readonly double _deviation;
    private readonly double[] _expected = new double[Classes];
    private double _calibrated;
    private double _perUnit;

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

    /// <summary>Reads what the cosine is worth from the pairs of the batch. O(pairs).</summary>
    /// <param name="pairs">Candidate pairs, A &lt;&lt; 32 | B.</param>
    /// <param name="scores">Their scores without embeddings, in the fixed point of <see cref="PairScorer"/>.</param>
    public void Calibrate(ulong[] pairs, int[] scores)
    {
        double[] counts = new double[Classes];
        double[] sums = new double[Classes];
        double squares = 0;
        double same = 0;
        double ofSame = 0;
        for (int i = 0; i < pairs.Length; i++)
        {
            double c = Cosine(_vectors[pairs[i] >> 32], _vectors[(uint)pairs[i]]);
            double p = PairScorer.Probability(scores[i]);
            counts[Class(scores[i])]++;
            sums[Class(scores[i])] += c;
            squares += c * c;
            same += p;
            ofSame += p * c;
        }

        double all = pairs.Length;
        double other = all - same;
        if (same <= 0 || other <= 0)
        {
            return;
        }

        double within = squares;
        for (int k = 0; k < Classes; k++)
        {
            // A class of few pairs leans on its neighbours.
            (double n, double sum) = (1e-6, 1e-6 * sums.Sum() / all);
            for (int o = 0; o < Classes; o++)
            {
                double near = Math.Exp(-(k - o) * (k - o) / 2.0);
                n += near * counts[o];
                sum += near * sums[o];
            }

            _expected[k] = sum / n;
            within += (counts[k] * _expected[k] * _expected[k]) - (2 * sums[k] * _expected[k]);
        }

        double deviation = Math.Sqrt(Math.Max(0, within / all) + 1e-4);
        double apart = Math.Clamp(((ofSame / same) - ((sums.Sum() - ofSame) / other)) / deviation / Telling, 0, 1);
        _calibrated = same / (same + FewPairs);
        _perUnit = PerDeviation * apart / deviation;
    }

    /// <summary>What the cosine of a pair adds to its log odds.</summary>
    /// <param name="a">One article.</param>
    /// <param name="b">Another.</param>
    /// <param name="logit">Log odds by the words.</param>
    public double LogOdds(int a, int b, double logit)
    {
        double cosine = Cosine(_vectors[a], _vectors[b]);
        double atLarge = PerDeviation * Math.Clamp(((cosine - _mean) / _deviation) - 1, -MostDeviations, MostDeviations);
        double here = Math.Clamp(_perUnit * (cosine - _expected[Class(PairScorer.ToScore(logit))]), -PerDeviation * MostDeviations, PerDeviation * MostDeviations);
        return ((1 - _calibrated) * atLarge) + (_calibrated * here);
    }

    private static int Class(int score) => Math.Min(Classes - 1, score * Classes / PairScorer.One);

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
