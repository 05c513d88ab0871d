using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Claims;
using StoryCompare.Clustering;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Syndication;

namespace StoryCompare;

/// <summary>One run of the whole way from articles to report.</summary>
internal static class ComparisonRun
{
    public static StoryReport Run(IEnumerable<Article> articles, StoryCompareOptions options, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(articles);
        List<Diagnostic> diagnostics = [];
        IReadOnlyList<(string Id, Article Article)> named = ArticleIds.Assign(articles, diagnostics);
        AnalyzedArticle[] analyzed = new AnalyzedArticle[named.Count];
        ParallelOptions parallel = new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = options.MaxDegreeOfParallelism == 0 ? Environment.ProcessorCount : options.MaxDegreeOfParallelism };
        ProgressCounter analysisProgress = new(progress, "analysis", analyzed.Length);
        Parallel.For(0, analyzed.Length, parallel, i =>
        {
            analyzed[i] = ArticleAnalyzer.Analyze(named[i].Article, named[i].Id);
            analysisProgress.Step();
        });

        ClusteringResult clusters = EventClusterer.Cluster(analyzed, options.Clustering, cancellationToken);
        StoryFindings[] findings = new StoryFindings[clusters.Stories.Count];
        ProgressCounter storyProgress = new(progress, "comparison", findings.Length);
        Parallel.For(0, findings.Length, parallel, s =>
        {
            findings[s] = CompareStory(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"s{s + 1}"), [.. clusters.Stories[s].Members.Select(m => analyzed[m])], options, cancellationToken);
            storyProgress.Step();
        });

        return Assemble(analyzed, clusters, findings, diagnostics);
    }

    private static StoryFindings CompareStory(string id, IReadOnlyList<AnalyzedArticle> articles, StoryCompareOptions options, CancellationToken cancellationToken)
    {
        int[][] nameGroups = NameFolding.Fold([.. articles.Select(a => a.Names)], options.Names);
        Dependence dependence = SyndicationFinder.Find(articles, options, cancellationToken);
        IReadOnlyList<AlignmentGroup> alignments = SentenceAligner.Align(articles, nameGroups, options, cancellationToken);
        return ClaimComparer.Compare(new StoryInput(id, articles, nameGroups, dependence, alignments, options), cancellationToken);
    }

    private static StoryReport Assemble(AnalyzedArticle[] analyzed, ClusteringResult clusters, StoryFindings[] findings, List<Diagnostic> diagnostics)
    {
        ReportedArticle[] reported = new ReportedArticle[analyzed.Length];
        for (int s = 0; s < findings.Length; s++)
        {
            IReadOnlyList<int> members = clusters.Stories[s].Members;
            for (int m = 0; m < members.Count; m++)
            {
                AnalyzedArticle a = analyzed[members[m]];
                reported[members[m]] = new ReportedArticle
                {
                    Id = a.Id,
                    Outlet = a.Outlet,
                    Title = a.Cleaned.Title,
                    Published = findings[s].Published[m],
                    Dropped = a.Cleaned.Dropped,
                    Language = a.Cleaned.Language,
                    Flags = [.. a.Cleaned.Flags.Concat(findings[s].Flags[m]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                };
            }
        }

        foreach (AnalyzedArticle a in analyzed)
        {
            diagnostics.AddRange(a.Cleaned.Diagnostics.Select(d => d with { Article = a.Id }));
        }

        return new StoryReport
        {
            Articles = reported,
            Stories = [.. findings.Select((f, s) => f.Story with { Reasons = clusters.Stories[s].Reasons })],
            Storylines = [.. clusters.Storylines.Select(l => new Storyline([.. l.Stories.Select(s => findings[s].Story.Id)], l.Reason))],
            Diagnostics = diagnostics,
        };
    }
}
