namespace StoryCompare.Clustering.Live;

/// <summary>One story a tracker holds.</summary>
/// <param name="number">From 1 in the order stories began; never changed, never given twice.</param>
internal sealed class HeldStory(int number)
{
    private readonly List<HeldText> _texts = new(1);
    private string[]? _ids;
    private int _count;

    public int Number => number;

    /// <summary>Its texts, by number. Never empty while the story is held.</summary>
    public IReadOnlyList<HeldText> Texts => _texts;

    /// <summary>Minute of its newest article.</summary>
    public int Newest { get; private set; } = int.MinValue;

    public void Add(HeldText text)
    {
        int at = _texts.Count;
        while (at > 0 && _texts[at - 1].Number > text.Number)
        {
            at--;
        }

        _texts.Insert(at, text);
        text.Story = this;
        Newest = Math.Max(Newest, text.Newest());
        _ids = null;
    }

    public void Remove(HeldText text)
    {
        _texts.Remove(text);
        Forget();
    }

    /// <summary>Tells the story that its latest article came: to a text it holds.</summary>
    public void Append(HeldArticle article)
    {
        Newest = Math.Max(Newest, article.Minute);
        if (_ids is null)
        {
            return;
        }

        if (_count == _ids.Length)
        {
            Array.Resize(ref _ids, Math.Max(4, _count * 2));
        }

        _ids[_count++] = article.Id;
    }

    /// <summary>Tells the story that an article left one of its texts.</summary>
    public void Forget()
    {
        _ids = null;
        Newest = int.MinValue;
        foreach (HeldText text in _texts)
        {
            Newest = Math.Max(Newest, text.Newest());
        }
    }

    /// <summary>Its articles in the order they came.</summary>
    public IEnumerable<HeldArticle> Articles() => _texts.SelectMany(static t => t.Articles).OrderBy(static a => a.Order);

    /// <summary>The ids of its articles now, in the order they came. Later arrivals do not show in a list given earlier, and cost no copy of it.</summary>
    public IReadOnlyList<string> Ids()
    {
        if (_ids is null)
        {
            _ids = [.. Articles().Select(static a => a.Id)];
            _count = _ids.Length;
        }

        return new ArraySegment<string>(_ids, 0, _count);
    }
}
