using NUnit.Framework;

namespace StoryCompare.Tests.Claims;

public sealed class ReportedFiguresTests
{
    [TestCase("The Falcons have opened the season 9-14 and sit last in their group.", "With the Falcons at 9-14 in the season, the owner spoke of the group.", TestName = "Compare_Score_IsNoFigure")]
    [TestCase("Witnesses are asked to call the Marden police on 0845 125 2222 today.", "Call the Marden police on 0845 125 2222 with information, witnesses are asked.", TestName = "Compare_TelephoneNumber_IsNoFigure")]
    [TestCase("The robbery at the Marden bank began around 7 p. m. on Friday night.", "Police say the robbery at the Marden bank began at about 7 p. m. on Friday night.", TestName = "Compare_ClockTimeCutIntoLetters_IsNoFigure")]
    [TestCase("The zero-day flaw in the Marden browser lets thieves read passwords.", "Thieves read passwords through a zero-day flaw in the Marden browser.", TestName = "Compare_ZeroDay_IsNoFigure")]
    public void Compare_PartOfNameOrCode_IsNoFigure(string first, string second)
    {
        Story story = ClaimStories.Compare(first, second);

        Assert.That(Recurring(story), Is.Empty);
    }

    [Test]
    public void Compare_NumberedNames_AreNotTheCount()
    {
        Story story = ClaimStories.Compare(
            "Three undersea cables were cut off the coast of Marden on Friday, the operator said.",
            "The cuts off the coast of Marden were to the Long Sea 4 and Long Sea 3 cables, the operator said on Friday. Three cables were cut.");

        RecurringFigure cables = Recurring(story).Single(f => f.Figure.Value == 3);
        Assert.That(cables.Mentions.Select(m => m.Where.Text), Is.EqualTo(new[] { "Three undersea cables", "Three cables" }));
    }

    [Test]
    public void Compare_AgesOfOnePersonInOtherWords_AreOneFigure()
    {
        Story story = ClaimStories.Compare(
            "Edna Kalloway, a retired baker, has died in Marden. She was 87.",
            "Kalloway, 87, founded the Harbour Choir.",
            "The 87-year-old singer leaves two sons, the choir said.");

        RecurringFigure age = Recurring(story).Single(f => f.Figure.Value == 87);
        Assert.That(age.Outlets, Is.EqualTo(3));
    }

    [Test]
    public void Compare_AgesOfTwoPeople_StayApart()
    {
        Story story = ClaimStories.Compare(
            "Edna Kalloway, 54, was hurt in the crash on the coast road near Marden.",
            "Peter Lindqvist, 54, drove the other lorry in the crash near Marden.");

        Assert.That(Recurring(story).Where(f => f.Figure.Value == 54), Is.Empty);
    }

    [Test]
    public void Compare_AgeBesideAHometown_IsOfNoOtherName()
    {
        Story story = ClaimStories.Compare(
            "A 61-year-old Marden man was charged with the murder of a baker in the old town.",
            "Police charged Peter Lindqvist, 61, with the murder of a baker in the old town of Marden.");

        Assert.That(Recurring(story).Single(f => f.Figure.Value == 61).Figure.Unit, Is.EqualTo("age"));
    }

    [TestCase("The 1998 earthquake in Orvel killed 612 people and flattened the old town.", "The 1998 earthquake in Orvel killed 600 people and flattened the old town.", 1, TestName = "Compare_CoarseValueWithoutHedge_StaysApart")]
    [TestCase("The 1998 earthquake in Orvel killed 612 people and flattened the old town.", "The 1998 earthquake in Orvel killed about 600 people and flattened the old town.", 2, TestName = "Compare_HedgedRounding_Joins")]
    [TestCase("The reservoir above Orvel holds 25,300 tonnes of fresh water for the town.", "The reservoir above Orvel holds 25,000 tonnes of fresh water for the town.", 2, TestName = "Compare_RoundingShownByTheStep_Joins")]
    public void Compare_Rounding_JoinsOnlyWhereShown(string first, string second, int outlets)
    {
        Story story = ClaimStories.Compare(first, second);

        Assert.That(story.Figures.Where(f => f.Figure.Value > 100 && f.Figure.Unit != "yr").Max(f => f.Outlets), Is.EqualTo(outlets));
    }

    [TestCase("A day later the ferry left the harbour of Marden.", "The mayor closed all schools for a day.", TestName = "Compare_ADay_DoesNotRecur")]
    [TestCase("Kalloway is one of the top bakers in the country.", "The bridge is one of the top sights of Marden.", TestName = "Compare_OneOfThe_DoesNotRecur")]
    public void Compare_TrivialFigure_DoesNotRecur(string first, string second)
    {
        Story story = ClaimStories.Compare(first, second);

        Assert.That(Recurring(story), Is.Empty);
    }

    [Test]
    public void Compare_OneDayInOneStatement_Recurs()
    {
        Story story = ClaimStories.Compare(
            "The rebels reached the river bridge at Orvel only a day after the army left the town.",
            "Only a day after the army left Orvel, the rebels reached the river bridge of the town.");

        Assert.That(Recurring(story), Has.Count.EqualTo(1));
    }

    [TestCase("The flood destroyed four villages on the island of Orvel, the governor said.", "The four hardest-hit villages on the island of Orvel are in the north, the governor said.", TestName = "Compare_WorstOfThem_StaysApart")]
    [TestCase("Two victims are in critical condition at Marden Hospital.", "Two victims are in serious condition at Marden Hospital.", TestName = "Compare_PatientsInOtherCondition_StayApart")]
    public void Compare_OtherPart_StaysApart(string first, string second)
    {
        Story story = ClaimStories.Compare(first, second);

        Assert.That(Recurring(story), Is.Empty);
    }

    [Test]
    public void Compare_KilledAndWounded_StayApart()
    {
        Story story = ClaimStories.Compare(
            "The blast at the Marden depot killed 14 people and wounded nobody else.",
            "The blast at the Marden depot wounded 14 people, doctors said.");

        Assert.That(Recurring(story), Is.Empty);
    }

    [Test]
    public void Compare_RareCountWithRoleToldOnce_IsOneFigure()
    {
        Story story = ClaimStories.Compare(
            "The coast guard captured 23 smugglers off Orvel on Monday night.",
            "The 23 smugglers off Orvel had thrown their cargo into the sea before the coast guard came.");

        Assert.That(Recurring(story).Single().Figure.Value, Is.EqualTo(23));
    }

    [TestCase("The attack at the Marden depot left two students dead and two others hurt.", "Oskar Lind is on trial for the two murders at the depot in Marden.", TestName = "Compare_PeopleUnderOtherNouns_AreOneFigure")]
    [TestCase("Five people died when the mill in Orvel collapsed.", "The collapse in Orvel ended with five deaths, the mayor said on Tuesday.", TestName = "Compare_DeathsAndDead_AreOneFigure")]
    [TestCase("Divers searched at least five locations along the Orvel river for the ring.", "The ring was lost, and at least five places were looked at, the mayor of Orvel said.", TestName = "Compare_OneBoundOfKinNouns_IsOneFigure")]
    public void Compare_OneCountUnderTwoNouns_IsOneFigure(string first, string second)
    {
        Story story = ClaimStories.Compare(first, second);

        Assert.That(Recurring(story), Has.Count.EqualTo(1));
    }

    [Test]
    public void Compare_AgesInAList_AreAges()
    {
        Story story = ClaimStories.Compare(
            "The victims, aged 24, 31 and 38, were taken to the Marden hospital.",
            "A 31-year-old man and a 38-year-old man were among the victims in the Marden hospital.");

        Assert.That(Recurring(story).Select(f => f.Figure.Value), Is.EquivalentTo(new[] { 31.0, 38.0 }));
    }

    [Test]
    public void Compare_TalliesOfTwoPlayers_StayApart()
    {
        Story story = ClaimStories.Compare(
            "Karl Brandt finished the game in Marden with nine rebounds and 16 points.",
            "Tomas Lindqvist had nine rebounds in the game in Marden on Friday.");

        Assert.That(Recurring(story).Where(f => f.Figure.Value == 9), Is.Empty);
    }

    private static List<RecurringFigure> Recurring(Story story) => [.. story.Figures.Where(f => f.Outlets > 1)];
}
