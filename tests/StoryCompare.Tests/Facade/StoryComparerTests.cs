namespace StoryCompare.Tests.Facade;

public sealed class StoryComparerTests
{
    [Test]
    public void Compare_NoArticles_GivesAnEmptyReport()
    {
        StoryReport report = StoryComparer.Default.Compare([]);

        Assert.That(report.Articles, Is.Empty);
        Assert.That(report.Stories, Is.Empty);
    }

    [Test]
    public void Compare_OneArticle_IsAStoryOfItsOwn()
    {
        StoryReport report = StoryComparer.Default.Compare([new Article("A bridge fell on Monday. Nobody was hurt, police said.")]);

        Assert.That(report.Stories, Has.Count.EqualTo(1));
        Assert.That(report.Stories[0].Articles, Is.EqualTo(new[] { "1" }));
        Assert.That(report.Stories[0].Conflicts.Where(static c => !c.Internal), Is.Empty);
    }

    [Test]
    public void Compare_EmptyBody_StaysInTheReport()
    {
        StoryReport report = StoryComparer.Default.Compare([new Article("") { Id = "empty" }, new Article("A bridge fell on Monday.") { Id = "full" }]);

        Assert.That(report.Articles.Select(static a => a.Id), Is.EqualTo(new[] { "empty", "full" }));
        Assert.That(report.Stories.SelectMany(static s => s.Articles), Is.EquivalentTo(new[] { "empty", "full" }));
    }

    [Test]
    public void Compare_SameIdTwice_RenamesTheSecondAndSaysSo()
    {
        Article one = new("A bridge fell on Monday.") { Id = "x" };
        Article two = new("Rain is expected on Tuesday.") { Id = "x" };

        StoryReport report = StoryComparer.Default.Compare([two, one]);

        Assert.That(report.Articles.Select(static a => a.Id), Is.EqualTo(new[] { "x", "x~2" }));
        Assert.That(report.Diagnostics.Select(static d => d.Code), Does.Contain("duplicate-id"));
        Assert.That(ReportWriter.ToJson(StoryComparer.Default.Compare([one, two])), Is.EqualTo(ReportWriter.ToJson(report)), "input order must not show");
    }

    [Test]
    public void Compare_IdWithTilde_KeepsIdsDistinct()
    {
        Article[] articles = [new("a") { Id = "x" }, new("b") { Id = "x" }, new("c") { Id = "x~2" }];

        Assert.That(StoryComparer.Default.Compare(articles).Articles.Select(static a => a.Id), Is.Unique);
    }

    [Test]
    public void Compare_Null_NamesTheArgument()
    {
        Assert.That(() => StoryComparer.Default.Compare(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("articles"));
    }

    [Test]
    public void Compare_NullArticle_SaysWhichOne()
    {
        Assert.That(() => StoryComparer.Default.Compare([new Article("a"), null!]), Throws.ArgumentException.With.Message.Contains("number 2"));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(-0.5)]
    [TestCase(double.NaN)]
    public void StoryComparer_ThresholdOutOfRange_Throws(double threshold)
    {
        Assert.That(() => new StoryComparer(new StoryCompareOptions { Clustering = new ClusteringOptions { Threshold = threshold } }), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("threshold"));
    }

    [Test]
    public void Compare_Cancelled_ThrowsAndStaysUsable()
    {
        using CancellationTokenSource source = new();
        source.Cancel();

        Assert.That(() => StoryComparer.Default.Compare([new Article("a")], null, source.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(StoryComparer.Default.Compare([new Article("a")]).Articles, Has.Count.EqualTo(1));
    }

    [Test]
    public void Compare_Progress_CountsEveryArticle()
    {
        List<StageProgress> seen = [];
        StoryComparer.Default.Compare([.. Enumerable.Range(0, 20).Select(static i => new Article($"Text number {i}."))], new Recorder(seen));

        Assert.That(seen.Where(static p => p.Stage == "analysis").Select(static p => p.Done), Is.EqualTo(Enumerable.Range(1, 20)));
        Assert.That(seen.Where(static p => p.Stage == "comparison").Select(static p => p.Done).LastOrDefault(), Is.EqualTo(seen.Last(static p => p.Stage == "comparison").Total));
    }

    [Test]
    public void Cluster_KeepsInputOrder()
    {
        IReadOnlyList<ArticleStory> stories = StoryComparer.Default.Cluster([new Article("Rain is expected.") { Id = "z" }, new Article("A bridge fell.") { Id = "a" }]);

        Assert.That(stories.Select(static s => s.Article), Is.EqualTo(new[] { "z", "a" }));
    }

    private sealed class Recorder(List<StageProgress> seen) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => seen.Add(value);
    }
}
