using System.Runtime.CompilerServices;

namespace StoryCompare.Clustering;

/// <summary>Sorts numbers whose upper bits are a hash: dealt out by these bits they are nearly in order. Reusable.</summary>
/// <remarks>O(n) for hashes that are well spread; no worse than any sort when they are not, since a crowded pile is sorted by comparison.</remarks>
internal sealed class HashSorter
{
    /// <summary>Numbers are <c>hash &lt;&lt; 8 | rarity</c>: 40 bits, of which the highest eight say the pile.</summary>
    private const int PileShift = 32;
    private const int Piles = 256;
    /// <summary>Fewer are sorted as quickly without.</summary>
    private const int Few = 48;
    /// <summary>A larger pile is not put in order one by one.</summary>
    private const int LargestPile = 16;

    private readonly int[] _ends = new int[Piles + 1];
    private ulong[] _copy = new ulong[1024];

    /// <summary>Sorts ascending numbers below 2^40.</summary>
    public void Sort(Span<ulong> numbers)
    {
        if (numbers.Length < Few)
        {
            numbers.Sort();
            return;
        }

        if (_copy.Length < numbers.Length)
        {
            _copy = new ulong[numbers.Length * 2];
        }

        numbers.CopyTo(_copy);
        Span<int> ends = _ends;
        ends.Clear();
        foreach (ulong number in numbers)
        {
            ends[Pile(number) + 1]++;
        }

        for (int p = 0; p < Piles; p++)
        {
            ends[p + 1] += ends[p];
        }

        foreach (ulong number in _copy.AsSpan(0, numbers.Length))
        {
            numbers[ends[Pile(number)]++] = number;
        }

        int start = 0;
        for (int p = 0; p < Piles; p++)
        {
            int end = ends[p];
            if (end - start > LargestPile)
            {
                numbers[start..end].Sort();
            }
            else
            {
                Insert(numbers[start..end]);
            }

            start = end;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Pile(ulong number) => (byte)(number >> PileShift);

    private static void Insert(Span<ulong> pile)
    {
        for (int i = 1; i < pile.Length; i++)
        {
            ulong number = pile[i];
            int j = i;
            while (j > 0 && pile[j - 1] > number)
            {
                pile[j] = pile[j - 1];
                j--;
            }

            pile[j] = number;
        }
    }
}
