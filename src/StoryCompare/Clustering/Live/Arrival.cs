namespace StoryCompare.Clustering.Live;

/// <summary>What an addition did.</summary>
/// <param name="Article">The article as it is held.</param>
/// <param name="Replaced">Whether it is a new version of one that was held.</param>
/// <param name="Began">Whether its story began with it.</param>
/// <param name="Moves">What else changed.</param>
/// <param name="Expired">Numbers of the stories that ended by age, the oldest first.</param>
internal sealed record Arrival(HeldArticle Article, bool Replaced, bool Began, IReadOnlyList<StoryMove> Moves, IReadOnlyList<int> Expired);
