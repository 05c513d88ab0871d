using BenchmarkDotNet.Attributes;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Reports;

namespace StoryCompare.Benchmarks.EndToEnd;

/// <summary>A generated corpus of many stories: clustered only, and compared in full.</summary>
[WarmupCount(1)]
[IterationCount(2)]
public class CorpusBenchmarks : IWorkload
{
    private IReadOnlyList<Article> _articles = [];

    /// <summary>Number of articles.</summary>
    [ParamsSource(nameof(Numbers))]
    public int Articles { get; set; }

    public static IEnumerable<int> Numbers => Sizes.Small ? [60] : [1000, 10_000];

    [GlobalSetup]
    public void Setup() => _articles = [.. CorpusGenerator.Corpus(Articles).Select(static g => g.Article)];

    Work IWorkload.WorkOf(string benchmark) => new(Articles, "articles");

    [Benchmark(Description = "Cluster")]
    public int Cluster() => Check(StoryComparer.Default.Cluster(_articles).Select(static s => s.Story).Distinct(StringComparer.Ordinal).Count());

    [Benchmark(Description = "Compare")]
    public int Compare() => Check(StoryComparer.Default.Compare(_articles).Stories.Count);

    private int Check(int stories) => NewsSample.Check(stories, Articles * 0.15, Articles * 0.7);
}
