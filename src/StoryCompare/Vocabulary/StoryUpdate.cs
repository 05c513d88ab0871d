namespace StoryCompare;

/// <summary>What adding an article to a <see cref="StoryTracker"/> did.</summary>
/// <param name="Article">Id of the article, as the tracker holds it.</param>
/// <param name="Story">Id of its story; it never changes for a story, nor is it given twice.</param>
/// <param name="Kind">What happened, the first that holds: <see cref="StoryUpdateKind.Replaced"/>, a story merged into the article's, a story split, joined, new.</param>
/// <param name="Articles">The story's articles now, in the order they came.</param>
public sealed record StoryUpdate(string Article, string Story, StoryUpdateKind Kind, IReadOnlyList<string> Articles)
{
    /// <summary>Why the article is where it is: the pair that ties it to its story most (none when it is alone), then at most three near misses, likeliest first.</summary>
    public IReadOnlyList<PairReason> Reasons { get; init; } = [];

    /// <summary>What else changed, now that this article is known: merges, splits and moves of articles that were held. Mostly empty.</summary>
    public IReadOnlyList<StoryChange> Changes { get; init; } = [];

    /// <summary>Ids of the stories that ended because their newest article fell out of the window, the oldest first. Their articles are no longer held.</summary>
    public IReadOnlyList<string> Expired { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Article}: {Kind} {Story} ({Articles.Count} articles)";
}
