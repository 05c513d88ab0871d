using System.Numerics;

namespace StoryCompare.Clustering;

/// <summary>Scores by pair of numbers, <c>a &lt;&lt; 32 | b</c>: one array, at most half full. A pair once added stays.</summary>
internal sealed class PairTable
{
    private const ulong Spread = 0x9E3779B97F4A7C15;

    // A pair of 0 is a free slot: no number is paired with itself.
    private Entry[] _entries;
    private int _shift;
    private int _count;

    /// <summary>A table with room for that many pairs.</summary>
    public PairTable(int capacity)
    {
        int bits = Math.Max(4, BitOperations.Log2((uint)Math.Max(1, capacity)) + 2);
        _entries = new Entry[1 << bits];
        _shift = 64 - bits;
    }

    /// <summary>Adds the score of a pair; false, and nothing done, where it has one.</summary>
    public bool TryAdd(ulong pair, int score)
    {
        if ((_count + 1) * 2 > _entries.Length)
        {
            Grow();
        }

        ref Entry entry = ref Slot(pair);
        if (entry.Pair != 0)
        {
            return false;
        }

        _count++;
        entry = new Entry { Pair = pair, Score = score };
        return true;
    }

    /// <summary>The score of a pair, if it has one.</summary>
    public bool TryGet(ulong pair, out int score)
    {
        ref Entry entry = ref Slot(pair);
        score = entry.Score;
        return entry.Pair != 0;
    }

    private ref Entry Slot(ulong pair)
    {
        Entry[] entries = _entries;
        int i = (int)((pair * Spread) >> _shift);
        while (entries[i].Pair != pair && entries[i].Pair != 0)
        {
            i = (i + 1) & (entries.Length - 1);
        }

        return ref entries[i];
    }

    private void Grow()
    {
        Entry[] old = _entries;
        _entries = new Entry[old.Length * 2];
        _shift--;
        foreach (Entry entry in old)
        {
            if (entry.Pair != 0)
            {
                Slot(entry.Pair) = entry;
            }
        }
    }

    private struct Entry
    {
        public ulong Pair;
        public int Score;
    }
}
