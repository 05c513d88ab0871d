using StoryCompare.Clustering;

namespace StoryCompare.Tests.Clustering;

public sealed class BatchMergerTests
{
    private static readonly string[] Names = [.. MergeFeatures.Names];

    [Test]
    public void Core_OfGroupAndOther_CountsWhatHalfOfTheGroupHold()
    {
        BatchTerms terms = new([Make(1, 2, 3), Make(1, 2, 4), Make(1, 5)], Channel.Words);
        (double core, double held, double half) = terms.Core(0b011, 0b100);
        Assert.That(new[] { core, held, half }, Is.EqualTo(new[] { 2.0, 1, 1 }).Within(1e-6), "1 and 2 are common to the first two, the third holds 1");
        Assert.That(terms.Core(0b100, 0b011).Core, Is.EqualTo(2).Within(1e-4), "of one article all it holds counts, also what no other has");
    }

    [Test]
    public void Shared_WhatTheRestHoldsToo_SetsNothingApart()
    {
        BatchTerms terms = new([Make(1, 2), Make(1, 2), Make(1, 3)], Channel.Words);
        (double shared, double apart) = terms.Shared(0b001, 0b010, 0b100);
        Assert.That(new[] { shared, apart }, Is.EqualTo(new[] { 2.0, 1 }).Within(1e-6));
    }

    [Test]
    public void Run_RefusedMerges_AreNotOfferedAgainAndMadeOnesGrow()
    {
        // Articles 0 to 2 are alike, 3 is like none: what is refused comes up once.
        double[] logits = [3, 2, -2, 2, -2, -2];
        List<(uint, uint)> offered = [];
        new BatchMerger([Make(1), Make(1), Make(1), Make(9)], logits).Run((a, b, x) =>
        {
            offered.Add((a, b));
            return x[Array.IndexOf(Names, "merge.mean")] > 0;
        });
        Assert.That(offered, Is.EqualTo(new[] { (0b0001u, 0b0010u), (0b0011u, 0b0100u), (0b0111u, 0b1000u) }));
    }

    [Test]
    public void Apply_WhateverIsDecided_PairsOfOneGroupJoinAndOthersStayFurtherApartThanTheLinkageForgives()
    {
        double[] logits = [5, 5, -5, 5, -5, -5];
        BatchMerger.Apply(logits, [Make(1, 2, 3), Make(1, 2, 3), Make(1, 2, 3), Make(9)], ClusteringModel.Default);
        double forgiven = AverageLinkage.LeniencyOfFew / PairScorer.One * 2 * PairScorer.Clip;
        Assert.That(logits, Has.All.Matches<double>(l => l > 0 || l < -forgiven));
        Assert.That(logits[2], Is.LessThan(-forgiven));
    }

    // Every feature weighs one in each channel.
    private static ArticleVectors Make(params uint[] keys)
    {
        uint[] all = [.. Enumerable.Range(0, ArticleSketch.Channels).SelectMany(_ => keys)];
        ushort weight = (ushort)Math.Round(ArticleVectors.One / Math.Sqrt(keys.Length));
        return ArticleVectors.Of(all, [.. all.Select(_ => weight)], [.. Enumerable.Range(1, ArticleSketch.Channels).Select(c => (ushort)(c * keys.Length))],
            [.. Enumerable.Repeat((float)(ArticleVectors.One / weight), ArticleSketch.Channels)], new EventTime(int.MinValue, int.MaxValue, 0, 0));
    }
}
