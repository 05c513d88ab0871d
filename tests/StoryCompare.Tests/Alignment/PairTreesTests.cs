using StoryCompare.Alignment;

namespace StoryCompare.Tests.Alignment;

public sealed class PairTreesTests
{
    // Documents >= 0.5 ? (Dice >= 0.25 ? 4 : 2) : 1
    private static readonly TreeNode[] Nested =
    [
        new((int)PairFeature.Documents, 0.5f, 2), new(-1, 1, 0),
        new((int)PairFeature.Dice, 0.25f, 4), new(-1, 2, 0), new(-1, 4, 0),
    ];

    [TestCase(0f, 0.9f, 1f)]
    [TestCase(0.5f, 0f, 2f)]
    [TestCase(0.6f, 0.25f, 4f)]
    public void Sum_OneTree_TakesTheLeafItsAnswersLeadTo(float documents, float dice, float expected)
    {
        Assert.That(new PairTrees([Nested]).Sum(Features(documents, dice)), Is.EqualTo(expected));
    }

    [Test]
    public void Sum_SeveralTrees_AddsTheirLeaves()
    {
        Assert.That(new PairTrees([Nested, [new TreeNode(-1, -3, 0)], Nested]).Sum(Features(0, 0)), Is.EqualTo(-1));
    }

    [TestCase("relatedInArticles")]
    [TestCase("severalInArticles")]
    public void Load_ShippedTrees_AreWholeAndAskForFeatures(string head)
    {
        IReadOnlyList<TreeNode[]> trees = PairTrees.Load(head).Trees;
        Assert.Multiple(() =>
        {
            Assert.That(trees, Is.Not.Empty);
            Assert.That(trees.SelectMany(static t => t), Has.All.Matches<TreeNode>(static n => n.Feature is >= -1 and < PairFeatures.Count));
            // Every place but the first is reached by one question, which has two branches.
            Assert.That(trees, Has.All.Matches<TreeNode[]>(static t => t.Length == (2 * t.Count(static n => n.Feature >= 0)) + 1));
        });
    }

    private static float[] Features(float documents, float dice)
    {
        float[] features = new float[PairFeatures.Count];
        features[(int)PairFeature.Documents] = documents;
        features[(int)PairFeature.Dice] = dice;
        return features;
    }
}
