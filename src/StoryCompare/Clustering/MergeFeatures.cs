using System.Numerics;

namespace StoryCompare.Clustering;

/// <summary>What the model reads of two groups of a small batch that may tell of one event: their pairs, what each has in common and the other lacks, and their days.</summary>
internal sealed class MergeFeatures
{
    private const double Clip = 6;

    /// <summary>Publication this far apart, in days, counts as far.</summary>
    private const int Far = 21;

    private static readonly Channel[] Read = [Channel.Names, Channel.Numbers, Channel.Words, Channel.Bigrams];
    private static readonly string[] OfPairs =
        ["bias", "mean", "best", "worst", "cohesive", "belowCohesion", "belowLoosest", "batch", "larger", "smaller", "overRest", "rest", "inverseSize", "single", "singleMean", "singleBelow", "alone", "aloneMean",
            "restBest", "restSecond", "restShared", "aloneRestBest", "aloneRestSecond", "aloneRestShared"];

    private static readonly string[] OfText = [.. Read.SelectMany(static c => new[] { "HeldLow", "HeldHigh", "LackLow", "LackHigh", "Common" }.Select(m => c + m)), "lengths"];
    private static readonly string[] OfRest = [.. Read.SelectMany(static c => new[] { "ApartShare", "Apart" }.Select(m => c + m))];
    private static readonly string[] OfDays = ["noDate", "sameWeek", "sameMonth", "weekdayApart", "weekdaySame", "otherDay", "sharedDay", "far", "anyFar", "anyWeekdayApart"];

    private readonly ArticleVectors[] _articles;
    private readonly double[] _logits;
    private readonly BatchTerms[] _terms;
    private readonly double _mean;

    /// <summary>Reads a batch.</summary>
    /// <param name="articles">At most 32.</param>
    /// <param name="logits">Log odds of all pairs alone, by <see cref="BatchContext.PairIndex"/>.</param>
    public MergeFeatures(ArticleVectors[] articles, ReadOnlySpan<double> logits)
    {
        _articles = articles;
        _logits = new double[logits.Length];
        for (int p = 0; p < _logits.Length; p++)
        {
            _logits[p] = Math.Clamp(logits[p], -Clip, Clip);
            _mean += _logits[p] / _logits.Length;
        }

        _terms = [.. Read.Select(c => new BatchTerms(articles, c))];
    }

    /// <summary>Names of the features, in order; the shipped coefficients carry them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. OfPairs.Concat(OfText).Concat(OfText.Select(static m => "one." + m)).Concat(OfRest).Concat(OfRest.Select(static m => "one." + m)).Concat(OfDays).Select(static m => "merge." + m)];

    /// <summary>Mean log odds between two groups, and the highest and lowest.</summary>
    public (double Mean, double Most, double Least) Between(uint a, uint b)
    {
        (double sum, double most, double least, int count) = (0, -Clip, Clip, 0);
        for (uint x = a; x != 0; x &= x - 1)
        {
            int i = BitOperations.TrailingZeroCount(x);
            for (uint y = b; y != 0; y &= y - 1)
            {
                int j = BitOperations.TrailingZeroCount(y);
                if (i == j)
                {
                    continue;
                }

                double logit = _logits[BatchContext.PairIndex(Math.Min(i, j), Math.Max(i, j), _articles.Length)];
                sum += logit;
                most = Math.Max(most, logit);
                least = Math.Min(least, logit);
                count++;
            }
        }

        return (count == 0 ? 0 : sum / count, most, least);
    }

    /// <summary>The features of two groups.</summary>
    /// <param name="a">Articles of the one, a bit each.</param>
    /// <param name="b">Articles of the other.</param>
    /// <param name="groups">All groups of the batch at the moment.</param>
    /// <param name="x">As long as <see cref="Names"/>.</param>
    public void Fill(uint a, uint b, IReadOnlyList<uint> groups, Span<double> x)
    {
        (int sizeA, int sizeB) = (BitOperations.PopCount(a), BitOperations.PopCount(b));
        bool single = Math.Min(sizeA, sizeB) == 1;
        bool alone = Math.Max(sizeA, sizeB) == 1;
        (double mean, double most, double least) = Between(a, b);
        double inA = Between(a, a).Mean;
        double inB = Between(b, b).Mean;
        double cohesion = sizeA > 1 && sizeB > 1 ? (inA + inB) / 2 : sizeA > 1 ? inA : sizeB > 1 ? inB : mean;
        double loosest = sizeA > 1 && sizeB > 1 ? Math.Min(inA, inB) : cohesion;
        uint rest = 0;
        double bestOfRest = -Clip;
        foreach (uint group in groups)
        {
            if (group != a && group != b)
            {
                rest |= group;
                bestOfRest = Math.Max(bestOfRest, Math.Max(Between(a, group).Mean, Between(b, group).Mean));
            }
        }

        int i = 0;
        x[i++] = 1;
        x[i++] = mean;
        x[i++] = most - mean;
        x[i++] = mean - least;
        x[i++] = ((sizeA > 1 ? 1 : 0) + (sizeB > 1 ? 1 : 0)) / 2.0;
        x[i++] = mean - cohesion;
        x[i++] = mean - loosest;
        x[i++] = _mean;
        x[i++] = 1 - (1 / Math.Sqrt(Math.Max(sizeA, sizeB)));
        x[i++] = 1 - (1 / Math.Sqrt(Math.Min(sizeA, sizeB)));
        x[i++] = rest == 0 ? 0 : mean - bestOfRest;
        x[i++] = rest == 0 ? 0 : 1;
        x[i++] = 1.0 / _articles.Length;
        x[i++] = single ? 1 : 0;
        x[i++] = single ? mean : 0;
        x[i++] = single ? mean - cohesion : 0;
        x[i++] = alone ? 1 : 0;
        x[i++] = alone ? mean : 0;
        (double high, double low, double shared) = Rest(a, b, rest);
        x[i++] = rest == 0 ? 0 : high - mean;
        x[i++] = rest == 0 ? 0 : low - mean;
        x[i++] = rest == 0 ? 0 : shared - mean;
        x[i] = alone ? x[i - 3] : 0;
        i++;
        x[i] = alone ? x[i - 3] : 0;
        i++;
        x[i] = alone ? x[i - 3] : 0;
        i++;
        int text = i;
        foreach (BatchTerms terms in _terms)
        {
            (double coreA, double heldA, double halfA) = terms.Core(a, b);
            (double coreB, double heldB, double halfB) = terms.Core(b, a);
            (double shareA, double shareB) = ((heldA + 20) / (coreA + 40), (heldB + 20) / (coreB + 40));
            (double lackA, double lackB) = (Math.Log(1 + ((coreA - heldA) / 40)), Math.Log(1 + ((coreB - heldB) / 40)));
            x[i++] = Math.Min(shareA, shareB);
            x[i++] = Math.Max(shareA, shareB);
            x[i++] = Math.Min(lackA, lackB);
            x[i++] = Math.Max(lackA, lackB);
            x[i++] = (Math.Log(1 + (halfA / 40)) + Math.Log(1 + (halfB / 40))) / 2;
        }

        x[i++] = Math.Abs(Math.Log((Length(a) + 1) / (Length(b) + 1)));
        for (int m = 0; m < OfText.Length; m++, i++)
        {
            x[i] = single ? x[text + m] : 0;
        }

        int apart = i;
        foreach (BatchTerms terms in _terms)
        {
            (double both, double ofThemAlone) = rest == 0 ? (0, 0) : terms.Shared(a, b, rest);
            x[i++] = rest == 0 ? 0 : (ofThemAlone + 10) / (both + 20);
            x[i++] = Math.Log(1 + (ofThemAlone / 40));
        }

        for (int m = 0; m < OfRest.Length; m++, i++)
        {
            x[i] = single ? x[apart + m] : 0;
        }

        FillDays(a, b, x[i..]);
    }

    // The best pair of either group with an article of the rest, the better and the worse of the two; and the most that one article of the rest has with both.
    private (double High, double Low, double Shared) Rest(uint a, uint b, uint rest)
    {
        (double bestA, double bestB, double shared) = (-Clip, -Clip, -Clip);
        for (uint o = rest; o != 0; o &= o - 1)
        {
            uint one = o & (0 - o);
            double withA = Between(a, one).Most;
            double withB = Between(b, one).Most;
            bestA = Math.Max(bestA, withA);
            bestB = Math.Max(bestB, withB);
            shared = Math.Max(shared, Math.Min(withA, withB));
        }

        return (Math.Max(bestA, bestB), Math.Min(bestA, bestB), shared);
    }

    private double Length(uint group)
    {
        double sum = 0;
        for (uint x = group; x != 0; x &= x - 1)
        {
            double norm = _articles[BitOperations.TrailingZeroCount(x)].Norm(Channel.Words);
            sum += norm * norm;
        }

        return sum;
    }

    private void FillDays(uint a, uint b, Span<double> x)
    {
        x[..OfDays.Length].Clear();
        double pairs = BitOperations.PopCount(a) * BitOperations.PopCount(b);
        for (uint u = a; u != 0; u &= u - 1)
        {
            for (uint v = b; v != 0; v &= v - 1)
            {
                EventTime left = _articles[BitOperations.TrailingZeroCount(u)].When;
                EventTime right = _articles[BitOperations.TrailingZeroCount(v)].When;
                int gap = EventTime.Gap(left, right);
                int weekdays = EventTime.WeekdayGap(left, right);
                int days = EventTime.SharedDays(left, right);
                double weekdaysApart = weekdays < 0 ? 0 : Math.Min(1, weekdays / 7.0);
                x[0] += (gap < 0 ? 1 : 0) / pairs;
                x[1] += (gap < 0 ? 0 : Math.Exp(-gap / 7.0)) / pairs;
                x[2] += (gap < 0 ? 0 : Math.Exp(-gap / 30.0)) / pairs;
                x[3] += weekdaysApart / pairs;
                x[4] += (weekdays == 0 ? 1 : 0) / pairs;
                x[5] += (days < 0 ? 1 : 0) / pairs;
                x[6] += (days > 0 ? 1 : 0) / pairs;
                x[7] += (gap >= Far ? 1 : 0) / pairs;
                x[8] = Math.Max(x[8], gap >= Far ? 1 : 0);
                x[9] = Math.Max(x[9], weekdaysApart);
            }
        }
    }
}
