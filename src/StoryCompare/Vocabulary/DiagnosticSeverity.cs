namespace StoryCompare;

/// <summary>How much a diagnostic matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,
    /// <summary>Something was left out or assumed.</summary>
    Warning,
    /// <summary>Something could not be read.</summary>
    Error,
}
