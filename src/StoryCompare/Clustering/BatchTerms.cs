using System.Numerics;

namespace StoryCompare.Clustering;

/// <summary>The features of one channel that two or more articles of a small batch hold: who holds each, and how heavily.</summary>
/// <remarks>What one article holds alone is known by its length only; no other can hold it.</remarks>
internal sealed class BatchTerms
{
    private readonly List<uint> _holders = [];
    private readonly List<int> _ends = [];
    private readonly List<double> _weights = [];

    // Squared length of each article's vector: what it holds alone included.
    private readonly double[] _mass;

    /// <summary>Reads one channel of the batch.</summary>
    /// <param name="articles">At most 32.</param>
    /// <param name="channel">The channel.</param>
    public BatchTerms(ReadOnlySpan<ArticleVectors> articles, Channel channel)
    {
        List<(uint Key, int Article, double Weight)> all = [];
        _mass = new double[articles.Length];
        for (int a = 0; a < articles.Length; a++)
        {
            double scale = articles[a].Norm(channel) / ArticleVectors.One;
            _mass[a] = articles[a].Norm(channel) * articles[a].Norm(channel);
            ReadOnlySpan<uint> keys = articles[a].Keys(channel);
            ReadOnlySpan<ushort> weights = articles[a].Weights(channel);
            for (int i = 0; i < keys.Length; i++)
            {
                all.Add((keys[i], a, weights[i] * scale));
            }
        }

        all.Sort(static (x, y) => x.Key != y.Key ? x.Key.CompareTo(y.Key) : x.Article.CompareTo(y.Article));
        for (int i = 0; i < all.Count;)
        {
            int j = i;
            uint holders = 0;
            for (; j < all.Count && all[j].Key == all[i].Key; j++)
            {
                holders |= 1u << all[j].Article;
            }

            if (j - i > 1)
            {
                _holders.Add(holders);
                for (int k = i; k < j; k++)
                {
                    _weights.Add(all[k].Weight);
                }

                _ends.Add(_weights.Count);
            }

            i = j;
        }
    }

    /// <summary>How much of what a group has in common another one holds.</summary>
    /// <param name="group">Articles, a bit each.</param>
    /// <param name="other">Articles, a bit each.</param>
    /// <returns>Squared weight of what at least half of the group, two at least, hold (of one article: all it holds); of this, what any of the other group holds; and what at least half of it hold.</returns>
    public (double Core, double Held, double HeldByHalf) Core(uint group, uint other)
    {
        int members = BitOperations.PopCount(group);
        int others = BitOperations.PopCount(other);
        bool single = members == 1;
        (double core, double held, double half) = (single ? _mass[BitOperations.TrailingZeroCount(group)] : 0, 0, 0);
        int least = single ? 1 : Math.Max(2, (members + 1) / 2);
        for (int t = 0, start = 0; t < _ends.Count; start = _ends[t++])
        {
            uint holders = _holders[t];
            int inGroup = BitOperations.PopCount(holders & group);
            if (inGroup < least)
            {
                continue;
            }

            double weight = Sum(start, holders, group) / inGroup;
            weight *= weight;
            core += single ? 0 : weight;
            int inOther = BitOperations.PopCount(holders & other);
            held += inOther > 0 ? weight : 0;
            half += inOther > 0 && 2 * inOther >= others ? weight : 0;
        }

        return (core, held, half);
    }

    /// <summary>What two groups share, and how much of it the rest of the batch does not: products of mean weights, each less by the share of the rest that holds the feature.</summary>
    public (double Shared, double Apart) Shared(uint a, uint b, uint rest)
    {
        int inA = BitOperations.PopCount(a);
        int inB = BitOperations.PopCount(b);
        double inRest = BitOperations.PopCount(rest);
        (double shared, double apart) = (0, 0);
        for (int t = 0, start = 0; t < _ends.Count; start = _ends[t++])
        {
            uint holders = _holders[t];
            if ((holders & a) == 0 || (holders & b) == 0)
            {
                continue;
            }

            double product = Sum(start, holders, a) / inA * (Sum(start, holders, b) / inB);
            shared += product;
            apart += product * (1 - (BitOperations.PopCount(holders & rest) / inRest));
        }

        return (shared, apart);
    }

    private double Sum(int start, uint holders, uint group)
    {
        double sum = 0;
        for (int i = start; holders != 0; holders &= holders - 1, i++)
        {
            sum += (holders & (0 - holders) & group) != 0 ? _weights[i] : 0;
        }

        return sum;
    }
}
