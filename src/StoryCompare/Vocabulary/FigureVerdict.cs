namespace StoryCompare;

/// <summary>What comparing two figures says.</summary>
public enum FigureVerdict
{
    /// <summary>They state one value, up to the precision both show.</summary>
    Same,
    /// <summary>Both can be true of one thing.</summary>
    Compatible,
    /// <summary>Both cannot be true of one thing at one time.</summary>
    Conflict,
    /// <summary>They measure different things, or cannot be told to measure one.</summary>
    Incomparable,
}
