namespace StoryCompare.Tests.Stories;

/// <summary>The stories of this folder, compared with library defaults and held against what an editor expects.</summary>
public sealed class StoryTests
{
    private static readonly Lazy<IReadOnlyList<(StorySpec Spec, StoryScore Score)>> Scores = new(static () => [.. StorySpec.All.Select(static s => (s, new StoryScore(s)))]);

    private static IEnumerable<TestCaseData> Names => StorySpec.All.Select(static s => new TestCaseData(s.Name));

    [TestCaseSource(nameof(Names))]
    public void Story_EverySpan_SlicesBack(string name)
    {
        (StorySpec spec, StoryScore score) = Of(name);

        Assert.That(ReportSpans.Wrong(score.Report, spec.Articles), Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void Story_LookAlike_StaysApart(string name)
    {
        (StorySpec spec, StoryScore score) = Of(name);
        string[] groups = [.. spec.Expected("stories").SelectMany(static e => e.Text[(e.Text.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('|'))];
        Dictionary<string, int> expected = groups.SelectMany(static (g, i) => g.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => (a, i))).ToDictionary(static x => x.a, static x => x.i);

        Assert.That(score.Report.Stories.Where(s => s.Articles.Select(a => expected[a]).Distinct().Skip(1).Any()).Select(static s => string.Join(' ', s.Articles)), Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Stories_Scores_HoldTheirFloors(bool tuned)
    {
        StoryScore[] scores = [.. Scores.Value.Where(s => s.Spec.Tuned == tuned).Select(static s => s.Score)];
        string table = string.Join(Environment.NewLine, Rows(scores).Select(static r => $"{r.What,-12} {r.Found,4} of {r.All,4}"));
        TestContext.Out.WriteLine(table);
        string[] falseHigh = [.. scores.SelectMany(static s => s.False).Where(static c => c.Severity == Severity.High).Select(static c => c.ToString())];

        Assert.Multiple(() =>
        {
            foreach ((string what, int found, int all) in Rows(scores))
            {
                Assert.That(found, Is.GreaterThanOrEqualTo(Floor(what, tuned) * all), $"{what}: {found} of {all}");
            }

            Assert.That(falseHigh, Has.Length.LessThanOrEqualTo(scores.Length / 3), string.Join(Environment.NewLine, falseHigh));
        });
    }

    // Measured on the stories, rounded down: a change that loses ground shows here. Low, since half the misses are articles that clustering
    // leaves out of their story, where nothing can be compared.
    private static double Floor(string what, bool tuned) => (what, tuned) switch
    {
        ("conflicts", true) => 0.1,
        ("conflicts", false) => 0.14,
        ("agreed", _) => 0.48,
        ("aligned", true) => 0.45,
        ("aligned", false) => 0.35,
        ("figures", true) => 0.18,
        ("figures", false) => 0.25,
        ("quotations", true) => 0.4,
        _ => 0,
    };

    private static IEnumerable<(string What, int Found, int All)> Rows(StoryScore[] scores)
    {
        yield return ("conflicts", scores.Sum(static s => s.ConflictsFound.Count), scores.Sum(static s => s.ConflictsFound.Count + s.ConflictsMissed.Count));
        yield return ("agreed", scores.Sum(static s => s.AgreedFoundList.Count), scores.Sum(static s => s.AgreedFoundList.Count + s.AgreedMissed.Count));
        yield return ("aligned", scores.Sum(static s => s.AlignedFoundList.Count), scores.Sum(static s => s.AlignedFoundList.Count + s.AlignedMissed.Count));
        yield return ("figures", scores.Sum(static s => s.FiguresFound.Count), scores.Sum(static s => s.FiguresFound.Count + s.FiguresMissed.Count));
        yield return ("quotations", scores.Sum(static s => s.QuotationsFound.Count), scores.Sum(static s => s.QuotationsFound.Count + s.QuotationsMissed.Count));
    }

    private static (StorySpec Spec, StoryScore Score) Of(string name) => Scores.Value.Single(s => s.Spec.Name == name);
}