namespace StoryCompare.Clustering.Live;

/// <summary>A hash table from feature to its one posting or its list, in about 18 bytes a key, that grows in small steps.</summary>
/// <remarks>Open addressing (linear probing, at most four fifths full) in 256 parts by the key's first bits: one part grows at a time, so that no addition waits for a whole table to move.</remarks>
internal sealed class KeyTable
{
    private readonly Part[] _parts = [.. Enumerable.Range(0, 256).Select(static _ => new Part())];

    /// <summary>The entry of a key that is in the table; <paramref name="found"/> is false when it is not.</summary>
    public ref Entry Find(uint key, out bool found)
    {
        uint hash = key * 0x9E3779B1;
        return ref _parts[hash >> 24].Find(key, hash << 8, out found);
    }

    /// <summary>The entry of a key, made when it is not there. Whoever gets a new one sets it.</summary>
    public ref Entry Get(uint key, out bool found)
    {
        uint hash = key * 0x9E3779B1;
        return ref _parts[hash >> 24].Get(key, hash << 8, out found);
    }

    public void Remove(uint key)
    {
        uint hash = key * 0x9E3779B1;
        _parts[hash >> 24].Remove(key, hash << 8);
    }

    /// <summary>A key's posting: text and weight; a weight of 0 says that <see cref="Value"/> is a list of the arena.</summary>
    public struct Entry
    {
        public uint Key;
        public int Value;
        public ushort Weight;
        public ushort IsUsed;
    }

    private sealed class Part
    {
        private Entry[] _entries = [];
        private Entry _none;
        private int _count;

        public ref Entry Find(uint key, uint hash, out bool found)
        {
            if (_entries.Length == 0)
            {
                found = false;
                return ref _none;
            }

            int slot = Probe(key, hash);
            found = _entries[slot].IsUsed != 0;
            return ref _entries[slot];
        }

        public ref Entry Get(uint key, uint hash, out bool found)
        {
            if ((_count + 1) * 5 > _entries.Length * 4)
            {
                Grow();
            }

            int slot = Probe(key, hash);
            ref Entry entry = ref _entries[slot];
            found = entry.IsUsed != 0;
            if (!found)
            {
                entry.Key = key;
                entry.IsUsed = 1;
                _count++;
            }

            return ref entry;
        }

        public void Remove(uint key, uint hash)
        {
            int hole = _entries.Length == 0 ? -1 : Probe(key, hash);
            if (hole < 0 || _entries[hole].IsUsed == 0)
            {
                return;
            }

            _count--;
            _entries[hole].IsUsed = 0;
            for (int next = Next(hole); _entries[next].IsUsed != 0; next = Next(next))
            {
                // What stands behind moves into the hole when its home lies at the hole or before it, round the end.
                int home = Home(_entries[next].Key * 0x9E3779B1 << 8);
                if (((next - home + _entries.Length) % _entries.Length) >= ((next - hole + _entries.Length) % _entries.Length))
                {
                    _entries[hole] = _entries[next];
                    _entries[next].IsUsed = 0;
                    hole = next;
                }
            }

            if (_count * 4 < _entries.Length && _entries.Length > 16)
            {
                Resize(Math.Max(16, _count * 2));
            }
        }

        private int Probe(uint key, uint hash)
        {
            int slot = Home(hash);
            while (_entries[slot].IsUsed != 0 && _entries[slot].Key != key)
            {
                slot = Next(slot);
            }

            return slot;
        }

        private int Home(uint hash) => (int)((ulong)hash * (uint)_entries.Length >> 32);

        private int Next(int slot) => slot + 1 == _entries.Length ? 0 : slot + 1;

        private void Grow() => Resize(Math.Max(8, _entries.Length + (_entries.Length / 2)));

        private void Resize(int size)
        {
            Entry[] old = _entries;
            _entries = new Entry[size];
            foreach (ref readonly Entry entry in old.AsSpan())
            {
                if (entry.IsUsed != 0)
                {
                    _entries[Probe(entry.Key, entry.Key * 0x9E3779B1 << 8)] = entry;
                }
            }
        }
    }
}
