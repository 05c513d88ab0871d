using System.Text;
using StoryCompare.Ingest;

namespace StoryCompare.Tests.Reliability;

/// <summary>Broken input of every kind, always the same cases: nothing throws but what is promised, and every span slices back.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Texts = [.. Seeds.SeedDocuments.Articles.Select(static a => a.Text)];

    [Test]
    public void Compare_MutatedArticles_NeverThrows()
    {
        Mutator mutator = new(1);
        for (int i = 0; i < LongRun.Of(1_500, 60_000); i++)
        {
            string one = Texts[mutator.Next(Texts.Length)];
            string other = Texts[mutator.Next(Texts.Length)];
            Article[] articles =
            [
                new(mutator.Mutate(Part(one, mutator))) { Id = "a", Outlet = "x", Title = mutator.Next(3) == 0 ? mutator.Mutate("Troops meet at border for first time in years") : null },
                new(mutator.Mutate(Part(other, mutator))) { Id = "b", Published = new DateTimeOffset(2017, 6, 18, 0, 0, 0, TimeSpan.Zero) },
            ];
            try
            {
                StoryReport report = StoryComparer.Default.Compare(articles);
                Assert.That(ReportSpans.Wrong(report, articles), Is.Empty);
            }
            catch (Exception e) when (e is not AssertionException)
            {
                Assert.Fail($"case {i}: {e}\n--- a\n{articles[0].Text}\n--- b\n{articles[1].Text}");
            }
        }
    }

    [Test]
    public void Analyze_MutatedArticles_NeverThrows()
    {
        Mutator mutator = new(2);
        for (int i = 0; i < LongRun.Of(8_000, 400_000); i++)
        {
            Article article = new(mutator.Mutate(Part(Texts[mutator.Next(Texts.Length)], mutator)));
            try
            {
                Analysis.AnalyzedArticle analyzed = Analysis.ArticleAnalyzer.Analyze(article, "a");
                Assert.That(analyzed.Text.Source, Is.SameAs(article.Text));
            }
            catch (Exception e) when (e is not AssertionException)
            {
                Assert.Fail($"case {i}: {e}\n---\n{article.Text}");
            }
        }
    }

    [Test]
    public void Compare_MutatedTitlesOutletsAndIds_NeverThrows()
    {
        Mutator mutator = new(8);
        for (int i = 0; i < LongRun.Of(2_000, 100_000); i++)
        {
            Article[] articles =
            [
                new("A bridge fell in Oakham on Monday, police said.") { Id = mutator.Mutate("a1"), Outlet = mutator.Mutate("Coast Daily"), Title = mutator.Mutate("Bridge falls in Oakham, killing 12: “like thunder”"), Url = mutator.Mutate("https://example.org/a?b=c") },
                new("Police said a bridge fell in Oakham.") { Id = "b", Outlet = "Harbour Post", Title = "Bridge falls in Oakham" },
            ];
            try
            {
                StoryReport report = StoryComparer.Default.Compare(articles);
                Assert.That(report.Articles, Has.Count.EqualTo(2));
                Assert.That(ReportWriter.ToJson(ReportReader.ReadJson(ReportWriter.ToJson(report))), Is.EqualTo(ReportWriter.ToJson(report)));
            }
            catch (Exception e) when (e is not AssertionException)
            {
                Assert.Fail($"case {i}: {e}\n---\n{articles[0]}");
            }
        }
    }

    private static IEnumerable<TestCaseData> Formats
    {
        get
        {
            yield return new TestCaseData("x.jsonl", "{\"id\":\"a\",\"outlet\":\"Coast Daily\",\"title\":\"Bridge\",\"text\":\"A bridge fell.\",\"published\":\"2024-03-01T08:00:00Z\",\"url\":\"https://example.org\"}\n{\"text\":\"Rain.\"}\n");
            yield return new TestCaseData("x.json", "[{\"uri\":\"urn:1\",\"versioncreated\":\"2024-03-01\",\"headlines\":[{\"value\":\"Bridge\"}],\"bodies\":[{\"contenttype\":\"text/html\",\"value\":\"<p>A bridge fell.</p>\"}]}]");
            yield return new TestCaseData("x.csv", "id,outlet,title,text,published\n1,Coast Daily,Bridge,\"A bridge \"\"fell\"\",\nthree died.\",2024-03-01\n2,,Rain,Rain.,\n");
            yield return new TestCaseData("x.html", "<html><head><title>Bridge</title><meta property=\"og:site_name\" content=\"Coast Daily\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\",\"datePublished\":\"2024-03-01\"}</script></head><body><article><p>A bridge fell.</p><ul><li>Three died</li></ul></article></body></html>");
            yield return new TestCaseData("atom.xml", "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Coast Daily</title><entry><id>e1</id><title>Bridge</title><updated>2024-03-01T08:00:00Z</updated><link href=\"https://example.org/1\"/><content type=\"html\">&lt;p&gt;A bridge fell.&lt;/p&gt;</content></entry></feed>");
            yield return new TestCaseData("newsml.xml", "<?xml version=\"1.0\"?><newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"g\"><contentMeta><contentCreated>2024-03-01</contentCreated><headline>Bridge</headline></contentMeta><contentSet><inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>A bridge fell.</p></body></html></inlineXML></contentSet></newsItem>");
            yield return new TestCaseData("x.xml", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Coast Daily</title><item><title>Bridge</title><guid>g1</guid><pubDate>Fri, 01 Mar 2024 08:00:00 GMT</pubDate><description>A bridge &lt;b&gt;fell&lt;/b&gt;.</description></item></channel></rss>");
        }
    }

    [TestCaseSource(nameof(Formats))]
    public void Read_MutatedFile_NeverThrows(string name, string good)
    {
        Mutator mutator = new(3);
        string folder = Directory.CreateTempSubdirectory("storycompare-").FullName;
        string path = Path.Combine(folder, name);
        try
        {
            for (int i = 0; i < LongRun.Of(3_200, 150_000); i++)
            {
                string broken = mutator.Mutate(good);
                File.WriteAllBytes(path, i % 5 == 0 ? Encoding.Latin1.GetBytes(broken) : Encoding.UTF8.GetBytes(broken));
                try
                {
                    ArticleReader.Read([path], Stream.Null);
                }
                catch (Exception e)
                {
                    Assert.Fail($"case {i}: {e}\n---\n{broken}");
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Read_MutatedStandardInput_NeverThrows()
    {
        Mutator mutator = new(6);
        for (int i = 0; i < LongRun.Of(4_000, 120_000); i++)
        {
            string broken = mutator.Mutate("{\"id\":\"a\",\"outlet\":\"Coast Daily\",\"title\":\"Bridge\",\"text\":\"A bridge fell.\",\"published\":\"2024-03-01T08:00:00Z\"}\n{\"text\":\"Rain.\"}\n");
            try
            {
                using MemoryStream input = new(i % 3 == 0 ? Encoding.Latin1.GetBytes(broken) : Encoding.UTF8.GetBytes(broken));
                ArticleReader.Read(["-"], input);
            }
            catch (Exception e)
            {
                Assert.Fail($"case {i}: {e}\n---\n{broken}");
            }
        }
    }

    [Test]
    public void ReadAliases_MutatedFile_GivesNamesTheComparerTakesOrNone()
    {
        Mutator mutator = new(7);
        string path = Path.GetTempFileName();
        TextWriter errors = Console.Error;
        try
        {
            Console.SetError(TextWriter.Null);
            for (int i = 0; i < LongRun.Of(3_500, 90_000); i++)
            {
                string broken = mutator.Mutate("# names\nIslamic State|ISIS|Daesh\nAnna Lind | A. Lind\n!Anna Lind|Anna Lindgren\n");
                File.WriteAllBytes(path, i % 3 == 0 ? Encoding.Latin1.GetBytes(broken) : Encoding.UTF8.GetBytes(broken));
                try
                {
                    if (global::StoryCompare.Cli.Inputs.ReadAliases(path) is { } names)
                    {
                        new StoryComparer(new StoryCompareOptions { Names = names }).Compare(Named);
                    }
                }
                catch (Exception e)
                {
                    Assert.Fail($"case {i}: {e}\n---\n{broken}");
                }
            }
        }
        finally
        {
            Console.SetError(errors);
            File.Delete(path);
        }
    }

    private static readonly Article[] Named = [new("Anna Lind fled Islamic State.") { Id = "a" }, new("A. Lind spoke of Daesh.") { Id = "b" }];

    [Test]
    public void ReadJson_ReportCutAnywhere_ThrowsFormatException()
    {
        string good = ReportWriter.ToJson(Reporting.SampleReports.WithOneOfEverything("words")).TrimEnd();
        for (int i = 0; i < good.Length; i++)
        {
            Assert.Throws<FormatException>(() => ReportReader.ReadJson(good[..i]), $"cut at {i}");
        }
    }

    [Test]
    public void ReadJson_MutatedReport_ThrowsOnlyFormatException()
    {
        Mutator mutator = new(4);
        string good = ReportWriter.ToJson(Reporting.SampleReports.WithOneOfEverything("words"));
        for (int i = 0; i < LongRun.Of(6_000, 140_000); i++)
        {
            string broken = mutator.Mutate(good);
            try
            {
                ReportReader.ReadJson(broken);
            }
            catch (FormatException)
            {
                // Promised.
            }
            catch (Exception e)
            {
                Assert.Fail($"case {i}: {e}\n---\n{broken}");
            }
        }
    }

    [Test]
    public void DateText_MutatedDates_NeverThrows()
    {
        Mutator mutator = new(5);
        for (int i = 0; i < LongRun.Of(6_000, 140_000); i++)
        {
            bool read = DateText.TryParse(mutator.Mutate(i % 2 == 0 ? "Fri, 01 Mar 2024 08:30:00 GMT" : "2024-03-01T08:30:00+02:00"), out DateTimeOffset date);
            Assert.That(read || date == default, Is.True);
        }
    }

    private static string Part(string text, Mutator mutator)
    {
        int start = mutator.Next(text.Length);
        return text.Substring(start, Math.Min(text.Length - start, 200 + mutator.Next(900)));
    }
}
