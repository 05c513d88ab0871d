namespace StoryCompare.Tests.Claims;

/// <summary>Short stories with planted agreements, conflicts and near misses.</summary>
public sealed class ClaimComparerTests
{
    [Test]
    public void Compare_TollRoseLater_IsFigureConflictExplainedByUpdate()
    {
        Story story = ClaimStories.Compare(
            "Three people were killed when a ferry capsized off Port Laran on Monday, the coast guard said. Divers searched the hull until dark.",
            "Eleven people were killed when a ferry capsized off Port Laran on Monday, the coast guard said. Divers resumed the search at dawn.");
        Conflict conflict = story.Conflicts.Single(c => c.Kind == ConflictKind.Figure);
        Assert.That(conflict.ExplainedBy, Is.EqualTo(ConflictExplanation.Update));
        Assert.That(conflict.Severity, Is.EqualTo(Severity.Medium));
        Assert.That(conflict.Sides.SelectMany(s => s.Evidence).Select(e => e.Article).Distinct(), Is.EquivalentTo(new[] { "a", "b" }));
        Assert.That(conflict.Details, Is.Not.Empty);
    }

    [Test]
    public void Compare_PartOfTheWhole_IsNoConflict()
    {
        Story story = ClaimStories.Compare(
            "The flood in Marsk killed 31 people on Sunday, officials said.",
            "The flood in Marsk killed 31 people on Sunday, 12 of them children, officials said.");
        Assert.That(story.Conflicts.Where(c => c.Kind == ConflictKind.Figure), Is.Empty);
    }

    [Test]
    public void Compare_StatedAndNotConfirmed_IsCertaintyConflict()
    {
        Story story = ClaimStories.Compare(
            "Norland troops attacked the Varna garrison on Friday. Residents heard shells for hours.",
            "It is not yet confirmed that Norland troops attacked the Varna garrison. The roads were quiet.");
        Conflict conflict = story.Conflicts.Single(c => c.Kind == ConflictKind.Certainty);
        Assert.That(conflict.Internal, Is.False);
        Assert.That(conflict.Explanation, Does.Contain("not yet confirmed"));
    }

    [Test]
    public void Compare_OneFigureOfTwoOutlets_Recurs()
    {
        Story story = ClaimStories.Compare(
            "The dam holds 48,300 tonnes of sludge, the operator said. Work starts in June.",
            "Engineers will drain 48,300 tonnes of sludge held by the dam. The work starts in June.");
        RecurringFigure figure = story.Figures[0];
        Assert.That(figure.Figure.Value, Is.EqualTo(48_300));
        Assert.That(figure.Outlets, Is.EqualTo(2));
        Assert.That(figure.Mentions, Has.Count.EqualTo(2));
    }

    [Test]
    public void Compare_OneQuotationReworded_IsJoinedAndLow()
    {
        Story story = ClaimStories.Compare(
            "“We will rebuild every single house in the valley before winter,” the governor, Ana Petrel, said.",
            "“We shall rebuild each house in the valley before winter,” Governor Ana Petrel said.");
        Assert.That(story.Quotations.Count(q => q.Versions.Count == 2), Is.EqualTo(1));
        Assert.That(story.Conflicts.Where(c => c.Kind == ConflictKind.Quotation).Select(c => c.Severity), Is.EqualTo(new[] { Severity.Low }));
    }

    [Test]
    public void Compare_DifferentWordsForOneAct_AreWording()
    {
        Story story = ClaimStories.Compare(
            "Government forces liberated the town of Belsk on Tuesday after a week of fighting.",
            "Government forces captured the town of Belsk on Tuesday after a week of fighting.");
        Assert.That(story.Wording.SelectMany(w => w.Forms).Select(f => f.Text), Is.SupersetOf(new[] { "captured", "liberated" }));
        Assert.That(story.AgreedFacts, Has.Count.EqualTo(1));
        Assert.That(story.Conflicts, Is.Empty);
    }

    [Test]
    public void Compare_ClassifierVetoes_NoConflictIsLeft()
    {
        StoryCompareOptions options = new() { PairClassifier = (_, _) => PairRelation.Unrelated };
        Story story = ClaimStories.Compare(
            options,
            "Three people were killed when a ferry capsized off Port Laran on Monday, the coast guard said.",
            "Eleven people were killed when a ferry capsized off Port Laran on Monday, the coast guard said.");
        Assert.That(story.Conflicts, Is.Empty);
    }

    [Test]
    public void Compare_OneArticle_HasNoFactsAndNoSingleSource()
    {
        Story story = ClaimStories.Compare("The mayor of Osk opened a bridge of 640 metres on Sunday.");
        Assert.That(story.AgreedFacts, Is.Empty);
        Assert.That(story.SingleSource, Is.Empty);
        Assert.That(story.Figures, Has.Count.EqualTo(1));
    }

    [Test]
    public void Compare_EmptyArticles_GiveAnEmptyStory()
    {
        Story story = ClaimStories.Compare("", "");
        Assert.That(story.Conflicts, Is.Empty);
        Assert.That(story.Title, Is.Empty);
    }

    [Test]
    public void Compare_HeadlineThatIsADate_DoesNotNameTheStory()
    {
        Article dated = new("A bridge of 640 metres opened in Osk on Sunday.\nThe mayor cut the ribbon at noon.") { Id = "a", Title = "11/28/05" };
        Article told = new("A bridge of 640 metres opened in Osk on Sunday.") { Id = "b", Title = "Long bridge opens in Osk" };
        Story story = ClaimStories.Compare(new StoryCompareOptions(), [dated, told]);
        Assert.That(story.Title, Is.EqualTo("Long bridge opens in Osk"));
    }

    [Test]
    public void Compare_NobodyHurtInAnOlderAccident_IsNoConflict()
    {
        Story story = ClaimStories.Compare(
            "Six sailors were injured when the tanker Orla ran aground off Brenn on Monday. Another tanker ran aground off Brenn in January 2019. Nobody was injured.",
            "Six sailors were injured when the tanker Orla ran aground off Brenn on Monday, the coast guard said.");
        Assert.That(story.Conflicts.Where(c => c.Kind == ConflictKind.Polarity), Is.Empty);
    }

    [Test]
    public void Compare_NobodyHurtOnTheDay_IsConflict()
    {
        Story story = ClaimStories.Compare(
            "The tanker Orla ran aground off Brenn on Monday. Nobody was injured.",
            "Six sailors were injured when the tanker Orla ran aground off Brenn on Monday, the coast guard said.");
        Assert.That(story.Conflicts.Where(c => c.Kind == ConflictKind.Polarity), Is.Not.Empty);
    }

    [Test]
    public void Compare_SaysNoTo_DeniesNothing()
    {
        Story story = ClaimStories.Compare(
            "The town council of Brenn says no to the sale of the harbour.",
            "The harbour of Brenn is sold, the town council said.");
        Assert.That(story.Conflicts.Where(c => c.Kind == ConflictKind.Polarity), Is.Empty);
    }

    [Test]
    public void Compare_HalfAQuotation_IsNotShownWhereAWholeOneIs()
    {
        const string Whole = "\u201CThe bridge is a gift to the valley and to everybody who lives in it,\u201D the mayor of Osk, Ana Petrel, told reporters.";
        Story story = ClaimStories.Compare(
            "Ana Petrel said: \u201CThe bridge is a gift to the valley and to everybody who lives in it. It will last a century.\u201D",
            Whole);
        Assert.That(story.AgreedFacts.Select(f => f.Text), Is.EqualTo(new[] { Whole }));
    }
}
