using StoryCompare.Analysis;

namespace StoryCompare.Syndication;

/// <summary>Which articles of a story depend on each other, and how that shows.</summary>
internal sealed class Dependence
{
    public IReadOnlyList<SyndicationGroup> Groups { get; init; } = [];
    /// <summary>For each article of the story: the number of its reporting line; articles that depend on each other share one.</summary>
    public IReadOnlyList<int> Lines { get; init; } = [];
}

/// <summary>Finds copies, rewrites and shared sources.</summary>
internal static class SyndicationFinder
{
    /// <summary>The dependences among the articles of one story.</summary>
    public static Dependence Find(IReadOnlyList<AnalyzedArticle> articles, StoryCompareOptions options, CancellationToken cancellationToken) =>
        new() { Lines = [.. Enumerable.Range(0, articles.Count)] };
}
