using StoryCompare.Analysis;
using StoryCompare.Clustering;

namespace StoryCompare.Tests.Clustering;

public sealed class OnlineClustererTests
{
    private const string Fire = "A fire tore through the Harlow paint factory on Monday, injuring nine workers, fire chief Dora Wenn said. The Harlow plant makes marine paint.";

    [Test]
    public void Add_CopyOfAnArticle_JoinsItsEvent()
    {
        OnlineClusterer clusterer = new(ClusteringModel.Default);
        (int _, int first, bool isNew) = clusterer.Add(Sketch(Fire));
        (int _, int second, bool isNewAgain) = clusterer.Add(Sketch(Fire));
        Assert.That((isNew, isNewAgain, second), Is.EqualTo((true, false, first)));
    }

    [Test]
    public void Add_UnrelatedArticle_StartsAnEvent()
    {
        OnlineClusterer clusterer = new(ClusteringModel.Default);
        clusterer.Add(Sketch(Fire));
        Assert.That(clusterer.Add(Sketch("Parliament in Oslo voted to raise the tax on salmon farms after a long debate about coastal jobs.")).IsNew, Is.True);
    }

    [Test]
    public void Remove_LastArticle_EndsTheEvent()
    {
        OnlineClusterer clusterer = new(ClusteringModel.Default);
        int article = clusterer.Add(Sketch(Fire)).Article;
        Assert.That(clusterer.Remove(article), Is.True);
        Assert.That(clusterer.Remove(article), Is.False);
        Assert.That((clusterer.Count, clusterer.Snapshot().Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Split_ThenMerge_RestoresTheMembers()
    {
        OnlineClusterer clusterer = new(ClusteringModel.Default);
        (int a, int story, _) = clusterer.Add(Sketch(Fire));
        (int b, _, _) = clusterer.Add(Sketch(Fire));
        int split = clusterer.Split([b]);
        Assert.That(clusterer.Snapshot().Select(static e => e.Event), Is.EqualTo(new[] { story, split }));
        clusterer.Merge(story, split);
        Assert.That(clusterer.Snapshot().Single().Articles, Is.EqualTo(new[] { a, b }));
    }

    private static ArticleSketch Sketch(string text) => new SketchBuilder().Build(ArticleAnalyzer.AnalyzeForClustering(new Article(text), "x"));
}
