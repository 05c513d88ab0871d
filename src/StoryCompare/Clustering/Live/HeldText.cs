namespace StoryCompare.Clustering.Live;

/// <summary>One text a tracker holds, with all articles that print it: copies weigh as one.</summary>
/// <param name="number">Numbers rise in order of arrival and are never given twice.</param>
/// <param name="vectors">Its features, weighed with the counts of the moment it came.</param>
/// <param name="content">Hash of its words.</param>
internal sealed class HeldText(int number, ArticleVectors vectors, ulong content)
{
    public int Number => number;

    public ArticleVectors Vectors => vectors;

    public ulong Content => content;

    /// <summary>The articles that print it, in order of arrival; never empty while it is held.</summary>
    public List<HeldArticle> Articles { get; } = new(1);

    /// <summary>The texts it is most like.</summary>
    public NeighbourList Neighbours { get; } = new();

    /// <summary>Its story; null only until its first decision.</summary>
    public HeldStory? Story { get; set; }

    /// <summary>Whether the caller put it where it is: then nothing but the caller moves it.</summary>
    public bool IsPinned { get; set; }
}
