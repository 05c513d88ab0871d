using System.Runtime.InteropServices;

namespace StoryCompare.Clustering;

/// <summary>Weighs the features of articles. Reusable, one thread at a time.</summary>
/// <param name="statistics">Counts of the batch; they must stay as they are when <paramref name="remember"/> is set.</param>
/// <param name="mostFeatures">Features kept in a channel: the heaviest.</param>
/// <param name="remember">Whether weights by count and rarity are kept: they repeat from article to article, and a logarithm costs more than all else here.</param>
internal sealed class VectorWeigher(TermStatistics statistics, int mostFeatures, bool remember)
{
    private const double One = ArticleVectors.One;
    /// <summary>Counts whose weights are kept; most features are in few articles.</summary>
    private const int RememberedCounts = 64;

    // A word told ten times weighs 3.3 times one told once.
    private static readonly double[] Damped = [.. Enumerable.Range(0, 256).Select(static n => n == 0 ? 0 : 1 + Math.Log(n))];

    // By count, then rarity; 0 where not yet known.
    private readonly double[] _idf = new double[remember ? Math.Min(statistics.Articles + 1, RememberedCounts) << 8 : 0];
    private readonly List<uint> _keys = new(1024);
    private readonly List<ushort> _weights = new(1024);
    private double[] _raw = new double[1024];
    private bool[] _alone = new bool[1024];

    /// <summary>The vectors of one article.</summary>
    public ArticleVectors Weigh(ArticleSketch sketch) => Weigh(sketch, fewest: 0);

    /// <summary>
    /// The vectors of an article of the batch without what no other article can have: a feature alone in its slot of the counts. It matches nothing, so each comparison with
    /// another article gives the same; lengths are those of the whole. A fifth to a third of all features.
    /// </summary>
    public ArticleVectors WeighShared(ArticleSketch sketch) => Weigh(sketch, fewest: 2);

    private ArticleVectors Weigh(ArticleSketch sketch, int fewest)
    {
        _keys.Clear();
        _weights.Clear();
        Span<ushort> ends = stackalloc ushort[ArticleSketch.Channels];
        Span<float> norms = stackalloc float[ArticleSketch.Channels];
        uint left = 0;
        ulong leftNames = 0;
        for (int c = 0; c < ends.Length; c++)
        {
            (int start, int length) = sketch.Of((Channel)c).GetOffsetAndLength(sketch.Keys.Length);
            if (_raw.Length < 2 * length)
            {
                _raw = new double[2 * length];
                _alone = new bool[2 * length];
            }

            ReadOnlySpan<uint> keys = sketch.Keys.AsSpan(start, length);
            ReadOnlySpan<byte> counts = sketch.Counts.AsSpan(start, length);
            ReadOnlySpan<byte> rarities = sketch.Rarities.AsSpan(start, length);
            Span<double> raw = _raw.AsSpan(0, length);
            for (int i = 0; i < raw.Length; i++)
            {
                int articles = statistics.Count(keys[i]);
                raw[i] = Damped[counts[i]] * Idf(articles, rarities[i]);
                _alone[i] = articles < fewest;
            }

            double norm = Append(keys, raw);
            if (c == (int)Channel.Lead && fewest > 0 && norm > 0)
            {
                leftNames = NamesAlone(keys, raw, One / norm, sketch.Keys.AsSpan(sketch.Of(Channel.Act)));
            }

            norms[c] = (float)norm;
            ends[c] = (ushort)_keys.Count;
            left |= norms[c] > 0 ? 1u << c : 0;
        }

        return ArticleVectors.Of(CollectionsMarshal.AsSpan(_keys), CollectionsMarshal.AsSpan(_weights), ends, norms, sketch.When, left, leftNames);
    }

    // Squared weights of what of the lead is left out and is a name or a number.
    private ulong NamesAlone(ReadOnlySpan<uint> keys, ReadOnlySpan<double> raw, double scale, ReadOnlySpan<uint> act)
    {
        ulong sum = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (_alone[i] && act.BinarySearch(keys[i]) < 0)
            {
                ulong weight = (ulong)(raw[i] * scale + 0.5);
                sum += weight * weight;
            }
        }

        return sum;
    }

    private double Idf(int articles, byte rarity)
    {
        int at = (articles << 8) | rarity;
        if ((uint)at >= (uint)_idf.Length)
        {
            return statistics.Idf(articles, rarity);
        }

        double known = _idf[at];
        return known != 0 ? known : _idf[at] = statistics.Idf(articles, rarity);
    }

    private double Append(ReadOnlySpan<uint> keys, ReadOnlySpan<double> weights)
    {
        double least = 0;
        if (keys.Length > mostFeatures)
        {
            Span<double> sorted = _raw.AsSpan(keys.Length, keys.Length);
            weights.CopyTo(sorted);
            sorted.Sort();
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
        int kept = _keys.Count;
        CollectionsMarshal.SetCount(_keys, kept + keys.Length);
        CollectionsMarshal.SetCount(_weights, kept + keys.Length);
        Span<uint> toKeys = CollectionsMarshal.AsSpan(_keys);
        Span<ushort> toWeights = CollectionsMarshal.AsSpan(_weights);
        for (int i = 0; i < keys.Length; i++)
        {
            ushort w = weights[i] >= least ? (ushort)(weights[i] * scale + 0.5) : (ushort)0;
            toKeys[kept] = keys[i];
            toWeights[kept] = w;
            kept += w > 0 && !_alone[i] ? 1 : 0;
        }

        CollectionsMarshal.SetCount(_keys, kept);
        CollectionsMarshal.SetCount(_weights, kept);
        return Math.Sqrt(squares);
    }
}
