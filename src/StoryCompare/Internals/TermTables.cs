namespace StoryCompare.Internals;

/// <summary>Makes tables by term of sequences, as the runtime's own methods make frozen ones.</summary>
internal static class TermTables
{
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
