namespace StoryCompare;

/// <summary>Articles that an arrival moved from one story to another.</summary>
/// <param name="Kind"><see cref="StoryUpdateKind.Merged"/>: <paramref name="From"/> ended; <see cref="StoryUpdateKind.Split"/>: <paramref name="Story"/> began; <see cref="StoryUpdateKind.Moved"/>: both go on.</param>
/// <param name="Story">Id of the story they are in now.</param>
/// <param name="From">Id of the story they were in.</param>
/// <param name="Articles">Their ids, in the order they came.</param>
/// <param name="Reasons">The pair that decided: the likeliest of those now together, or, for a split, of those now apart.</param>
public sealed record StoryChange(StoryUpdateKind Kind, string Story, string From, IReadOnlyList<string> Articles, IReadOnlyList<PairReason> Reasons)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Story} from {From} ({Articles.Count} articles)";
}
