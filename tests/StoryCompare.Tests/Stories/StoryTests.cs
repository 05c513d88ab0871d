namespace StoryCompare.Tests.Stories;

/// <summary>The stories of this folder, compared with library defaults and held against what an editor expects.</summary>
public sealed class StoryTests
{
    private static readonly Lazy<IReadOnlyList<(StorySpec Spec, StoryScore Score)>> Scores = new(static () => [.. StorySpec.All.Select(static s => (s, new StoryScore(s)))]);

    private static readonly Lazy<IReadOnlyList<(StorySpec Spec, StoryScore Score)>> Given = new(static () => [.. StorySpec.All.Select(static s => (s, StoryScore.OfGivenStories(s)))]);

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

    // As a user gets them: clustering, then comparing.
    [TestCase(true)]
    [TestCase(false)]
    public void Stories_Scores_HoldTheirFloors(bool tuned) =>
        AssertFloors([.. Scores.Value.Where(s => s.Spec.Tuned == tuned)], (what, all) => Floor(what, tuned) * all);

    // Clustering left out: the floors of comparing alone.
    [TestCase(true)]
    [TestCase(false)]
    public void GivenStories_Scores_HoldTheirFloors(bool tuned) =>
        AssertFloors([.. Given.Value.Where(s => s.Spec.Tuned == tuned)], (what, all) => GivenFloor(what, tuned) * all);

    private static void AssertFloors((StorySpec Spec, StoryScore Score)[] stories, Func<string, int, double> floor)
    {
        foreach ((StorySpec spec, StoryScore score) in stories)
        {
            TestContext.Out.WriteLine($"{spec.Name,-14} {string.Join("  ", Rows([score]).Select(static r => $"{r.What} {r.Found}/{r.All}"))}  false {score.False.Count}  traps {score.Traps.Count}");
        }

        StoryScore[] scores = [.. stories.Select(static s => s.Score)];
        string[] falseHigh = [.. scores.SelectMany(static s => s.False).Where(static c => c.Severity == Severity.High).Select(static c => c.ToString())];
        TestContext.Out.WriteLine($"{"all",-14} {string.Join("  ", Rows(scores).Select(static r => $"{r.What} {r.Found}/{r.All}"))}  false {scores.Sum(static s => s.False.Count)}, {falseHigh.Length} of them high");
        Assert.Multiple(() =>
        {
            foreach ((string what, int found, int all) in Rows(scores))
            {
                Assert.That(found, Is.GreaterThanOrEqualTo(floor(what, all)), $"{what}: {found} of {all}");
            }

            Assert.That(falseHigh, Has.Length.LessThanOrEqualTo(1), string.Join(Environment.NewLine, falseHigh));
        });
    }

    // A little under what is measured (tuned and not: conflicts 55 of 76 and 28 of 54, agreed 40 of 52 and 25 of 32, aligned 44 of 63 and 19 of 31,
    // figures 33 of 49 and 17 of 32, quotations 11 of 13 and 5 of 7): a change that loses ground shows here.
    private static double Floor(string what, bool tuned) => (what, tuned) switch
    {
        ("conflicts", true) => 0.68,
        ("conflicts", false) => 0.48,
        ("agreed", _) => 0.74,
        ("aligned", true) => 0.66,
        ("aligned", false) => 0.57,
        ("figures", true) => 0.64,
        ("figures", false) => 0.5,
        ("quotations", true) => 0.75,
        _ => 0.6,
    };

    // Measured: the tuned ones as above; of the others conflicts 32 of 54, agreed 27 of 32, aligned 23 of 31, figures 19 of 32, quotations 7 of 7.
    private static double GivenFloor(string what, bool tuned) => (what, tuned) switch
    {
        ("conflicts", false) => 0.55,
        ("agreed", false) => 0.8,
        ("aligned", false) => 0.7,
        ("figures", false) => 0.55,
        ("quotations", false) => 0.8,
        _ => Floor(what, tuned),
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