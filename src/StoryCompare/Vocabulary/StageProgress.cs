namespace StoryCompare;

/// <summary>How far a comparison has come.</summary>
/// <param name="Stage"><c>analysis</c>, <c>clustering</c> or <c>comparison</c>.</param>
/// <param name="Done">Items done, from 0.</param>
/// <param name="Total">Items in all.</param>
public readonly record struct StageProgress(string Stage, int Done, int Total);
