namespace StoryCompare.Clustering.Live;

/// <summary>Finds the held texts that share most of what is rare in a text: postings of its heaviest words and bigrams.</summary>
/// <remarks>
/// A text is filed under its <see cref="FiledKeys"/> heaviest keys and looked up under the <see cref="AskedKeys"/> heaviest that are in use. A list keeps its
/// latest articles (<see cref="PostingArena.Longest"/>) and a search reads <see cref="MostPostings"/> at most, so both cost the same with a million texts as with a thousand.
/// </remarks>
internal sealed class LiveIndex
{
    private const int FiledKeys = 32;
    private const int AskedKeys = 64;
    private const int MostPostings = 4096;
    private const int ScratchBits = 13;
    private const int NumberBits = 31;
    private const ulong MostSum = (1UL << (64 - NumberBits)) - 1;

    private readonly KeyTable _table = new();
    private readonly PostingArena _arena = new();

    // For each list that overflowed the latest text that fell out: a list made anew from what is held must not take it back.
    private readonly Dictionary<uint, int> _floors = [];
    private readonly ulong[] _sums = new ulong[1 << ScratchBits];
    private readonly int[] _owners = new int[1 << ScratchBits];
    private readonly List<int> _used = new(MostPostings);
    private ulong[] _keys = new ulong[1024];
    private int _count;
    private ArticleVectors? _of;
    private HighestRanks _best = new(NeighbourList.Most);

    /// <summary>Lists that overflowed, by key, with the latest text that fell out of each, where a text from <paramref name="oldest"/> on did.</summary>
    public IEnumerable<(uint Key, int Text)> Floors(int oldest) => _floors.Where(f => f.Value >= oldest).OrderBy(static f => f.Key).Select(static f => (f.Key, f.Value));

    public void SetFloor(uint key, int text) => _floors[key] = text;

    public void Add(ArticleVectors vectors, int text)
    {
        ReadOnlySpan<ulong> keys = Heaviest(vectors);
        foreach (ulong item in keys[..Math.Min(FiledKeys, keys.Length)])
        {
            uint key = ~(uint)item;
            ushort weight = (ushort)(item >> 32);
            if (_floors.Count > 0 && _floors.TryGetValue(key, out int floor) && text <= floor)
            {
                continue;
            }

            ref KeyTable.Entry entry = ref _table.Get(key, out bool found);
            if (!found)
            {
                entry.Value = text;
                entry.Weight = weight;
            }
            else
            {
                if (entry.Weight != 0)
                {
                    entry.Value = _arena.Create(entry.Value, entry.Weight);
                    entry.Weight = 0;
                }

                int dropped = _arena.Append(ref entry.Value, text, weight);
                if (dropped >= 0)
                {
                    _floors[key] = dropped;
                }
            }
        }
    }

    public void Remove(ArticleVectors vectors, int text)
    {
        ReadOnlySpan<ulong> keys = Heaviest(vectors);
        foreach (ulong item in keys[..Math.Min(FiledKeys, keys.Length)])
        {
            uint key = ~(uint)item;
            ref KeyTable.Entry entry = ref _table.Find(key, out bool found);
            if (!found || (entry.Weight != 0 && entry.Value != text))
            {
                continue;
            }

            if (entry.Weight != 0 || _arena.Remove(entry.Value, text) == 0)
            {
                _table.Remove(key);
            }
        }
    }

    /// <summary>Numbers of the texts that share most, at most <paramref name="most"/>, ascending; of equals the latest.</summary>
    public int[] Near(ArticleVectors vectors, int most)
    {
        int asked = 0;
        int read = 0;
        foreach (ulong item in Heaviest(vectors))
        {
            ref KeyTable.Entry entry = ref _table.Find(~(uint)item, out bool found);
            if (!found)
            {
                continue;
            }

            ulong weight = item >> 32;
            if (entry.Weight != 0)
            {
                Gather(entry.Value, weight * entry.Weight);
                read++;
            }
            else
            {
                _arena.Read(entry.Value, out ReadOnlySpan<int> texts, out ReadOnlySpan<ushort> weights);
                texts = texts[^Math.Min(texts.Length, MostPostings - read)..];
                weights = weights[^texts.Length..];
                for (int i = 0; i < texts.Length; i++)
                {
                    Gather(texts[i], weight * weights[i]);
                }

                read += texts.Length;
            }

            if (++asked == AskedKeys || read >= MostPostings)
            {
                break;
            }
        }

        return Take(most);
    }

    private void Gather(int text, ulong product)
    {
        int slot = (int)((uint)text * 0x9E3779B1 >> (32 - ScratchBits));
        while (_sums[slot] != 0 && _owners[slot] != text)
        {
            slot = (slot + 1) & ((1 << ScratchBits) - 1);
        }

        if (_sums[slot] == 0)
        {
            _owners[slot] = text;
            _used.Add(slot);
        }

        _sums[slot] += product;
    }

    private int[] Take(int most)
    {
        if (_best.Most != most)
        {
            _best = new HighestRanks(most);
        }

        // Two channels of unit vectors give sums of 33 bits: they share 64 with the number.
        _best.Clear();
        foreach (int slot in _used)
        {
            _best.Offer(Math.Min(_sums[slot], MostSum) << NumberBits | (uint)_owners[slot]);
            _sums[slot] = 0;
        }

        _used.Clear();
        int[] near = new int[_best.Kept.Length];
        for (int i = 0; i < near.Length; i++)
        {
            near[i] = (int)(_best.Kept[i] & ((1UL << NumberBits) - 1));
        }

        Array.Sort(near);
        return near;
    }

    // Weight and complement of the key, heaviest first, of equals the smallest key. A text is looked up and then filed: its keys are sorted once.
    private ReadOnlySpan<ulong> Heaviest(ArticleVectors vectors)
    {
        if (ReferenceEquals(_of, vectors))
        {
            return _keys.AsSpan(0, _count);
        }

        int count = vectors.Count(Channel.Words) + vectors.Count(Channel.Bigrams);
        if (count > _keys.Length)
        {
            _keys = new ulong[count * 2];
        }

        int at = 0;
        foreach (Channel channel in (ReadOnlySpan<Channel>)[Channel.Words, Channel.Bigrams])
        {
            ReadOnlySpan<uint> keys = vectors.Keys(channel);
            ReadOnlySpan<ushort> weights = vectors.Weights(channel);
            for (int i = 0; i < keys.Length; i++)
            {
                _keys[at++] = ((ulong)weights[i] << 32) | ~keys[i];
            }
        }

        Span<ulong> all = _keys.AsSpan(0, at);
        all.Sort();
        all.Reverse();
        (_of, _count) = (vectors, at);
        return all;
    }
}
