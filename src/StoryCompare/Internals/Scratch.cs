using System.Buffers;
using System.Runtime.CompilerServices;

namespace StoryCompare.Internals;

/// <summary>Arrays for the length of one call: from the shared pool while they are small, made to measure when they are large, so that one huge text leaves no huge arrays behind.</summary>
internal static class Scratch
{
    /// <summary>Most items of an array that is pooled.</summary>
    public const int LargestPooled = 1 << 14;

    /// <summary>An array of at least <paramref name="length"/> items, not cleared.</summary>
    public static T[] Rent<T>(int length) => length <= LargestPooled ? ArrayPool<T>.Shared.Rent(length) : new T[length];

    /// <summary>Gives an array of <see cref="Rent{T}"/> back.</summary>
    public static void Return<T>(T[] array)
    {
        if (array.Length is > 0 and <= LargestPooled)
        {
            ArrayPool<T>.Shared.Return(array, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        }
    }
}
