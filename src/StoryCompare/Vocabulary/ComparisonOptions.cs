namespace StoryCompare;

/// <summary>How the articles of one story are compared.</summary>
public sealed record ComparisonOptions
{
    /// <summary>How sure the library must be before it reports a conflict.</summary>
    public Precision Precision { get; init; } = Precision.Balanced;

    /// <summary>Most articles of one story that are compared, from 2; the rest, by id, stay in the story but support no finding, and a diagnostic says so.</summary>
    public int MaxStoryArticles { get; init; } = 20_000;

    /// <summary>Most groups of aligned sentences a story keeps, from 1: those with most members. A diagnostic says how many were left out.</summary>
    public int MaxAlignments { get; init; } = 200_000;

    /// <summary>Throws when a value is out of range.</summary>
    internal void Validate()
    {
        if (!Enum.IsDefined(Precision))
        {
            throw new ArgumentOutOfRangeException(nameof(Precision), Precision, "Not a precision.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaxStoryArticles, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAlignments, 1);
    }
}
