using BenchmarkDotNet.Attributes;
using StoryCompare.Syndication;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>Copies among many articles, three of ten of them copies.</summary>
public class SyndicationBenchmarks
{
    private uint[][] _articles = [];
    private int _copies;

    [Params(1_000, 10_000)]
    public int Articles { get; set; }

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

    [Benchmark]
    public int NearCopies()
    {
        NearCopyIndex index = new();
        int found = 0;
        for (int i = 0; i < _articles.Length; i++)
        {
            found += index.Add(ShingledText.Hash(_articles[i])) == i ? 0 : 1;
        }

        return found == _copies ? found : throw new InvalidOperationException($"{_copies} copies expected, {found} found.");
    }
}
