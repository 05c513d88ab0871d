namespace StoryCompare.Tests.Claims.Checklist;

/// <summary>Conflicts of figures, dates and places in long sentences (<c>checklist-long.txt</c>).</summary>
public sealed class LongChecklistTests
{
    [TestCase(false, 0.50)]
    [TestCase(true, 0.46)]
    public void Compare_ConflictsInLongSentences_AreFound(bool heldOut, double least)
    {
        ChecklistAnswer[] answers = [.. Items(conflict: true).Where(i => i.IsHeldOut == heldOut).SelectMany(static i => ChecklistRunner.Run(i))];

        Assert.That(answers.Count(static a => a.OfPair.Any(IsOfKind)) / (double)answers.Length, Is.GreaterThanOrEqualTo(least), string.Join('\n', answers.Where(static a => !a.OfPair.Any(IsOfKind)).Select(static a => $"{a.A} / {a.B}")));
    }

    [Test]
    public void Compare_NearMissesInLongSentences_AreHardlyEverAConflict() =>
        Assert.That(Reported(Severity.Low), Has.Length.LessThanOrEqualTo(12));

    [Test]
    public void Compare_NearMissesInLongSentences_AreHardlyEverAFirmConflict() =>
        Assert.That(Reported(Severity.Medium), Has.Length.LessThanOrEqualTo(7));

    private static bool IsOfKind(Conflict conflict) => conflict.Kind is ConflictKind.Figure or ConflictKind.Date or ConflictKind.Place;

    private static string[] Reported(Severity least) =>
        [.. Items(conflict: false).SelectMany(static i => ChecklistRunner.Run(i)).SelectMany(a => a.OfPair.Where(c => IsOfKind(c) && c.Severity >= least).Select(c => $"{a.A} / {a.B}: {c.Explanation}"))];

    private static ChecklistItem[] Items(bool conflict) => [.. ChecklistRunner.Read("checklist-long.txt").Where(i => i.IsConflict == conflict)];
}
