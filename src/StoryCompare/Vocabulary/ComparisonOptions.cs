namespace StoryCompare;

/// <summary>How the articles of one story are compared.</summary>
public sealed record ComparisonOptions
{
    /// <summary>How sure the library must be before it reports a conflict.</summary>
    public Precision Precision { get; init; } = Precision.Balanced;

    /// <summary>Throws when a value is out of range.</summary>
    internal void Validate()
    {
        if (!Enum.IsDefined(Precision))
        {
            throw new ArgumentOutOfRangeException(nameof(Precision), Precision, "Not a precision.");
        }
    }
}
