using System.Numerics;
using System.Runtime.CompilerServices;

namespace StoryCompare.Clustering;

/// <summary>Values by feature hash, chained in arrays, mostly empty: a feature that is not in it costs one read. Reusable.</summary>
internal sealed class FeatureTable
{
    private const int SlotsAFeature = 8;

    // Position of the last feature of a slot, 0 for none; position 0 is no feature.
    private ushort[] _first = new ushort[256];
    private int _shift = 24;
    private Entry[] _entries = new Entry[64];
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

    /// <summary>The value of a feature, 0 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Find(uint key)
    {
        int at = _first[Slot(key)];
        while (at != 0)
        {
            ref readonly Entry entry = ref _entries[at];
            if (entry.Key == key)
            {
                return entry.Value;
            }

            at = entry.Next;
        }

        return 0;
    }

    private uint Slot(uint key) => (key * 0x9E3779B1) >> _shift;

    private struct Entry(ulong value, uint key, ushort next)
    {
        public ulong Value = value;
        public readonly uint Key = key;
        public readonly ushort Next = next;
    }
}
