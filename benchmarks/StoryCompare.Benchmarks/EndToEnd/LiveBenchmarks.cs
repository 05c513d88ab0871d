using BenchmarkDotNet.Attributes;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Reports;

namespace StoryCompare.Benchmarks.EndToEnd;

/// <summary>Adds articles to a tracker that holds many. Each iteration goes on where the one before ended.</summary>
public class LiveBenchmarks : IWorkload
{
    private readonly List<Article> _next = [];
    private StoryTracker _tracker = new();
    private IEnumerator<GeneratedArticle> _corpus = Enumerable.Empty<GeneratedArticle>().GetEnumerator();

    /// <summary>Number of articles held.</summary>
    [ParamsSource(nameof(Numbers))]
    public int Held { get; set; }

    public static IEnumerable<int> Numbers => Sizes.Small ? [50] : [1000, 10_000];

    private static int Added => Sizes.Of(500, 20);

    [GlobalSetup]
    public void Fill()
    {
        _tracker = new StoryTracker();
        _corpus = CorpusGenerator.Corpus(int.MaxValue).GetEnumerator();
        while (_tracker.Count < Held && _corpus.MoveNext())
        {
            _tracker.Add(_corpus.Current.Article);
        }
    }

    [IterationSetup]
    public void Take()
    {
        _next.Clear();
        while (_next.Count < Added && _corpus.MoveNext())
        {
            _next.Add(_corpus.Current.Article);
        }
    }

    [GlobalCleanup]
    public void End() => _corpus.Dispose();

    Work IWorkload.WorkOf(string benchmark) => new(Added, "articles");

    [Benchmark(Description = "add 500 articles")]
    public int Add()
    {
        int began = 0;
        foreach (Article article in _next)
        {
            began += _tracker.Add(article).Kind == StoryUpdateKind.New ? 1 : 0;
        }

        return NewsSample.Check(began, Added * 0.1, Added * 0.8);
    }
}
