namespace StoryCompare;

/// <summary>What adding an article to a StoryTracker did.</summary>
/// <param name="Article">Id of the article, as the tracker holds it.</param>
/// <param name="Story">Id of its story; it never changes for a story, nor is it given twice.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Articles">The story's articles now, in the order they came.</param>
public sealed record StoryUpdate(string Article, string Story, StoryUpdateKind Kind, IReadOnlyList<string> Articles)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Article}: {Kind} {Story} ({Articles.Count} articles)";
}
