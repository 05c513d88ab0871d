using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace StoryCompare.Internals;

/// <summary>A map from term hashes: filled while a table is read, then never changed.</summary>
/// <remarks>
/// Open addressing, at most one slot in two in use: a miss, which most look-ups are, reads one slot. Measured 3 to 4 times as fast as a frozen
/// dictionary, and compiled ahead with this assembly, which the runtime's own generic collections are not for the values used here.
/// </remarks>
/// <typeparam name="T">What is kept for a term.</typeparam>
internal sealed class TermMap<T>
{
    private const int Smallest = 8;

    // A slot whose key is 0 is free; the value of the term 0 stands apart.
    private Slot[] _slots = new Slot[Smallest];
    private int _shift = 32 - 3;
    private bool _hasZero;
    private T _zero = default!;

    /// <summary>Number of terms.</summary>
    public int Count { get; private set; }

    /// <summary>The terms, in no order that means anything.</summary>
    public IEnumerable<uint> Keys
    {
        get
        {
            if (_hasZero)
            {
                yield return 0;
            }

            foreach (Slot slot in _slots)
            {
                if (slot.Key != 0)
                {
                    yield return slot.Key;
                }
            }
        }
    }

    /// <summary>Sets the value of a term.</summary>
    public T this[uint term]
    {
        set
        {
            if (term == 0)
            {
                Count += _hasZero ? 0 : 1;
                _hasZero = true;
                _zero = value;
                return;
            }

            int i = Find(term);
            if (_slots[i].Key == 0)
            {
                if ((Count + 1) * 2 > _slots.Length)
                {
                    Grow();
                    i = Find(term);
                }

                Count++;
                _slots[i].Key = term;
            }

            _slots[i].Value = value;
        }
    }

    /// <summary>Adds a term that is not there yet; whether it was added.</summary>
    public bool TryAdd(uint term, T value)
    {
        if (ContainsKey(term))
        {
            return false;
        }

        this[term] = value;
        return true;
    }

    /// <summary>Whether the term is there.</summary>
    public bool ContainsKey(uint term) => term == 0 ? _hasZero : _slots[Find(term)].Key == term;

    /// <summary>The term's value, or the default of its type.</summary>
    public T? GetValueOrDefault(uint term)
    {
        if (term == 0)
        {
            return _hasZero ? _zero : default;
        }

        // The value of a free slot is the default.
        return _slots[Find(term)].Value;
    }

    /// <summary>The term's value, if it has one.</summary>
    public bool TryGetValue(uint term, [MaybeNullWhen(false)] out T value)
    {
        if (term == 0)
        {
            value = _zero;
            return _hasZero;
        }

        ref readonly Slot slot = ref _slots[Find(term)];
        value = slot.Value;
        return slot.Key == term;
    }

    // The term's slot, or the free one where it belongs.
    private int Find(uint term)
    {
        Slot[] slots = _slots;
        int mask = slots.Length - 1;
        int i = (int)((term * 0x9E3779B1u) >> _shift);
        while (true)
        {
            uint key = slots[i].Key;
            if (key == term || key == 0)
            {
                return i;
            }

            i = (i + 1) & mask;
        }
    }

    private void Grow()
    {
        Slot[] old = _slots;
        _slots = new Slot[old.Length * 2];
        _shift--;
        foreach (ref readonly Slot slot in old.AsSpan())
        {
            if (slot.Key != 0)
            {
                _slots[Find(slot.Key)] = slot;
            }
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Slot
    {
        public uint Key;
        public T Value;
    }
}
