namespace StoryCompare.Tests.Claims;

/// <summary>Figures of one measure of which each is the other's nearest by the words round it, and the parts, older events and other people that only look like it.</summary>
public sealed class FigureAnswerTests
{
    // Several figures of one unit in an article: the words say which answers which.
    [TestCase("Jon Velk now has 1,412 points in 88 games for Tarn. He scored 14 points on Friday and 9 points on Sunday.", "Jon Velk, the captain, now has 1,512 points for Tarn, 20 points more than any other player had.")]
    [TestCase("The clerk had been in hospital for five weeks with typhoid. She was married for two weeks and spent three weeks in Orra.", "The clerk had been in hospital for seven weeks because of typhoid, her sister said.")]
    [TestCase("The car stopped with 12:41 left on the clock and Tarn led 45-35 on two free throws.", "Two free throws gave Tarn a 45-36 lead with 12:41 left on the clock.")]
    [TestCase("The referee stopped the fight in the seventh round after a left hook.", "The referee stopped the fight in the eighth round after a hard left hook.")]
    [TestCase("The fire brigade called a further four engines to the mill in Brenna.", "The fire brigade then called six more appliances to the mill in Brenna.")]
    public void Compare_FiguresThatAnswerEachOther_AreALowConflict(string a, string b)
    {
        Conflict[] found = [.. ClaimStories.Compare(a, b).Conflicts.Where(static c => c.Kind == ConflictKind.Figure)];

        Assert.That(found.Select(static c => c.Severity), Is.Not.Empty.And.All.EqualTo(Severity.Low));
    }

    [TestCase("The fire killed five people in Velm.", "The fire in Velm came weeks after a blast at a mill in Orra killed 19 people.")]
    [TestCase("Five people were hurt in the crash in Velm on Sunday.", "Five were hurt in Velm; over the weekend 16 people were hurt in seven separate crashes.")]
    [TestCase("Eight people were hurt when the roof fell.", "Two victims remain in critical condition after the roof fell.")]
    [TestCase("A coach crash killed 30 people near Tarn.", "The crash near Tarn was the worst since a lorry ran into a crowd in Orra, killing 12.")]
    [TestCase("About 30,000 people marched through Tarn.", "In Velm 50,000 people marched to the harbour.")]
    [TestCase("The court heard two experts and three witnesses.", "Bell finished with 18 points; Dunn finished with 22 points.")]
    [TestCase("The jury sat for 12 hours and found Bell guilty.", "The jury sat for 12 hours; after 30 hours the next jury had not agreed.")]
    public void Compare_FiguresOfOtherThings_AreNone(string a, string b) =>
        Assert.That(ClaimStories.Compare(a, b).Conflicts.Select(static c => c.Kind), Does.Not.Contain(ConflictKind.Figure));

    [Test]
    public void Compare_NumberOfASubject_IsOfWhatTheSubjectCounts() =>
        Assert.That(ClaimStories.Compare("New claims for the grant fell to 475,000 in Tarn.", "Claims for the grant in Tarn fell to 473,000.").Conflicts.Select(static c => c.Kind), Does.Contain(ConflictKind.Figure));

    // An older time bears on what it tells of, and on nothing else of its sentence.
    [TestCase("Three people were killed at the mill in Tarn by a man who had previous convictions.", "Four people were killed at the mill in Tarn, police said.")]
    [TestCase("Three people were killed in Spring, and a girl was taken to a clinic in Tarn.", "Four people were killed near Spring, police in Tarn said.")]
    [TestCase("The fire killed three people and was the deadliest in the history of the mill.", "Four people were killed by the fire at the mill.")]
    [TestCase("Ann Field, 60, was charged with the killing of two clerks at the mill in Tarn 41 years ago.", "Ann Field, 62, was charged with the killing of two clerks at the mill in Tarn.")]
    [TestCase("Jon Velk ran 226 metres, including an 84-metre run on the first play of the second half.", "Jon Velk opened the second half with an 86-metre run on its first play.")]
    public void Compare_FigureBesideAnOlderTimeOrAPart_IsOfTheEvent(string a, string b) =>
        Assert.That(ClaimStories.Compare(a, b).Conflicts.Select(static c => c.Kind), Does.Contain(ConflictKind.Figure));

    [TestCase("The previous fire at the mill in Tarn killed three people.", "Four people were killed by the fire at the mill in Tarn.")]
    [TestCase("Three people were killed at the mill in Tarn the previous year.", "Four people were killed at the mill in Tarn.")]
    [TestCase("New claims for the grant fell to 475,000 in Tarn.", "Clerks had expected new claims for the grant in Tarn to fall to 473,000.")]
    [TestCase("In 2009 Ann Field, 60, was charged with a killing at the mill in Tarn.", "Ann Field, 62, was charged with the killing at the mill in Tarn.")]
    public void Compare_FigureOfAnOlderTime_IsNone(string a, string b) =>
        Assert.That(ClaimStories.Compare(a, b).Conflicts.Select(static c => c.Kind), Does.Not.Contain(ConflictKind.Figure));

    [Test]
    public void Compare_MeasureBeforeOneAdjective_IsOneHoweverItIsJoined() =>
        Assert.That(ClaimStories.Compare("Mayor Ada Koss was six months pregnant.", "The seven-months pregnant mayor left the council hall on foot.").Conflicts.Select(static c => c.Kind), Does.Contain(ConflictKind.Figure));

    [Test]
    public void Compare_TwoSentencesWithSeveralFigures_ListsEach()
    {
        Story story = ClaimStories.Compare("The guards seized six rifles, 12 magazines and 300 rounds of ammunition from the boat.", "The guards seized 14 rifles, 31 magazines and 900 rounds of ammunition from the boat.");

        Assert.That(story.Conflicts.Count(static c => c.Kind == ConflictKind.Figure), Is.EqualTo(3));
    }

    [TestCase("A man was killed and two others were wounded at the mill in Tarn.", "One man was killed and another was wounded at the mill in Tarn.")]
    [TestCase("The blast killed one worker and injured four others.", "The blast killed one worker and injured six people.")]
    public void Compare_OthersBesideAFirstVictim_AreAllOfTheirRole(string a, string b) =>
        Assert.That(ClaimStories.Compare(a, b).Conflicts.Select(static c => c.Kind), Does.Contain(ConflictKind.Figure));

    [Test]
    public void Compare_SeveralAttackersAndOne_IsALowConflict()
    {
        Story story = ClaimStories.Compare("Two gunmen opened fire outside a bakery in Tarn on Monday.", "A gunman opened fire outside a bakery in Tarn on Monday. The gunman fled on foot.");

        Conflict conflict = story.Conflicts.Single(static c => c.About == "attackers");
        Assert.That((conflict.Severity, conflict.Sides.Count), Is.EqualTo((Severity.Low, 2)));
    }

    [Test]
    public void Compare_AttackerWithAnAccomplice_IsNoLoneOne() =>
        Assert.That(ClaimStories.Compare("Two gunmen opened fire outside a bakery in Tarn on Monday.", "A gunman opened fire outside a bakery in Tarn on Monday. His accomplice drove the car.").Conflicts.Select(static c => c.About), Does.Not.Contain("attackers"));
}
