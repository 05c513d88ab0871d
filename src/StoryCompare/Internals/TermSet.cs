using System.Collections;
using System.Runtime.CompilerServices;

namespace StoryCompare.Internals;

/// <summary>A set of term hashes: filled while a table is read, then never changed. As <see cref="TermMap{T}"/>, without values.</summary>
/// <remarks>Most sets hold a few words, and nearly every question is answered with no: by one bit of 64, before a slot is read.</remarks>
internal sealed class TermSet : IEnumerable<uint>
{
    // A slot that is 0 is free; the term 0 is kept apart. At most one slot in four is in use.
    private uint[] _slots = new uint[16];
    private int _shift = 32 - 4;
    private bool _hasZero;
    private ulong _bits;
    private int _count;

    public TermSet()
    {
    }

    public TermSet(IEnumerable<uint> terms)
    {
        foreach (uint term in terms)
        {
            Add(term);
        }
    }

    /// <summary>Number of terms.</summary>
    public int Count => _count + (_hasZero ? 1 : 0);

    /// <summary>Adds a term; nothing happens when it is there.</summary>
    public void Add(uint term)
    {
        _bits |= 1ul << (int)term;
        if (term == 0)
        {
            _hasZero = true;
            return;
        }

        int i = Find(term);
        if (_slots[i] != 0)
        {
            return;
        }

        if ((_count + 1) * 4 > _slots.Length)
        {
            uint[] old = _slots;
            _slots = new uint[old.Length * 2];
            _shift--;
            foreach (uint kept in old)
            {
                if (kept != 0)
                {
                    _slots[Find(kept)] = kept;
                }
            }

            i = Find(term);
        }

        _slots[i] = term;
        _count++;
    }

    /// <summary>The terms, in no order that means anything.</summary>
    public IEnumerator<uint> GetEnumerator()
    {
        if (_hasZero)
        {
            yield return 0;
        }

        foreach (uint term in _slots)
        {
            if (term != 0)
            {
                yield return term;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether the term is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(uint term) => ((_bits >> (int)term) & 1) != 0 && Holds(term);

    private bool Holds(uint term) => term == 0 ? _hasZero : _slots[Find(term)] == term;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(uint term)
    {
        uint[] slots = _slots;
        int i = (int)((term * 0x9E3779B1u) >> _shift);
        uint there = slots[i];
        return there == term || there == 0 ? i : FindFrom(i + 1, term);
    }

    private int FindFrom(int next, uint term)
    {
        uint[] slots = _slots;
        int mask = slots.Length - 1;
        while (true)
        {
            int i = next & mask;
            uint there = slots[i];
            if (there == term || there == 0)
            {
                return i;
            }

            next = i + 1;
        }
    }
}
