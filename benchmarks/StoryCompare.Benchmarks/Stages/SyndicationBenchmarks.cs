using BenchmarkDotNet.Attributes;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Reports;
using StoryCompare.Syndication;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>Copies among many articles, three of ten of them copies.</summary>
public class SyndicationBenchmarks : IWorkload
{
    private uint[][] _articles = [];
    private int _copies;

    [ParamsSource(nameof(Numbers))]
    public int Articles { get; set; }

    public static IEnumerable<int> Numbers => Sizes.Small ? [100] : [1000, 10_000];

    Work IWorkload.WorkOf(string benchmark) => new(Articles, "articles");

    [GlobalSetup]
    public void Prepare()
    {
        Random random = new(7);
        _articles = new uint[Articles][];
        _copies = 0;
        for (int i = 0; i < Articles; i++)
        {
            bool copy = i % 10 >= 7;
            _copies += copy ? 1 : 0;
            _articles[i] = copy ? (uint[])_articles[i - 7].Clone() : [.. Enumerable.Range(0, 400).Select(_ => (uint)random.Next(20_000))];
            _articles[i][random.Next(400)] = 1;
        }
    }

    [Benchmark(Description = "near copies in a corpus")]
    public int NearCopies()
    {
        NearCopyIndex index = new();
        int found = 0;
        for (int i = 0; i < _articles.Length; i++)
        {
            found += index.Add(ShingledText.Hash(_articles[i])) == i ? 0 : 1;
        }

        return NewsSample.Check(found, _copies, _copies);
    }
}
