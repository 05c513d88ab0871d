using System.Runtime.InteropServices;

namespace StoryCompare.Syndication;

/// <summary>Finds, among many articles, those that are copies of one seen before. Memory and time linear in the text.</summary>
/// <remarks>
/// Winnowing (Schleimer, Wilkerson, Aiken 2003, section 3): of every four shingles in a row the smallest hash is kept, so that a shared run
/// of eight words always leaves a common fingerprint. Only articles that copy nothing are indexed, and a fingerprint held by more than
/// <see cref="StockLimit"/> of them is stock text and stops counting: ten thousand copies of one article cost one look-up each.
/// </remarks>
internal sealed class NearCopyIndex
{
    /// <summary>Share of the smaller article's fingerprints that must be common.</summary>
    public const double CopyShare = 0.5;

    private const int Window = 4;
    private const int StockLimit = 64;
    // The one article that holds a fingerprint, or the complement of the number of its list: most are held by one.
    private readonly Dictionary<ulong, int> _postings = [];
    private readonly List<List<int>> _lists = [];
    private readonly List<int> _sizes = [];
    private readonly Dictionary<int, int> _hits = [];
    private int _count;

    /// <summary>Adds an article by its shingle hashes; returns the number (in order of adding) of the first article it copies, or its own number.</summary>
    public int Add(ReadOnlySpan<ulong> hashes)
    {
        int number = _count++;
        List<ulong> prints = Fingerprints(hashes);
        _hits.Clear();
        foreach (ulong print in prints)
        {
            if (!_postings.TryGetValue(print, out int holders))
            {
                continue;
            }

            if (holders >= 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_hits, holders, out _)++;
            }
            else if (_lists[~holders].Count < StockLimit)
            {
                foreach (int holder in _lists[~holders])
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(_hits, holder, out _)++;
                }
            }
        }

        int best = -1;
        double bestShare = 0;
        foreach ((int holder, int hits) in _hits)
        {
            double share = (double)hits / Math.Max(1, Math.Min(prints.Count, _sizes[holder]));
            bool enough = hits >= 4 || (hits == prints.Count && hits == _sizes[holder]);
            if (enough && share >= CopyShare && (share > bestShare || (share == bestShare && holder < best)))
            {
                best = holder;
                bestShare = share;
            }
        }

        _sizes.Add(prints.Count);
        if (best >= 0)
        {
            return best;
        }

        foreach (ulong print in prints)
        {
            ref int holders = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, print, out bool held);
            if (!held)
            {
                holders = number;
            }
            else if (holders >= 0)
            {
                _lists.Add([holders, number]);
                holders = ~(_lists.Count - 1);
            }
            else if (_lists[~holders].Count < StockLimit)
            {
                _lists[~holders].Add(number);
            }
        }

        return number;
    }

    /// <summary>The winnowed hashes, each once.</summary>
    private static List<ulong> Fingerprints(ReadOnlySpan<ulong> hashes)
    {
        List<ulong> prints = new((hashes.Length / 2) + 1);
        int last = -1;
        for (int i = 0; i + Window <= hashes.Length || (i == 0 && hashes.Length > 0); i++)
        {
            int smallest = i;
            int end = Math.Min(hashes.Length, i + Window);
            for (int k = i + 1; k < end; k++)
            {
                smallest = hashes[k] <= hashes[smallest] ? k : smallest;
            }

            if (smallest != last)
            {
                prints.Add(hashes[smallest]);
                last = smallest;
            }
        }

        prints.Sort();
        int kept = 0;
        for (int i = 0; i < prints.Count; i++)
        {
            if (i == 0 || prints[i] != prints[i - 1])
            {
                prints[kept++] = prints[i];
            }
        }

        prints.RemoveRange(kept, prints.Count - kept);
        return prints;
    }
}
