namespace StoryCompare.Clustering;

/// <summary>
/// The online core: articles come one by one, each joins the event it fits best or starts one. Not thread-safe; the tracker serialises calls.
/// </summary>
/// <remarks>
/// Weights are frozen when an article is added, with the counts of that moment. A list of the index keeps its latest <see cref="LongestList"/>
/// articles, so an addition costs the same with a million articles in the window as with a thousand. Events are numbered from 1 and never renumbered.
/// </remarks>
internal sealed class OnlineClusterer(ClusteringModel model, double threshold = 0.5, int expectedArticles = 100_000)
{
    private const int LongestList = 256;
    private const int MostKeys = 64;
    private const int Candidates = 40;
    private const int MostCompared = 24;
    private readonly TermStatistics _statistics = new(expectedArticles, blendByAdded: true);
    private readonly Dictionary<uint, List<int>> _index = [];
    private readonly Dictionary<int, Entry> _entries = [];
    private readonly Dictionary<int, List<int>> _events = [];
    private readonly int _threshold = PairScorer.OfProbability(threshold);
    private readonly Dictionary<ulong, int> _byContent = [];
    private int _nextArticle;
    private int _nextEvent;

    /// <summary>Articles held.</summary>
    public int Count => _entries.Count;

    /// <summary>Adds an article. Returns its number, its event, and whether the event is new.</summary>
    public (int Article, int Event, bool IsNew) Add(ArticleSketch sketch)
    {
        // A copy is where its original is; counted again, it would make its own words look common.
        if (_byContent.TryGetValue(sketch.Content, out int original) && sketch.Keys.Length > 0)
        {
            Entry same = _entries[original];
            int copy = _nextArticle++;
            _events[same.Event].Add(copy);
            _entries[copy] = same with { Keys = [] };
            return (copy, same.Event, false);
        }

        _statistics.Add(sketch);
        ArticleVectors vectors = ArticleVectors.Weigh(sketch, _statistics);
        uint[] keys = BlockingKeys(vectors);
        List<(int Article, PairSimilarity Similarity)> near = Near(vectors, keys);
        double[] similarities = [.. near.Select(static n => n.Similarity.Blend)];
        int number = _nextArticle++;
        Crowd crowd = Neighbourhood.Crowding(number, similarities, [.. near.Select(static n => n.Article)]);
        int best = 0;
        int bestScore = _threshold - 1;
        foreach (int candidate in near.Select(n => _entries[n.Article].Event).Distinct().Order())
        {
            int score = MeanScore(vectors, crowd, _events[candidate]);
            if (score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        bool isNew = best == 0;
        if (isNew)
        {
            best = ++_nextEvent;
            _events[best] = [];
        }

        _events[best].Add(number);
        _entries[number] = new Entry(vectors, crowd, keys, best, sketch.Content);
        _byContent[sketch.Content] = number;
        foreach (uint key in keys)
        {
            if (!_index.TryGetValue(key, out List<int>? list))
            {
                _index[key] = list = new List<int>(1);
            }

            if (list.Count == LongestList)
            {
                list.RemoveAt(0);
            }

            list.Add(number);
        }

        return (number, best, isNew);
    }

    /// <summary>Removes an article (withdrawn, corrected or expired); false when it is not held. An event without articles ends.</summary>
    public bool Remove(int article)
    {
        if (!_entries.Remove(article, out Entry? entry))
        {
            return false;
        }

        foreach (uint key in entry.Keys)
        {
            if (_index.TryGetValue(key, out List<int>? list) && list.Remove(article) && list.Count == 0)
            {
                _index.Remove(key);
            }
        }

        if (_byContent.TryGetValue(entry.Content, out int held) && held == article)
        {
            _byContent.Remove(entry.Content);
        }

        List<int> members = _events[entry.Event];
        members.Remove(article);
        if (members.Count == 0)
        {
            _events.Remove(entry.Event);
        }

        return true;
    }

    /// <summary>Moves all articles of one event into another, on the caller's word.</summary>
    public void Merge(int into, int from)
    {
        foreach (int article in _events[from])
        {
            _entries[article] = _entries[article] with { Event = into };
            _events[into].Add(article);
        }

        _events[into].Sort();
        _events.Remove(from);
    }

    /// <summary>Takes articles out of their events into a new one, on the caller's word; returns its number.</summary>
    public int Split(IReadOnlyCollection<int> articles)
    {
        int number = ++_nextEvent;
        _events[number] = [.. articles.Order()];
        foreach (int article in articles)
        {
            Entry entry = _entries[article];
            _events[entry.Event].Remove(article);
            if (_events[entry.Event].Count == 0)
            {
                _events.Remove(entry.Event);
            }

            _entries[article] = entry with { Event = number };
        }

        return number;
    }

    /// <summary>Whether an event of this number is held.</summary>
    public bool Holds(int number) => _events.ContainsKey(number);

    /// <summary>The articles of an event, in the order they came.</summary>
    public IReadOnlyList<int> Members(int number) => _events[number];

    /// <summary>A copy of the events: number and articles, both ascending.</summary>
    public IReadOnlyList<(int Event, IReadOnlyList<int> Articles)> Snapshot() =>
        [.. _events.OrderBy(static e => e.Key).Select(static e => (e.Key, (IReadOnlyList<int>)[.. e.Value]))];

    private static uint[] BlockingKeys(ArticleVectors vectors)
    {
        List<(ushort Weight, uint Key)> keys = [];
        foreach (Channel channel in new[] { Channel.Words, Channel.Bigrams })
        {
            ReadOnlySpan<uint> from = vectors.Keys(channel);
            ReadOnlySpan<ushort> weights = vectors.Weights(channel);
            for (int i = 0; i < from.Length; i++)
            {
                keys.Add((weights[i], from[i]));
            }
        }

        keys.Sort(static (x, y) => x.Weight != y.Weight ? y.Weight.CompareTo(x.Weight) : x.Key.CompareTo(y.Key));
        return [.. keys.Take(MostKeys).Select(static k => k.Key)];
    }

    private List<(int Article, PairSimilarity Similarity)> Near(ArticleVectors vectors, uint[] keys)
    {
        Dictionary<int, int> shared = [];
        foreach (uint key in keys)
        {
            if (_index.TryGetValue(key, out List<int>? list))
            {
                foreach (int article in list)
                {
                    shared[article] = shared.GetValueOrDefault(article) + 1;
                }
            }
        }

        return [.. shared.OrderByDescending(static s => s.Value).ThenByDescending(static s => s.Key).Take(Candidates)
            .Select(s => (s.Key, PairSimilarity.Of(vectors, _entries[s.Key].Vectors)))];
    }

    // The mean over the latest members: an event of a thousand articles is judged by its present state.
    private int MeanScore(ArticleVectors vectors, Crowd crowd, List<int> members)
    {
        long sum = 0;
        int from = Math.Max(0, members.Count - MostCompared);
        Span<double> x = stackalloc double[PairFeatures.Names.Count];
        for (int i = from; i < members.Count; i++)
        {
            Entry other = _entries[members[i]];
            PairFeatures.Fill(vectors, other.Vectors, PairSimilarity.Of(vectors, other.Vectors), crowd, other.Crowd, x);
            sum += PairScorer.ToScore(model.Logit(x));
        }

        return (int)(sum / (members.Count - from));
    }

    private sealed record Entry(ArticleVectors Vectors, Crowd Crowd, uint[] Keys, int Event, ulong Content);
}
