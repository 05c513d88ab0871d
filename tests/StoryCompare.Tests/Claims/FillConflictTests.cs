namespace StoryCompare.Tests.Claims;

/// <summary>One slot of a person, of a place or of what happened, filled twice: what contradicts, and what may both be true.</summary>
public sealed class FillConflictTests
{
    [TestCase("Jon Velk, 31, was shot in the chest outside a bakery.", "Velk was hit in the left knee and fell beside his van.")]
    [TestCase("Ferryman Kim Tarrow broke his right wrist in the storm.", "In the storm Kim Tarrow had broken his left wrist.")]
    [TestCase("Ada Bellamy was stabbed in the neck, doctors said.", "Surgeons closed two wounds to the leg of Bellamy, but Ada Bellamy was stabbed in the thigh only.")]
    public void Compare_WoundsOfOnePerson_AreAConflict(string a, string b)
    {
        Assert.That(Tells(a, b, "slot body"), Is.True);
    }

    [TestCase("Jon Velk, 31, was shot in the arm outside a bakery.", "Velk was hit in the left shoulder and fell beside his van.")]
    [TestCase("Jon Velk, 31, was shot in the chest.", "Jon Velk was shot in the leg and Kim Tarrow was shot in the chest. Velk was hit in the chest, too.")]
    [TestCase("Jon Velk, 31, was shot in the chest.", "Kim Tarrow, 24, was shot in the leg.")]
    [TestCase("Jon Velk, 31, was shot in the chest.", "Jon Velk was not shot in the leg.")]
    [TestCase("The boy broke his mother's heart.", "The boy was hurt in the hand when the door broke.")]
    public void Compare_WoundsThatMayBoth_AreNone(string a, string b)
    {
        Assert.That(Tells(a, b, "slot body"), Is.False);
    }

    [TestCase("Jon Velk is in critical condition at the clinic.", "Velk was listed in \"stable\" condition, a nurse said.", true)]
    [TestCase("Jon Velk is in fair condition at the clinic.", "Velk was listed in stable condition, a nurse said.", false)]
    [TestCase("Jon Velk is in critical condition at the clinic.", "Kim Tarrow was listed in stable condition, a nurse said.", false)]
    [TestCase("Jon Velk has non-life-threatening injuries.", "Velk is in stable condition.", false)]
    public void Compare_Conditions_OnlyOfOnePerson(string a, string b, bool conflict)
    {
        Assert.That(Tells(a, b, "slot condition"), Is.EqualTo(conflict));
    }

    [TestCase("Nurse Ada Bellamy was buried in Tarn.", "Ada Bellamy, a retired pilot, was buried in Tarn.", true)]
    [TestCase("Plumber Jon Velk was buried in Tarn.", "Jon Velk, a construction worker, was buried in Tarn.", false)]
    [TestCase("The actress hired lawyer Kim Tarrow.", "The lawyer Kim Tarrow works for the actress.", false)]
    public void Compare_Trades_OnlyOfOnePerson(string a, string b, bool conflict)
    {
        Assert.That(Tells(a, b, "slot trade"), Is.EqualTo(conflict));
    }

    [TestCase("The blast tore through a flat in the 400 block of Alder Street.", "The flat stands in the 1400 block of Alder Street.")]
    [TestCase("The blast tore through a flat on Alder Street.", "A flat on Alder Court was wrecked.")]
    [TestCase("A flat on Harrowgate Lane was wrecked.", "The blast tore through a flat on Harowgate Lane.")]
    [TestCase("The 400 block of N. Alder St. was closed.", "The blast closed the 600-block of North Alder Street.")]
    public void Compare_Addresses_AreAConflict(string a, string b)
    {
        Assert.That(Tells(a, b, "address"), Is.True);
    }

    [TestCase("The blast tore through a flat in the 400 block of Alder Street.", "The flat stands on Alder St.")]
    [TestCase("The blast tore through a flat on Alder Street.", "A flat at the corner of Alder Street and Alder Court was wrecked.")]
    [TestCase("The blast tore through a flat on Alder Street.", "A flat on Oster Street was wrecked.")]
    [TestCase("The blast closed the 400 block of Alder Street.", "The blast closed the 400 and 600 blocks of Alder Street, from the 400 block of Alder Street to the quay.")]
    [TestCase("A Velm Superior Court judge freed him.", "The Oster Superior Court judge freed him.")]
    public void Compare_AddressesThatFit_AreNone(string a, string b)
    {
        Assert.That(Tells(a, b, "address"), Is.False);
    }

    [TestCase("Jon Velk, 31, of Oster, was charged with theft.", "Jon Velk, 31, of Brandholm, was charged with theft.", true)]
    [TestCase("Kim Tarrow lived in Oster.", "Kim Tarrow, 24, of Brandholm, was found on Monday.", true)]
    [TestCase("Kim Tarrow lived in Oster.", "Kim Tarrow, 24, of Oster, was found on Monday.", false)]
    [TestCase("Kim Tarrow lived in Oster.", "Kim Tarrow, 24, of Brandholm, lived in Oster as a child.", false)]
    [TestCase("Kim Tarrow lived in Oster, Brandholm.", "Kim Tarrow, 24, of Brandholm, was found on Monday.", false)]
    [TestCase("Kim Tarrow lived in Oster.", "Jon Velk, 31, of Brandholm, found her.", false)]
    public void Compare_Homes_OnlyOfOnePerson(string a, string b, bool conflict)
    {
        Assert.That(Tells(a, b, "named slot home"), Is.EqualTo(conflict));
    }

    [TestCase("Police do not know why he opened fire on the ferry.", "The shooting on the ferry stemmed from a dispute over a dog.")]
    [TestCase("A motive has not been released.", "The stabbing was in retaliation for a theft.")]
    [TestCase("His condition is not known.", "Jon Velk is in critical condition.")]
    [TestCase("It is too soon to say whether the father will face charges.", "The father was charged with theft.")]
    [TestCase("He did not say what type of weapon was used.", "The guard was killed with a crossbow. Officers found the crossbow.")]
    public void Compare_MatterLeftOpenAndTold_IsAConflict(string a, string b)
    {
        StatementOf(a, b, "topic", found: true);
    }

    [TestCase("Police do not know why he opened fire on the ferry.", "Police are investigating whether the shooting was in retaliation for a theft.")]
    [TestCase("A motive has not been released.", "There is no reason to think that it was a hate crime.")]
    [TestCase("A motive has not been released, but a dispute led to the stabbing.", "The stabbing stemmed from a dispute over a dog.")]
    [TestCase("Velk would not say whether additional charges are pending.", "The weather was fine.")]
    public void Compare_MatterLeftOpenByBoth_IsNone(string a, string b)
    {
        StatementOf(a, b, "topic", found: false);
    }

    [TestCase("The stabbing happened around 11:30 p.m. near the quay.", "Officers received a call about a stabbing just after 11 p.m.", true)]
    [TestCase("The stabbing happened around 11:30 p.m. near the quay.", "It happened about 10:40 p.m., a guard said.", true)]
    [TestCase("The stabbing happened around 11:30 p.m. near the quay.", "Officers were called at 11:50 p.m.", false)]
    [TestCase("The stabbing happened around 11:30 p.m. near the quay.", "It happened shortly before midnight. It began at 11:40 p.m.", false)]
    [TestCase("The stabbing happened around 11:30 p.m. near the quay.", "It happened at 10:30 p.m. CT.", false)]
    public void Compare_ClockOfTheEvent_OnlyWhereOneIsWrong(string a, string b, bool conflict)
    {
        Assert.That(Tells(a, b, "main time") || (conflict && Tells(a, b, "date")), Is.EqualTo(conflict));
    }

    private static void StatementOf(string a, string b, string rule, bool found)
    {
        // Other rules may tell the same pair first.
        IReadOnlyList<Conflict> conflicts = ClaimStories.Compare(a, b).Conflicts;
        Assert.That(conflicts.Any(c => c.Details[0].StartsWith(rule, StringComparison.Ordinal) || (found && c.Kind == ConflictKind.Certainty)), Is.EqualTo(found), string.Join('\n', conflicts.Select(static c => c.Explanation)));
    }

    private static bool Tells(string a, string b, string rule) => ClaimStories.Compare(a, b).Conflicts.Any(c => c.Details[0].StartsWith(rule, StringComparison.Ordinal));
}
