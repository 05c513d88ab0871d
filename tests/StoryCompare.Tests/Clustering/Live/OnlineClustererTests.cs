using StoryCompare.Analysis;
using StoryCompare.Clustering;
using StoryCompare.Clustering.Live;

namespace StoryCompare.Tests.Clustering.Live;

public sealed class OnlineClustererTests
{
    private const string Fire = "A fire tore through the Harlow paint factory on Monday, injuring nine workers, fire chief Dora Wenn said. The Harlow plant makes marine paint.";

    [Test]
    public void Add_CopyOfAnArticle_IsOneTextInOneStory()
    {
        OnlineClusterer clusterer = new(ClusteringModel.Default);
        Arrival first = Add(clusterer, "a", Fire);
        Arrival second = Add(clusterer, "b", Fire);
        Assert.That((first.Began, second.Began), Is.EqualTo((true, false)));
        Assert.That(second.Article.Text, Is.SameAs(first.Article.Text));
    }

    [Test]
    public void Add_NearCopy_IsOneText()
    {
        OnlineClusterer clusterer = new(ClusteringModel.Default);
        Arrival first = Add(clusterer, "a", Fire + " " + LiveCorpus.Make(1, 3)[0].Text);
        Arrival second = Add(clusterer, "b", Fire + " " + LiveCorpus.Make(1, 3)[0].Text + " Reporting by staff.");
        Assert.That(second.Article.Text, Is.SameAs(first.Article.Text));
    }

    [Test]
    public void Add_UnrelatedArticle_BeginsAStory()
    {
        OnlineClusterer clusterer = new(ClusteringModel.Default);
        Add(clusterer, "a", Fire);
        Assert.That(Add(clusterer, "b", "Parliament in Oslo voted to raise the tax on salmon farms after a long debate about coastal jobs.").Began, Is.True);
    }

    [Test]
    public void Withdraw_LastArticle_EndsTheStory()
    {
        OnlineClusterer clusterer = new(ClusteringModel.Default);
        Add(clusterer, "a", Fire);
        Assert.That(clusterer.Withdraw("a"), Is.True);
        Assert.That(clusterer.Withdraw("a"), Is.False);
        Assert.That((clusterer.Count, clusterer.Stories.Count()), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Split_OfACopy_StaysSplitWhateverComes()
    {
        OnlineClusterer clusterer = new(ClusteringModel.Default);
        HeldStory story = Add(clusterer, "a", Fire).Article.Text.Story!;
        HeldStory split = clusterer.Split([Add(clusterer, "b", Fire).Article]);
        Add(clusterer, "c", Fire + " Smoke was seen for miles.");
        Add(clusterer, "d", "The Harlow paint factory burned on Monday; fire chief Dora Wenn counted nine injured workers.");
        Assert.That(clusterer.Find("a")!.Text.Story, Is.SameAs(story));
        Assert.That(clusterer.Find("b")!.Text.Story, Is.SameAs(split));
    }

    [Test]
    public void Merge_OfUnlikeStories_StaysMergedWhateverComes()
    {
        OnlineClusterer clusterer = new(ClusteringModel.Default);
        IReadOnlyList<Article> articles = LiveCorpus.Make(60, 5);
        foreach (Article article in articles.Take(20))
        {
            Add(clusterer, article);
        }

        HeldStory[] two = [.. clusterer.Stories.Take(2)];
        string[] together = [.. two.SelectMany(static s => s.Articles()).Select(static a => a.Id)];
        clusterer.Merge(two[0], two[1]);
        foreach (Article article in articles.Skip(20))
        {
            Add(clusterer, article);
            Assert.That(together.Select(id => clusterer.Find(id)!.Text.Story), Has.All.SameAs(two[0]));
        }
    }

    [Test]
    public void Neighbours_AreTheMostAlikeOfAll()
    {
        OnlineClusterer clusterer = new(ClusteringModel.Default);
        foreach (Article article in LiveCorpus.Make(150, 9))
        {
            Add(clusterer, article);
        }

        HeldText[] texts = [.. clusterer.Stories.SelectMany(static s => s.Texts)];
        int missed = 0;
        foreach (HeldText text in texts)
        {
            HeldText best = texts.Where(t => t != text).OrderByDescending(t => PairSimilarity.Of(t.Vectors, text.Vectors).Blend).First();
            missed += text.Neighbours.IndexOf(best.Number) < 0 ? 1 : 0;
        }

        Assert.That(missed, Is.LessThanOrEqualTo(texts.Length / 50), "the index finds nearly every text's nearest");
    }

    [Test]
    public void SplitModel_GivesTheLogitOfTheWholeModel()
    {
        OnlineClusterer clusterer = new(ClusteringModel.Default);
        foreach (Article article in LiveCorpus.Make(60, 2))
        {
            Add(clusterer, article);
        }

        HeldText[] texts = [.. clusterer.Stories.SelectMany(static s => s.Texts)];
        TextTable table = new();
        Array.ForEach(texts, table.Add);
        LiveScorer scorer = new(ClusteringModel.Default, table);
        double[] x = new double[PairFeatures.Names.Count];
        foreach (HeldText a in texts)
        {
            foreach (HeldText b in texts.Where(t => t.Number > a.Number))
            {
                PairFeatures.Fill(a.Vectors, b.Vectors, PairSimilarity.Of(a.Vectors, b.Vectors), scorer.CrowdOf(a), scorer.CrowdOf(b), x);
                Assert.That(scorer.Score(a, b), Is.EqualTo(PairScorer.ToScore(ClusteringModel.Default.Logit(x))).Within(1));
            }
        }
    }

    private static Arrival Add(OnlineClusterer clusterer, string id, string text) => Add(clusterer, new Article(text) { Id = id });

    private static Arrival Add(OnlineClusterer clusterer, Article article) =>
        clusterer.Add(article.Id!, article, new SketchBuilder().Build(ArticleAnalyzer.AnalyzeForClustering(article, article.Id!)));
}
