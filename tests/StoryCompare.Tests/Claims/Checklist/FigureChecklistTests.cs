namespace StoryCompare.Tests.Claims.Checklist;

/// <summary>Figure conflicts in many wordings (<c>checklist-figures.txt</c>).</summary>
public sealed class FigureChecklistTests
{
    // Measured: 118 of 135 tuned, 106 of 135 held out; a few points below.
    [TestCase(false, 0.80)]
    [TestCase(true, 0.75)]
    public void Compare_PlainConflictsInManyWordings_AreFound(bool heldOut, double least)
    {
        ChecklistAnswer[] answers = [.. Items(conflict: true).Where(i => i.IsHeldOut == heldOut).SelectMany(static i => ChecklistRunner.Run(i, ConflictKind.Figure))];

        Assert.That(answers.Count(static a => a.OfPair.Count > 0) / (double)answers.Length, Is.GreaterThanOrEqualTo(least), string.Join('\n', answers.Where(static a => a.OfPair.Count == 0).Select(static a => $"{a.A} / {a.B}")));
    }

    [Test]
    public void Compare_FiguresOfTwoThings_AreNoFirmConflict() =>
        Assert.That(Reported(Severity.Medium), Is.Empty);

    [Test]
    public void Compare_FiguresOfTwoThings_AreHardlyEverALowConflict() =>
        Assert.That(Reported(Severity.Low), Has.Length.LessThanOrEqualTo(2));

    private static string[] Reported(Severity least) =>
        [.. Items(conflict: false).SelectMany(static i => ChecklistRunner.Run(i, ConflictKind.Figure)).SelectMany(a => a.OfPair.Concat(a.Elsewhere).Where(c => c.Severity >= least).Select(c => $"{a.A} / {a.B}: {c.Explanation}"))];

    private static ChecklistItem[] Items(bool conflict) => [.. ChecklistRunner.Read("checklist-figures.txt").Where(i => i.IsConflict == conflict)];
}
