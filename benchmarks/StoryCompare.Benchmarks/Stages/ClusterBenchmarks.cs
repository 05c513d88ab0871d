using BenchmarkDotNet.Attributes;
using StoryCompare.Analysis;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Measures;
using StoryCompare.Benchmarks.Reports;
using StoryCompare.Clustering;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>Clusters analysed articles: vectors, candidate pairs, scores, linkage. Reading the articles is not counted.</summary>
public class ClusterBenchmarks : IWorkload
{
    private AnalyzedArticle[] _articles = [];
    private int[] _events = [];

    /// <summary>Number of articles.</summary>
    [ParamsSource(nameof(Numbers))]
    public int Articles { get; set; }

    public static IEnumerable<int> Numbers => [Sizes.Of(1000, 100)];

    [GlobalSetup]
    public void Setup()
    {
        GeneratedArticle[] generated = [.. CorpusGenerator.Corpus(Articles)];
        _articles = [.. generated.Select(static g => ArticleAnalyzer.AnalyzeForClustering(g.Article, g.Article.Id!))];
        _events = [.. generated.Select(static g => g.Event)];
        int[] of = new int[Articles];
        IReadOnlyList<EventCluster> stories = EventClusterer.Cluster(_articles, new ClusteringOptions(), CancellationToken.None).Stories;
        for (int s = 0; s < stories.Count; s++)
        {
            foreach (int member in stories[s].Members)
            {
                of[member] = s;
            }
        }

        ClusterAccuracy accuracy = ClusterAccuracy.Of(_events, of);
        if (accuracy.F1 < 0.7)
        {
            throw new InvalidOperationException($"B-cubed F1 is {accuracy.F1:0.000}.");
        }
    }

    Work IWorkload.WorkOf(string benchmark) => new(Articles, "articles");

    [Benchmark(Description = "cluster")]
    public int Cluster() => NewsSample.Check(EventClusterer.Cluster(_articles, new ClusteringOptions(), CancellationToken.None).Stories.Count, Articles * 0.15, Articles * 0.7);
}
