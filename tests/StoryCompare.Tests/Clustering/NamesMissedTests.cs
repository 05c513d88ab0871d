using System.Globalization;
using StoryCompare.Analysis;
using StoryCompare.Clustering;

namespace StoryCompare.Tests.Clustering;

/// <summary>Names and numbers of a lead that the other article has nowhere speak against one event.</summary>
public sealed class NamesMissedTests
{
    private const string Rest =
        " Crews worked through the night and left the yard in the morning. The owner had asked for a new roof in spring, neighbours said. Traffic was led round the centre for hours. The council meets again "
        + "next week to speak about the damage. Schools near the river opened late because the smell of burnt paint hung in their halls. Insurance experts want to look at the cellar once it has been pumped dry. "
        + "Several families slept in a gymnasium, where volunteers had brought blankets and soup. A bakery across the street gave away its bread. Engineers doubt that the chimney can stand another winter. "
        + "Two earlier inspections had found the sprinklers in good order. Nobody could say when the machines will run again, or whether the orders of this month will be lost to rivals abroad.";

    [Test]
    public void Fill_LeadNamesAnotherPlace_MissesMoreThanOneThatNamesTheSame()
    {
        double[] same = Features("A warehouse fire in Brackwater hurt Olive Tarn on Monday." + Rest, "Olive Tarn was hurt when a warehouse burnt in Brackwater." + Rest);
        double[] other = Features("A warehouse fire in Brackwater hurt Olive Tarn on Monday." + Rest, "A warehouse fire in Penmarch hurt Ruben Stade on Monday." + Rest);
        Assert.That(Of(other, "namesMissedLow"), Is.GreaterThan(Of(same, "namesMissedHigh")));
    }

    [Test]
    public void Fill_NothingBeyondTheLead_SaysNothing()
    {
        double[] x = Features("Fire in Brackwater hurts Olive Tarn.", "Fire in Penmarch hurts Ruben Stade.");
        Assert.That((Of(x, "namesMissedLow"), Of(x, "namesMissedHigh")), Is.EqualTo((0.0, 0.0)).Within(1e-6));
    }

    [Test]
    public void Fill_SmallBatch_LeavesItToTheMerges()
    {
        double[] x = Features("A warehouse fire in Brackwater hurt Olive Tarn on Monday." + Rest, "A warehouse fire in Penmarch hurt Ruben Stade on Monday." + Rest, missing: 1);
        Assert.That(PairFeatures.Names.Where(static n => n.Contains("namesMissed", StringComparison.Ordinal)).Select(n => Of(x, n)), Is.All.Zero);
    }

    private static double Of(double[] features, string name) => features[PairFeatures.Names.ToList().IndexOf(name)];

    private static double[] Features(string a, string b, double missing = 0)
    {
        SketchBuilder builder = new();
        ArticleSketch[] sketches = [.. new[] { a, b }.Select((t, i) => builder.Build(ArticleAnalyzer.AnalyzeForClustering(new Article(t), i.ToString(CultureInfo.InvariantCulture))))];
        TermStatistics statistics = new(2);
        Array.ForEach(sketches, statistics.Add);
        ArticleVectors[] vectors = [.. sketches.Select(s => ArticleVectors.Weigh(s, statistics))];
        Crowd crowd = new(0.05, missing, []);
        double[] x = new double[PairFeatures.Names.Count];
        PairFeatures.Fill(vectors[0], vectors[1], PairSimilarity.Of(vectors[0], vectors[1]), crowd, crowd, x);
        return x;
    }
}
