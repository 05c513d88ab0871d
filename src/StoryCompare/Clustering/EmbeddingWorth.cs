using StoryCompare.Internals;

namespace StoryCompare.Clustering;

/// <summary>What the cosines of the caller's embeddings are worth in a collection: which cosine goes with which log odds of the words, so that only one that the words did not let expect moves a pair.</summary>
/// <remarks>A generator that does not tell likely pairs from unlikely ones moves none. A collection with hardly a likely pair goes by the mean and spread of pairs at large.</remarks>
internal sealed class EmbeddingWorth
{
    /// <summary>Classes of log odds, each with the cosine that goes with it.</summary>
    private const int Classes = 16;

    /// <summary>With so many pairs of one event the collection itself is believed as much as what holds at large.</summary>
    private const double FewPairs = 5;

    /// <summary>Likely and unlikely pairs so many deviations apart: the generator knows what it speaks of.</summary>
    private const double Telling = 2;

    private readonly double[] _counts = new double[Classes];
    private readonly double[] _sums = new double[Classes];
    private readonly double[] _expected = new double[Classes];
    private double _squares;
    private double _same;
    private double _ofSame;
    private double _all;
    private double _calibrated;
    private double _perUnit;

    /// <summary>Takes in a pair.</summary>
    /// <param name="cosine">Of its embeddings.</param>
    /// <param name="score">Its score without them, in the fixed point of <see cref="PairScorer"/>.</param>
    public void Add(double cosine, int score)
    {
        double p = PairScorer.Probability(score);
        _counts[Class(score)]++;
        _sums[Class(score)] += cosine;
        _squares += cosine * cosine;
        _same += p;
        _ofSame += p * cosine;
        _all++;
    }

    /// <summary>Reads the worth from the pairs taken in.</summary>
    public void Settle()
    {
        double other = _all - _same;
        if (_same <= 0 || other <= 0)
        {
            return;
        }

        double within = _squares;
        for (int k = 0; k < Classes; k++)
        {
            // A class of few pairs leans on its neighbours.
            (double n, double sum) = (1e-6, 1e-6 * _sums.Sum() / _all);
            for (int o = 0; o < Classes; o++)
            {
                double near = Math.Exp(-(k - o) * (k - o) / 2.0);
                n += near * _counts[o];
                sum += near * _sums[o];
            }

            _expected[k] = sum / n;
            within += (_counts[k] * _expected[k] * _expected[k]) - (2 * _sums[k] * _expected[k]);
        }

        double deviation = Math.Sqrt(Math.Max(0, within / _all) + 1e-4);
        double apart = Math.Clamp(((_ofSame / _same) - ((_sums.Sum() - _ofSame) / other)) / deviation / Telling, 0, 1);
        _calibrated = _same / (_same + FewPairs);
        _perUnit = EmbeddingScale.PerDeviation * apart / deviation;
    }

    /// <summary>What a cosine adds to the log odds of a pair: at most 1.5 to either side.</summary>
    /// <param name="cosine">Of its embeddings.</param>
    /// <param name="logit">Log odds by the words.</param>
    /// <param name="scale">What cosines are at large.</param>
    public double LogOdds(double cosine, double logit, in EmbeddingScale scale)
    {
        double here = Math.Clamp(_perUnit * (cosine - _expected[Class(PairScorer.ToScore(logit))]), -EmbeddingScale.MostLogOdds, EmbeddingScale.MostLogOdds);
        return ((1 - _calibrated) * scale.LogOdds(cosine)) + (_calibrated * here);
    }

    public void Write(CheckedWriter writer)
    {
        foreach (double value in (double[])[.. _counts, .. _sums, _squares, _same, _ofSame, _all])
        {
            writer.Int64(BitConverter.DoubleToInt64Bits(value));
        }
    }

    public void Read(CheckedReader reader)
    {
        double[] values = [.. Enumerable.Range(0, (2 * Classes) + 4).Select(_ => BitConverter.Int64BitsToDouble(reader.Int64()))];
        if (!values.All(double.IsFinite))
        {
            throw reader.Wrong("what the embeddings are worth is no number");
        }

        values[..Classes].CopyTo(_counts, 0);
        values[Classes..(2 * Classes)].CopyTo(_sums, 0);
        (_squares, _same, _ofSame, _all) = (values[^4], values[^3], values[^2], values[^1]);
        Settle();
    }

    private static int Class(int score) => Math.Min(Classes - 1, score * Classes / PairScorer.One);
}
