namespace StoryCompare.Cli;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;
    /// <summary>Done, but some input could not be read.</summary>
    public const int Incomplete = 1;
    /// <summary>Usage, or nothing readable at all.</summary>
    public const int Usage = 2;
}
