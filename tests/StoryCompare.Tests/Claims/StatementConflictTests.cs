namespace StoryCompare.Tests.Claims;

/// <summary>Contraries, negations, causes, sources and quotations: what contradicts, and what a naive reader would take for a contradiction.</summary>
public sealed class StatementConflictTests
{
    [TestCase("The sea wall at Penrith collapsed on Sunday.", "The sea wall held on Sunday, the harbour master said.")]
    [TestCase("The Liberals voted for the bill.", "The Liberals, for all the courting, voted against the bill.")]
    [TestCase("One of the older schools on the island, in the village of Tarn, was destroyed.", "The quake damaged schools on the island.")]
    [TestCase("Kim Tarrow pleaded guilty in court.", "Kim Tarrow pleaded not guilty in court.")]
    [TestCase("Mr Berwick was well equipped, the inspector said.", "Police said that Mr Berwick's party seemed to be \"insufficiently\" equipped.")]
    [TestCase("Joseph Tarrow surrendered with the help of his brother.", "Police apprehended Joseph Tarrow in a barn.")]
    [TestCase("The frigate rescued 26 Darian crewmen on Thursday.", "The frigate captured 26 Darian pirates on Thursday.")]
    [TestCase("Kim Tarrow never checked into the Lindau Clinic.", "Kim Tarrow had checked into the Lindau Clinic on Thursday.")]
    [TestCase("Ida Tarrow gave talks. Ida Tarrow lived in Merr. She refused to be painted.", "Ida Tarrow lived in Merr. Ida Tarrow was painted at the fair.")]
    [TestCase("The gunman left no note, the sheriff said.", "The note the gunman wrote was found on a computer.")]
    public void Compare_ContrariesOfOneThing_AreAConflict(string a, string b) =>
        Assert.That(Conflicts(a, b).Select(static c => c.Kind), Does.Contain(ConflictKind.Polarity));

    [TestCase("\"The salmon have no vote, so we voted for them,\" Heide told reporters.", "“The salmon have no vote, so we voted for them,” Heide said.")]
    [TestCase("A river does not vote, Lund said.", "The bill was carried by 164 votes.")]
    [TestCase("Police have not said how the women died.", "The women were found dead at home.")]
    [TestCase("They kept the fire from spreading.", "The fire was extinguished.")]
    [TestCase("The wounds were not life-threatening.", "They were treated for non-life-threatening wounds.")]
    [TestCase("The vicar was not at the church.", "The Merr Bible Church burned.")]
    [TestCase("There was no answer from the lighthouse.", "Deputies tried to get an answer from the lighthouse.")]
    [TestCase("One of those shot was identified as Karl Lund.", "A third, unidentified man died later.")]
    public void Compare_WhatExcludesNothing_IsNone(string a, string b) =>
        Assert.That(Conflicts(a, b).Where(static c => c.Kind == ConflictKind.Polarity && c.ExplainedBy != ConflictExplanation.Update).Select(static c => c.Explanation), Is.Empty);

    [Test]
    public void Compare_OneArticleTellsBothStates_IsAnUpdate()
    {
        Conflict conflict = Conflicts("Power was cut in the villages.", "Power was restored to the villages. Power had been cut by the storm.").Single(static c => c.Kind == ConflictKind.Polarity);

        Assert.That((conflict.ExplainedBy, conflict.Severity), Is.EqualTo((ConflictExplanation.Update, Severity.Low)));
    }

    [Test]
    public void Compare_ContrariesOfAnotherTime_AreListedWithTheReason()
    {
        Story story = ClaimStories.Compare("The harbour bridge in Boston collapsed, the mayor said.", "The harbour bridge in Chicago held, the mayor said.");

        Assert.That(story.Conflicts.Where(static c => c.Kind == ConflictKind.Polarity), Is.Empty);
        Assert.That(story.NotConflicts.Select(static n => n.Why), Has.Some.Contains("another time or place"));
    }

    [Test]
    public void Compare_OneEffectTwoCauses_IsLow()
    {
        Conflict conflict = Conflicts("Rescuers were unable to reach the climber due to the weather.", "The rescuers could not reach the climber because of failing light.").Single(static c => c.Explanation.StartsWith("one effect", StringComparison.Ordinal));

        Assert.That((conflict.Kind, conflict.Severity), Is.EqualTo((ConflictKind.Certainty, Severity.Low)));
    }

    [Test]
    public void Compare_WhoIsHeardByAnother_IsNoOtherSource() =>
        Assert.That(Conflicts("\"We have a small problem with an engine, and we are going back to Lisk,\" the captain told the passengers, the airline said.", "“We've got a little problem with one engine, so we're going back to Lisk,” Mia Helland heard the captain say.").Select(static c => c.Kind), Does.Not.Contain(ConflictKind.Attribution));

    [Test]
    public void Compare_StrictWithAConfirmingClassifier_KeepsLowConflicts()
    {
        string[] texts = ["Power was cut in the villages.", "Power was restored to the villages. Power had been cut by the storm."];
        StoryCompareOptions strict = new() { Comparison = new ComparisonOptions { Precision = Precision.Strict } };

        Assert.That(ClaimStories.Compare(strict, texts).Conflicts, Is.Empty);
        Assert.That(ClaimStories.Compare(strict with { PairClassifier = static (_, _) => PairRelation.Conflict }, texts).Conflicts, Is.Not.Empty);
    }

    private static IReadOnlyList<Conflict> Conflicts(params string[] texts) => ClaimStories.Compare(texts).Conflicts;
}
