namespace StoryCompare.Internals;

/// <summary>Numbers by 64-bit keys, in rented arrays, for what lives no longer than one call, or is used again by the next. Dispose to return them.</summary>
internal sealed class ScratchMap : IDisposable
{
    private const int Smallest = 64;
    private const ulong Spread = 0x9E3779B97F4A7C15;

    private ulong[] _keys = Scratch.Rent<ulong>(Smallest);

    // One more than the number kept; 0 where a slot is free.
    private int[] _numbers = RentCleared(Smallest);
    private int _size = Smallest;
    private int _count;

    /// <summary>The number kept for a key, or -1.</summary>
    public int Find(ulong key) => _numbers[SlotOf(key)] - 1;

    /// <summary>The number kept for a key; <paramref name="number"/>, kept from now on, where there was none.</summary>
    public int GetOrAdd(ulong key, int number)
    {
        int slot = SlotOf(key);
        if (_numbers[slot] > 0)
        {
            return _numbers[slot] - 1;
        }

        if (++_count * 2 > _size)
        {
            Grow();
            slot = SlotOf(key);
        }

        _keys[slot] = key;
        _numbers[slot] = number + 1;
        return number;
    }

    /// <summary>Forgets all keys.</summary>
    public void Clear()
    {
        if (_size > Smallest)
        {
            Scratch.Return(_keys);
            Scratch.Return(_numbers);
            _keys = Scratch.Rent<ulong>(Smallest);
            _numbers = RentCleared(Smallest);
            _size = Smallest;
        }
        else if (_count > 0)
        {
            Array.Clear(_numbers, 0, _size);
        }

        _count = 0;
    }

    public void Dispose()
    {
        Scratch.Return(_keys);
        Scratch.Return(_numbers);
        _keys = [];
        _numbers = [];
    }

    private int SlotOf(ulong key)
    {
        int mask = _size - 1;
        int slot = (int)((key * Spread) >> 33) & mask;
        while (_numbers[slot] > 0 && _keys[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        ulong[] keys = _keys;
        int[] numbers = _numbers;
        int size = _size;
        _size *= 2;
        _keys = Scratch.Rent<ulong>(_size);
        _numbers = RentCleared(_size);
        for (int i = 0; i < size; i++)
        {
            if (numbers[i] > 0)
            {
                int slot = SlotOf(keys[i]);
                _keys[slot] = keys[i];
                _numbers[slot] = numbers[i];
            }
        }

        Scratch.Return(keys);
        Scratch.Return(numbers);
    }

    private static int[] RentCleared(int size)
    {
        int[] array = Scratch.Rent<int>(size);
        Array.Clear(array, 0, size);
        return array;
    }
}
