namespace StoryCompare;

/// <summary>What makes a conflict understandable without either side being wrong.</summary>
public enum ConflictExplanation
{
    /// <summary>Nothing known explains it.</summary>
    None,
    /// <summary>The world moved on between the two texts.</summary>
    Update,
    /// <summary>One article is two reports pasted together.</summary>
    Composite,
}
