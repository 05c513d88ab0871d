namespace StoryCompare.Clustering;

/// <summary>The weighted features of one article: a unit vector in each <see cref="Channel"/>, in 6 bytes a feature.</summary>
/// <remarks>Weights are 16-bit fixed point and products are summed as integers, so that no order of summation changes a cosine.</remarks>
internal sealed class ArticleVectors
{
    /// <summary>Features kept in a long channel: the heaviest. Keeps an article within the 3 KB an index may cost.</summary>
    private const int MostFeatures = 400;
    private const double One = 65535;

    // A word told ten times weighs 3.3 times one told once.
    private static readonly double[] Damped = [.. Enumerable.Range(0, 256).Select(static n => n == 0 ? 0 : 1 + Math.Log(n))];

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

    public static ArticleVectors Weigh(ArticleSketch sketch, TermStatistics statistics, int mostFeatures = MostFeatures)
    {
        List<uint> keys = new(sketch.Keys.Length);
        List<ushort> weights = new(sketch.Keys.Length);
        ushort[] ends = new ushort[ArticleSketch.Channels];
        float[] norms = new float[ArticleSketch.Channels];
        double[] raw = new double[sketch.Keys.Length];
        for (int c = 0; c < ends.Length; c++)
        {
            (int start, int length) = sketch.Of((Channel)c).GetOffsetAndLength(sketch.Keys.Length);
            ReadOnlySpan<uint> k = sketch.Keys.AsSpan(start, length);
            Span<double> w = raw.AsSpan(0, length);
            for (int i = 0; i < length; i++)
            {
                w[i] = Damped[sketch.Counts[start + i]] * statistics.Idf(k[i], sketch.Rarities[start + i]);
            }

            norms[c] = (float)Append(k, w, keys, weights, mostFeatures);
            ends[c] = (ushort)keys.Count;
        }

        return new ArticleVectors([.. keys], [.. weights], ends, norms, sketch.When);
    }

    private static double Append(ReadOnlySpan<uint> keys, Span<double> weights, List<uint> toKeys, List<ushort> toWeights, int mostFeatures)
    {
        double least = 0;
        if (keys.Length > mostFeatures)
        {
            double[] sorted = weights.ToArray();
            Array.Sort(sorted);
            least = sorted[^mostFeatures];
        }

        double squares = 0;
        foreach (double w in weights)
        {
            squares += w >= least ? w * w : 0;
        }

        if (squares <= 0)
        {
            return 0;
        }

        double scale = One / Math.Sqrt(squares);
        for (int i = 0; i < keys.Length; i++)
        {
            ushort w = weights[i] >= least ? (ushort)(weights[i] * scale + 0.5) : (ushort)0;
            if (w > 0)
            {
                toKeys.Add(keys[i]);
                toWeights.Add(w);
            }
        }

        return Math.Sqrt(squares);
    }

    private int Start(Channel channel) => channel == Channel.Words ? 0 : _ends[(int)channel - 1];
}
