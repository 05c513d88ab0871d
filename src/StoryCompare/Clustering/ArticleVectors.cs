namespace StoryCompare.Clustering;

/// <summary>The weighted features of one article: a unit vector in each <see cref="Channel"/>, in 6 bytes a feature.</summary>
/// <remarks>Weights are 16-bit fixed point and products are summed as integers, so that no order of summation changes a cosine.</remarks>
internal sealed class ArticleVectors
{
    /// <summary>Features kept in a long channel: the heaviest. Keeps an article within the 3 KB an index may cost.</summary>
    public const int MostFeatures = 400;
    /// <summary>Fixed point of a weight of 1.</summary>
    public const double One = 65535;

    private readonly uint[] _keys;
    private readonly ushort[] _weights;
    private readonly ushort[] _ends;
    private readonly float[] _norms;

    private ArticleVectors(uint[] keys, ushort[] weights, ushort[] ends, float[] norms, EventTime when)
    {
        _keys = keys;
        _weights = weights;
        _ends = ends;
        _norms = norms;
        When = when;
    }

    /// <summary>Vectors made before and kept: channel after channel, keys ascending in each.</summary>
    public static ArticleVectors Of(uint[] keys, ushort[] weights, ushort[] ends, float[] norms, EventTime when) => new(keys, weights, ends, norms, when);

    public EventTime When { get; }

    /// <summary>Length of the channel's vector before it was made a unit vector.</summary>
    public double Norm(Channel channel) => _norms[(int)channel];

    public bool Has(Channel channel) => Start(channel) < _ends[(int)channel];

    public int Count(Channel channel) => _ends[(int)channel] - Start(channel);

    public ReadOnlySpan<uint> Keys(Channel channel) => _keys.AsSpan(Start(channel)..Math.Max(Start(channel), _ends[(int)channel]));

    public ReadOnlySpan<ushort> Weights(Channel channel) => _weights.AsSpan(Start(channel)..Math.Max(Start(channel), _ends[(int)channel]));

    /// <summary>Cosine of one channel, in [0, 1]; 0 where a side has no feature.</summary>
    public static double Cosine(ArticleVectors a, Channel channelA, ArticleVectors b, Channel channelB)
    {
        ReadOnlySpan<uint> x = a.Keys(channelA);
        ReadOnlySpan<uint> y = b.Keys(channelB);
        if (x.IsEmpty || y.IsEmpty)
        {
            return 0;
        }

        ReadOnlySpan<ushort> wx = a.Weights(channelA);
        ReadOnlySpan<ushort> wy = b.Weights(channelB);
        ulong sum = 0;
        int i = 0;
        int j = 0;
        while (i < x.Length && j < y.Length)
        {
            uint kx = x[i];
            uint ky = y[j];
            if (kx == ky)
            {
                sum += (ulong)wx[i] * wy[j];
            }

            i += kx <= ky ? 1 : 0;
            j += ky <= kx ? 1 : 0;
        }

        return Math.Min(1, sum / (One * One));
    }

    public static double Cosine(ArticleVectors a, ArticleVectors b, Channel channel) => Cosine(a, channel, b, channel);

    /// <summary>Cosine of two channels, and the share of each one's weight whose features the other holds; all in [0, 1], 0 where a side has no feature.</summary>
    public static (double Cosine, double HeldOfA, double HeldOfB) Overlap(ArticleVectors a, Channel channelA, ArticleVectors b, Channel channelB)
    {
        ReadOnlySpan<uint> x = a.Keys(channelA);
        ReadOnlySpan<uint> y = b.Keys(channelB);
        if (x.IsEmpty || y.IsEmpty)
        {
            return default;
        }

        if (x.Length > y.Length)
        {
            (double cosine, double ofB, double ofA) = Overlap(b, channelB, a, channelA);
            return (cosine, ofA, ofB);
        }

        ReadOnlySpan<ushort> wx = a.Weights(channelA);
        ReadOnlySpan<ushort> wy = b.Weights(channelB);
        ulong both = 0;
        ulong xs = 0;
        ulong ys = 0;
        int j = 0;
        for (int i = 0; i < x.Length && j < y.Length; i++)
        {
            // A headline against a body: steps that double, then halve, cost the logarithm of what they skip.
            uint key = x[i];
            int step = 1;
            while (j + step < y.Length && y[j + step] <= key)
            {
                j += step;
                step <<= 1;
            }

            for (; step > 0; step >>= 1)
            {
                j += j + step < y.Length && y[j + step] <= key ? step : 0;
            }

            if (y[j] == key)
            {
                both += (ulong)wx[i] * wy[j];
                xs += (ulong)wx[i] * wx[i];
                ys += (ulong)wy[j] * wy[j];
            }
        }

        return (Math.Min(1, both / (One * One)), Math.Min(1, xs / (One * One)), Math.Min(1, ys / (One * One)));
    }

    /// <summary>Weighs one article; for many of one batch see <see cref="VectorWeigher"/>.</summary>
    public static ArticleVectors Weigh(ArticleSketch sketch, TermStatistics statistics, int mostFeatures = MostFeatures) =>
        new VectorWeigher(statistics, mostFeatures, remember: false).Weigh(sketch);

    private int Start(Channel channel) => channel == Channel.Words ? 0 : _ends[(int)channel - 1];
}
