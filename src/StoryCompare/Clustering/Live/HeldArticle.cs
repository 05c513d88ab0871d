namespace StoryCompare.Clustering.Live;

/// <summary>One article a tracker holds: all that was given, in one object.</summary>
/// <param name="id">Its id, distinct among those held.</param>
/// <param name="order">Its place in the order of arrival; a corrected article takes a new one.</param>
/// <param name="minute">When it was published, in minutes since 1 January 0001 UTC; what is not known is taken to be the tracker's present.</param>
internal sealed class HeldArticle(string id, long order, int minute)
{
    private const short Undated = short.MinValue;

    private string _body = "";
    private string? _title;
    private string? _outlet;
    private string? _url;
    private long _ticks;
    private short _offset = Undated;

    public string Id => id;

    public long Order => order;

    public int Minute => minute;

    /// <summary>The article as it was given, with its id; made anew at each call.</summary>
    public Article Article => new(_body)
    {
        Id = id,
        Title = _title,
        Outlet = _outlet,
        Url = _url,
        Published = _offset == Undated ? null : new DateTimeOffset(_ticks, TimeSpan.FromMinutes(_offset)),
    };

    /// <summary>The text it prints; set by the clusterer.</summary>
    public HeldText Text { get; set; } = null!;

    /// <summary>Holds what was given.</summary>
    /// <param name="article">Its id is not looked at.</param>
    /// <param name="outlets">Gives one string for equal outlets.</param>
    public HeldArticle Hold(Article article, OutletNames outlets)
    {
        (_body, _title, _outlet, _url) = (article.Text, article.Title, outlets.Shared(article.Outlet), article.Url);
        (_ticks, _offset) = article.Published is { } published ? (published.Ticks, (short)published.TotalOffsetMinutes) : (0, Undated);
        return this;
    }

    /// <summary>Whether <paramref name="article"/> says the same on the same day.</summary>
    public bool IsSame(Article article) =>
        string.Equals(_body, article.Text, StringComparison.Ordinal) && string.Equals(_title, article.Title, StringComparison.Ordinal)
        && (article.Published is { } published ? _offset != Undated && published.UtcTicks == _ticks - (_offset * TimeSpan.TicksPerMinute) : _offset == Undated);
}
