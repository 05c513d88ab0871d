namespace StoryCompare.Internals;

/// <summary>Makes tables by term of sequences, as the runtime's own methods make frozen ones.</summary>
internal static class TermTables
{
    /// <summary>Bits of the least power of two that is no smaller than a number.</summary>
    /// <remarks>Apart from the tables, so that it is compiled once and not for each type of value: instructions that count bits cannot be compiled ahead.</remarks>
    public static int BitsFor(int size)
    {
        int bits = 0;
        while (1 << bits < size)
        {
            bits++;
        }

        return bits;
    }

    /// <summary>A set of the terms.</summary>
    public static TermSet ToTermSet(this IEnumerable<uint> terms) => new(terms);

    /// <summary>A map of the items by term; of two items of one term the latter stays.</summary>
    public static TermMap<T> ToTermMap<TItem, T>(this IEnumerable<TItem> items, Func<TItem, uint> term, Func<TItem, T> value)
    {
        TermMap<T> map = new();
        foreach (TItem item in items)
        {
            map[term(item)] = value(item);
        }

        return map;
    }
}
