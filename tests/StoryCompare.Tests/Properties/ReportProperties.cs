using FsCheck;
using FsCheck.Fluent;
using StoryCompare.Tests.Reliability;

namespace StoryCompare.Tests.Properties;

/// <summary>What holds for the report of any articles.</summary>
public sealed class ReportProperties
{
    [Test]
    public void Spans_SliceBack() => Generated.Check(Generated.Articles, static articles =>
        Assert.That(ReportSpans.Wrong(StoryComparer.Default.Compare(articles), articles), Is.Empty));

    [Test]
    public void InputOrder_ChangesNoByte() => Generated.Check(Generated.Articles, static articles =>
        Assert.That(ReportWriter.ToJson(StoryComparer.Default.Compare(articles.Reverse())), Is.EqualTo(ReportWriter.ToJson(StoryComparer.Default.Compare(articles)))));

    [Test]
    public void Threads_ChangeNoByte() => Generated.Check(
        Generated.Articles,
        static articles =>
        {
            string one = ReportWriter.ToJson(new StoryComparer(new StoryCompareOptions { MaxDegreeOfParallelism = 1 }).Compare(articles));
            string[] many = new string[6];
            Parallel.For(0, many.Length, i => many[i] = ReportWriter.ToJson(StoryComparer.Default.Compare(articles)));
            Assert.That(many, Has.All.EqualTo(one));
        },
        30);

    [Test]
    public void Json_ReadsBackToTheSameReport() => Generated.Check(Generated.Articles, static articles =>
    {
        string json = ReportWriter.ToJson(StoryComparer.Default.Compare(articles));
        Assert.That(ReportWriter.ToJson(ReportReader.ReadJson(json)), Is.EqualTo(json));
    });

    [Test]
    public void EveryArticle_IsInExactlyOneStory() => Generated.Check(Generated.Articles, static articles =>
        Assert.That(StoryComparer.Default.Compare(articles).Stories.SelectMany(static s => s.Articles), Is.EquivalentTo(articles.Select(static a => a.Id))));

    [Test]
    public void Counts_AreWithinTheirBounds() => Generated.Check(Generated.Articles, static articles =>
    {
        foreach (Story story in StoryComparer.Default.Compare(articles).Stories)
        {
            foreach (AgreedFact f in story.AgreedFacts)
            {
                Assert.That(f.Outlets, Is.InRange(2, story.Articles.Count), f.ToString());
                Assert.That(f.Origins, Is.GreaterThanOrEqualTo(1), f.ToString());
                Assert.That(f.Evidence.Select(static e => e.Text), Does.Contain(f.Text), "a fact is shown in one outlet's own sentence");
            }

            Assert.That(story.Conflicts.Where(static c => c.Sides.Count < 2 || c.Sides.Any(static s => s.Evidence.Count == 0)), Is.Empty);
            Assert.That(story.Figures.Where(static f => f.Outlets < 1 || f.Origins < 1 || !double.IsFinite(f.Figure.Value)), Is.Empty);
            Assert.That(story.Reasons.Count(static r => r.Joined), Is.EqualTo(story.Articles.Count - 1), "one joining pair fewer than articles");
        }
    });

    [Test]
    public void Duplicate_RaisesNoOriginAndMakesNoConflict() => Generated.Check(Generated.Articles, static articles =>
    {
        StoryReport before = StoryComparer.Default.Compare(articles);
        Article copy = articles[0] with { Id = "b0" };
        StoryReport after = StoryComparer.Default.Compare([.. articles, copy]);
        Assert.That(Conflicts(after), Is.LessThanOrEqualTo(Conflicts(before)), () => "high conflicts: " + string.Join('\n', after.Stories.SelectMany(static s => s.Conflicts)));
        Assert.That(MostOrigins(after, 1), Is.LessThanOrEqualTo(MostOrigins(before, 1)));
    }, LongRun.Of(100, 2000));

    private static int Conflicts(StoryReport report) => report.Stories.SelectMany(static s => s.Conflicts).Count(static c => c.Severity == Severity.High && !c.Internal);

    private static int MostOrigins(StoryReport report, int least) => report.Stories.SelectMany(static s => s.AgreedFacts).Select(static f => f.Origins).Append(least).Max();
}
