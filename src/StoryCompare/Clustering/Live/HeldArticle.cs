namespace StoryCompare.Clustering.Live;

/// <summary>One article a tracker holds.</summary>
/// <param name="id">Its id, distinct among those held.</param>
/// <param name="order">Its place in the order of arrival; a corrected article takes a new one.</param>
/// <param name="minute">When it was published, in minutes since 1 January 0001 UTC; what is not known is taken to be the tracker's present.</param>
internal sealed class HeldArticle(string id, long order, int minute)
{
    public string Id => id;

    public long Order => order;

    public int Minute => minute;

    /// <summary>The article as it was given.</summary>
    public required Article Article { get; set; }

    /// <summary>The text it prints; set by the clusterer.</summary>
    public HeldText Text { get; set; } = null!;
}
