using System.Diagnostics;
using System.Text;
using StoryCompare.Analysis;
using StoryCompare.Syndication;

namespace StoryCompare.Tests.Syndication;

public sealed class SyndicationTests
{
    private const string Wire = """
        Lava reached the first houses of the harbour town on Sunday, forcing hundreds of people to leave before dawn, officials said.

        Mayor Elsa Brunn said the stream had crossed the coast road at two places and was moving 30 metres (98 feet) an hour.

        "We have lost the school and the fish hall, and we may lose the church," Brunn told Radio Vest.

        The Volcano Institute said the fissure had opened on Saturday night after a week of small quakes.

        Geologist Marta Lind said the flow could reach the harbour within 25 kilometres (16 miles) of the vent in three days.
        """;

    private const string Reworded = """
        Hundreds fled a harbour town before sunrise on Sunday when lava came to the first houses, according to officials.

        The stream, which was moving 30 metres (98 feet) an hour, had crossed the coast road in two spots, Mayor Elsa Brunn said.

        "We've lost the school and the fish hall and we may lose the church," Brunn said on Radio Vest.

        The Volcano Institute said a fissure opened late on Saturday following a week of small earthquakes.

        The flow might get to the harbour, within 25 kilometres (16 miles) of the vent, in three days, said geologist Marta Lind.
        """;

    private const string Independent = """
        Smoke hung over the bay all weekend as our reporter walked along the closed road with two families who had packed their cars at night.

        Fire officer Jon Dahl said his crews pumped sea water on the crust for nine hours. "It hisses and it does not stop," he said.

        The shop of Anna Rist burned at noon. She said she had taken the till, the dog and one photograph.
        """;

    private static AnalyzedArticle Analyze(string id, string text, string? outlet = null) => ArticleAnalyzer.Analyze(new Article(text) { Outlet = outlet }, id);

    private static Dependence Find(StoryCompareOptions? options, params AnalyzedArticle[] articles) => SyndicationFinder.Find(articles, options ?? new StoryCompareOptions(), CancellationToken.None);

    [Test]
    public void Find_SameText_IsCopy()
    {
        Dependence found = Find(null, Analyze("a", Wire), Analyze("b", Wire), Analyze("c", Independent));
        Assert.Multiple(() =>
        {
            Assert.That(found.Groups.Single().Kind, Is.EqualTo(SyndicationKind.Copy));
            Assert.That(found.Groups.Single().Articles, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(found.Lines, Is.EqualTo(new[] { 0, 0, 1 }));
        });
    }

    [Test]
    public void Find_RewordedWireStory_IsDependentWithEvidence()
    {
        AnalyzedArticle[] articles = [Analyze("a", Wire), Analyze("b", Reworded), Analyze("c", Independent)];
        Dependence found = Find(null, articles);
        SyndicationGroup group = found.Groups.Single();
        Assert.Multiple(() =>
        {
            Assert.That(group.Kind, Is.AnyOf(SyndicationKind.SharedSource, SyndicationKind.Rewrite));
            Assert.That(found.Lines, Is.EqualTo(new[] { 0, 0, 1 }));
            Assert.That(group.Evidence, Has.Some.Matches<Provenance>(e => e.Text.Contains("(98 feet", StringComparison.Ordinal)));
            Assert.That(group.Evidence, Has.All.Matches<Provenance>(e => articles.Single(a => a.Id == e.Article).Article.Text.AsSpan(e.Span.Start, e.Span.Length).SequenceEqual(e.Text)));
        });
    }

    [Test]
    public void Find_OneFrameWithOtherContent_IsHouseStyleAndIndependent()
    {
        Dependence found = Find(
            null,
            Analyze("a", "Norway-based news site Kysten reported on Monday that the rescue crews working together with volunteers had managed to bring 240 sheep down from the snow.\n\nThe farmers will be paid in May."),
            Analyze("b", "Denmark-based news site Havnen reported on Friday that the rescue crews working together with volunteers had managed to seal 17 leaks in the dyke.\n\nA storm is expected at night."));
        Assert.Multiple(() =>
        {
            Assert.That(found.Groups.Single().Kind, Is.EqualTo(SyndicationKind.HouseStyle));
            Assert.That(found.Lines, Is.EqualTo(new[] { 0, 1 }));
        });
    }

    [Test]
    public void Find_OnePressConference_IsIndependent()
    {
        Dependence found = Find(
            null,
            Analyze("a", "Sheriff Tom Barker spoke for ten minutes on Friday. \"We have found the car and we are looking for the driver,\" Barker said. Neighbours lit candles along the fence."),
            Analyze("b", "A search with dogs went on through the night near the quarry. \"We have found the car and we are looking for the driver,\" Sheriff Tom Barker said at a news conference. Schools stay shut."));
        Assert.That(found.Lines, Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public void Find_OneFamily_IsOneLine()
    {
        StoryCompareOptions options = new() { PublisherFamilies = new Dictionary<string, string>(StringComparer.Ordinal) { ["North Post"] = "Post group", ["South Post"] = "Post group" } };
        Dependence found = Find(options, Analyze("a", Wire, "North Post"), Analyze("b", Independent, "South Post"));
        Assert.That(found.Lines, Is.EqualTo(new[] { 0, 0 }));
    }

    [Test]
    public void Count_OneSourceInTwoOutlets_IsOneOrigin()
    {
        AnalyzedArticle[] articles =
        [
            Analyze("a", "The Coast Observatory said the ice had moved nine kilometres since January."),
            Analyze("b", "Boats stayed in port. Ice has drifted nine kilometres this year, according to the Coast Observatory."),
            Analyze("c", "Harbour pilot Ole Ness said the ice had come nine kilometres closer."),
        ];
        Dependence independent = new() { Lines = [0, 1, 2] };
        OriginCount two = Origins.Count(articles, independent, [(0, 0), (1, 1)], [[], [], []]);
        OriginCount three = Origins.Count(articles, independent, [(0, 0), (1, 1), (2, 0)], [[], [], []]);
        OriginCount dependent = Origins.Count(articles, new Dependence { Lines = [0, 1, 0] }, [(0, 0), (2, 0)], [[], [], []]);
        Assert.Multiple(() =>
        {
            Assert.That(two.Count, Is.EqualTo(1));
            Assert.That(two.Names.Single(), Does.Contain("Coast Observatory"));
            Assert.That(three.Count, Is.EqualTo(2));
            Assert.That(dependent.Count, Is.EqualTo(1));
        });
    }

    [Test]
    public void Count_DuplicatedSentences_ChangesNothing()
    {
        AnalyzedArticle[] articles = [Analyze("a", Wire), Analyze("b", Independent)];
        Dependence dependence = Find(null, articles);
        OriginCount once = Origins.Count(articles, dependence, [(0, 0), (1, 1)], [[], []]);
        OriginCount twice = Origins.Count(articles, dependence, [(1, 1), (0, 0), (1, 1), (0, 0)], [[], []]);
        Assert.That(twice.Count, Is.EqualTo(once.Count));
    }

    [Test]
    public void NearCopyIndex_TenThousandArticles_FindsAllCopies()
    {
        (uint[][] articles, int[] original) = Corpus(10_000);
        NearCopyIndex index = new();
        TimeSpan before = UserTime();
        int missed = 0;
        int invented = 0;
        for (int i = 0; i < articles.Length; i++)
        {
            int found = index.Add(ShingledText.Hash(articles[i]));
            missed += original[i] != i && found == i ? 1 : 0;
            invented += original[i] == i && found != i ? 1 : 0;
        }

        Assert.Multiple(() =>
        {
            Assert.That(missed, Is.Zero);
            Assert.That(invented, Is.Zero);
            Assert.That((UserTime() - before).TotalSeconds, Is.LessThan(5));
        });
    }

    [Test]
    public void Find_ManyCopiesOfOneText_IsNotQuadratic()
    {
        AnalyzedArticle[] articles = [.. Enumerable.Range(0, 800).Select(i => Analyze("a" + i, Wire + "\n\nPrinted by paper number " + i + "."))];
        TimeSpan before = UserTime();
        Dependence found = Find(null, articles);
        Assert.Multiple(() =>
        {
            Assert.That(found.Lines, Has.All.EqualTo(0));
            Assert.That((UserTime() - before).TotalSeconds, Is.LessThan(5));
        });
    }

    // The processor's time, not the clock's: a loaded machine is no fault of the index.
    private static TimeSpan UserTime()
    {
        using Process process = Process.GetCurrentProcess();
        return process.UserProcessorTime;
    }

    /// <summary>Articles of 300 words; three of ten repeat an earlier one with every fortieth word changed. A stock paragraph stands in all.</summary>
    private static (uint[][] Articles, int[] Original) Corpus(int count)
    {
        Random random = new(7);
        uint[][] articles = new uint[count][];
        int[] original = new int[count];
        for (int i = 0; i < count; i++)
        {
            articles[i] = new uint[300];
            original[i] = i;
            int source = random.Next(Math.Max(1, i));
            if (i % 10 >= 7 && original[source] == source)
            {
                original[i] = source;
                articles[source].CopyTo(articles[i], 0);
                for (int w = random.Next(40); w < 270; w += 40)
                {
                    articles[i][w] = (uint)random.Next(20_000);
                }

                continue;
            }

            for (int w = 0; w < 300; w++)
            {
                articles[i][w] = w < 270 ? (uint)random.Next(20_000) : (uint)(1_000_000 + w);
            }
        }

        return (articles, original);
    }

    [Test]
    public void Find_HostileText_DoesNotThrow()
    {
        string marks = new StringBuilder().Insert(0, "“a” said 5 (6 ft) ", 20_000).ToString();
        Assert.That(Find(null, Analyze("a", marks), Analyze("b", ""), Analyze("c", "x"), Analyze("d", marks)).Lines, Has.Count.EqualTo(4));
    }
}
