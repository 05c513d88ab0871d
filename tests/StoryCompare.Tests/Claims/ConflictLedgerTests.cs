using StoryCompare.Alignment;
using StoryCompare.Claims.Conflicts;

namespace StoryCompare.Tests.Claims;

/// <summary>What a finder sees of the others.</summary>
public sealed class ConflictLedgerTests
{
    private static readonly SentenceRef One = new(0, 1);
    private static readonly SentenceRef Other = new(1, 4);

    [Test]
    public void Tells_OwnAndEarlierOnes_SeesThemAndNoLaterOnes()
    {
        ConflictLedger first = new(null);
        ConflictLedger second = new(first);
        ConflictLedger third = new(second);
        third.Add(Draft(ConflictKind.Place));
        first.Add(Draft(ConflictKind.Date));
        first.Close();
        second.Add(Draft(ConflictKind.Figure));

        Assert.That(second.Tells(ConflictKind.Date, Other, One));
        Assert.That(second.Tells(ConflictKind.Figure, One, Other));
        Assert.That(second.Tells(ConflictKind.Place, One, Other), Is.False);
        Assert.That(second.Tells(ConflictKind.Date, One, new SentenceRef(1, 5)), Is.False);
    }

    [Test]
    public void Tells_EarlierFinderStillRuns_WaitsForIt()
    {
        ConflictLedger first = new(null);
        ConflictLedger second = new(first);
        Task<bool> told = Task.Run(() => second.Tells(ConflictKind.Date, One, Other));
        first.Add(Draft(ConflictKind.Date));
        Assert.That(told.IsCompleted, Is.False);
        first.Close();

        Assert.That(told.GetAwaiter().GetResult());
    }

    private static ConflictDraft Draft(ConflictKind kind) => new()
    {
        Kind = kind,
        Severity = Severity.Low,
        About = "about",
        Explanation = "why",
        Sides = [new SideDraft("a", [One]), new SideDraft("b", [Other])],
    };
}
