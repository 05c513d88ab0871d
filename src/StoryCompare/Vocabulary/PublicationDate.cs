namespace StoryCompare;

/// <summary>When an article was published, as an interval of days with its reasons.</summary>
/// <param name="From">First possible day, or null when open.</param>
/// <param name="To">Last possible day, inclusive, or null when open.</param>
/// <param name="Basis">On what it rests.</param>
/// <param name="Reasons">In words, with the text's own expressions.</param>
public sealed record PublicationDate(DateOnly? From, DateOnly? To, DateBasis Basis, IReadOnlyList<string> Reasons)
{
    /// <summary>Nothing is known.</summary>
    public static PublicationDate Unknown { get; } = new(null, null, DateBasis.Unknown, []);
}
