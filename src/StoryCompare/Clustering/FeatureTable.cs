using System.Numerics;

namespace StoryCompare.Clustering;

/// <summary>Values by feature hash, chained in arrays, mostly empty: a feature that is not in it costs one read. Reusable.</summary>
internal sealed class FeatureTable
{
    private const int SlotsAFeature = 8;
    private const uint Spread = 0x9E3779B1;

    // Position of the last feature of a slot, 0 for none; position 0 is no feature.
    private ushort[] _first = new ushort[256];
    private int _shift = 24;
    private Entry[] _entries = new Entry[64];
    private Hit[] _hits = new Hit[256];
    private int _count;

    /// <summary>Empties the table and makes it wide enough for about so many features.</summary>
    public void Clear(int features)
    {
        int bits = Math.Max(8, BitOperations.Log2((uint)Math.Max(1, features * SlotsAFeature)));
        if (_first.Length != 1 << bits)
        {
            _first = _first.Length > 1 << bits ? _first : new ushort[1 << bits];
            _shift = 32 - BitOperations.Log2((uint)_first.Length);
        }

        Array.Clear(_first);
        _count = 0;
    }

    /// <summary>Adds a value; one of a feature that may be <paramref name="known"/> is joined to it by its bits.</summary>
    public void Add(uint key, ulong value, bool known)
    {
        ref ushort first = ref _first[Slot(key)];
        for (int at = known ? first : 0; at != 0; at = _entries[at].Next)
        {
            if (_entries[at].Key == key)
            {
                _entries[at].Value |= value;
                return;
            }
        }

        if (++_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        _entries[_count] = new Entry(value, key, first);
        first = (ushort)_count;
    }

    /// <summary>The features of a list that the table has, in the list's order: where each stands in the list, and its value.</summary>
    /// <param name="keys">Distinct features.</param>
    /// <returns>Valid until the next call.</returns>
    public ReadOnlySpan<Hit> Find(ReadOnlySpan<uint> keys)
    {
        if (_hits.Length < keys.Length)
        {
            _hits = new Hit[keys.Length * 2];
        }

        // First those whose slot is not empty, all read alike; then of these, which are a fifth, those that are there.
        ushort[] first = _first;
        Hit[] hits = _hits;
        int shift = _shift;
        int count = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            ushort at = first[(keys[i] * Spread) >> shift];
            hits[count].At = i;
            hits[count].Value = at;
            count += at != 0 ? 1 : 0;
        }

        int found = 0;
        Entry[] entries = _entries;
        for (int h = 0; h < count; h++)
        {
            int i = hits[h].At;
            uint key = keys[i];
            for (int at = (int)hits[h].Value; at != 0; at = entries[at].Next)
            {
                if (entries[at].Key == key)
                {
                    hits[found].At = i;
                    hits[found++].Value = entries[at].Value;
                    break;
                }
            }
        }

        return hits.AsSpan(0, found);
    }

    private uint Slot(uint key) => (key * Spread) >> _shift;

    /// <summary>A feature found.</summary>
    public struct Hit
    {
        /// <summary>The value in the table.</summary>
        public ulong Value;
        /// <summary>Place in the list.</summary>
        public int At;
    }

    private struct Entry(ulong value, uint key, ushort next)
    {
        public ulong Value = value;
        public readonly uint Key = key;
        public readonly ushort Next = next;
    }
}
