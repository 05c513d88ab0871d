namespace StoryCompare.Tests.Claims.Checklist;

/// <summary>Conflicts of actor and place in many wordings (<c>checklist-actor-place.txt</c>).</summary>
public sealed class ActorPlaceChecklistTests
{
    // Measured: 124 of 144 tuned, 122 of 153 held out; a few points below.
    [TestCase(false, 0.80)]
    [TestCase(true, 0.74)]
    public void Compare_PlainConflictsInManyWordings_AreFound(bool heldOut, double least)
    {
        ChecklistAnswer[] answers = [.. Items(conflict: true).Where(i => i.IsHeldOut == heldOut).SelectMany(static i => ChecklistRunner.Run(i))];

        Assert.That(answers.Count(static a => a.OfPair.Any(IsOfKind)) / (double)answers.Length, Is.GreaterThanOrEqualTo(least), string.Join('\n', answers.Where(static a => !a.OfPair.Any(IsOfKind)).Select(static a => $"{a.A} / {a.B}")));
    }

    [Test]
    public void Compare_OtherActsAndPlaces_AreNoFirmConflict() =>
        Assert.That(Reported(Severity.Medium), Is.Empty);

    [Test]
    public void Compare_OtherActsAndPlaces_AreHardlyEverALowConflict() =>
        Assert.That(Reported(Severity.Low), Has.Length.LessThanOrEqualTo(2));

    private static bool IsOfKind(Conflict conflict) => conflict.Kind is ConflictKind.Actor or ConflictKind.Place;

    private static string[] Reported(Severity least) =>
        [.. Items(conflict: false).SelectMany(static i => ChecklistRunner.Run(i)).SelectMany(a => a.OfPair.Concat(a.Elsewhere).Where(c => IsOfKind(c) && c.Severity >= least).Select(c => $"{a.A} / {a.B}: {c.Explanation}"))];

    private static ChecklistItem[] Items(bool conflict) => [.. ChecklistRunner.Read("checklist-actor-place.txt").Where(i => i.IsConflict == conflict)];
}
