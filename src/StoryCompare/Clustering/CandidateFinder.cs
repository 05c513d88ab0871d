namespace StoryCompare.Clustering;

/// <summary>Phase one: finds the pairs of articles worth scoring, through the rare words and bigrams they share (the blocking keys).</summary>
/// <remarks>
/// An article is filed under its <see cref="MostKeys"/> heaviest keys; keys of more than <see cref="LongestList"/> articles are left out. Work and
/// memory an article are bounded by these two, whatever the number of articles. Partial sums are integers: those made apart over parts of the keys
/// add up to those of one run.
/// </remarks>
internal sealed class CandidateFinder
{
    /// <summary>Neighbours kept for each article.</summary>
    public const int Nearest = 40;
    /// <summary>Keys an article is filed under.</summary>
    public const int MostKeys = 96;
    /// <summary>Most articles under one key; a longer list says "shooting", not which one.</summary>
    public const int LongestList = 512;

    private readonly ulong[][] _keys;
    private readonly TermStatistics _statistics;
    private readonly int[] _starts;
    private readonly int[] _filed;
    private readonly ushort[] _weights;

    public CandidateFinder(ArticleVectors[] articles, TermStatistics statistics, ParallelOptions parallel)
    {
        _statistics = statistics;
        _keys = new ulong[articles.Length][];
        Parallel.For(0, articles.Length, parallel, static () => new HighestRanks(MostKeys), (a, _, keys) => { _keys[a] = BlockingKeys(articles[a], statistics, keys); return keys; }, static _ => { });
        // While the lists are filled, a slot's start stands one further on and moves to its end, which is the next slot's start.
        _starts = new int[statistics.Slots + 2];
        foreach (ulong[] keys in _keys)
        {
            foreach (ulong key in keys)
            {
                _starts[statistics.Slot(Key(key)) + 2]++;
            }
        }

        for (int s = 0; s <= statistics.Slots; s++)
        {
            _starts[s + 1] += _starts[s];
        }

        _filed = new int[_starts[^1]];
        _weights = new ushort[_filed.Length];
        for (int a = 0; a < articles.Length; a++)
        {
            foreach (ulong key in _keys[a])
            {
                int at = _starts[statistics.Slot(Key(key)) + 1]++;
                _filed[at] = a;
                _weights[at] = Weight(key);
            }
        }
    }

    /// <summary>Candidate pairs as A &lt;&lt; 32 | B with A below B, ascending.</summary>
    public ulong[] Find(ParallelOptions parallel)
    {
        int[][] nearest = new int[_keys.Length][];
        Parallel.For(0, nearest.Length, parallel, () => new CandidateSums(nearest.Length, Nearest), (a, _, sums) =>
        {
            Accumulate(a, 0, 1, sums);
            nearest[a] = sums.TakeNearest(a);
            return sums;
        }, static _ => { });

        return Pairs(nearest, parallel);
    }

    /// <summary>The same pairs, found in <paramref name="parts"/> separate runs over parts of the keys whose sums are added: how machines share the work.</summary>
    public ulong[] FindInParts(int parts)
    {
        int[][] nearest = new int[_keys.Length][];
        CandidateSums merged = new(nearest.Length, Nearest);
        CandidateSums one = new(nearest.Length, Nearest);
        for (int a = 0; a < nearest.Length; a++)
        {
            for (int part = 0; part < parts; part++)
            {
                Accumulate(a, part, parts, one);
                one.MoveTo(merged);
            }

            nearest[a] = merged.TakeNearest(a);
        }

        return Pairs(nearest, new ParallelOptions { MaxDegreeOfParallelism = 1 });
    }

    /// <summary>The keys an article is filed under, each as weight &lt;&lt; 32 | complement of the key, in no order: the heaviest, of equal ones the smaller.</summary>
    public static ulong[] BlockingKeys(ArticleVectors article, TermStatistics statistics) => BlockingKeys(article, statistics, new HighestRanks(MostKeys));

    /// <summary>Weight of an entry of <see cref="BlockingKeys(ArticleVectors, TermStatistics)"/>.</summary>
    public static ushort Weight(ulong entry) => (ushort)(entry >> 32);

    /// <summary>Key of such an entry.</summary>
    public static uint Key(ulong entry) => ~(uint)entry;

    private static ulong[] BlockingKeys(ArticleVectors article, TermStatistics statistics, HighestRanks keys)
    {
        keys.Clear();
        Collect(article, Channel.Words, statistics, keys);
        Collect(article, Channel.Bigrams, statistics, keys);
        return [.. keys.Kept];
    }

    private static void Collect(ArticleVectors article, Channel channel, TermStatistics statistics, HighestRanks keys)
    {
        ReadOnlySpan<uint> from = article.Keys(channel);
        ReadOnlySpan<ushort> weights = article.Weights(channel);
        for (int k = 0; k < from.Length; k++)
        {
            if (statistics.Count(from[k]) is > 1 and <= LongestList)
            {
                keys.Offer((ulong)weights[k] << 32 | ~from[k]);
            }
        }
    }

    private void Accumulate(int a, int part, int parts, CandidateSums sums)
    {
        // The heaviest stand last: who shares them comes first, and what comes later seldom displaces it.
        ulong[] keys = _keys[a];
        for (int k = keys.Length - 1; k >= 0; k--)
        {
            ulong key = keys[k];
            if (parts > 1 && Key(key) % (uint)parts != part)
            {
                continue;
            }

            int slot = _statistics.Slot(Key(key));
            (int start, int end) = (_starts[slot], _starts[slot + 1]);
            sums.Add(_filed.AsSpan(start..end), _weights.AsSpan(start..end), Weight(key));
        }
    }

    // Dealt out by the smaller number, each pile is put in order by itself. A pair that both articles found lies in its pile twice.
    private static ulong[] Pairs(int[][] nearest, ParallelOptions parallel)
    {
        int[] starts = new int[nearest.Length + 1];
        for (int a = 0; a < nearest.Length; a++)
        {
            foreach (int b in nearest[a])
            {
                starts[Math.Min(a, b) + 1]++;
            }
        }

        for (int a = 0; a < nearest.Length; a++)
        {
            starts[a + 1] += starts[a];
        }

        int[] others = new int[starts[^1]];
        int[] ends = starts[..^1];
        for (int a = 0; a < nearest.Length; a++)
        {
            foreach (int b in nearest[a])
            {
                others[ends[Math.Min(a, b)]++] = Math.Max(a, b);
            }
        }

        Parallel.For(0, nearest.Length, parallel, a => others.AsSpan(starts[a]..starts[a + 1]).Sort());
        ulong[] pairs = new ulong[others.Length];
        int kept = 0;
        for (int a = 0; a < nearest.Length; a++)
        {
            for (int i = starts[a]; i < starts[a + 1]; i++)
            {
                pairs[kept] = ((ulong)a << 32) | (uint)others[i];
                kept += i == starts[a] || others[i] != others[i - 1] ? 1 : 0;
            }
        }

        return pairs[..kept];
    }
}
