namespace StoryCompare.Tests.Claims;

/// <summary>Figures, dates and places that are told in sentences with little else in common: what contradicts, and what a naive reader would take for a contradiction.</summary>
public sealed class SlotConflictTests
{
    [TestCase("Turnout was 61 percent, the commission said.", "The turnout reached 68 percent, officials said.")]
    [TestCase("Police said 8,000 people took part in the rally in Lisk.", "At least 30,000 protesters filled the square in Lisk on Saturday.")]
    [TestCase("Kim Tarrow, 34, was found dead in his flat on Sunday.", "The body of Kim Tarrow, 36, was found on Sunday.")]
    [TestCase("The bank will close 140 branches.", "The bank is to shut 210 branches, the union said.")]
    [TestCase("The bill was adopted by 88 votes to 71.", "Deputies passed the bill by 88 votes to 61.")]
    [TestCase("The quake had a magnitude of 6.1.", "The national observatory put the magnitude of the tremor at 5.8.")]
    [TestCase("Orvik lies 40 kilometres north of Tarn.", "Orvik, 70 kilometres from Tarn, has 9,000 inhabitants.")]
    [TestCase("The soldiers found seven AK-47 rifles in the boat.", "Twelve AK 47 guns were found in the boat.")]
    [TestCase("She beat the mayor by 312 votes.", "She finished 321 votes ahead of the mayor.")]
    [TestCase("The club paid 23 million euros for the defender.", "The defender cost the club 31 million euros.")]
    public void Compare_FiguresOfOneThing_AreAConflict(string a, string b)
    {
        Assert.That(Kinds(a, b), Does.Contain(ConflictKind.Figure));
    }

    [TestCase("Profit rose 12 percent.", "Revenue rose 7 percent.")]
    [TestCase("The risk of a heart attack was 23 percent lower among walkers.", "Among walkers 3.6 percent had a heart attack.")]
    [TestCase("The army said it had killed 40 militants.", "The rebels said they had killed 12 soldiers.")]
    [TestCase("The fire killed seven people on Friday.", "In 2011 a fire in the same street killed 19 people.")]
    [TestCase("Twelve people were killed when a train derailed near Obrin.", "The derailment near Obrin killed 12 people, five of them children.")]
    [TestCase("She finished in 2 hours 19 minutes.", "Her best time is 2 hours 17 minutes.")]
    [TestCase("Prosecutors asked for 11 years in prison.", "He was sentenced to nine years in prison.")]
    [TestCase("The company employs 2,400 people in Tarn.", "The company employs 11,000 people worldwide.")]
    [TestCase("The plan would cut 900 of 7,000 jobs.", "The company has 7,000 jobs.")]
    [TestCase("The coroner named four of the five people found shot dead at a house in Brenna.", "Four people were found shot dead at a house in Brenna.")]
    [TestCase("The factory sent 90 trucks to the harbour of Tarn.", "The factory sent 35 of its trucks to the harbour of Tarn.")]
    [TestCase("Kim Tarrow scored 31 points in the second half of the match.", "Jon Velk scored 18 points in the second half of the match.")]
    [TestCase("Turnout was 58 percent, up from 49 percent two weeks ago.", "Turnout was up from 51 percent to 58 percent.")]
    [TestCase("The team has a four-game losing streak.", "The team has lost eight of its last ten games.")]
    [TestCase("The climber fell around 3, 000ft while climbing near Orvik.", "The climber fell about 3,000ft while climbing near Orvik.")]
    [TestCase("He was seen shortly after 3 p. m. near the house.", "He was seen as late as 11 p. m. near the house.")]
    [TestCase("The boy was shot nine days ago in Tarn.", "The boy was shot in Tarn after four days of riots.")]
    [TestCase("The coach, a four-time winner of the league with the club, was dismissed.", "The coach, a five-time runner-up of the league with the club, was dismissed.")]
    public void Compare_FiguresOfTwoThings_AreNone(string a, string b)
    {
        Assert.That(Kinds(a, b), Does.Not.Contain(ConflictKind.Figure));
    }

    [TestCase("The suspect was arrested on Tuesday at a hotel in Brenna.", "Police detained the man at a hotel in Brenna on Thursday.")]
    [TestCase("The incident began about 4:40 p.m., the sheriff said.", "The shooting began shortly after 6 p.m., a witness said.")]
    [TestCase("The bridge was built in 1963.", "The bridge, built in 1971, carried 20,000 cars a day.")]
    [TestCase("The minister resigned on Monday.", "The minister stepped down on Wednesday.")]
    [TestCase("On November 18, the frigate Orsan sank a trawler.", "On November 19, the frigate Orsan sank a trawler off Velm.")]
    [TestCase("The firms expect to complete the merger by the end of March 2025.", "Completion of the merger was not likely before July 2025.")]
    public void Compare_TimesOfOneAct_AreAConflict(string a, string b)
    {
        Assert.That(Kinds(a, b), Does.Contain(ConflictKind.Date));
    }

    [TestCase("The minister resigned on Monday.", "A new minister will be named on Wednesday.")]
    [TestCase("The first blast hit the market at 9 a.m.", "A second blast struck the station at 11 a.m.")]
    [TestCase("The minister resigned on Monday, officials said on Tuesday.", "The minister resigned on Monday.")]
    [TestCase("The quake struck at 1:53 p.m. local time.", "The quake struck at 1353 (1023 GMT).")]
    [TestCase("The shooting began about 5 p.m.", "The shooting began at 4:55 p.m.")]
    [TestCase("Velk scored with 3:10 left in the first half.", "Velk scored with 12:50 left in the first half.")]
    [TestCase("The fire broke out at 2:20 a.m. in the mill.", "The fire in the mill was put out by 5:10 a.m.")]
    [TestCase("Voters cast their ballots at 7 a.m. on Sunday.", "Two in three voters had cast their ballots as of 4 p.m. on Sunday.")]
    [TestCase("Koss hosted the show in 2001 and hosted the show in 2005.", "Koss hosted the show in 2007.")]
    [TestCase("The couple was married two weeks ago in Tarn.", "The couple was married on April 25 in Tarn.")]
    public void Compare_TimesOfTwoActs_AreNone(string a, string b)
    {
        Assert.That(Kinds(a, b), Does.Not.Contain(ConflictKind.Date));
    }

    [TestCase("The ship lay 150 miles west of Orra when it called for help.", "It was attacked 150 miles east of Orra.", true)]
    [TestCase("The ship lay 150 miles south of Orra when it called for help.", "It was attacked 150 miles southeast of Orra.", false)]
    public void Compare_DirectionsFromOnePlace_ConflictWhereNoPointJoinsThem(string a, string b, bool conflict)
    {
        Assert.That(Kinds(a, b).Contains(ConflictKind.Place), Is.EqualTo(conflict));
    }

    [TestCase("CEO Lena Fosk flew to Tarn on Monday.", "COO Lena Fosk flew to Tarn on Monday.", true)]
    [TestCase("CEO Lena Fosk flew to Tarn on Monday.", "Former COO Lena Fosk flew to Tarn on Monday.", false)]
    public void Compare_OfficesOfOnePerson_ConflictOnOneLadder(string a, string b, bool conflict)
    {
        Assert.That(Kinds(a, b).Contains(ConflictKind.Actor), Is.EqualTo(conflict));
    }

    [Test]
    public void Compare_OneThingAtTwoPlaces_IsAConflict()
    {
        Assert.That(Kinds("The cheese was made at a dairy in Oster, the institute said.", "The cheese came from a dairy in Velm, inspectors found."), Does.Contain(ConflictKind.Place));
    }

    [Test]
    public void Compare_TollThatLaterOutgrewItsBound_IsAnUpdate()
    {
        Story story = ClaimStories.Compare("At least 12 people were killed when a ferry sank off Lassen.", "The ferry disaster off Lassen has claimed 19 lives.");

        Conflict conflict = story.Conflicts.Single(static c => c.Kind == ConflictKind.Figure);
        Assert.Multiple(() =>
        {
            Assert.That(conflict.ExplainedBy, Is.EqualTo(ConflictExplanation.Update));
            Assert.That(conflict.Severity, Is.LessThanOrEqualTo(Severity.Medium));
        });
    }

    [TestCase("Thirty-one people were killed by the flood in Tarn.", "Nineteen people were killed by the flood in Tarn.")]
    [TestCase("The storm caused damage of $64-million in Tarn.", "The storm caused damage of $52 million in Tarn.")]
    [TestCase("He served seven months in federal prison.", "Kim Tarrow died on Monday. He served nine months in federal prison.")]
    [TestCase("Orvik lies 820 kilometres south of Tarn and has a harbour, 30 kilometres of roads and 9 kilometres of beach.", "Orvik, 690 kilometres southeast of Tarn, has a harbour.")]
    public void Compare_FiguresAmongOthers_AreStillAConflict(string a, string b)
    {
        Assert.That(Kinds(a, b), Does.Contain(ConflictKind.Figure));
    }

    [TestCase("The strike of the drivers, after five days of pickets, has emptied the shops.", "The strike of the drivers, after nine days of pickets, has emptied the shops.")]
    [TestCase("In the cup he has scored six goals so far.", "The club that Kim Tarrow left two years ago has a new striker. After a slow start and an injury to the knee he scored nine goals and gave four others.")]
    public void Compare_FiguresThatOtherThingsMayExplain_AreAHintAtMost(string a, string b)
    {
        Assert.That(Found(a, b).Where(static c => c.Kind == ConflictKind.Figure).Select(static c => c.Severity), Is.All.EqualTo(Severity.Low));
    }

    [Test]
    public void Compare_AgesOfUndatedArticles_AreAHint()
    {
        Story story = ClaimStories.Compare(new StoryCompareOptions(), [new Article("Kim Tarrow, 41, was arrested in Brenna.") { Id = "a", Outlet = "A" }, new Article("Kim Tarrow, 43, was convicted in Brenna.") { Id = "b", Outlet = "B" }]);

        Assert.That(story.Conflicts.Where(static c => c.Kind == ConflictKind.Figure).Select(static c => c.Severity), Is.EqualTo(new[] { Severity.Low }));
    }

    [Test]
    public void Compare_SeveralValuesInOneArticle_AreOfSeveralThings()
    {
        string many = "The tower cost 40 million euros. The bridge cost 65 million euros. The stadium cost 90 million euros.";

        Assert.That(Kinds(many, "The theatre, which opened in May, had cost the town 72 million euros."), Does.Not.Contain(ConflictKind.Figure));
    }

    [Test]
    public void Compare_UndatedArticle_ItsWeekdaysAreReadByItsMates()
    {
        // The third article's only day is a weekday; the others' dates tell which, and that it is not the day they give.
        Article[] articles =
        [
            new("The mayor of Tarn resigned on Monday, May 6, after a vote of the town council.") { Id = "a", Outlet = "A", Published = new DateTimeOffset(2024, 5, 7, 0, 0, 0, TimeSpan.Zero) },
            new("Mayor Ida Koss of Tarn resigned on May 6 after the vote of the council.") { Id = "b", Outlet = "B", Published = new DateTimeOffset(2024, 5, 8, 0, 0, 0, TimeSpan.Zero) },
            new("The mayor of Tarn resigned on Saturday after a vote of the town council.") { Id = "c", Outlet = "C" },
        ];

        Story story = ClaimStories.Compare(new StoryCompareOptions(), articles);

        Conflict conflict = story.Conflicts.First(static c => c.Kind == ConflictKind.Date);
        Assert.Multiple(() =>
        {
            Assert.That(conflict.Sides.SelectMany(static s => s.Evidence).Select(static e => e.Article), Does.Contain("c"));
            Assert.That(conflict.Details[0], Does.Contain("2024-05-04"));
        });
    }

    private static IEnumerable<ConflictKind> Kinds(string a, string b) => Found(a, b).Select(static c => c.Kind);

    private static IReadOnlyList<Conflict> Found(string a, string b)
    {
        DateTimeOffset day = new(2024, 5, 8, 0, 0, 0, TimeSpan.Zero);
        return ClaimStories.Compare(new StoryCompareOptions(), [new Article(a) { Id = "a", Outlet = "A", Published = day }, new Article(b) { Id = "b", Outlet = "B", Published = day }]).Conflicts;
    }
}
