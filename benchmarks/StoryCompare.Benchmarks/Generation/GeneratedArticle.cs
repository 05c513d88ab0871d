namespace StoryCompare.Benchmarks.Generation;

/// <summary>An article with its truth.</summary>
/// <param name="Article">As a caller would give it.</param>
/// <param name="Event">Number of the event it tells of.</param>
/// <param name="Sentences">Its own sentences, by place in the text, each with the number of the statement it tells: one of <see cref="StoryPlan.Statements"/>, or a higher one that only this article and its copies tell.</param>
internal sealed record GeneratedArticle(Article Article, int Event, IReadOnlyList<(TextSpan Span, int Statement)> Sentences);
