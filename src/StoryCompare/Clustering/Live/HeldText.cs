namespace StoryCompare.Clustering.Live;

/// <summary>One text a tracker holds, with all articles that print it: copies weigh as one.</summary>
/// <param name="number">Numbers rise in order of arrival and are never given twice.</param>
/// <param name="vectors">Its features, weighed with the counts of the moment it came.</param>
/// <param name="content">Hash of its words.</param>
internal sealed class HeldText(int number, ArticleVectors vectors, ulong content)
{
    // Most texts are printed once: the first article costs no list.
    private HeldArticle? _first;
    private List<HeldArticle>? _later;

    public int Number => number;

    public ArticleVectors Vectors => vectors;

    public ulong Content => content;

    /// <summary>Articles that print it; none only before the first is added and after the last has left.</summary>
    public int Copies => (_first is null ? 0 : 1) + (_later?.Count ?? 0);

    /// <summary>The earliest article that prints it.</summary>
    public HeldArticle First => _first!;

    /// <summary>The articles that print it, in order of arrival.</summary>
    public IEnumerable<HeldArticle> Articles => _first is null ? [] : _later is null ? [_first] : _later.Prepend(_first);

    /// <summary>The texts it is most like.</summary>
    public NeighbourList Neighbours { get; } = new();

    /// <summary>Its story; null only until its first decision.</summary>
    public HeldStory? Story { get; set; }

    /// <summary>Whether the caller put it where it is: then nothing but the caller moves it.</summary>
    public bool IsPinned { get; set; }

    /// <summary>Adds the latest article that prints it.</summary>
    public void Add(HeldArticle article)
    {
        article.Text = this;
        if (_first is null)
        {
            _first = article;
        }
        else
        {
            (_later ??= new List<HeldArticle>(1)).Add(article);
        }
    }

    /// <summary>Takes an article out that prints it.</summary>
    public void Remove(HeldArticle article)
    {
        if (article != _first)
        {
            _later?.Remove(article);
        }
        else if (_later is [var next, ..])
        {
            _first = next;
            _later.RemoveAt(0);
        }
        else
        {
            _first = null;
        }
    }

    /// <summary>An article that prints it other than <paramref name="article"/>: the earliest. There are two at least.</summary>
    public HeldArticle OtherThan(HeldArticle article) => _first == article ? _later![0] : _first!;

    /// <summary>Minute of its newest article.</summary>
    public int Newest()
    {
        int newest = _first?.Minute ?? int.MinValue;
        foreach (HeldArticle article in _later ?? [])
        {
            newest = Math.Max(newest, article.Minute);
        }

        return newest;
    }
}
