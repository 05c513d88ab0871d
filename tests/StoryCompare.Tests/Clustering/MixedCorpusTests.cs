using System.Globalization;
using Microsoft.Extensions.AI;
using StoryCompare.Analysis;
using StoryCompare.Clustering;

namespace StoryCompare.Tests.Clustering;

/// <summary>The same articles dated, undated and in part, whole and cut to excerpts, with embeddings that say nothing: the stories stay what they are.</summary>
public sealed class MixedCorpusTests
{
    private const int Events = 40;
    private const int Reports = 4;
    private const int Excerpt = 300;

    private static readonly string[] Places =
    [
        "Aldmoor", "Brackley", "Corvale", "Dunmere", "Eastwick", "Farrow", "Glenrock", "Hollin", "Iverton", "Jessop", "Kelby", "Lowmoor", "Marsh End", "Nettleton", "Orrin", "Pelham", "Quayside", "Redhill", "Stowe", "Tarn",
        "Ulsby", "Vennick", "Wexcombe", "Yarrowby", "Zelham", "Ambleford", "Burnside", "Crowhurst", "Draycott", "Ellerton", "Fenwick", "Garsdale", "Haverly", "Inskip", "Kirkholm", "Langley", "Mosswood", "Norbury", "Oxlade", "Penrow",
    ];
    private static readonly string[] Acts = ["tram derailed", "warehouse burned down", "reservoir overflowed", "mill closed", "clinic was evacuated", "pier collapsed", "archive was robbed", "school roof fell in"];
    private static readonly string[] People = ["Odran Pell", "Mira Castellan", "Hugo Arden", "Lena Obray", "Tomas Quent", "Ida Varrow", "Ruben Stade", "Nell Hathersage", "Cass Whitlow", "Bram Ashdown"];

    /// <summary>Which articles have a date, and which are whole.</summary>
    [TestCase(1, 1)]
    [TestCase(0, 1)]
    [TestCase(2, 1)]
    [TestCase(1, 0)]
    [TestCase(0, 0)]
    [TestCase(1, 2)]
    [TestCase(2, 2)]
    [TestCase(3, 2)]
    public void Cluster_PartlyDatedPartlyCut_FindsTheEvents(int dated, int whole)
    {
        AnalyzedArticle[] articles = Corpus(i => dated > 0 && i % dated == 0, i => whole > 0 && i % whole == 0);
        string[] stories = [.. Stories(articles, null)];
        Assert.That(stories.Intersect(Expected()).Count(), Is.GreaterThanOrEqualTo(Events * 95 / 100), string.Join(" | ", stories));
        Assert.That(stories.SelectMany(static s => s.Split(' ').Select(static id => id[..2]).Distinct()).Count(), Is.EqualTo(stories.Length), "no story mixes events");
    }

    [Test]
    public void Cluster_EmbeddingsThatSayNothing_ChangeNoStory()
    {
        AnalyzedArticle[] articles = Corpus(static i => i % 2 == 0, static i => i % 3 > 0);
        using Noise noise = new();
        Assert.That(Stories(articles, noise), Is.EqualTo(Stories(articles, null)));
    }

    private static IEnumerable<string> Stories(AnalyzedArticle[] articles, IEmbeddingGenerator<string, Embedding<float>>? embeddings) =>
        EventClusterer.Cluster(articles, new ClusteringOptions(), CancellationToken.None, embeddings).Stories.Select(s => string.Join(' ', s.Members.Select(m => articles[m].Id)));

    private static IEnumerable<string> Expected() => Enumerable.Range(0, Events).Select(e => string.Join(' ', Enumerable.Range(0, Reports).Select(r => Id(e, r))));

    private static string Id(int e, int r) => string.Create(CultureInfo.InvariantCulture, $"{e:00}-{r}");

    private static AnalyzedArticle[] Corpus(Func<int, bool> isDated, Func<int, bool> isWhole) => [.. Enumerable.Range(0, Events * Reports).Select(i =>
    {
        (int e, int r) = (i / Reports, i % Reports);
        string text = Report(e, r);
        return ArticleAnalyzer.AnalyzeForClustering(
            new Article(isWhole(i) ? text : text[..Math.Min(Excerpt, text.Length)]) { Id = Id(e, r), Published = isDated(i) ? new DateTimeOffset(2022, 3, 1 + (e * 7 % 27) + (r / 3), 0, 0, 0, TimeSpan.Zero) : null },
            Id(e, r));
    })];

    // The same act happens in five places: what tells the events apart is where, who and how many.
    private static string Report(int e, int r)
    {
        (string place, string act, string person) = (Places[e], Acts[e % Acts.Length], People[((e * 3) + (e / 10)) % People.Length]);
        int number = 31 + (e * 17 % 211);
        string opening = r switch
        {
            0 => $"A {act} in {place} on Tuesday, and {number} people had to be moved, the town council said.",
            1 => $"In {place}, {number} people were moved after a {act} on Tuesday. Council officials spoke of an accident.",
            2 => $"{person}, the mayor of {place}, promised an inquiry on Wednesday into how a {act} and drove {number} people from where they were.",
            _ => $"The {place} council has begun to count the cost. A {act} there on Tuesday, with {number} people moved to safety.",
        };
        string[] details =
        [
            $"{person} said the {place} council had been warned in spring.", $"Nobody was badly hurt, a nurse at the {place} infirmary said.",
            $"{People[((e * 3) + 4) % People.Length]}, who lives across the road, heard a crack and then shouting.", $"Work at the site in {place} had stood still since {2000 + (e % 20)}.",
            $"The county will send {5 + (e % 9)} inspectors to {place} this week.",
        ];
        Random random = new((e * 10) + r);
        return opening + " " + string.Join(' ', details.OrderBy(_ => random.Next()).Take(4));
    }

    private sealed class Noise : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Random random = new(11);
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(_ => new Embedding<float>(Enumerable.Range(0, 64).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray()))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
