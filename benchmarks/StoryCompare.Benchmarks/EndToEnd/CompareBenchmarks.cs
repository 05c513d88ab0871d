using BenchmarkDotNet.Attributes;
using StoryCompare.Benchmarks.Generation;

namespace StoryCompare.Benchmarks.EndToEnd;

/// <summary>Articles in, report out, in one process, warm.</summary>
[MemoryDiagnoser]
public class CompareBenchmarks
{
    private IReadOnlyList<Article> _seeds = [];
    private IReadOnlyList<Article> _ten = [];
    private IReadOnlyList<Article> _fifty = [];
    private IReadOnlyList<Article> _twoHundred = [];

    [GlobalSetup]
    public void Setup()
    {
        _seeds = SeedFiles.Read();
        _ten = new StoryGenerator(1).Story(1, 10);
        _fifty = new StoryGenerator(2).Story(1, 50);
        _twoHundred = new StoryGenerator(3).Story(1, 200);
    }

    [Benchmark(Baseline = true)]
    public int Seeds() => Compare(_seeds, 3);

    [Benchmark]
    public int Story10Articles() => Compare(_ten, 1);

    [Benchmark]
    public int Story50Articles() => Compare(_fifty, 1);

    [Benchmark]
    public int Story200Articles() => Compare(_twoHundred, 1);

    private static int Compare(IReadOnlyList<Article> articles, int stories)
    {
        StoryReport report = StoryComparer.Default.Compare(articles);
        return report.Stories.Count == stories ? report.Stories[0].AgreedFacts.Count : throw new InvalidOperationException($"{report.Stories.Count} stories instead of {stories}");
    }
}
