using BenchmarkDotNet.Attributes;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Reports;

namespace StoryCompare.Benchmarks.EndToEnd;

/// <summary>Articles in, report out, in one process, warm: the five seeds and one story of many articles.</summary>
[WarmupCount(1)]
[IterationCount(5)]
public class CompareBenchmarks : IWorkload
{
    // The first call compiles for seconds. BenchmarkDotNet takes that for its length and calls once an iteration: without these, calls 3 to 7 of a process were measured.
    private const int SeedComparisons = 50;

    private static readonly Dictionary<string, int> Sizes = new(StringComparer.Ordinal) { [nameof(Story10)] = 10, [nameof(Story50)] = 50, [nameof(Story200)] = 200 };
    private readonly Dictionary<string, IReadOnlyList<Article>> _stories = [];
    private IReadOnlyList<Article> _seeds = [];

    [GlobalSetup]
    public void Setup()
    {
        _seeds = SeedFiles.Read();
        foreach ((string name, int articles) in Sizes)
        {
            int made = Benchmarks.Sizes.Of(articles, 4);
            _stories[name] = [.. CorpusGenerator.Story(made, 20, Math.Max(40, made * 3 / 2)).Select(static g => g.Article)];
        }
    }

    Work IWorkload.WorkOf(string benchmark) => new(Sizes.GetValueOrDefault(benchmark, 5), "articles");

    [Benchmark(Baseline = true, Description = "the five seeds", OperationsPerInvoke = SeedComparisons)]
    public int Seeds()
    {
        int largest = 0;
        for (int i = 0; i < SeedComparisons; i++)
        {
            largest = Compare(_seeds, 3);
        }

        return largest;
    }

    [Benchmark(Description = "story of 10 articles")]
    public int Story10() => Compare(_stories[nameof(Story10)], 1);

    [Benchmark(Description = "story of 50 articles")]
    public int Story50() => Compare(_stories[nameof(Story50)], 1);

    [Benchmark(Description = "story of 200 articles")]
    public int Story200() => Compare(_stories[nameof(Story200)], 1);

    // A large story may fall into parts: the answer is right when most of it stays together.
    private static int Compare(IReadOnlyList<Article> articles, int stories)
    {
        StoryReport report = StoryComparer.Default.Compare(articles);
        int largest = report.Stories.Max(static s => s.Articles.Count);
        return stories == 1 ? NewsSample.Check(largest, Math.Min(articles.Count, 4) / 2, articles.Count) : NewsSample.Check(report.Stories.Count, stories, stories);
    }
}
