namespace StoryCompare;

/// <summary>How articles depend on each other.</summary>
public enum SyndicationKind
{
    /// <summary>One text, republished.</summary>
    Copy,
    /// <summary>One text, reworded.</summary>
    Rewrite,
    /// <summary>Both draw on one unseen text or source.</summary>
    SharedSource,
    /// <summary>They share a publisher's templates and stock paragraphs only; says nothing about dependence of their news.</summary>
    HouseStyle,
}
