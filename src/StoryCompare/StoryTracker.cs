using System.Collections.Concurrent;
using System.Globalization;
using StoryCompare.Analysis;
using StoryCompare.Clustering;
using StoryCompare.Clustering.Live;

namespace StoryCompare;

/// <summary>The online half of <see cref="StoryComparer"/>: articles come one by one, and each arrival decides anew how those around it fall into stories.</summary>
/// <remarks>
/// Any thread may call: texts are read side by side, the stories change one addition at a time, in the order the calls get through. The model and the linkage are
/// those of the batch; measured on the development sets, the stories at the end of a stream score within one point of B-cubed F1 of those of a batch (docs/ARCHITECTURE.md).
/// Each step is bounded, so an addition costs about the same with a million articles held as with a thousand. Articles are held, with their raw text, until they are
/// withdrawn or fall out of <see cref="ClusteringOptions.WindowDays"/>. The caller's
/// <see cref="StoryCompareOptions.Embeddings"/> are one more similarity, as in a batch: asked for one article at a time, on the thread that reads it, and held with the texts.
/// </remarks>
public sealed partial class StoryTracker
{
    private readonly Lock _lock = new();
    private readonly StoryCompareOptions _options;

    // As many as threads that read at once.
    private readonly ConcurrentBag<(ArticleAnalyzer Analyzer, SketchBuilder Builder)> _readers = [];
    private readonly OnlineClusterer _clusterer;
    private int _unnamed;

    /// <summary>Creates an empty tracker.</summary>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names it and its value.</exception>
    public StoryTracker(StoryCompareOptions? options = null)
    {
        _options = options ?? new StoryCompareOptions();
        _options.Validate();
        _clusterer = new OnlineClusterer(ClusteringModel.Default, _options.Clustering.Threshold, _options.Clustering.WindowDays, _options.Embeddings);
    }

    /// <summary>Number of articles held.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _clusterer.Count;
            }
        }
    }

    /// <summary>Adds an article. One with an id that is held replaces the earlier version; one without an id is given its number, from 1.</summary>
    /// <remarks>Stories out of <see cref="ClusteringOptions.WindowDays"/> end first. A new version stays in its story where it still fits; the same version again changes nothing.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    public StoryUpdate Add(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Add(article, Read(article), Embed(article));
    }

    /// <summary>Adds articles as they come and tells of each, in their order.</summary>
    /// <param name="articles">May never end. A few are read ahead while earlier ones are added; none that came is held back for one that has not.</param>
    /// <param name="cancellationToken">Stops the reading; also given to <paramref name="articles"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="articles"/> is null.</exception>
    /// <exception cref="ArgumentException">An article is null; those before it were added.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; what was added stays, what was only read ahead is not added.</exception>
    public IAsyncEnumerable<StoryUpdate> AddAllAsync(IAsyncEnumerable<Article> articles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return AddAll(articles, cancellationToken);
    }

    /// <summary>Takes a withdrawn article out; false when it is not held. A story without articles ends and its id is not used again.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="articleId"/> is null.</exception>
    public bool Withdraw(string articleId)
    {
        ArgumentNullException.ThrowIfNull(articleId);
        lock (_lock)
        {
            return _clusterer.Withdraw(articleId);
        }
    }

    /// <summary>Moves all articles of one story into another, on the caller's word.</summary>
    /// <exception cref="ArgumentException">A story is not held, or both are one.</exception>
    public void Merge(string intoStory, string fromStory)
    {
        lock (_lock)
        {
            HeldStory into = Story(intoStory, nameof(intoStory));
            HeldStory from = Story(fromStory, nameof(fromStory));
            if (into == from)
            {
                throw new ArgumentException($"Story '{fromStory}' cannot be merged into itself.", nameof(fromStory));
            }

            _clusterer.Merge(into, from);
        }
    }

    /// <summary>Takes articles out of their stories into a new one, on the caller's word, and returns its id.</summary>
    /// <exception cref="ArgumentException">The list is empty, or an article is not held.</exception>
    public string Split(IReadOnlyCollection<string> articleIds)
    {
        ArgumentNullException.ThrowIfNull(articleIds);
        if (articleIds.Count == 0)
        {
            throw new ArgumentException("Name at least one article.", nameof(articleIds));
        }

        lock (_lock)
        {
            List<HeldArticle> articles = [];
            foreach (string id in articleIds.Distinct(StringComparer.Ordinal))
            {
                articles.Add((id is null ? null : _clusterer.Find(id)) ?? throw new ArgumentException($"Article '{id}' is not held.", nameof(articleIds)));
            }

            return StoryId(_clusterer.Split(articles).Number);
        }
    }

    /// <summary>Which story each article belongs to, stories in the order they began, articles in the order they came.</summary>
    public IReadOnlyList<ArticleStory> Stories()
    {
        lock (_lock)
        {
            return [.. _clusterer.Stories.SelectMany(static s => s.Articles().Select(a => new ArticleStory(a.Id, StoryId(s.Number))))];
        }
    }

    /// <summary>Compares the articles of every story as the tracker holds them now. The report is immutable; adding goes on meanwhile.</summary>
    /// <param name="progress">Told after each article and each story; calls come one at a time.</param>
    /// <param name="cancellationToken">Stops the comparison; the tracker stays as it is.</param>
    /// <remarks>Story ids in the report are the tracker's. Reads every article in full: O(text held).</remarks>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public StoryReport Snapshot(IProgress<StageProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        List<(string Story, IReadOnlyList<Article> Articles)> stories = [];
        lock (_lock)
        {
            foreach (HeldStory story in _clusterer.Stories)
            {
                stories.Add((StoryId(story.Number), [.. story.Articles().Select(static a => a.Article)]));
            }
        }

        return ComparisonRun.Compare(stories, _options, progress, cancellationToken);
    }

    // Reading needs no tracker: it happens before the lock, on the caller's thread.
    private ArticleSketch Read(Article article)
    {
        (ArticleAnalyzer Analyzer, SketchBuilder Builder) reader = _readers.TryTake(out (ArticleAnalyzer, SketchBuilder) free) ? free : (new ArticleAnalyzer(), new SketchBuilder());
        ArticleSketch sketch = reader.Builder.Build(reader.Analyzer.ReadForClustering(ArticleLimit.Apply(article, _options.MaxArticleLength), article.Id ?? ""));
        _readers.Add(reader);
        return sketch;
    }

    private float[]? Embed(Article article) => _options.Embeddings is { } generator ? EmbeddingChannel.Read([article], generator, CancellationToken.None)[0] : null;

    private StoryUpdate Add(Article article, ArticleSketch sketch, float[]? embedding)
    {
        lock (_lock)
        {
            string id = string.IsNullOrWhiteSpace(article.Id) ? NextId() : article.Id;
            return Tell(_clusterer.Add(id, article.Id == id ? article : article with { Id = id }, sketch, embedding));
        }
    }

    private StoryUpdate Tell(Arrival arrival)
    {
        HeldStory story = arrival.Article.Text.Story!;
        StoryUpdateKind kind = arrival.Replaced ? StoryUpdateKind.Replaced
            : arrival.Moves.Any(m => m.Kind == StoryUpdateKind.Merged && m.Into == story) ? StoryUpdateKind.Merged
            : arrival.Moves.Any(m => m.Kind == StoryUpdateKind.Split && (m.Into == story || m.From == story)) ? StoryUpdateKind.Split
            : arrival.Began ? StoryUpdateKind.New : StoryUpdateKind.Joined;
        return new StoryUpdate(arrival.Article.Id, StoryId(story.Number), kind, story.Ids())
        {
            Reasons = _clusterer.Reasons.Of(arrival.Article),
            Changes = [.. arrival.Moves.Select(m => new StoryChange(m.Kind, StoryId(m.Into.Number), StoryId(m.From.Number), [.. m.Texts.SelectMany(static t => t.Articles).OrderBy(static a => a.Order).Select(static a => a.Id)], _clusterer.Reasons.Of(m)))],
            Expired = [.. arrival.Expired.Select(StoryId)],
        };
    }

    private string NextId()
    {
        string id;
        do
        {
            id = (++_unnamed).ToString(CultureInfo.InvariantCulture);
        }
        while (_clusterer.Find(id) is not null);

        return id;
    }

    private HeldStory Story(string id, string parameter) =>
        (id is ['s', ..] && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? _clusterer.Story(number) : null)
            ?? throw new ArgumentException($"Story '{id}' is not held.", parameter);

    private static string StoryId(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number}");
}
