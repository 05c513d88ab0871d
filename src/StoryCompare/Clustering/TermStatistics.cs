using System.Buffers;

namespace StoryCompare.Clustering;

/// <summary>
/// How many articles of the batch hold each feature, in a table of fixed width indexed by hash, blended with the background table.
/// Counts are sums of integers, so tables counted apart add up to the table of one run.
/// </summary>
/// <remarks>
/// Features share slots: the development sets have 0.5 to 1.5 features a slot, so that half to three quarters of them share one, most with a feature as rare.
/// A shared count is too high, which only lowers a weight.
/// </remarks>
internal sealed class TermStatistics
{
    /// <summary>The background collection weighs as much as this many articles of the batch.</summary>
    private const double BackgroundWeight = 1000;

    private const int LeastWidth = 1 << 16;

    // Few features are in so many articles: what their counts have beyond it stands apart, so that a slot takes two bytes.
    private const ushort Full = ushort.MaxValue;

    private readonly Dictionary<int, int> _beyond = [];
    private ushort[] _counts;
    private readonly bool _rented;
    private readonly int _mask;
    private readonly bool _growing;

    /// <summary>An empty table.</summary>
    /// <param name="articles">Articles to come: sets the width of the table.</param>
    /// <param name="blendByAdded">Whether weights are for the articles added so far, as in a stream, or for all to come.</param>
    /// <param name="rented">Whether a table of the least width is rented, to be given back by <see cref="Return"/>: it is all that a batch of five costs here.</param>
    public TermStatistics(int articles, bool blendByAdded = false, bool rented = false)
    {
        Articles = blendByAdded ? 0 : articles;
        _growing = blendByAdded;
        int size = LeastWidth;
        while (size < articles * 64L && size < 1 << 26)
        {
            size <<= 1;
        }

        _rented = rented && size == LeastWidth;
        _counts = _rented ? ArrayPool<ushort>.Shared.Rent(size) : new ushort[size];
        if (_rented)
        {
            Array.Clear(_counts);
        }

        _mask = size - 1;
    }

    /// <summary>Articles the weights are for, copies left out.</summary>
    public int Articles { get; private set; }

    /// <summary>Slots of the table.</summary>
    public int Slots => _mask + 1;

    /// <summary>The slot of a feature.</summary>
    public int Slot(uint key) => (int)(key & (uint)_mask);

    /// <summary>Gives a rented table back; nothing can be asked any more.</summary>
    public void Return()
    {
        if (_rented)
        {
            ArrayPool<ushort>.Shared.Return(_counts);
            _counts = [];
        }
    }

    public void Add(ArticleSketch sketch)
    {
        Articles += _growing ? 1 : 0;
        AddRange(sketch, sketch.Of(Channel.Words));
        AddRange(sketch, sketch.Of(Channel.Bigrams));
        AddRange(sketch, sketch.Of(Channel.Names));
        AddRange(sketch, sketch.Of(Channel.Numbers));
    }

    /// <summary>Takes an article's features out again.</summary>
    public void Remove(ArticleSketch sketch)
    {
        Articles -= _growing ? 1 : 0;
        Count(sketch.Keys.AsSpan(sketch.Of(Channel.Words)), -1);
        Count(sketch.Keys.AsSpan(sketch.Of(Channel.Bigrams)), -1);
        Count(sketch.Keys.AsSpan(sketch.Of(Channel.Names)), -1);
        Count(sketch.Keys.AsSpan(sketch.Of(Channel.Numbers)), -1);
    }

    /// <summary>Counts the features of a weighed article, as often as <paramref name="times"/> says: 1 for one that comes, -1 for one that leaves.</summary>
    public void Count(ArticleVectors article, int times)
    {
        Articles += _growing ? times : 0;
        Count(article.Keys(Channel.Words), times);
        Count(article.Keys(Channel.Bigrams), times);
        Count(article.Keys(Channel.Names), times);
        Count(article.Keys(Channel.Numbers), times);
    }

    /// <summary>Adds counts made apart over other articles, with a table of the same size.</summary>
    public void Add(TermStatistics other)
    {
        for (int i = 0; i <= _mask; i++)
        {
            if (other._counts[i] > 0)
            {
                Add(i, other.At(i));
            }
        }
    }

    /// <summary>Articles of the batch with the feature (or one that shares its slot).</summary>
    public int Count(uint key) => At(Slot(key));

    /// <summary>Inverse document frequency of a feature of so many articles and this rarity at large.</summary>
    public double Idf(int count, byte rarity) =>
        Math.Max(0, Math.Log((Articles + BackgroundWeight) / (count + Rarity.Share(rarity) * BackgroundWeight + 0.5)));

    private void AddRange(ArticleSketch sketch, Range range)
    {
        foreach (uint key in sketch.Keys.AsSpan(range))
        {
            Add(Slot(key), 1);
        }
    }

    private void Count(ReadOnlySpan<uint> keys, int times)
    {
        foreach (uint key in keys)
        {
            Add(Slot(key), times);
        }
    }

    private int At(int slot)
    {
        ushort count = _counts[slot];
        return count < Full ? count : Full + _beyond.GetValueOrDefault(slot);
    }

    private void Add(int slot, int more)
    {
        int count = At(slot) + more;
        if (count < Full)
        {
            _counts[slot] = (ushort)count;
        }
        else
        {
            _counts[slot] = Full;
            _beyond[slot] = count - Full;
        }
    }
}
