namespace StoryCompare;

/// <summary>Direction of a change that a figure measures.</summary>
public enum FigureChange
{
    /// <summary>The text tells of no change.</summary>
    None,
    /// <summary>"rose 5 percent".</summary>
    Up,
    /// <summary>"fell 5 percent".</summary>
    Down,
}
