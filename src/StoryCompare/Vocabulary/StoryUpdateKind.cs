namespace StoryCompare;

/// <summary>What an addition did to a story.</summary>
public enum StoryUpdateKind
{
    /// <summary>The article began a story.</summary>
    New,
    /// <summary>The article joined a story.</summary>
    Joined,
    /// <summary>The article replaced an earlier version of itself (an article with the same id), which left first.</summary>
    Replaced,
    /// <summary>Stories turned out to be one: the smaller ended in the larger.</summary>
    Merged,
    /// <summary>A story turned out to be two: a part of it began a story.</summary>
    Split,
    /// <summary>Articles went from one story to another, and both go on.</summary>
    Moved,
}
