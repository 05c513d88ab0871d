using System.Collections;

namespace StoryCompare.Internals;

/// <summary>Some items in a row of a list, gone through without an object for it.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
internal readonly struct Part<T>(IReadOnlyList<T> list, int start, int end) : IEnumerable<T>
{
    /// <summary>Number of items.</summary>
    public int Count => end - start;

    /// <summary>Whether there is an item.</summary>
    public bool Any() => end > start;

    public Enumerator GetEnumerator() => new(list, start, end);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes through the items in order.</summary>
    public struct Enumerator(IReadOnlyList<T> list, int start, int end) : IEnumerator<T>
    {
        private int _at = start - 1;

        public readonly T Current => list[_at];

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext() => ++_at < end;

        public readonly void Dispose()
        {
        }

        public void Reset() => _at = start - 1;
    }
}
