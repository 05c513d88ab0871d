using StoryCompare.Analysis;
using StoryCompare.Names;
using StoryCompare.Syndication;

namespace StoryCompare.Tests.Syndication;

public sealed class OriginTests
{
    private const string Governor = "Governor Ilan Dorr said the dam at Karsk lost 40 tonnes of stone.";
    private const string Minister = "Minister Petra Lohm said the dam at Karsk lost 40 tonnes of stone.";
    private const string Officials = "Officials said the dam at Karsk lost 40 tonnes of stone.";
    private const string Spokesman = "The dam at Karsk lost 40 tonnes of stone, a spokesman said.";
    private const string Own = "The dam at Karsk lost 40 tonnes of stone on Monday.";
    private const string Hedged = "The dam at Karsk allegedly lost 40 tonnes of stone.";
    private const string Witness = "A witness said the dam at Karsk lost 40 tonnes of stone.";
    private const string OtherWitness = "Residents said the dam at Karsk lost 40 tonnes of stone.";
    private const string ToldCourier = "A woman told the Harbour Courier that the dam at Karsk lost 40 tonnes of stone.";
    private const string CourierQuoted = "Dana Brandt told the Harbour Courier that the dam at Karsk lost 40 tonnes of stone.";

    [TestCase(1, Governor)]
    [TestCase(2, Governor, Minister)]
    [TestCase(1, Governor, Officials)]
    [TestCase(2, Governor, Minister, Officials)]
    [TestCase(1, Officials, Spokesman)]
    [TestCase(1, Officials, Own)]
    [TestCase(2, Governor, Own)]
    [TestCase(1, Governor, Hedged)]
    [TestCase(1, Hedged)]
    [TestCase(2, Own, Own)]
    [TestCase(2, Governor, Witness)]
    [TestCase(2, Officials, Witness)]
    [TestCase(1, Witness, OtherWitness)]
    [TestCase(1, ToldCourier, CourierQuoted)]
    public void Count_Sources_ErrsLow(int expected, params string[] sentences)
    {
        AnalyzedArticle[] articles = [.. sentences.Select(static (s, i) => ArticleAnalyzer.Analyze(new Article(s) { Outlet = "Paper " + i }, "a" + i))];
        int[][] groups = NameFolding.Fold([.. articles.Select(static a => a.Names)], new NameOptions());

        OriginCount count = Origins.Count(articles, new Dependence { Lines = [.. Enumerable.Range(0, articles.Length)] }, [.. articles.Select(static (_, i) => (i, 0))], groups);

        Assert.That(count.Count, Is.EqualTo(expected));
    }
}
