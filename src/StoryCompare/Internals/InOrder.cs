namespace StoryCompare.Internals;

/// <summary>Goes through a dictionary in the order of its keys.</summary>
internal static class InOrder
{
    /// <summary>The entries, by ascending key. Sorted once: for tables that are filled and then read, in place of one that is in order all the time.</summary>
    /// <param name="table">The table.</param>
    /// <param name="comparer">The order of the keys; null for their own.</param>
    public static KeyValuePair<TKey, TValue>[] ByKey<TKey, TValue>(this Dictionary<TKey, TValue> table, IComparer<TKey>? comparer = null)
        where TKey : notnull
    {
        TKey[] keys = new TKey[table.Count];
        table.Keys.CopyTo(keys, 0);
        Array.Sort(keys, comparer);
        KeyValuePair<TKey, TValue>[] entries = new KeyValuePair<TKey, TValue>[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            entries[i] = new KeyValuePair<TKey, TValue>(keys[i], table[keys[i]]);
        }

        return entries;
    }
}
