using StoryCompare.Clustering;

namespace StoryCompare.Tests.Clustering;

/// <summary>What <see cref="AverageLinkage"/> does, with a table of links for each cluster and each pair scored alone.</summary>
internal sealed class SlowLinkage
{
    private readonly int _count;
    private readonly Func<int, int, int> _score;
    private readonly int _threshold;
    private readonly double _leniency;
    private readonly Dictionary<int, List<int>> _clusters = [];
    private readonly Dictionary<int, Dictionary<int, Link>> _links = [];
    private readonly Dictionary<(int, int), int> _known = [];
    private readonly PriorityQueue<(int A, int B, int Version), (double, int, int)> _queue = new();
    private int _version;

    public SlowLinkage(int count, IEnumerable<(int A, int B, int Score)> edges, Func<int, int, int> score, int threshold, double crowded)
    {
        _count = count;
        _score = score;
        _threshold = threshold;
        _leniency = (AverageLinkage.LeniencyOfMany * crowded) + (AverageLinkage.LeniencyOfFew * (1 - crowded));
        for (int m = 0; m < count; m++)
        {
            _clusters[m] = [m];
            _links[m] = [];
        }

        foreach ((int a, int b, int s) in edges)
        {
            _known[(a, b)] = s;
            Set(a, b, new Link(s, 1, 0));
        }
    }

    /// <summary>The clusters, each ascending, ordered by first member.</summary>
    public List<List<int>> Run()
    {
        while (_queue.TryDequeue(out (int A, int B, int Version) next, out _))
        {
            if (!_links.TryGetValue(next.A, out Dictionary<int, Link>? of) || !of.TryGetValue(next.B, out Link link) || link.Version != next.Version)
            {
                continue;
            }

            if (link.Known < (long)_clusters[next.A].Count * _clusters[next.B].Count)
            {
                Set(next.A, next.B, Complete(next.A, next.B));
            }
            else
            {
                Merge(next.A, next.B);
            }
        }

        return [.. Enumerable.Range(0, _count).Where(_clusters.ContainsKey).Select(m => _clusters[m])];
    }

    private void Set(int a, int b, Link link)
    {
        double average = ((double)link.Sum / link.Known) + (_leniency * (1 - (1 / Math.Sqrt(Math.Max(_clusters[a].Count, _clusters[b].Count)))));
        link = link with { Version = ++_version };
        _links[a][b] = link;
        _links[b][a] = link;
        if (average >= _threshold)
        {
            _queue.Enqueue((Math.Min(a, b), Math.Max(a, b), link.Version), (-average, Math.Min(a, b), Math.Max(a, b)));
        }
    }

    private Link Complete(int a, int b)
    {
        List<int> left = _clusters[a];
        List<int> right = _clusters[b];
        long all = (long)left.Count * right.Count;
        long step = Math.Max(1, all / AverageLinkage.MostPairs);
        long sum = 0;
        long taken = 0;
        for (long p = 0; p < all; p += step)
        {
            sum += Score(left[(int)(p / right.Count)], right[(int)(p % right.Count)]);
            taken++;
        }

        return new Link(sum * all / taken, all, 0);
    }

    private int Score(int a, int b)
    {
        (int, int) key = a < b ? (a, b) : (b, a);
        if (!_known.TryGetValue(key, out int score))
        {
            score = _score(key.Item1, key.Item2);
            _known[key] = score;
        }

        return score;
    }

    private void Merge(int a, int b)
    {
        List<int> merged = [.. _clusters[a], .. _clusters[b]];
        merged.Sort();
        Dictionary<int, Link> from = _links[b];
        _links.Remove(b);
        _clusters.Remove(b);
        _clusters[a] = merged;
        _links[a].Remove(b);
        foreach ((int c, Link link) in from)
        {
            if (c == a)
            {
                continue;
            }

            _links[c].Remove(b);
            Link sum = _links[a].TryGetValue(c, out Link other) ? new Link(link.Sum + other.Sum, link.Known + other.Known, 0) : link;
            _links[a][c] = sum;
        }

        foreach (int c in _links[a].Keys.ToArray())
        {
            Set(a, c, _links[a][c]);
        }
    }

    /// <summary>What is known between two clusters: the sum over <paramref name="Known"/> pairs.</summary>
    private readonly record struct Link(long Sum, long Known, int Version);
}
