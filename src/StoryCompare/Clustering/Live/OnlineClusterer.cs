namespace StoryCompare.Clustering.Live;

/// <summary>
/// The online core: articles come one by one; each arrival decides anew, with the model and the linkage of the batch, how the part of the graph
/// around it falls into stories. Not thread-safe; the tracker serialises calls.
/// </summary>
internal sealed class OnlineClusterer
{
    private readonly TermStatistics _statistics;
    private readonly LiveIndex _index = new();
    private readonly LiveScorer _scorer;
    private readonly Dictionary<int, HeldText> _texts = [];
    private readonly Dictionary<string, HeldArticle> _articles = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, HeldStory> _stories = [];
    private readonly Dictionary<ulong, HeldText> _byContent = [];
    private readonly int _threshold;
    private int _nextText;
    private int _nextStory;
    private long _nextOrder;

    public OnlineClusterer(ClusteringModel model, double threshold = 0.5)
    {
        _scorer = new LiveScorer(model);
        _threshold = PairScorer.OfProbability(threshold);
        _statistics = new(100_000, blendByAdded: true);
    }

    public int Count => _articles.Count;

    public IEnumerable<HeldStory> Stories => _stories.Values;

    public HeldArticle? Find(string id) => _articles.GetValueOrDefault(id);

    public HeldStory Add(string id, Article article, ArticleSketch sketch, int minute)
    {
        HeldArticle held = new(id, _nextOrder++, minute, article);
        _articles[id] = held;
        if (_byContent.TryGetValue(sketch.Content, out HeldText? original) && sketch.Keys.Length > 0)
        {
            held.Text = original;
            original.Articles.Add(held);
            original.Story.Append(held);
            return original.Story;
        }

        _statistics.Add(sketch);
        HeldText text = new(_nextText++, ArticleVectors.Weigh(sketch, _statistics), sketch.Content);
        held.Text = text;
        text.Articles.Add(held);
        _scorer.Clear();
        FindNeighbours(text);
        _texts[text.Number] = text;
        _byContent[text.Content] = text;
        _index.Add(text.Vectors, text.Number);
        (IReadOnlyCollection<HeldStory> stories, List<List<HeldText>> groups) = LocalDecision.Around(text, _texts, _scorer, _threshold);
        Assign(stories, groups);
        return text.Story;
    }

    private void FindNeighbours(HeldText text)
    {
        List<(HeldText Text, PairSimilarity Similarity)> near = [];
        foreach (int number in _index.Near(text.Vectors, NeighbourList.Most))
        {
            HeldText other = _texts[number];
            PairSimilarity similarity = PairSimilarity.Of(text.Vectors, other.Vectors);
            near.Add((other, similarity));
            text.Neighbours.Offer(number, similarity.Blend, 0);
            other.Neighbours.Offer(text.Number, similarity.Blend, 0);
        }

        foreach ((HeldText other, PairSimilarity similarity) in near)
        {
            int score = _scorer.Score(other, text, similarity);
            int at = text.Neighbours.IndexOf(other.Number);
            if (at >= 0)
            {
                text.Neighbours.SetScore(at, score);
            }

            at = other.Neighbours.IndexOf(text.Number);
            if (at >= 0)
            {
                other.Neighbours.SetScore(at, score);
            }
        }
    }

    // A group keeps the number of the story it shares most texts with; what is left over begins a story.
    private void Assign(IReadOnlyCollection<HeldStory> stories, List<List<HeldText>> groups)
    {
        List<(int Overlap, bool Pinned, HeldStory Story, int Group)> claims = [];
        for (int g = 0; g < groups.Count; g++)
        {
            foreach (IGrouping<HeldStory, HeldText> from in groups[g].Where(static t => t.Story is not null).GroupBy(static t => t.Story))
            {
                claims.Add((from.Count(), from.Any(static t => t.IsPinned), from.Key, g));
            }
        }

        HeldStory?[] storyOf = new HeldStory?[groups.Count];
        HashSet<HeldStory> taken = [];
        foreach ((_, _, HeldStory story, int group) in claims.OrderByDescending(static c => c.Pinned).ThenByDescending(static c => c.Overlap).ThenBy(static c => c.Story.Number).ThenBy(static c => c.Group))
        {
            if (storyOf[group] is null && taken.Add(story))
            {
                storyOf[group] = story;
            }
        }

        for (int g = 0; g < groups.Count; g++)
        {
            HeldStory story = storyOf[g] ?? Begin();
            foreach (HeldText text in groups[g])
            {
                if (text.Story != story)
                {
                    text.Story?.Remove(text);
                    story.Add(text);
                }
            }
        }

        foreach (HeldStory story in stories)
        {
            if (story.Texts.Count == 0)
            {
                _stories.Remove(story.Number);
            }
        }
    }

    private HeldStory Begin()
    {
        HeldStory story = new(++_nextStory);
        _stories[story.Number] = story;
        return story;
    }
}
