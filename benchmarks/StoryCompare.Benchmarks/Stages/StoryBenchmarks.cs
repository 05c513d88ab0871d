using BenchmarkDotNet.Attributes;
using StoryCompare.Alignment;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Peers;
using StoryCompare.Benchmarks.Reports;
using StoryCompare.Claims;
using StoryCompare.Names;
using StoryCompare.Syndication;

namespace StoryCompare.Benchmarks.Stages;

/// <summary>What is done once a story, on analysed articles of 40 sentences: folding names, who copies whom, aligning sentences, comparing claims.</summary>
[WarmupCount(1)]
[IterationCount(3)]
public class StoryBenchmarks : IWorkload
{
    private readonly StoryCompareOptions _options = new();
    private int[][] _names = [];
    private Dependence _dependence = null!;
    private IReadOnlyList<AlignmentGroup> _groups = [];

    /// <summary>The story; made by <see cref="Setup"/>.</summary>
    internal StorySentences Story { get; private set; } = new([]);

    /// <summary>Number of articles.</summary>
    [ParamsSource(nameof(Numbers))]
    public int Articles { get; set; }

    public static IEnumerable<int> Numbers => Sizes.Small ? [5] : [50, 200];

    [GlobalSetup]
    public void Setup()
    {
        Story = new StorySentences(CorpusGenerator.Story(Articles, Sizes.Of(42, 10), Math.Max(40, Articles * 3 / 2)));
        _names = NameFolding.Fold([.. Story.Analyzed.Select(static a => a.Names)], _options.Names);
        _dependence = SyndicationFinder.Find(Story.Analyzed, _options, CancellationToken.None);
        _groups = SentencePeers.Align(Story);
    }

    Work IWorkload.WorkOf(string benchmark) => new(Articles, "articles");

    [Benchmark(Description = "fold names")]
    public int FoldNames() => NewsSample.Check(NameFolding.Fold([.. Story.Analyzed.Select(static a => a.Names)], _options.Names).Length, Articles, Articles);

    [Benchmark(Description = "syndication")]
    public int Syndication() => NewsSample.Check(SyndicationFinder.Find(Story.Analyzed, _options, CancellationToken.None).Groups.Count, 0, Articles);

    // Nearly every sentence of a statement that two articles tell should find a group.
    [Benchmark(Description = "align")]
    public int Align() => NewsSample.Check(SentenceAligner.Align(Story.Analyzed, _names, _options, CancellationToken.None).Sum(static g => g.Members.Count), Story.All.Count * 0.2, Story.All.Count * 2);

    [Benchmark(Description = "claims")]
    public int Claims() => NewsSample.Check(ClaimComparer.Compare(new StoryInput("s1", DateTransfer.Apply(Story.Analyzed), _names, _dependence, _groups, _options), CancellationToken.None).Story.AgreedFacts.Count, 1, Story.All.Count);
}
