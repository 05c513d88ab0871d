namespace StoryCompare.Claims.Conflicts;

/// <summary>Pairs what different articles tell with a word in common.</summary>
internal static class WordPairs
{
    /// <summary>Indexes of two items of different articles that share a key, in order, each pair once.</summary>
    /// <param name="items">What is paired.</param>
    /// <param name="articleOf">The article of an item.</param>
    /// <param name="keysOf">Its keys: stems, or classes of acts.</param>
    /// <param name="mostPerKey">A key of more items is a topic, and pairs nothing.</param>
    public static List<(int First, int Second)> Of<T>(List<T> items, Func<T, int> articleOf, Func<T, IEnumerable<uint>> keysOf, int mostPerKey)
    {
        Dictionary<uint, List<int>> byKey = [];
        for (int i = 0; i < items.Count; i++)
        {
            foreach (uint key in keysOf(items[i]).Distinct())
            {
                if (!byKey.TryGetValue(key, out List<int>? list))
                {
                    byKey[key] = list = [];
                }

                list.Add(i);
            }
        }

        HashSet<long> pairs = [];
        foreach ((_, List<int> list) in byKey)
        {
            if (list.Count > mostPerKey)
            {
                continue;
            }

            for (int i = 0; i < list.Count; i++)
            {
                for (int j = i + 1; j < list.Count; j++)
                {
                    if (articleOf(items[list[i]]) != articleOf(items[list[j]]))
                    {
                        pairs.Add(((long)list[i] << 32) | (uint)list[j]);
                    }
                }
            }
        }

        long[] sorted = new long[pairs.Count];
        pairs.CopyTo(sorted);
        Array.Sort(sorted);
        List<(int First, int Second)> found = new(sorted.Length);
        foreach (long pair in sorted)
        {
            found.Add(((int)(pair >> 32), (int)(uint)pair));
        }

        return found;
    }
}
