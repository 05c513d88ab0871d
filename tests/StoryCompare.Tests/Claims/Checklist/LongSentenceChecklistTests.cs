namespace StoryCompare.Tests.Claims.Checklist;

/// <summary>Conflicts of actor, certainty, polarity and attribution told in long sentences (<c>checklist-long-sentences.txt</c>).</summary>
public sealed class LongSentenceChecklistTests
{
    // Measured: 28 of 64 tuned (every second item of the list), 10 of 56 held out, the same as when first run; a few points below.
    [TestCase(false, 0.40)]
    [TestCase(true, 0.14)]
    public void Compare_ConflictsInLongSentences_AreFound(bool heldOut, double least)
    {
        ChecklistAnswer[] answers = [.. Items(conflict: true).Where(i => i.IsHeldOut == heldOut).SelectMany(static i => ChecklistRunner.Run(i))];

        Assert.That(answers.Count(static a => a.OfPair.Count > 0) / (double)answers.Length, Is.GreaterThanOrEqualTo(least), string.Join('\n', answers.Where(static a => a.OfPair.Count == 0).Select(static a => $"{a.A} / {a.B}")));
    }

    [Test]
    public void Compare_LongSentencesOfOtherThings_AreNoFirmConflict() =>
        Assert.That(Reported(Severity.Medium), Is.Empty);

    // Measured: 1 of 120 pairs.
    [Test]
    public void Compare_LongSentencesOfOtherThings_AreHardlyEverALowConflict() =>
        Assert.That(Reported(Severity.Low), Has.Length.LessThanOrEqualTo(2));

    private static string[] Reported(Severity least) =>
        [.. Items(conflict: false).SelectMany(static i => ChecklistRunner.Run(i)).SelectMany(a => a.OfPair.Concat(a.Elsewhere).Where(c => c.Severity >= least).Select(c => $"{a.A} / {a.B}: {c.Explanation}"))];

    private static ChecklistItem[] Items(bool conflict) => [.. ChecklistRunner.Read("checklist-long-sentences.txt").Where(i => i.IsConflict == conflict)];
}
