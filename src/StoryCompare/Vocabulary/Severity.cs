namespace StoryCompare;

/// <summary>Weight of a conflict for an editor.</summary>
public enum Severity
{
    /// <summary>Diverging description or framing, or a finding the library is not sure of.</summary>
    Low,
    /// <summary>A difference that matters, softened by time, source or scope.</summary>
    Medium,
    /// <summary>Two statements that cannot both hold, or one statement credited to different sources.</summary>
    High,
}
