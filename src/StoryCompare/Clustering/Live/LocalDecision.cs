namespace StoryCompare.Clustering.Live;

/// <summary>
/// Decides anew, by the batch's linkage, how the part of the graph around one text falls into stories. The part is what the text's likely pairs
/// reach, story by story, the likeliest first, up to a bound; larger stories take part as one block.
/// </summary>
internal sealed class LocalDecision
{
    /// <summary>A pair below this ties nothing together: the floor of the batch.</summary>
    private const int EdgeFloor = EventGraph.EdgeFloor;
    /// <summary>Texts that are decided one by one; a story that would go beyond takes part as a block.</summary>
    private const int MostTexts = 24;
    /// <summary>Stories looked at.</summary>
    private const int MostStories = 4;
    /// <summary>Members of a block that speak for it: its latest.</summary>
    private const int Speakers = 6;

    private readonly TextTable _texts;
    private readonly LiveScorer _scorer;
    private readonly Dictionary<int, HeldText[]> _nodes = [];
    private readonly HashSet<HeldStory> _stories = [];
    private readonly Dictionary<int, int> _nodeOf = [];
    private readonly bool _whole;
    private readonly Dictionary<(int, int), int> _inContext = [];

    private LocalDecision(TextTable texts, LiveScorer scorer)
    {
        _texts = texts;
        _scorer = scorer;
        _whole = texts.Count <= BatchContext.MostArticles;
    }

    /// <summary>How their texts, and <paramref name="start"/>, fall into stories now: each group by number, groups by first member. Pinned texts of one story are together and never with those of another.</summary>
    public static (IReadOnlyCollection<HeldStory> Stories, List<List<HeldText>> Groups) Around(HeldText start, TextTable texts, LiveScorer scorer, int threshold)
    {
        LocalDecision decision = new(texts, scorer);
        if (decision._whole)
        {
            decision.CollectAll(PairScorer.LogOdds(threshold));
        }
        else
        {
            decision.Collect(start);
        }

        return (decision._stories, decision.Cut(threshold));
    }

    private void Collect(HeldText start)
    {
        PriorityQueue<HeldText, (int, int)> open = new();
        int free = 0;
        Take(start, open, ref free);
        while (open.TryDequeue(out HeldText? next, out _) && _stories.Count < MostStories)
        {
            if (!_nodeOf.ContainsKey(next.Number))
            {
                Take(next, open, ref free);
            }
        }
    }

    // A handful is decided whole and in context, as the batch does it.
    private void CollectAll(double bar)
    {
        HeldText[] all = [.. _texts.All()];
        int free = 0;
        foreach (HeldText text in all)
        {
            if (!_nodeOf.ContainsKey(text.Number))
            {
                Take(text, new PriorityQueue<HeldText, (int, int)>(), ref free);
            }
        }

        double[] logits = new double[all.Length * (all.Length - 1) / 2];
        int p = 0;
        for (int a = 0; a < all.Length; a++)
        {
            for (int b = a + 1; b < all.Length; b++)
            {
                logits[p++] = _scorer.Logit(all[a], all[b]);
            }
        }

        _scorer.PutInContext(logits, [.. all.Select(static t => t.Vectors)], bar);
        p = 0;
        for (int a = 0; a < all.Length; a++)
        {
            for (int b = a + 1; b < all.Length; b++)
            {
                int score = PairScorer.ToScore(logits[p++]);
                _inContext[(all[a].Number, all[b].Number)] = score;
                all[a].Neighbours.SetScore(all[b].Number, score);
                all[b].Neighbours.SetScore(all[a].Number, score);
            }
        }
    }

    private void Take(HeldText text, PriorityQueue<HeldText, (int, int)> open, ref int free)
    {
        if (text.Story is not { } story)
        {
            AddNode([text]);
            Expand(text, open);
            free++;
            return;
        }

        _stories.Add(story);
        if (!_whole && story.Texts.Count + free > MostTexts)
        {
            AddNode([.. story.Texts]);
        }
        else
        {
            free += story.Texts.Count;
            HeldText[] pinned = [.. story.Texts.Where(static t => t.IsPinned)];
            if (pinned.Length > 0)
            {
                AddNode(pinned);
            }

            foreach (HeldText member in story.Texts)
            {
                if (!member.IsPinned)
                {
                    AddNode([member]);
                }
            }
        }

        foreach (HeldText member in story.Texts.Count <= MostTexts ? story.Texts : story.Texts.TakeLast(Speakers))
        {
            Expand(member, open);
        }
    }

    private void AddNode(HeldText[] members)
    {
        _nodes[members[0].Number] = members;
        foreach (HeldText member in members)
        {
            _nodeOf[member.Number] = members[0].Number;
        }
    }

    private void Expand(HeldText text, PriorityQueue<HeldText, (int, int)> open)
    {
        for (int i = 0; i < text.Neighbours.Close; i++)
        {
            if (text.Neighbours.Score(i) >= EdgeFloor && _texts.Find(text.Neighbours.Number(i)) is { } neighbour)
            {
                open.Enqueue(neighbour, (-text.Neighbours.Score(i), neighbour.Number));
            }
        }
    }

    private List<List<HeldText>> Cut(int threshold)
    {
        int[] members = [.. _nodes.Keys.Order()];
        if (members.Length == 1)
        {
            return [[.. _nodes[members[0]]]];
        }

        List<(int A, int B, int Score)> edges = [];
        double missing = 0;
        foreach (int node in members)
        {
            missing += _scorer.CrowdOf(_nodes[node][0]).Missing;
            if (_whole)
            {
                edges.AddRange(members.Where(n => n > node).Select(n => (node, n, Score(node, n))));
            }
            else if (_nodes[node].Length == 1)
            {
                AddEdges(_nodes[node][0], edges);
            }
        }

        foreach (int block in members.Where(n => !_whole && _nodes[n].Length > 1))
        {
            HashSet<int> tied = [.. Speaking(_nodes[block]).SelectMany(Ties)];
            edges.AddRange(tied.Where(n => n < block || (n > block && _nodes[n].Length == 1)).Order().Select(n => (Math.Min(n, block), Math.Max(n, block), Score(n, block))));
        }

        AverageLinkage linkage = new(members.Length, edges.ConvertAll(e => (Array.BinarySearch(members, e.A), Array.BinarySearch(members, e.B), e.Score)), (pairs, scores) => Score(members, pairs.Span, scores.Span), threshold, 1 - (missing / members.Length));
        return [.. linkage.Run(CancellationToken.None).Select(c => c.ConvertAll(m => members[m])).SelectMany(Separate).Select(group => group.SelectMany(n => _nodes[n]).OrderBy(static t => t.Number).ToList()).OrderBy(static g => g[0].Number)];
    }

    // Pairs of single texts, each once.
    private void AddEdges(HeldText text, List<(int A, int B, int Score)> edges)
    {
        for (int i = 0; i < text.Neighbours.Close; i++)
        {
            int other = text.Neighbours.Number(i);
            if (!_nodeOf.TryGetValue(other, out int node) || _nodes[node].Length > 1)
            {
                continue;
            }

            HeldText neighbour = _nodes[node][0];
            if (other > text.Number || !neighbour.Neighbours.IsClose(text.Number))
            {
                int score = _scorer.Score(text, neighbour);
                text.Neighbours.SetScore(other, score);
                neighbour.Neighbours.SetScore(text.Number, score);
                edges.Add((Math.Min(text.Number, other), Math.Max(text.Number, other), score));
            }
        }
    }

    // The nodes that a text's neighbours are in.
    private IEnumerable<int> Ties(HeldText text) =>
        Enumerable.Range(0, text.Neighbours.Close).Where(i => _nodeOf.ContainsKey(text.Neighbours.Number(i))).Select(i => _nodeOf[text.Neighbours.Number(i)]);

    // Two stories that the caller made stay two: what joined them goes where it scores best.
    private IEnumerable<List<int>> Separate(List<int> group)
    {
        List<int> pinned = [.. group.Where(n => _nodes[n][0].IsPinned)];
        if (pinned.Count < 2)
        {
            return [group];
        }

        Dictionary<int, List<int>> parts = pinned.ToDictionary(static p => p, static p => new List<int> { p });
        foreach (int node in group.Where(n => !parts.ContainsKey(n)))
        {
            parts[pinned.OrderByDescending(p => Score(Math.Min(p, node), Math.Max(p, node))).ThenBy(static p => p).First()].Add(node);
        }

        return parts.Values;
    }

    private void Score(int[] members, ReadOnlySpan<ulong> pairs, Span<int> scores)
    {
        for (int p = 0; p < pairs.Length; p++)
        {
            (int a, int b) = (members[pairs[p] >> 32], members[(uint)pairs[p]]);
            scores[p] = Score(Math.Min(a, b), Math.Max(a, b));
        }
    }

    private int Score(int a, int b)
    {
        HeldText[] left = _nodes[a];
        HeldText[] right = _nodes[b];
        if (left.Length == 1 && right.Length == 1)
        {
            return Score(left[0], right[0]);
        }

        long sum = 0;
        int pairs = 0;
        foreach (HeldText x in Speaking(left))
        {
            foreach (HeldText y in Speaking(right))
            {
                sum += Score(x, y);
                pairs++;
            }
        }

        return (int)(sum / pairs);
    }

    private int Score(HeldText a, HeldText b) => _whole ? _inContext[(Math.Min(a.Number, b.Number), Math.Max(a.Number, b.Number))] : _scorer.Score(a, b);

    private static IEnumerable<HeldText> Speaking(HeldText[] members) => members.Length <= Speakers ? members : members.TakeLast(Speakers);
}
