using StoryCompare.Analysis;

namespace StoryCompare.Syndication;

/// <summary>The independent origins of a statement.</summary>
/// <param name="Count">At least 1.</param>
/// <param name="Names">Named sources, ordinal order.</param>
internal sealed record OriginCount(int Count, IReadOnlyList<string> Names);

/// <summary>Counts from how many independent origins a statement comes.</summary>
internal static class Origins
{
    /// <summary>Origins of one statement told by <paramref name="sentences"/> (article, sentence) of a story.</summary>
    /// <param name="articles">The story's articles.</param>
    /// <param name="dependence">From <see cref="SyndicationFinder"/>.</param>
    /// <param name="sentences">Who tells it.</param>
    /// <param name="nameGroups">From name folding: group number by article and entity.</param>
    public static OriginCount Count(IReadOnlyList<AnalyzedArticle> articles, Dependence dependence, IReadOnlyList<(int Article, int Sentence)> sentences, int[][] nameGroups) =>
        new(sentences.Select(s => dependence.Lines[s.Article]).Distinct().Count(), []);
}
