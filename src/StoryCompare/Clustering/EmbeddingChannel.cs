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

    /// <summary>Classes of log odds, each with the cosine that goes with it.</summary>
    private const int Classes = 16;

    /// <summary>With so many pairs of one event the batch itself is believed as much as what holds at large.</summary>
    private const double FewPairs = 5;

    /// <summary>Likely and unlikely pairs so many deviations apart: the generator knows what it speaks of.</summary>
    private const double Telling = 2;

    private readonly float[][] _vectors;
    private readonly EmbeddingScale _scale;
    private readonly double[] _expected = new double[Classes];
    private double _calibrated;
    private double _perUnit;

    private EmbeddingChannel(float[][] vectors)
    {
        _vectors = vectors;
        _scale = EmbeddingScale.Of(vectors);
    }

    public static EmbeddingChannel Create(IReadOnlyList<Article> articles, IEmbeddingGenerator<string, Embedding<float>> generator, CancellationToken cancellationToken) =>
        new(Read(articles, generator, cancellationToken));

    /// <summary>The vector of each article.</summary>
    public static float[][] Read(IEnumerable<Article> articles, IEmbeddingGenerator<string, Embedding<float>> generator, CancellationToken cancellationToken)
    {
        string[] texts = [.. articles.Select(static a => (a.Title + "\n" + a.Text)[..Math.Min(Characters, (a.Title?.Length ?? 0) + 1 + a.Text.Length)])];
        GeneratedEmbeddings<Embedding<float>> embeddings = generator.GenerateAsync(texts, null, cancellationToken).GetAwaiter().GetResult();
        return [.. embeddings.Select(static e => e.Vector.ToArray())];
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
            double c = EmbeddingScale.Cosine(_vectors[pairs[i] >> 32], _vectors[(uint)pairs[i]]);
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
        _perUnit = EmbeddingScale.PerDeviation * apart / deviation;
    }

    /// <summary>What the cosine of a pair adds to its log odds.</summary>
    /// <param name="a">One article.</param>
    /// <param name="b">Another.</param>
    /// <param name="logit">Log odds by the words.</param>
    public double LogOdds(int a, int b, double logit)
    {
        double cosine = EmbeddingScale.Cosine(_vectors[a], _vectors[b]);
        double here = Math.Clamp(_perUnit * (cosine - _expected[Class(PairScorer.ToScore(logit))]), -EmbeddingScale.Most, EmbeddingScale.Most);
        return ((1 - _calibrated) * _scale.LogOdds(cosine)) + (_calibrated * here);
    }

    private static int Class(int score) => Math.Min(Classes - 1, score * Classes / PairScorer.One);
}
