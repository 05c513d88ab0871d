using BenchmarkDotNet.Attributes;
using StoryCompare.Benchmarks.Generation;

namespace StoryCompare.Benchmarks.EndToEnd;

/// <summary>Articles in, report out, in one process, warm.</summary>
[MemoryDiagnoser]
public class CompareBenchmarks
{
    private IReadOnlyList<Article> _seeds = [];

    [GlobalSetup]
    public void Setup() => _seeds = SeedFiles.Read();

    [Benchmark(Baseline = true)]
    public int Seeds() => StoryComparer.Default.Compare(_seeds).Stories.Count;
}
