using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Text;

namespace StoryCompare.Tests.Alignment;

public sealed class SentenceAlignerTests
{
    private const string Filler = "The weather along the coast has been mild this week. Shops in the old town opened late because of a parade.";
    private const string OtherFiller = "A local choir will sing at the harbour next month. Its director studied music in the capital.";

    [Test]
    public void Align_Paraphrase_IsOneGroup()
    {
        AnalyzedArticle[] articles = AlignmentTexts.Analyze(
            "Rescue teams pulled 14 miners out of the flooded Karsk pit on Friday, the governor said. " + Filler,
            "Fourteen miners were rescued on Friday from the Karsk pit after it flooded, according to the governor. " + OtherFiller);

        List<string[]> groups = AlignmentTexts.Texts(articles, AlignmentTexts.Align(articles));

        Assert.That(groups, Has.Count.EqualTo(1));
        Assert.That(groups[0], Has.Some.StartsWith("Rescue teams").And.Some.StartsWith("Fourteen miners"));
    }

    [Test]
    public void Align_StatementSplitInTwo_AlignsToBothParts()
    {
        AnalyzedArticle[] articles = AlignmentTexts.Analyze(
            "The ferry Aldona sank off Cape Mirno with 60 passengers on board after it struck a submerged wreck in thick fog. " + Filler,
            "The ferry Aldona sank off Cape Mirno with 60 passengers on board. The ferry struck a submerged wreck in thick fog. " + OtherFiller);

        HashSet<string> aligned = [.. AlignmentTexts.Texts(articles, AlignmentTexts.Align(articles)).SelectMany(static g => g)];

        Assert.That(aligned, Has.Some.StartsWith("The ferry Aldona sank off Cape Mirno with 60 passengers on board.").And.Some.StartsWith("The ferry struck"));
    }

    [Test]
    public void Align_TemplateWithOtherContent_IsNotAligned()
    {
        AnalyzedArticle[] articles = AlignmentTexts.Analyze(
            "The state-run Voice of Morna radio reported on Sunday that the army units together with allies had managed to clear 300 villages of landmines in the eastern hills. " + Filler,
            "The state-run Northern Star newspaper, quoting a doctor, reported on Monday that the hospital staff together with allies had managed to vaccinate cattle and were now short of fuel. " + OtherFiller);

        Assert.That(AlignmentTexts.Align(articles), Is.Empty);
    }

    [Test]
    public void Align_UnrelatedArticles_AreNotAligned()
    {
        AnalyzedArticle[] articles = AlignmentTexts.Analyze(Filler, OtherFiller);

        Assert.That(AlignmentTexts.Align(articles), Is.Empty);
    }

    [TestCase("")]
    [TestCase("One.")]
    [TestCase("!!! ??? 12 — …")]
    public void Align_NextToNothing_IsEmpty(string text)
    {
        Assert.That(AlignmentTexts.Align(AlignmentTexts.Analyze(text, Filler)), Is.Empty);
    }

    [Test]
    public void Align_OneArticle_IsEmpty()
    {
        Assert.That(AlignmentTexts.Align(AlignmentTexts.Analyze(Filler)), Is.Empty);
    }

    [Test]
    public void Align_Embed_NeverJoins()
    {
        AnalyzedArticle[] articles = [WithKind(Filler, SentenceKind.Embed), WithKind(Filler, SentenceKind.Body)];

        Assert.That(AlignmentTexts.Align(articles), Is.Empty);
    }

    [Test]
    public void Align_Title_MayJoin()
    {
        AnalyzedArticle[] articles = [WithKind(Filler, SentenceKind.Title), WithKind(Filler, SentenceKind.Body)];

        Assert.That(AlignmentTexts.Align(articles), Is.Not.Empty);
    }

    [TestCase("Shops in the old town opened late.", "Shops in the old town opened late.", AlignmentKind.Identical)]
    [TestCase(
        "The court in Velm sentenced the banker Ivo Lasko to six years in prison for fraud and tax evasion on Monday.",
        "The court in Velm sentenced the banker Ivo Lasko to six years in prison for fraud and tax evasion on Tuesday.",
        AlignmentKind.NearCopy)]
    [TestCase(
        "“We will rebuild every house that the river has taken,” the prime minister told reporters in Dunmar.",
        "Visiting survivors, the head of government promised: “We will rebuild every house that the river took.”",
        AlignmentKind.Quotation)]
    public void Align_Kind_IsTold(string a, string b, AlignmentKind expected)
    {
        AnalyzedArticle[] articles = AlignmentTexts.Analyze(a + " A choir sang at the harbour.", b + " Cattle prices fell in the north.");

        Assert.That(AlignmentTexts.Align(articles).SelectMany(static g => g.Pairs).Select(static p => p.Kind), Has.Some.EqualTo(expected));
    }

    private static AnalyzedArticle WithKind(string text, SentenceKind kind)
    {
        TokenizedText prose = TextAnalyzer.Prose(text);
        Sentence[] sentences = [.. prose.Sentences.Select(s => s with { Kind = kind })];
        return new AnalyzedArticle
        {
            Article = new Article(text),
            Id = kind.ToString(),
            Cleaned = new CleanedArticle { Text = new TokenizedText(text, prose.Tokens, sentences) },
            Published = PublicationDate.Unknown,
        };
    }
}
