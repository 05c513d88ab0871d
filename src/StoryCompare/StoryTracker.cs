using System.Globalization;
using System.Runtime.CompilerServices;
using StoryCompare.Analysis;
using StoryCompare.Clustering;

namespace StoryCompare;

/// <summary>The online half of <see cref="StoryComparer"/>: articles come one by one, each joins the story it fits best or starts one.</summary>
/// <remarks>
/// Calls are serialised: any thread may call, one writes at a time. An addition costs about the same with a million articles held as with a
/// thousand. Decisions are taken with what was seen so far and are not taken back, so a batch comparison of the same articles may group a few differently.
/// The tracker holds every article until it is withdrawn; it does not expire them and has no file format yet.
/// </remarks>
public sealed class StoryTracker
{
    private readonly Lock _lock = new();
    private readonly StoryCompareOptions _options;
    private readonly OnlineClusterer _clusterer;
    private readonly SketchBuilder _sketches = new();
    private readonly Dictionary<string, (int Number, Article Article)> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _ids = [];
    private int _unnamed;

    /// <summary>Creates an empty tracker.</summary>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names it and its value.</exception>
    public StoryTracker(StoryCompareOptions? options = null)
    {
        _options = options ?? new StoryCompareOptions();
        _options.Validate();
        _clusterer = new OnlineClusterer(ClusteringModel.Default, _options.Clustering.Threshold);
    }

    /// <summary>Number of articles held.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _byId.Count;
            }
        }
    }

    /// <summary>Adds an article. One with an id that is held replaces the earlier version; one without an id is given its number, from 1.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    public StoryUpdate Add(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        lock (_lock)
        {
            string id = string.IsNullOrWhiteSpace(article.Id) ? NextId() : article.Id;
            bool replaced = Remove(id);
            AnalyzedArticle analyzed = ArticleAnalyzer.AnalyzeForClustering(ArticleLimit.Apply(article, _options.MaxArticleLength), id);
            (int number, int story, bool isNew) = _clusterer.Add(_sketches.Build(analyzed));
            _byId[id] = (number, article with { Id = id });
            _ids[number] = id;
            return new StoryUpdate(id, StoryId(story), replaced ? StoryUpdateKind.Replaced : isNew ? StoryUpdateKind.New : StoryUpdateKind.Joined, Members(story));
        }
    }

    /// <summary>Adds articles as they come and tells of each.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="articles"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; what was added stays.</exception>
    public async IAsyncEnumerable<StoryUpdate> AddAllAsync(IAsyncEnumerable<Article> articles, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        await foreach (Article article in articles.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return Add(article);
        }
    }

    /// <summary>Takes a withdrawn article out; false when it is not held. A story without articles ends and its id is not used again.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="articleId"/> is null.</exception>
    public bool Withdraw(string articleId)
    {
        ArgumentNullException.ThrowIfNull(articleId);
        lock (_lock)
        {
            return Remove(articleId);
        }
    }

    /// <summary>Moves all articles of one story into another, on the caller's word.</summary>
    /// <exception cref="ArgumentException">A story is not held, or both are one.</exception>
    public void Merge(string intoStory, string fromStory)
    {
        lock (_lock)
        {
            int into = StoryNumber(intoStory, nameof(intoStory));
            int from = StoryNumber(fromStory, nameof(fromStory));
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
            List<int> numbers = [];
            foreach (string id in articleIds.Distinct(StringComparer.Ordinal))
            {
                numbers.Add(_byId.TryGetValue(id, out (int Number, Article Article) held) ? held.Number : throw new ArgumentException($"Article '{id}' is not held.", nameof(articleIds)));
            }

            return StoryId(_clusterer.Split(numbers));
        }
    }

    /// <summary>Which story each article belongs to, stories in the order they began, articles in the order they came.</summary>
    public IReadOnlyList<ArticleStory> Stories()
    {
        lock (_lock)
        {
            return [.. _clusterer.Snapshot().SelectMany(s => s.Articles.Select(a => new ArticleStory(_ids[a], StoryId(s.Event))))];
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
            foreach ((int story, IReadOnlyList<int> articles) in _clusterer.Snapshot())
            {
                stories.Add((StoryId(story), [.. articles.Select(a => _byId[_ids[a]].Article)]));
            }
        }

        return ComparisonRun.Compare(stories, _options, progress, cancellationToken);
    }

    private bool Remove(string id)
    {
        if (!_byId.Remove(id, out (int Number, Article Article) held))
        {
            return false;
        }

        _ids.Remove(held.Number);
        return _clusterer.Remove(held.Number);
    }

    private string NextId()
    {
        string id;
        do
        {
            id = (++_unnamed).ToString(CultureInfo.InvariantCulture);
        }
        while (_byId.ContainsKey(id));

        return id;
    }

    private List<string> Members(int story) => [.. _clusterer.Members(story).Select(a => _ids[a])];

    private int StoryNumber(string id, string parameter) =>
        id is ['s', ..] && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && _clusterer.Holds(number)
            ? number
            : throw new ArgumentException($"Story '{id}' is not held.", parameter);

    private static string StoryId(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number}");
}
