namespace StoryCompare.Internals;

/// <summary>Finds a place among sorted items in logarithmic time: one sentence may hold thousands of figures or names.</summary>
internal static class Halving
{
    /// <summary>The first index in [<paramref name="low"/>, <paramref name="high"/>) whose key is at least <paramref name="least"/>; <paramref name="high"/> where there is none.</summary>
    /// <param name="items">An array, span or list, sorted by key in that range.</param>
    /// <param name="low">First index that is looked at.</param>
    /// <param name="high">One past the last.</param>
    /// <param name="least">The key looked for.</param>
    /// <param name="keyAt">The key of the item at an index.</param>
    public static int FirstFrom<TItems>(TItems items, int low, int high, int least, Func<TItems, int, int> keyAt)
        where TItems : allows ref struct
    {
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) / 2);
            if (keyAt(items, middle) < least)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
