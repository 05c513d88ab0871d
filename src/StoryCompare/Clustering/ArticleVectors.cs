namespace StoryCompare.Clustering;

/// <summary>The weighted features of one article: a unit vector in each <see cref="Channel"/>, in 6 bytes a feature.</summary>
/// <remarks>Weights are 16-bit fixed point and products are summed as integers, so that no order of summation changes a cosine.</remarks>
internal sealed class ArticleVectors
{
    /// <summary>Features kept in a long channel: the heaviest. Keeps an article within the 3 KB an index may cost.</summary>
    public const int MostFeatures = 400;
    /// <summary>Fixed point of a weight of 1.</summary>
    public const double One = 65535;

    /// <summary>Where the lengths of the vectors stand: behind the ends of the channels, two to a place.</summary>
    private const int NormsAt = (ArticleSketch.Channels + 1) / 2;
    private const int LeadNamesAt = NormsAt + ArticleSketch.Channels;
    private const int KeysAt = LeadNamesAt + 1;

    // Ends and which channels the article has, lengths, the share of names, then keys: one array instead of three, whose heads would cost as much as ten features.
    private readonly uint[] _data;
    private readonly ushort[] _weights;

    private ArticleVectors(uint[] data, ushort[] weights, EventTime when)
    {
        _data = data;
        _weights = weights;
        When = when;
    }

    /// <summary>Vectors of these parts, which are copied: channel after channel, keys ascending in each.</summary>
    /// <param name="keys">Features.</param>
    /// <param name="weights">One for each.</param>
    /// <param name="ends">End of each channel among them.</param>
    /// <param name="norms">Length of each channel.</param>
    /// <param name="when">What is known of its time.</param>
    /// <param name="left">Channels that the article has although none of their features is here, a bit each.</param>
    /// <param name="leftNames">Squared weights of the lead's names and numbers that are not here, in the square of <see cref="One"/>.</param>
    public static ArticleVectors Of(ReadOnlySpan<uint> keys, ReadOnlySpan<ushort> weights, ReadOnlySpan<ushort> ends, ReadOnlySpan<float> norms, EventTime when, uint left = 0, ulong leftNames = 0)
    {
        uint[] data = new uint[KeysAt + keys.Length];
        for (int c = 0; c < ArticleSketch.Channels; c++)
        {
            data[c >> 1] |= (uint)ends[c] << ((c & 1) * 16);
            data[NormsAt + c] = BitConverter.SingleToUInt32Bits(norms[c]);
            left |= ends[c] > (c == 0 ? 0 : ends[c - 1]) ? 1u << c : 0;
        }

        data[NormsAt - 1] |= left << 16;

        keys.CopyTo(data.AsSpan(KeysAt));
        ArticleVectors vectors = new(data, weights.ToArray(), when);
        data[LeadNamesAt] = BitConverter.SingleToUInt32Bits((float)((vectors.NamesHeldBy(null) + leftNames) / (One * One)));
        return vectors;
    }

    public EventTime When { get; }

    /// <summary>Share of the lead that is names and numbers, in [0, 1]: its words that <see cref="Channel.Act"/> does not have.</summary>
    public double LeadNames => BitConverter.UInt32BitsToSingle(_data[LeadNamesAt]);

    /// <summary>Length of the channel's vector before it was made a unit vector.</summary>
    public double Norm(Channel channel) => BitConverter.UInt32BitsToSingle(_data[NormsAt + (int)channel]);

    /// <summary>Whether the article has features of the channel, be it such as no other article has.</summary>
    public bool Has(Channel channel) => (_data[NormsAt - 1] >> (16 + (int)channel) & 1) != 0;

    public int Count(Channel channel) => End(channel) - Start(channel);

    public ReadOnlySpan<uint> Keys(Channel channel)
    {
        int start = Start(channel);
        return _data.AsSpan(KeysAt + start, End(channel) - start);
    }

    public ReadOnlySpan<ushort> Weights(Channel channel)
    {
        int start = Start(channel);
        return _weights.AsSpan(start, End(channel) - start);
    }

    /// <summary>Squared weight, in the square of <see cref="One"/>, of the lead's names and numbers whose words another article holds; of all of them for null.</summary>
    public ulong NamesHeldBy(ArticleVectors? other)
    {
        ReadOnlySpan<uint> act = Keys(Channel.Act);
        ReadOnlySpan<uint> words = other is null ? [] : other.Keys(Channel.Words);
        ReadOnlySpan<uint> keys = Keys(Channel.Lead);
        ReadOnlySpan<ushort> weights = Weights(Channel.Lead);
        ulong sum = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            sum += act.BinarySearch(keys[i]) < 0 && (other is null || words.BinarySearch(keys[i]) >= 0) ? (ulong)weights[i] * weights[i] : 0;
        }

        return sum;
    }

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

    private int Start(Channel channel) => channel == Channel.Words ? 0 : End(channel - 1);

    private int End(Channel channel) => (ushort)(_data[(int)channel >> 1] >> (((int)channel & 1) * 16));
}
