namespace StoryCompare;

/// <summary>Which story an article belongs to.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Story">Id of its story.</param>
public sealed record ArticleStory(string Article, string Story);
