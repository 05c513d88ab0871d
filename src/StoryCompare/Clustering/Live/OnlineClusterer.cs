using Microsoft.Extensions.AI;

namespace StoryCompare.Clustering.Live;

/// <summary>
/// The online core: articles come one by one; each arrival decides anew, with the model and the linkage of the batch, how the part of the graph
/// around it falls into stories. Not thread-safe; the tracker serialises calls.
/// </summary>
/// <remarks>
/// Weights are those of the moment a text came. Each step is bounded (postings read, neighbours kept, texts decided anew), so an addition costs about the same with a
/// million articles held as with a thousand. Stories are numbered from 1 and never renumbered.
/// </remarks>
internal sealed partial class OnlineClusterer
{
    private readonly LiveStatistics _statistics = new();
    private readonly LiveIndex _index = new();
    private readonly LiveClock _clock = new();
    private readonly ExpiryQueue _expiry = new();
    private readonly LiveScorer _scorer;
    private readonly TextTable _texts = new();
    private readonly Dictionary<string, HeldArticle> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HeldStory> _stories = [];
    private readonly ContentTable _byContent;
    private readonly OutletNames _outlets = new();
    private readonly IEmbeddingGenerator<string, Embedding<float>>? _generator;
    private readonly LiveEmbeddings? _embeddings;
    private readonly int _threshold;
    private readonly int _windowDays;
    private int _nextText;
    private int _nextStory;
    private long _nextOrder;

    /// <summary>Holds nothing.</summary>
    /// <param name="model">The pair model.</param>
    /// <param name="threshold">Least probability that joins.</param>
    /// <param name="windowDays">Days a story is held after its newest article; 0 for ever.</param>
    /// <param name="generator">The caller's embeddings as one more similarity; null for none.</param>
    public OnlineClusterer(ClusteringModel model, double threshold = 0.5, int windowDays = 0, IEmbeddingGenerator<string, Embedding<float>>? generator = null)
    {
        _generator = generator;
        _embeddings = generator is null ? null : new LiveEmbeddings(_texts);
        _scorer = new LiveScorer(model, _texts, _embeddings);
        _byContent = new ContentTable(_texts);
        Reasons = new LiveReasons(_texts, _scorer);
        _threshold = PairScorer.OfProbability(threshold);
        _windowDays = windowDays;
    }

    /// <summary>Articles held.</summary>
    public int Count => _articles.Count;

    /// <summary>The stories, by number.</summary>
    public IEnumerable<HeldStory> Stories => _stories.Values.OrderBy(static s => s.Number);

    /// <summary>Says why.</summary>
    public LiveReasons Reasons { get; }

    public HeldArticle? Find(string id) => _articles.GetValueOrDefault(id);

    public HeldStory? Story(int number) => _stories.GetValueOrDefault(number);

    /// <summary>Adds an article, or a new version of the one with its id.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="article">As it was given.</param>
    /// <param name="sketch">Its features.</param>
    /// <param name="embedding">The caller's embedding of it, when it was asked for before; else it is asked for where one is needed.</param>
    public Arrival Add(string id, Article article, ArticleSketch sketch, float[]? embedding = null)
    {
        int minute = _clock.Present;
        if (article.Published is { } published)
        {
            minute = LiveClock.MinuteOf(published);
            _clock.See(minute);
        }

        List<int> expired = Expire();
        HeldArticle? earlier = Find(id);
        HeldStory? home = earlier?.Text.Story;
        if (earlier is not null && earlier.IsSame(article))
        {
            // A feed delivers again what it delivered: nothing is decided anew.
            earlier.Hold(article, _outlets);
            return new Arrival(earlier, true, false, [], expired);
        }

        HeldArticle held = new HeldArticle(id, _nextOrder++, minute).Hold(article, _outlets);
        bool isPinned = earlier?.Text.IsPinned ?? false;
        if (earlier is not null)
        {
            Detach(earlier, keep: home);
        }

        _articles[id] = held;
        ArticleVectors? vectors = null;
        List<(HeldText Text, PairSimilarity Similarity)> near = [];
        HeldText? original = isPinned ? null : SameContent(sketch);
        if (original is null)
        {
            _statistics.Reserve(_texts.Count + 1, _texts.All());
            vectors = _statistics.Weigh(sketch);
            near = Near(vectors);
            original = isPinned ? null : near.Where(n => n.Similarity.Blend >= CopyTest.LeastBlend && CopyTest.IsCopy(n.Text.Vectors, vectors))
                .OrderByDescending(static n => n.Similarity.Blend).ThenBy(static n => n.Text.Number).FirstOrDefault().Text;
        }

        if (original is not null)
        {
            original.Add(held);
            original.Story!.Append(held);
            File(original.Story);
            End(home);
            return new Arrival(held, earlier is not null, false, [], expired);
        }

        HeldText text = new(_nextText++, vectors!, sketch.Content) { IsPinned = isPinned };
        text.Add(held);
        home?.Add(text);
        Enter(text, near, embedding ?? Embed([article])?[0]);
        (IReadOnlyCollection<HeldStory> stories, List<List<HeldText>> groups) = LocalDecision.Around(text, _texts, _scorer, _threshold);
        int before = _nextStory;
        List<StoryMove> moves = StoryAssignment.Assign(text, groups, Begin);
        foreach (HeldStory story in stories.Union(groups.Select(static g => g[0].Story!)))
        {
            End(story);
        }

        return new Arrival(held, earlier is not null, text.Story!.Number > before, moves, expired);
    }

    /// <summary>Takes an article out; false when it is not held. A story without articles ends; the others stay as they are.</summary>
    public bool Withdraw(string id)
    {
        if (!_articles.TryGetValue(id, out HeldArticle? article))
        {
            return false;
        }

        Detach(article, keep: null);
        return true;
    }

    /// <summary>Moves all articles of one story into another, on the caller's word: there they stay.</summary>
    public void Merge(HeldStory into, HeldStory from)
    {
        foreach (HeldText text in from.Texts.ToArray())
        {
            from.Remove(text);
            into.Add(text);
        }

        foreach (HeldText text in into.Texts)
        {
            text.IsPinned = true;
        }

        End(from);
        End(into);
    }

    /// <summary>Takes articles out of their stories into a new one, on the caller's word: there they stay, and so do those left behind.</summary>
    public HeldStory Split(IReadOnlyCollection<HeldArticle> articles)
    {
        HeldStory story = Begin();
        HashSet<HeldArticle> chosen = [.. articles];
        foreach (HeldText text in articles.Select(static a => a.Text).Distinct().OrderBy(static t => t.Number).ToArray())
        {
            HeldStory from = text.Story!;
            HeldArticle[] leaving = [.. text.Articles.Where(chosen.Contains)];
            HeldText part = text;
            if (leaving.Length < text.Copies)
            {
                part = new HeldText(_nextText++, text.Vectors, text.Content);
                foreach (HeldArticle article in leaving)
                {
                    text.Remove(article);
                    part.Add(article);
                }

                from.Forget();
                Enter(part, Near(part.Vectors), _embeddings?.Of(text));
            }
            else
            {
                from.Remove(text);
            }

            story.Add(part);
            foreach (HeldText left in from.Texts)
            {
                left.IsPinned = true;
            }

            part.IsPinned = true;
            End(from);
        }

        End(story);
        return story;
    }

    private List<int> Expire()
    {
        List<int> expired = [];
        if (_windowDays == 0 || _clock.Now == int.MinValue)
        {
            return expired;
        }

        long limit = _clock.Now - (_windowDays * 1440L);
        while (limit > int.MinValue && _expiry.Take((int)limit, s => _stories.ContainsKey(s.Number)) is { } story)
        {
            expired.Add(story.Number);
            _stories.Remove(story.Number);
            foreach (HeldText text in story.Texts)
            {
                foreach (HeldArticle article in text.Articles)
                {
                    _articles.Remove(article.Id);
                }

                Leave(text);
            }
        }

        return expired;
    }

    private HeldText? SameContent(ArticleSketch sketch) =>
        sketch.Keys.Length > 0 && _byContent.Find(sketch.Content) is { } same && EventTime.Gap(same.Vectors.When, sketch.When) <= CopyTest.MostDaysApart ? same : null;

    private List<(HeldText Text, PairSimilarity Similarity)> Near(ArticleVectors vectors)
    {
        List<(HeldText, PairSimilarity)> near = [];
        IEnumerable<HeldText> candidates = _texts.Count < BatchContext.MostArticles ? _texts.All() : _index.Near(vectors, NeighbourList.Most).Select(n => _texts.Find(n)!);
        LoadedArticle loaded = _scorer.Load(vectors);
        foreach (HeldText other in candidates)
        {
            near.Add((other, loaded.Similarity(other.Vectors)));
        }

        return near;
    }

    // Files a text, makes it its neighbours' neighbour, and scores the pairs.
    private void Enter(HeldText text, List<(HeldText Text, PairSimilarity Similarity)> near, float[]? embedding)
    {
        _texts.Add(text);
        _scorer.Reserve(_texts.Count);
        _byContent.Set(text);
        _statistics.Add(text.Vectors);
        _index.Add(text.Vectors, text.Number);
        if (embedding is not null)
        {
            _embeddings?.Add(text, embedding);
        }

        foreach ((HeldText other, PairSimilarity similarity) in near)
        {
            text.Neighbours.Offer(other.Number, similarity.Blend);
            if (other.Neighbours.Offer(text.Number, similarity.Blend))
            {
                _scorer.Forget(other);
            }
        }

        foreach ((HeldText other, PairSimilarity similarity) in near.Where(n => text.Neighbours.IsClose(n.Text.Number) || n.Text.Neighbours.IsClose(text.Number)))
        {
            int score = _scorer.Score(other, text, similarity);
            text.Neighbours.SetScore(other.Number, score);
            other.Neighbours.SetScore(text.Number, score);
        }

        if (_texts.Count > BatchContext.MostArticles)
        {
            _scorer.Count(text);
        }
    }

    private void Detach(HeldArticle article, HeldStory? keep)
    {
        _articles.Remove(article.Id);
        HeldText text = article.Text;
        HeldStory story = text.Story!;
        text.Remove(article);
        if (text.Copies > 0)
        {
            story.Forget();
            File(story);
            return;
        }

        story.Remove(text);
        Leave(text);
        if (story != keep)
        {
            End(story);
        }
    }

    private void Leave(HeldText text)
    {
        _byContent.Remove(text);
        _texts.Remove(text);
        _statistics.Remove(text.Vectors);
        _statistics.Shrink(_texts.Count, _texts.All());
        _index.Remove(text.Vectors, text.Number);
        _scorer.Forget(text);
        _embeddings?.Remove(text);
        for (int i = 0; i < text.Neighbours.Count; i++)
        {
            if (_texts.Find(text.Neighbours.Number(i)) is { } other && other.Neighbours.Remove(text.Number))
            {
                _scorer.Forget(other);
            }
        }
    }

    private float[][]? Embed(IEnumerable<Article> articles) => _generator is null ? null : EmbeddingChannel.Read(articles, _generator, CancellationToken.None);

    private HeldStory Begin()
    {
        HeldStory story = new(++_nextStory);
        _stories[story.Number] = story;
        return story;
    }

    // A story without texts ends; one with texts is filed by its newest.
    private void End(HeldStory? story)
    {
        if (story is null)
        {
            return;
        }

        if (story.Texts.Count == 0)
        {
            _stories.Remove(story.Number);
        }
        else
        {
            File(story);
        }
    }

    private void File(HeldStory story)
    {
        if (_windowDays > 0)
        {
            _expiry.Enqueue(story);
        }
    }
}
