namespace StoryCompare;

/// <summary>On what an article's date rests.</summary>
public enum DateBasis
{
    /// <summary>Nothing tells.</summary>
    Unknown,
    /// <summary>Given by the caller.</summary>
    Stated,
    /// <summary>Inferred from the article's own text.</summary>
    Inferred,
    /// <summary>Taken over from articles of the same story.</summary>
    Transferred,
}
