namespace StoryCompare;

/// <summary>How sure the library must be before it reports a conflict.</summary>
public enum Precision
{
    /// <summary>Only what is beyond doubt.</summary>
    Strict,
    /// <summary>The default: a false conflict is held to cost more than a missed one.</summary>
    Balanced,
    /// <summary>Also what may be a conflict; expect false ones, marked low.</summary>
    Wide,
}
