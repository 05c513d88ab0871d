using System.Globalization;
using Microsoft.Extensions.AI;
using StoryCompare.Analysis;
using StoryCompare.Clustering;

namespace StoryCompare.Tests.Clustering;

/// <summary>What makes naive clusterings fail: chains, floods of copies, page furniture, look-alikes in a small batch.</summary>
public sealed class ClusteringTrapTests
{
    private static readonly string[] Places = ["Aldmoor", "Brackley", "Corvale", "Dunmere", "Eastwick", "Farrow", "Glenrock", "Hollin", "Iverton", "Jessop", "Kelby", "Lowmoor"];
    [Test]
    public void Cluster_LongChainOfUpdates_EndsStayApart()
    {
        // Each day's report repeats yesterday's main point and adds one of its own: neighbours are alike, the ends share nothing.
        AnalyzedArticle[] articles = [.. Enumerable.Range(0, 60).Select(i => Make($"{i:00}", string.Join(" ", Enumerable.Range(i, 3).Select(Point)), 1 + (i / 3)))];
        ClusteringResult result = Cluster(articles);
        Assert.That(StoryOf(result, 0), Is.Not.EqualTo(StoryOf(result, 59)));
        Assert.That(result.Stories.Max(static s => s.Members[^1] - s.Members[0]), Is.LessThan(20), "no story spans a third of the chain");
    }

    [Test]
    public void Cluster_FiveHundredNearCopies_NeitherOutvoteNorChain()
    {
        string wire = "A ferry ran aground off Dunmere on Monday and all 212 passengers were taken ashore by lifeboat, the harbour master Ada Quill said. "
            + "The ferry Silver Gannet had left Farrow an hour before in thick fog. Engineers will inspect the hull at low tide, and crossings are suspended until Thursday.";
        string[] own =
        [
            "Passengers told of a loud scrape before the Silver Gannet stopped off Dunmere on Monday. Lifeboats brought 212 people ashore, harbour master Ada Quill said; nobody was hurt.",
            "The ferry Silver Gannet, aground off Dunmere since Monday, will be inspected at low tide. Its 212 passengers are safe. The crossing from Farrow stays closed until Thursday.",
        ];
        string[] other =
        [
            "A ferry collided with a pier at Kelby on Friday, bruising nine passengers, said the port captain, Rolf Amery. The ferry Blue Heron lost power while docking.",
            "Nine passengers were bruised when the Blue Heron hit the pier at Kelby on Friday. Port captain Rolf Amery said the ferry lost power.",
        ];
        IEnumerable<AnalyzedArticle> Batch(int copies) =>
        [
            .. Enumerable.Range(0, copies).Select(i => Make($"wire{i:000}", $"{wire} {Places[i % 12]} Gazette, edition {i}.")),
            .. own.Select((t, i) => Make($"x-own{i}", t)), .. other.Select((t, i) => Make($"y-other{i}", t)),
        ];
        string few = Describe([.. Batch(1)], copies: 1);
        Assert.That(Describe([.. Batch(500)], copies: 500), Is.EqualTo(few));
        Assert.That(few, Does.Contain("y-other0 y-other1").And.Not.Contain("x-own1 y-other0"));
    }

    [TestCase(12)]
    [TestCase(96)]
    public void Cluster_PageFurnitureOfOneSite_MakesNoStory(int articles)
    {
        const string Furniture = "\nSubscribe to the Valley Courier newsletter for stories like this one.\nFollow the Valley Courier on social media.\n"
            + "The Valley Courier has been the independent voice of the upper valley since 1911 and is owned by its readers.\nMore from the newsroom: weather, sport, obituaries, classified advertising.\n";
        AnalyzedArticle[] batch = [.. Enumerable.Range(0, articles).Select(i => Make($"{i:00}",
            $"{Places[i % 12]}: {Point(i * 7)} {Point((i * 7) + 1)} Residents of {Places[(i + 5) % 12]} had asked for news since spring.{Furniture}"))];
        Assert.That(Cluster(batch).Stories.Max(static s => s.Members.Count), Is.EqualTo(1));
    }

    [Test]
    public void Cluster_EmbeddingsOfTheCaller_TipThePairTheyFindAlike()
    {
        AnalyzedArticle[] batch = [.. Enumerable.Range(0, 8).Select(i => Make($"{i}", $"{Point(i * 5)} {Point((i * 5) + 1)}"))];
        double Odds(bool alike)
        {
            using Topics generator = new(alike ? [0, 1] : []);
            return EmbeddingChannel.Create([.. batch.Select(static a => a.Article)], generator, CancellationToken.None).LogOdds(0, 1, logit: 0);
        }

        Assert.That((Odds(true), Odds(false)), Is.EqualTo((1.5, -0.5)).Within(0.6));
        using Topics same = new([0, 1]);
        string first = string.Join('|', EventClusterer.Cluster(batch, new ClusteringOptions(), CancellationToken.None, same).Stories.Select(static s => string.Join(' ', s.Members)));
        Assert.That(string.Join('|', EventClusterer.Cluster(batch, new ClusteringOptions(), CancellationToken.None, same, threads: 1).Stories.Select(static s => string.Join(' ', s.Members))), Is.EqualTo(first));
    }

    // A sentence of its own words and names.
    private static string Point(int i)
    {
        Random random = new(1000 + i);
        string Word() => string.Concat(Enumerable.Range(0, 3).Select(_ => $"{"bdfgklmnprstvz"[random.Next(14)]}{"aeiou"[random.Next(5)]}")) + "lt";
        string Name() => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Word());
        return $"The {Word()} of {Name()} was {Word()}ed by {Name()} {Name()} after a {Word()} about the {Word()} {Word()}, and {Name()} said the {Word()} would {Word()} again.";
    }

    private static AnalyzedArticle Make(string id, string text, int day = 0) =>
        ArticleAnalyzer.AnalyzeForClustering(new Article(text) { Id = id, Published = day == 0 ? null : new DateTimeOffset(2021, 5, day, 0, 0, 0, TimeSpan.Zero) }, id);

    private static ClusteringResult Cluster(IReadOnlyList<AnalyzedArticle> articles) => EventClusterer.Cluster(articles, new ClusteringOptions(), CancellationToken.None);

    private static int StoryOf(ClusteringResult result, int article) => result.Stories.ToList().FindIndex(s => s.Members.Contains(article));

    // The copies as one word, once all are seen to be together.
    private static string Describe(AnalyzedArticle[] articles, int copies)
    {
        ClusteringResult result = Cluster(articles);
        Assert.That(Enumerable.Range(0, copies).Select(i => StoryOf(result, i)).Distinct().Count(), Is.EqualTo(1), "the copies are one story");
        return string.Join(" | ", result.Stories.Select(s => string.Join(' ', s.Members.Select(m => articles[m].Id.StartsWith("wire", StringComparison.Ordinal) ? "wire" : articles[m].Id).Distinct())));
    }

    /// <summary>Each text an axis of its own, but for some that share the first.</summary>
    private sealed class Topics(int[] alike) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select((_, i) =>
            {
                float[] vector = new float[64];
                vector[alike.Contains(i) ? 0 : 1 + i] = 1;
                return new Embedding<float>(vector);
            })));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
