using System.Globalization;
using StoryCompare.Analysis;
using StoryCompare.Claims;
using StoryCompare.Clustering;
using StoryCompare.Internals;

namespace StoryCompare;

/// <summary>One run of the whole way from articles to report.</summary>
internal static class ComparisonRun
{
    public static StoryReport Run(IEnumerable<Article> articles, StoryCompareOptions options, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(articles);
        List<Diagnostic> diagnostics = [];
        IReadOnlyList<IdentifiedArticle> identified = ArticleIds.Assign(articles, diagnostics);
        ParallelOptions parallel = Parallelism(options, cancellationToken);
        ArticleSketch[] sketches = new ArticleSketch[identified.Count];
        AnalyzedArticle[] analyzed = Analyze(identified, options, progress, parallel, sketches);
        ClusteringResult clusters = EventClusterer.Cluster(analyzed, sketches, options.Clustering, cancellationToken, options.Embeddings, options.MaxDegreeOfParallelism);
        StoryFindings[] findings = new StoryFindings[clusters.Stories.Count];
        ProgressCounter storyProgress = new(progress, "comparison", findings.Length);
        LargestFirst(clusters.Stories, parallel, s =>
        {
            findings[s] = StoryComparison.Compare(StoryId(s), [.. clusters.Stories[s].Members.Select(m => analyzed[m])], WithThreads(options, clusters.Stories[s], analyzed), cancellationToken);
            storyProgress.Step();
        });

        return Assemble(identified, analyzed, clusters, findings, diagnostics);
    }

    /// <summary>Compares articles whose stories are known, keeping the stories' ids. Articles have distinct ids.</summary>
    public static StoryReport Compare(IReadOnlyList<(string Story, IReadOnlyList<Article> Articles)> stories, StoryCompareOptions options, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        List<Diagnostic> diagnostics = [];
        IReadOnlyList<IdentifiedArticle> identified = ArticleIds.Assign(stories.SelectMany(static s => s.Articles), diagnostics);
        Dictionary<string, int> index = Enumerable.Range(0, identified.Count).ToDictionary(i => identified[i].Id, StringComparer.Ordinal);
        ParallelOptions parallel = Parallelism(options, cancellationToken);
        AnalyzedArticle[] analyzed = Analyze(identified, options, progress, parallel);
        EventCluster[] clusters = [.. stories.Select(s => new EventCluster([.. s.Articles.Select(a => index[a.Id!]).Order()], []))];
        StoryFindings[] findings = new StoryFindings[clusters.Length];
        ProgressCounter counter = new(progress, "comparison", findings.Length);
        LargestFirst(clusters, parallel, s =>
        {
            findings[s] = StoryComparison.Compare(stories[s].Story, [.. clusters[s].Members.Select(m => analyzed[m])], WithThreads(options, clusters[s], analyzed), cancellationToken);
            counter.Step();
        });

        return Assemble(identified, analyzed, new ClusteringResult(clusters, []), findings, diagnostics);
    }

    /// <summary>Only the clustering, in input order.</summary>
    public static IReadOnlyList<ArticleStory> Cluster(IEnumerable<Article> articles, StoryCompareOptions options, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(articles);
        (string[] ids, int[] positions, Article?[] held) = Apart(ArticleIds.Assign(articles, []));
        ArticleSketch[] sketches = new ArticleSketch[ids.Length];
        ProgressCounter counter = new(progress, "analysis", sketches.Length);
        Article Limited(int i) => ArticleLimit.Apply(held[i]!, options.MaxArticleLength);

        // What was read of an article is let go as soon as its features are counted, its text too where nothing asks for it again: a corpus is held by its features alone.
        Parallel.For(0, sketches.Length, Parallelism(options, cancellationToken), static () => (Analyzer: new ArticleAnalyzer(), Builder: new SketchBuilder()), (i, _, own) =>
        {
            sketches[i] = own.Builder.Build(own.Analyzer.ReadForClustering(Limited(i), ids[i]));
            held[i] = options.Embeddings is null ? null : held[i];
            counter.Step();
            return own;
        }, static own => own.Analyzer.Dispose());
        IReadOnlyList<IReadOnlyList<int>> stories = EventClusterer.Members(ids, sketches, Limited, options.Clustering, cancellationToken, options.Embeddings, options.MaxDegreeOfParallelism);
        ArticleStory[] result = new ArticleStory[ids.Length];
        for (int s = 0; s < stories.Count; s++)
        {
            foreach (int member in stories[s])
            {
                result[positions[member]] = new ArticleStory(ids[member], StoryId(s));
            }
        }

        return result;
    }

    // One story may be half of the work: begun last, it would keep one thread busy while the others have nothing left.
    private static void LargestFirst(IReadOnlyList<EventCluster> stories, ParallelOptions parallel, Action<int> compare) =>
        Together.Run(parallel, [.. Enumerable.Range(0, stories.Count).OrderByDescending(s => stories[s].Members.Count).Select<int, Action>(s => () => compare(s))]);

    private static (string[] Ids, int[] Positions, Article?[] Articles) Apart(IReadOnlyList<IdentifiedArticle> identified) =>
        ([.. identified.Select(static a => a.Id)], [.. identified.Select(static a => a.Position)], [.. identified.Select(static a => a.Article)]);

    private static ParallelOptions Parallelism(StoryCompareOptions options, CancellationToken cancellationToken) => Together.Threads(options.MaxDegreeOfParallelism, cancellationToken);

    // Stories are compared side by side, each by one thread. A story that holds more than one thread's share of the articles would be waited for at the end: it gets them all.
    private static StoryCompareOptions WithThreads(StoryCompareOptions options, EventCluster story, AnalyzedArticle[] all) =>
        (long)story.Members.Count * Parallelism(options, default).MaxDegreeOfParallelism > all.Length ? options : options with { MaxDegreeOfParallelism = 1 };

    // Everything of each article, and what clustering counts in it where that is asked for.
    private static AnalyzedArticle[] Analyze(IReadOnlyList<IdentifiedArticle> identified, StoryCompareOptions options, IProgress<StageProgress>? progress, ParallelOptions parallel, ArticleSketch[]? sketches = null)
    {
        AnalyzedArticle[] analyzed = new AnalyzedArticle[identified.Count];
        ProgressCounter counter = new(progress, "analysis", analyzed.Length);
        Parallel.For(0, analyzed.Length, parallel, static () => (Analyzer: new ArticleAnalyzer(), Builder: new SketchBuilder()), (i, _, reader) =>
        {
            analyzed[i] = reader.Analyzer.Read(ArticleLimit.Apply(identified[i].Article, options.MaxArticleLength), identified[i].Id);
            if (sketches is not null)
            {
                sketches[i] = reader.Builder.Build(analyzed[i]);
            }

            counter.Step();
            return reader;
        }, static reader => reader.Analyzer.Dispose());
        return analyzed;
    }

    private static string StoryId(int index) => string.Create(CultureInfo.InvariantCulture, $"s{index + 1}");

    private static StoryReport Assemble(IReadOnlyList<IdentifiedArticle> identified, AnalyzedArticle[] analyzed, ClusteringResult clusters, StoryFindings[] findings, List<Diagnostic> diagnostics)
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
                    Url = a.Article.Url,
                    Text = identified[members[m]].Article.Text,
                    Published = findings[s].Published[m],
                    Dropped = ArticleLimit.Dropped(identified[members[m]].Article, a.Article) is { } rest ? [.. a.Cleaned.Dropped, rest] : a.Cleaned.Dropped,
                    Language = a.Cleaned.Language,
                    Flags = [.. a.Cleaned.Flags.Concat(findings[s].Flags[m]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                };
            }
        }

        for (int i = 0; i < analyzed.Length; i++)
        {
            AnalyzedArticle a = analyzed[i];
            diagnostics.AddRange(a.Cleaned.Diagnostics.Select(d => d with { Article = a.Id }));
            if (ArticleLimit.Diagnose(a.Id, identified[i].Article, a.Article) is { } cut)
            {
                diagnostics.Add(cut);
            }
        }

        foreach (StoryFindings f in findings)
        {
            diagnostics.AddRange(f.LeftOut);
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
