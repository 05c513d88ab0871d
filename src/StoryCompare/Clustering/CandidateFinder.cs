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
    private const int MostKeys = 96;
    /// <summary>Most articles under one key; a longer list says "shooting", not which one.</summary>
    private const int LongestList = 512;

    private readonly ArticleVectors[] _articles;
    private readonly TermStatistics _statistics;
    private readonly int[] _starts;
    private readonly int[] _filed;
    private readonly ushort[] _weights;

    public CandidateFinder(ArticleVectors[] articles, TermStatistics statistics)
    {
        _articles = articles;
        _statistics = statistics;
        _starts = new int[statistics.Slots + 1];
        List<(uint Key, ushort Weight)> keys = new(512);
        foreach (ArticleVectors article in articles)
        {
            BlockingKeys(article, keys);
            foreach ((uint key, _) in keys)
            {
                _starts[statistics.Slot(key) + 1]++;
            }
        }

        for (int s = 0; s < statistics.Slots; s++)
        {
            _starts[s + 1] += _starts[s];
        }

        _filed = new int[_starts[^1]];
        _weights = new ushort[_filed.Length];
        int[] next = _starts[..^1];
        for (int a = 0; a < articles.Length; a++)
        {
            BlockingKeys(articles[a], keys);
            foreach ((uint key, ushort weight) in keys)
            {
                int at = next[statistics.Slot(key)]++;
                _filed[at] = a;
                _weights[at] = weight;
            }
        }
    }

    /// <summary>Candidate pairs as A &lt;&lt; 32 | B with A below B, ascending.</summary>
    public ulong[] Find(ParallelOptions parallel)
    {
        int[][] nearest = new int[_articles.Length][];
        Parallel.For(0, _articles.Length, parallel, () => new Scratch(_articles.Length), (a, _, scratch) =>
        {
            Accumulate(a, 0, 1, scratch);
            nearest[a] = scratch.TakeNearest(a);
            return scratch;
        }, static _ => { });

        return Pairs(nearest);
    }

    /// <summary>The same pairs, found in <paramref name="parts"/> separate runs over parts of the keys whose sums are added: how machines share the work.</summary>
    public ulong[] FindInParts(int parts)
    {
        int[][] nearest = new int[_articles.Length][];
        Scratch merged = new(_articles.Length);
        Scratch one = new(_articles.Length);
        for (int a = 0; a < nearest.Length; a++)
        {
            for (int part = 0; part < parts; part++)
            {
                Accumulate(a, part, parts, one);
                one.MoveTo(merged);
            }

            nearest[a] = merged.TakeNearest(a);
        }

        return Pairs(nearest);
    }

    private void Accumulate(int a, int part, int parts, Scratch scratch)
    {
        BlockingKeys(_articles[a], scratch.Keys);
        foreach ((uint key, ushort weight) in scratch.Keys)
        {
            if (key % (uint)parts != part)
            {
                continue;
            }

            int slot = _statistics.Slot(key);
            for (int p = _starts[slot]; p < _starts[slot + 1]; p++)
            {
                scratch.Add(_filed[p], (ulong)weight * _weights[p]);
            }
        }
    }

    private void BlockingKeys(ArticleVectors article, List<(uint Key, ushort Weight)> keys)
    {
        keys.Clear();
        Collect(article, Channel.Words, keys);
        Collect(article, Channel.Bigrams, keys);
        if (keys.Count > MostKeys)
        {
            keys.Sort(static (x, y) => x.Weight != y.Weight ? y.Weight.CompareTo(x.Weight) : x.Key.CompareTo(y.Key));
            keys.RemoveRange(MostKeys, keys.Count - MostKeys);
        }
    }

    private void Collect(ArticleVectors article, Channel channel, List<(uint Key, ushort Weight)> keys)
    {
        ReadOnlySpan<uint> from = article.Keys(channel);
        ReadOnlySpan<ushort> weights = article.Weights(channel);
        for (int k = 0; k < from.Length; k++)
        {
            if (_statistics.Count(from[k]) is > 1 and <= LongestList)
            {
                keys.Add((from[k], weights[k]));
            }
        }
    }

    private static ulong[] Pairs(int[][] nearest)
    {
        ulong[] pairs = new ulong[nearest.Sum(static n => n.Length)];
        int count = 0;
        for (int a = 0; a < nearest.Length; a++)
        {
            foreach (int b in nearest[a])
            {
                pairs[count++] = ((ulong)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
            }
        }

        Array.Sort(pairs);
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            if (i == 0 || pairs[i] != pairs[i - 1])
            {
                pairs[kept++] = pairs[i];
            }
        }

        return pairs[..kept];
    }

    /// <summary>Sums of one query, reused.</summary>
    private sealed class Scratch(int articles)
    {
        private readonly ulong[] _sums = new ulong[articles];
        private readonly List<int> _touched = [];
        private readonly PriorityQueue<int, (ulong Sum, int NegativeArticle)> _best = new();

        public List<(uint Key, ushort Weight)> Keys { get; } = new(512);

        public void Add(int article, ulong product)
        {
            if (product == 0)
            {
                return;
            }

            if (_sums[article] == 0)
            {
                _touched.Add(article);
            }

            _sums[article] += product;
        }

        public void MoveTo(Scratch other)
        {
            foreach (int t in _touched)
            {
                other.Add(t, _sums[t]);
                _sums[t] = 0;
            }

            _touched.Clear();
        }

        public int[] TakeNearest(int self)
        {
            _best.Clear();
            foreach (int t in _touched)
            {
                (ulong, int) priority = (_sums[t], -t);
                _sums[t] = 0;
                if (t == self)
                {
                    continue;
                }

                if (_best.Count < Nearest)
                {
                    _best.Enqueue(t, priority);
                }
                else if (_best.TryPeek(out _, out (ulong Sum, int) least) && priority.CompareTo(least) > 0)
                {
                    _best.DequeueEnqueue(t, priority);
                }
            }

            _touched.Clear();
            return [.. _best.UnorderedItems.Select(static i => i.Element)];
        }
    }
}
