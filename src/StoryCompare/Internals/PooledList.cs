using System.Runtime.CompilerServices;

namespace StoryCompare.Internals;

/// <summary>A growing list in a rented array, for what lives no longer than one call, or is used again by the next. Dispose to return the array; nothing of it may be kept.</summary>
/// <typeparam name="T">What it holds.</typeparam>
internal sealed class PooledList<T>(int capacity) : IDisposable
{
    private T[] _items = Scratch.Rent<T>(capacity);

    /// <summary>Number of items.</summary>
    public int Count { get; private set; }

    /// <summary>An item, by reference.</summary>
    public ref T this[int index] => ref AsSpan()[index];

    /// <summary>All items; invalid after the next <see cref="Add"/>.</summary>
    public Span<T> AsSpan() => _items.AsSpan(0, Count);

    /// <summary>Appends an item.</summary>
    public void Add(in T item)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        _items[Count++] = item;
    }

    /// <summary>Appends items.</summary>
    public void AddRange(ReadOnlySpan<T> items)
    {
        while (_items.Length - Count < items.Length)
        {
            Grow();
        }

        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    /// <summary>Forgets the items. An array that one huge text has made is let go.</summary>
    public void Clear()
    {
        if (_items.Length > Scratch.LargestPooled)
        {
            _items = [];
        }
        else if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            Array.Clear(_items, 0, Count);
        }

        Count = 0;
    }

    /// <summary>The same, with room for so many.</summary>
    public void Clear(int capacity)
    {
        Clear();
        if (_items.Length < capacity)
        {
            Scratch.Return(_items);
            _items = Scratch.Rent<T>(capacity);
        }
    }

    /// <summary>The items in an array of their own; the empty array for none.</summary>
    public T[] ToArray() => Count == 0 ? [] : AsSpan().ToArray();

    /// <summary>The items in an array of their own; the list is empty afterwards. A large list that is just full gives up its own array, which no pool would take back.</summary>
    public T[] Take()
    {
        T[] items = Count == _items.Length && Count > Scratch.LargestPooled ? _items : [.. AsSpan()];
        if (ReferenceEquals(items, _items))
        {
            _items = [];
        }

        Count = 0;
        return items;
    }

    public void Dispose()
    {
        T[] items = _items;
        _items = [];
        Count = 0;
        Scratch.Return(items);
    }

    private void Grow()
    {
        // Large ones grow by a quarter: doubling would cost more memory than the text itself.
        T[] larger = Scratch.Rent<T>(_items.Length < Scratch.LargestPooled ? (_items.Length * 2) + 4 : (_items.Length * 5 / 4) + 64);
        AsSpan().CopyTo(larger);
        Scratch.Return(_items);
        _items = larger;
    }
}
