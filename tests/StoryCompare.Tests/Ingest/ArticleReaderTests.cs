using StoryCompare.Ingest;

namespace StoryCompare.Tests.Ingest;

/// <summary>Every kind of input, good and bad.</summary>
public sealed class ArticleReaderTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("storycompare-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Html_JsonLdAndArticle_GivesTheParts()
    {
        Article article = One("page.html", """
            <html><head><title>Site | Bridge</title>
            <script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"Bridge falls in Oakham","datePublished":"2024-03-01T08:00:00Z","publisher":{"@type":"Organization","name":"Coast Daily"}}]}</script>
            <link rel="canonical" href="https://example.org/bridge"></head>
            <body><nav><p>Home News Sport</p></nav><article><h1>Bridge falls in Oakham</h1>
            <p>A bridge fell in Oakham on Friday, killing <b>three</b> people, police said. It was built in 1931 and carried many cars.</p>
            <figure><img src="x.jpg"><figcaption>The bridge before its fall.</figcaption></figure>
            <p>“It was like thunder,” said Anna Lind, who lives nearby. The town council will meet on Monday to talk about it.</p>
            <blockquote class="pullquote">Like thunder</blockquote><script>alert(1)</script></article><footer><p>Contact us</p></footer></body></html>
            """);

        Assert.That(article.Title, Is.EqualTo("Bridge falls in Oakham"));
        Assert.That(article.Outlet, Is.EqualTo("Coast Daily"));
        Assert.That(article.Published, Is.EqualTo(new DateTimeOffset(2024, 3, 1, 8, 0, 0, TimeSpan.Zero)));
        Assert.That(article.Url, Is.EqualTo("https://example.org/bridge"));
        Assert.That(article.Text, Does.Contain("killing three people").And.Contain("“It was like thunder,” said Anna Lind"));
        Assert.That(article.Text, Does.Not.Contain("Home News").And.Not.Contain("Contact us").And.Not.Contain("before its fall").And.Not.Contain("alert").And.Not.Contain("Like thunder\n"));
    }

    [Test]
    public void Html_NoMetadata_UsesTheDensestBlock()
    {
        Article article = One("page.htm", "<body><div class=menu><p><a href=x>News</a></p></div><div><p>A bridge fell in Oakham on Friday and three people died.</p><p>The cause is not known.</p></div></body>");

        Assert.That(article.Text, Is.EqualTo("A bridge fell in Oakham on Friday and three people died.\n\nThe cause is not known."));
    }

    [Test]
    public void Rss_KeepsTheSourceOfAnItem()
    {
        ReadResult result = Read("feed.xml", """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Aggregator</title>
            <item><title>Bridge &amp; river</title><guid>g1</guid><link>https://example.org/1</link><pubDate>Fri, 01 Mar 2024 08:00:00 EST</pubDate><source url="https://coast.example">Coast Daily</source><content:encoded><![CDATA[<p>A bridge fell.</p><p>Three died.</p>]]></content:encoded></item>
            <item><title>Rain</title><guid>g2</guid><description>Rain &lt;b&gt;fell&lt;/b&gt;.</description></item></channel></rss>
            """);

        Assert.That(result.Articles.Select(static a => a.Outlet), Is.EqualTo(new[] { "Coast Daily", "Aggregator" }));
        Assert.That(result.Articles[0].Text, Is.EqualTo("A bridge fell.\n\nThree died."));
        Assert.That(result.Articles[0].Title, Is.EqualTo("Bridge & river"));
        Assert.That(result.Articles[0].Published, Is.EqualTo(new DateTimeOffset(2024, 3, 1, 8, 0, 0, TimeSpan.FromHours(-5))));
        Assert.That(result.Articles[1].Text, Is.EqualTo("Rain fell."));
    }

    [Test]
    public void Atom_ReadsEntries()
    {
        Article article = One("feed.atom", """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><entry><title>Bridge</title><id>tag:1</id><link href="https://example.org/1"/><published>2024-03-01T08:00:00+01:00</published>
            <content type="html">&lt;p&gt;A bridge fell.&lt;/p&gt;</content></entry></feed>
            """);

        Assert.That((article.Id, article.Outlet, article.Text, article.Url), Is.EqualTo(("tag:1", "Harbour Post", "A bridge fell.", "https://example.org/1")));
    }

    [Test]
    public void Rdf_ReadsItems()
    {
        Article article = One("feed.rdf", """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Radio Saal</title></channel>
            <item><title>Bridge</title><link>https://example.org/1</link><description>A bridge fell.</description><dc:date>2024-03-01</dc:date></item></rdf:RDF>
            """);

        Assert.That((article.Outlet, article.Text), Is.EqualTo(("Radio Saal", "A bridge fell.")));
    }

    [TestCase("""{"uri":"urn:1","versioncreated":"2024-03-01T08:00:00Z","headline":"Bridge","body_text":"A bridge fell."}""", TestName = "Ninjs_Version1")]
    [TestCase("""{"uri":"urn:1","versioncreated":"2024-03-01T08:00:00Z","headlines":[{"role":"main","value":"Bridge"}],"bodies":[{"contenttype":"text/html","value":"<p>A bridge <b>fell</b>.</p>"}]}""", TestName = "Ninjs_Version3")]
    public void Ninjs_GivesTheParts(string json)
    {
        Article article = One("item.json", json);

        Assert.That((article.Id, article.Title, article.Text), Is.EqualTo(("urn:1", "Bridge", "A bridge fell.")));
        Assert.That(article.Published, Is.Not.Null);
    }

    [Test]
    public void NewsMl_GivesTheParts()
    {
        Article article = One("item.xml", """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><itemMeta><provider literal="Ostria Wire"/><versionCreated>2024-03-01T08:00:00Z</versionCreated></itemMeta>
            <contentMeta><headline>Bridge</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>A bridge fell.</p><p>Three died.</p></body></html></inlineXML></contentSet></newsItem>
            """);

        Assert.That((article.Id, article.Outlet, article.Title, article.Text), Is.EqualTo(("urn:1", "Ostria Wire", "Bridge", "A bridge fell.\n\nThree died.")));
    }

    [Test]
    public void Csv_UsualNames_AreFound()
    {
        ReadResult result = Read("rows.csv", "guid,source,headline,body,date\n1,Coast Daily,Bridge,\"A bridge fell,\nthree died.\",2024-03-01\n2,,Rain,Rain fell.,March 2 2024\n");

        Assert.That(result.Articles[0].Text, Is.EqualTo("A bridge fell,\nthree died."));
        Assert.That(result.Articles.Select(static a => a.Published?.Day), Is.EqualTo(new int?[] { 1, 2 }));
        Assert.That(result.Articles[1].Outlet, Is.Null);
    }

    [Test]
    public void Tsv_MappedColumns_AreUsed()
    {
        string path = Write("rows.tsv", "wann\twas\n2024-03-01\tA bridge fell.\n");
        ReadResult result = ArticleReader.Read([path], Stream.Null, new IngestOptions { Columns = new Dictionary<string, string> { ["text"] = "was", ["published"] = "wann" } });

        Assert.That(result.Articles.Single().Text, Is.EqualTo("A bridge fell."));
        Assert.That(result.Articles.Single().Published?.Year, Is.EqualTo(2024));
    }

    [TestCase("x.csv", "a,b\n1,2\n", TestName = "A table without a text column")]
    [TestCase("x.csv", "", TestName = "An empty table")]
    [TestCase("x.json", "{", TestName = "Broken JSON")]
    [TestCase("x.json", "{\"a\":1}", TestName = "JSON that is no article")]
    [TestCase("x.xml", "<a/>", TestName = "XML that is no feed")]
    [TestCase("x.xml", "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>", TestName = "A DTD (billion laughs)")]
    [TestCase("x.xml", "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>", TestName = "A DTD (external entity)")]
    [TestCase("x.pdf", "%PDF", TestName = "An unknown kind")]
    public void Read_WhatCannotBeRead_IsNamedAndTheRestIsRead(string name, string content)
    {
        string bad = Write(name, content);
        string good = Write("good.txt", "A bridge fell.");

        ReadResult result = ArticleReader.Read([bad, good], Stream.Null);

        Assert.That(result.Articles.Select(static a => a.Text), Is.EqualTo(new[] { "A bridge fell." }));
        Assert.That(result.HasErrors, Is.True);
        Assert.That(result.Problems[0].Article, Does.Contain(name));
    }

    [Test]
    public void Xml_DeepNesting_IsRefused()
    {
        ReadResult result = Read("deep.xml", string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)));

        Assert.That(result.HasErrors, Is.True);
    }

    [Test]
    public void Html_DeepNesting_IsRead()
    {
        ReadResult result = Read("deep.html", string.Concat(Enumerable.Repeat("<div>", 5_000)) + "<p>A bridge fell in Oakham.</p>");

        Assert.That(result.Articles.Single().Text, Does.Contain("A bridge fell"));
    }

    [Test]
    public void Read_FileOverTheLimit_IsRefused()
    {
        string path = Write("big.txt", new string('x', 2000));

        Assert.That(ArticleReader.Read([path], Stream.Null, new IngestOptions { MaxFileBytes = 1000 }).HasErrors, Is.True);
    }

    [TestCase("2024-03-01", "2024-03-01T00:00:00+00:00")]
    [TestCase("2024-03-01T08:30:00Z", "2024-03-01T08:30:00+00:00")]
    [TestCase("2024-03-01T08:30:00+0200", "2024-03-01T08:30:00+02:00")]
    [TestCase("20240301T083000Z", "2024-03-01T08:30:00+00:00")]
    [TestCase("Fri, 01 Mar 2024 08:30:00 GMT", "2024-03-01T08:30:00+00:00")]
    [TestCase("Fri, 1 Mar 2024 08:30:00 -0500", "2024-03-01T08:30:00-05:00")]
    [TestCase("Friday, 1 March 2024", "2024-03-01T00:00:00+00:00")]
    [TestCase("March 1, 2024", "2024-03-01T00:00:00+00:00")]
    [TestCase("Mar 1, 2024 8:30 PM", "2024-03-01T20:30:00+00:00")]
    [TestCase("March 1, 2024 8:30 p.m. EST", null)]
    [TestCase("03/04/2024", null)]
    [TestCase("soon", null)]
    public void DateText_WebForms_AreRead(string text, string? expected)
    {
        bool read = DateText.TryParse(text, out DateTimeOffset date);

        Assert.That(read ? date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture) : null, Is.EqualTo(expected));
    }

    private Article One(string name, string content)
    {
        ReadResult result = Read(name, content);
        Assert.That(result.HasErrors, Is.False, string.Join("; ", result.Problems));
        return result.Articles.Single();
    }

    private ReadResult Read(string name, string content) => ArticleReader.Read([Write(name, content)], Stream.Null);

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
