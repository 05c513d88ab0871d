namespace StoryCompare.Clustering.Live;

/// <summary>The texts one text is most like, best first, with how alike they are and how likely they tell of one event.</summary>
/// <remarks>Eight bytes a neighbour. Similarities are kept in 16-bit fixed point, so that a list read from a file is the list that was written.</remarks>
internal sealed class NeighbourList
{
    /// <summary>Neighbours kept: as many as the local scale is read from.</summary>
    public const int Most = CandidateFinder.Nearest;

    /// <summary>The ranks that can tell of one event; what lies behind them is the local scale.</summary>
    private const int MostClose = 20;

    private const double One = 65535;

    private ulong[] _items = [];

    public int Count { get; private set; }

    /// <summary>How many of them can tell of one event: the first.</summary>
    public int Close => Math.Min(MostClose, Count);

    public int Number(int i) => (int)(uint)_items[i];

    public double Blend(int i) => (_items[i] >> 48) / One;

    /// <summary>The pair's score when it was last looked at, in the fixed point of <see cref="PairScorer"/>.</summary>
    public int Score(int i) => (int)((_items[i] >> 32) & 0xFFFF);

    /// <summary>A neighbour as it is kept: similarity, score and number in 16, 16 and 32 bits.</summary>
    public ulong Raw(int i) => _items[i];

    /// <summary>Takes the next neighbour of a list that is read; false when it is alike more than the one before.</summary>
    public bool Append(ulong raw)
    {
        if (Count > 0 && raw >> 48 > _items[Count - 1] >> 48)
        {
            return false;
        }

        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Min(Most, Math.Max(4, Count * 2)));
        }

        _items[Count++] = raw;
        return true;
    }

    /// <summary>Notes a pair's score, when the text is in the list.</summary>
    public void SetScore(int number, int score)
    {
        int i = IndexOf(number);
        if (i >= 0)
        {
            _items[i] = (_items[i] & 0xFFFF0000FFFFFFFF) | ((ulong)Math.Min(0xFFFF, score) << 32);
        }
    }

    /// <summary>Place of a text in the list; -1 when it is not there.</summary>
    public int IndexOf(int number)
    {
        for (int i = 0; i < Count; i++)
        {
            if ((uint)_items[i] == (uint)number)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a text is among the first.</summary>
    public bool IsClose(int number) => IndexOf(number) is >= 0 and < MostClose;

    /// <summary>Files a text that is not in the list; false when the list is full of better ones. Of equals the earlier stays in front.</summary>
    public bool Offer(int number, double blend)
    {
        ulong quantised = (ulong)(Math.Clamp(blend, 0, 1) * One + 0.5);
        if (Count == Most && quantised <= _items[Most - 1] >> 48)
        {
            return false;
        }

        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Min(Most, Math.Max(4, Count * 2)));
        }

        int at = Count < Most ? Count++ : Most - 1;
        while (at > 0 && _items[at - 1] >> 48 < quantised)
        {
            _items[at] = _items[at - 1];
            at--;
        }

        _items[at] = (quantised << 48) | (uint)number;
        return true;
    }

    /// <summary>Takes a text out; false when it is not in the list.</summary>
    public bool Remove(int number)
    {
        int at = IndexOf(number);
        if (at < 0)
        {
            return false;
        }

        Array.Copy(_items, at + 1, _items, at, Count - at - 1);
        Count--;
        return true;
    }
}
