namespace StoryCompare;

/// <summary>How articles are grouped into events and storylines.</summary>
public sealed record ClusteringOptions
{
    /// <summary>Least probability that joins articles to one event, in (0, 1). Higher splits more. One value serves every collection measured (docs/ARCHITECTURE.md).</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>Longest gap, in days, between stories of one storyline.</summary>
    public int StorylineDays { get; init; } = 14;

    /// <summary>Days a <see cref="StoryTracker"/> holds a story after its newest article, by the articles' own dates; 0 for ever. A batch has no window.</summary>
    public int WindowDays { get; init; }

    /// <summary>Throws when a value is out of range.</summary>
    internal void Validate()
    {
        if (!(Threshold > 0 && Threshold < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Threshold), Threshold, "The threshold must lie between 0 and 1, both excluded.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(StorylineDays);
        ArgumentOutOfRangeException.ThrowIfNegative(WindowDays);
    }
}
