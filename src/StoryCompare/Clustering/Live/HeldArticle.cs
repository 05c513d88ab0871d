namespace StoryCompare.Clustering.Live;

/// <summary>One article a tracker holds.</summary>
/// <param name="Id">Its id, distinct among those held.</param>
/// <param name="Order">Its place in the order of arrival; a corrected article takes a new one.</param>
/// <param name="Minute">When it was published, in minutes since 1 January 0001 UTC; what is not known is taken to be the tracker's present.</param>
/// <param name="Article">The article as it was given.</param>
internal sealed record HeldArticle(string Id, long Order, int Minute, Article Article)
{
    /// <summary>The text it tells; set by the clusterer.</summary>
    public HeldText Text { get; set; } = null!;
}
