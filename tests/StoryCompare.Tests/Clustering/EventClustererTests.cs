using StoryCompare.Analysis;
using StoryCompare.Clustering;

namespace StoryCompare.Tests.Clustering;

public sealed class EventClustererTests
{
    private static readonly string[] Towns = ["Millbrook", "Harlow", "Denby", "Oakham", "Selby", "Thornton", "Wexford", "Kingsley", "Ashby", "Barrow", "Corfe", "Dunstan"];
    private static readonly string[] Acts = ["bridge collapsed into the river", "factory fire injured workers", "school board fired its treasurer", "ferry ran aground in fog", "court freed the accused banker", "flood cut the rail line"];

    [Test]
    public void Cluster_NoArticles_GivesNothing() => Assert.That(Cluster([]).Stories, Is.Empty);

    [Test]
    public void Cluster_EmptyTexts_StandAlone() =>
        Assert.That(Cluster([Make("a", ""), Make("b", ""), Make("c", "   ")]).Stories, Has.Count.EqualTo(3));

    [Test]
    public void Cluster_AnyInputOrderAndThreads_SameStoriesAndReasons()
    {
        AnalyzedArticle[] articles = [.. Corpus()];
        string expected = Describe(articles, Cluster(articles, 1));
        AnalyzedArticle[] shuffled = [.. articles];
        new Random(7).Shuffle(shuffled);
        Assert.That(Describe(shuffled, Cluster(shuffled, 2)), Is.EqualTo(expected));
    }

    [Test]
    public void Cluster_EightPartsComputedApartAndMerged_SameAsOneRun()
    {
        AnalyzedArticle[] articles = [.. Corpus()];
        EventGraph one = EventGraph.Build(articles, new ParallelOptions());
        EventGraph apart = EventGraph.Build(articles, new ParallelOptions(), keyParts: 8);
        Assert.That(apart.Pairs, Is.EqualTo(one.Pairs));
        (PairScorer scorer, int[] scores) = one.Score(ClusteringModel.Default, new ParallelOptions());
        List<GraphPart> parts = apart.Parts(scores);
        List<List<int>> merged = [];
        for (int machine = 7; machine >= 0; machine--)
        {
            foreach (GraphPart part in parts.Where((_, i) => i % 8 == machine))
            {
                merged.AddRange(part.Cut(scorer, 0.5, new ParallelOptions { MaxDegreeOfParallelism = 1 }));
            }
        }

        Assert.That(apart.Finish(merged), Is.EqualTo(one.Partition(scores, scorer, 0.5, CancellationToken.None)));
    }

    [Test]
    public void Cluster_TenThousandCopies_OneStoryWithOneReasonFewer()
    {
        string text = Report(0, 0, "Officials said rescue crews searched the water through the night.");
        ClusteringResult result = Cluster([.. Enumerable.Range(0, 10_000).Select(i => Make($"{i:00000}", text))]);
        Assert.That(result.Stories, Has.Count.EqualTo(1));
        Assert.That(result.Stories[0].Reasons.Count(static r => r.Joined), Is.EqualTo(9_999));
    }

    [Test]
    public void Cluster_Reasons_SpanEachStory()
    {
        AnalyzedArticle[] articles = [.. Corpus()];
        foreach (EventCluster story in Cluster(articles).Stories)
        {
            Assert.That(story.Reasons.Count(static r => r.Joined), Is.EqualTo(story.Members.Count - 1));
            Assert.That(story.Reasons.Select(static r => string.Join(' ', r.Parts.Select(static p => p.Key))), Is.All.EqualTo("title lead body names time act"));
            Assert.That(story.Reasons.SelectMany(static r => r.Parts).Where(static p => p.Value is not null).Select(static p => p.Value!.Value), Is.All.InRange(0, 1));
        }
    }

    private static IEnumerable<AnalyzedArticle> Corpus()
    {
        for (int e = 0; e < 48; e++)
        {
            yield return Make($"{e}-a", Report(e % 12, e / 12, "Police said nobody was missing."), 1 + e % 20);
            yield return Make($"{e}-b", Report(e % 12, e / 12, "Neighbours spoke of a loud noise before dawn."), 2 + e % 20);
        }
    }

    private static string Report(int town, int act, string last) =>
        $"A {Acts[act]} in {Towns[town]} on Tuesday. The mayor of {Towns[town]}, Anna {Towns[(town + 5) % 12]}, called for an inquiry into how the {Acts[act]} after {20 + town} complaints. {last}";

    private static AnalyzedArticle Make(string id, string text, int day = 1) =>
        ArticleAnalyzer.AnalyzeForClustering(new Article(text) { Id = id, Published = new DateTimeOffset(2020, 3, day, 0, 0, 0, TimeSpan.Zero) }, id);

    private static ClusteringResult Cluster(IReadOnlyList<AnalyzedArticle> articles, int threads = 0) =>
        EventClusterer.Cluster(articles, new ClusteringOptions(), CancellationToken.None, threads: threads);

    private static string Describe(IReadOnlyList<AnalyzedArticle> articles, ClusteringResult result) =>
        string.Join('\n', result.Stories.Select(s => string.Join(' ', s.Members.Select(m => articles[m].Id).Order(StringComparer.Ordinal)) + " " + string.Join(' ', s.Reasons.Select(static r => $"{r}{string.Join(' ', r.Parts)}"))))
        + string.Join('\n', result.Storylines.Select(static l => string.Join(' ', l.Stories) + l.Reason));
}
