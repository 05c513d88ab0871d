namespace StoryCompare;

/// <summary>What adding an article did.</summary>
public enum StoryUpdateKind
{
    /// <summary>It started a story.</summary>
    New,
    /// <summary>It joined a story.</summary>
    Joined,
    /// <summary>It replaced an earlier version of itself (an article with the same id), which left first.</summary>
    Replaced,
}
