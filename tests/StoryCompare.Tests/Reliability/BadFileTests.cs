using System.IO.Compression;
using System.Text;
using StoryCompare.Ingest;

namespace StoryCompare.Tests.Reliability;

/// <summary>The catalogue of bad input that concerns files and feeds.</summary>
public sealed class BadFileTests
{
    private const string Plain = "A bridge fell – on Monday, police said.";
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("storycompare-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<TestCaseData> Encodings
    {
        get
        {
            yield return new TestCaseData(new UTF8Encoding(false)).SetName("Read_Utf8_IsDecoded");
            yield return new TestCaseData(new UTF8Encoding(true)).SetName("Read_Utf8WithMark_IsDecoded");
            yield return new TestCaseData(Encoding.Unicode).SetName("Read_Utf16_IsDecoded");
            yield return new TestCaseData(Encoding.BigEndianUnicode).SetName("Read_Utf16BigEndian_IsDecoded");
        }
    }

    [TestCaseSource(nameof(Encodings))]
    public void Read_ByteOrderMark_IsDecodedAndCut(Encoding encoding)
    {
        ReadResult result = Read("a.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(Plain)]);

        Assert.That(result.Articles.Single().Text, Is.EqualTo(Plain));
        Assert.That(result.Problems, Is.Empty);
    }

    [Test]
    public void Read_Windows1252_IsReadAndSaidSo()
    {
        ReadResult result = Read("a.txt", [.. "The mayor"u8, 0x92, .. "s caf"u8, 0xE9]);

        Assert.That(result.Articles.Single().Text, Is.EqualTo("The mayor’s café"));
        Assert.That(result.Problems.Single().Code, Is.EqualTo("encoding-assumed"));
    }

    [Test]
    public void Read_ExternalEntity_IsRefused()
    {
        string secret = Path.Combine(_folder, "secret.dat");
        File.WriteAllText(secret, "SECRET");
        ReadResult result = Read("a.xml", $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file://{secret}\">]><rss version=\"2.0\"><channel><item><title>T</title><description>&x;</description></item></channel></rss>");

        Assert.That(result.Articles.Select(static a => a.Text + a.Title), Has.None.Contain("SECRET"));
        Assert.That(result.Problems.Select(static p => p.Severity), Does.Contain(DiagnosticSeverity.Error));
    }

    [Test]
    public void Read_BillionLaughs_IsRefused()
    {
        StringBuilder dtd = new("<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 12; i++)
        {
            dtd.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">");
        }

        ReadResult result = Read("a.xml", $"<?xml version=\"1.0\"?><!DOCTYPE rss [{dtd}]><rss version=\"2.0\"><channel><item><title>T</title><description>&a11;</description></item></channel></rss>");

        Assert.That(result.Articles, Is.Empty);
        Assert.That(result.Problems, Is.Not.Empty);
    }

    [Test]
    public void Read_GzipNamedTxt_IsNeverUnpacked()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(new byte[1_000_000]);
        }

        ReadResult result = Read("a.txt", packed.ToArray());

        Assert.That(result.Articles.Sum(static a => a.Text.Length), Is.LessThan(5_000));
        Assert.That(() => StoryComparer.Default.Compare(result.Articles), Throws.Nothing);
    }

    [Test]
    public void Read_LinkOutOfTheFolder_IsNotFollowed()
    {
        string outside = Path.Combine(_folder, "outside.txt");
        File.WriteAllText(outside, "SECRET");
        string inside = Directory.CreateDirectory(Path.Combine(_folder, "in")).FullName;
        File.WriteAllText(Path.Combine(inside, "a.txt"), Plain);
        File.CreateSymbolicLink(Path.Combine(inside, "b.txt"), outside);

        Assert.That(ArticleReader.Read([inside], Stream.Null).Articles.Select(static a => a.Text), Is.EqualTo(new[] { Plain }));
    }

    [TestCase("CON")]
    [TestCase("../../etc/none.txt")]
    [TestCase("no\0name.txt")]
    [TestCase("")]
    public void Read_PathThatIsNoFile_IsAProblemNotAnException(string path)
    {
        ReadResult result = ArticleReader.Read([path], Stream.Null);

        Assert.That(result.Articles, Is.Empty);
        Assert.That(result.HasErrors);
    }

    [Test]
    public void Read_HugeAttribute_IsRead()
    {
        ReadResult result = Read("a.html", $"<html><body><article><p data-x=\"{new string('x', 2_000_000)}\">{Plain}</p></article></body></html>");

        Assert.That(result.Articles.Single().Text, Does.Contain(Plain));
    }

    [Test]
    public void Read_HalfASurrogatePairInMetadata_LeavesTheTextReadable()
    {
        ReadResult result = Read("a.html", $"<script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"a\\ud800\"}}</script><article><p>{Plain}</p></article>");

        Assert.That(result.Articles.Single().Text, Is.EqualTo(Plain));
    }

    [Test]
    public void Read_FormattingThatIsNeverClosed_IsReadAtOnce()
    {
        // Opened anew in every paragraph, as the HTML standard has it, 10 kB of this become 600,000 elements.
        string page = "<p>" + string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"<b x={i}>")) + $"</p><article><p>{Plain}</p></article>" + string.Concat(Enumerable.Repeat("<p>a", 20_000));

        ReadResult result = Read("a.html", page);

        Assert.That(result.Articles.Single().Text, Does.Contain(Plain));
    }

    [Test]
    public void Read_DeepBlocks_KeepEveryParagraph()
    {
        ReadResult result = Read("a.html", string.Concat(Enumerable.Repeat("<div>", 300)) + $"<p>{Plain}</p><p>Two <b>bold</b> words.</p>" + string.Concat(Enumerable.Repeat("</div>", 300)));

        Assert.That(result.Articles.Single().Text.Split("\n\n"), Is.EqualTo(new[] { Plain, "Two bold words." }));
    }

    [Test]
    public void Read_ElementWithEndlessAttributes_IsRefused()
    {
        ReadResult result = Read("a.xml", "<rss " + string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"a{i}='1' ")) + "/>");

        Assert.That(result.HasErrors);
        Assert.That(result.Problems[0].Message, Does.Contain("attributes"));
    }

    [Test]
    public void Read_FeedThatDeclaresItsEncoding_IsReadWithoutWarning()
    {
        ReadResult result = Read("a.xml", [.. "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><title>Caf"u8, 0xE9, .. "</title></item></channel></rss>"u8]);

        Assert.That(result.Articles.Single().Title, Is.EqualTo("Café"));
        Assert.That(result.Problems, Is.Empty);
    }

    [Test]
    public void Read_SameIdTwiceAndNullIds_KeepEveryArticle()
    {
        ReadResult result = Read("a.jsonl", "{\"id\":\"x\",\"text\":\"One.\"}\n{\"id\":\"x\",\"text\":\"Two.\"}\n{\"id\":null,\"text\":\"Three.\"}\n{\"id\":\"\",\"text\":\"Four.\"}\n");

        StoryReport report = StoryComparer.Default.Compare(result.Articles);

        Assert.That(report.Articles.Select(static a => a.Id).Distinct().Count(), Is.EqualTo(4));
        Assert.That(report.Diagnostics.Select(static d => d.Code), Does.Contain("duplicate-id"));
    }

    [TestCase("03/04/2017")]
    [TestCase("yesterday")]
    [TestCase("31 February 2017")]
    [TestCase("99999999999999999999")]
    public void Read_DateNobodyCanKnow_IsLeftOutAndSaidSo(string date)
    {
        ReadResult result = Read("a.jsonl", $"{{\"text\":\"A bridge fell.\",\"published\":\"{date}\"}}\n");

        Assert.That(result.Articles.Single().Published, Is.Null);
        Assert.That(result.Problems.Single(static p => p.Code == "bad-date").Message, Does.Contain(date));
    }

    private ReadResult Read(string name, string content) => Read(name, Encoding.UTF8.GetBytes(content));

    private ReadResult Read(string name, byte[] content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return ArticleReader.Read([path], Stream.Null);
    }
}
