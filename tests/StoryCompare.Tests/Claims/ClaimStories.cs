using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Claims;
using StoryCompare.Names;
using StoryCompare.Syndication;

namespace StoryCompare.Tests.Claims;

/// <summary>Compares a few short articles as one story, past the clusterer.</summary>
internal static class ClaimStories
{
    /// <summary>One story of these texts; ids a, b, c …, each an outlet of its own, one day apart from the given first day.</summary>
    public static Story Compare(params string[] texts) => Compare(new StoryCompareOptions(), texts);

    /// <summary>The same with options.</summary>
    public static Story Compare(StoryCompareOptions options, params string[] texts) =>
        Compare(options, [.. texts.Select((t, i) => new Article(t) { Id = ((char)('a' + i)).ToString(), Outlet = "Outlet " + (char)('A' + i), Published = new DateTimeOffset(2024, 5, 6 + i, 0, 0, 0, TimeSpan.Zero) })]);

    /// <summary>One story of these articles.</summary>
    public static Story Compare(StoryCompareOptions options, IReadOnlyList<Article> articles)
    {
        AnalyzedArticle[] analyzed = [.. articles.OrderBy(a => a.Id, StringComparer.Ordinal).Select(a => ArticleAnalyzer.Analyze(a, a.Id!))];
        int[][] names = NameFolding.Fold([.. analyzed.Select(a => a.Names)], options.Names);
        Dependence dependence = SyndicationFinder.Find(analyzed, options, CancellationToken.None);
        IReadOnlyList<AlignmentGroup> alignments = SentenceAligner.Align(analyzed, names, options, CancellationToken.None);
        return ClaimComparer.Compare(new StoryInput("s1", DateTransfer.Apply(analyzed), names, dependence, alignments, options), CancellationToken.None).Story;
    }
}
