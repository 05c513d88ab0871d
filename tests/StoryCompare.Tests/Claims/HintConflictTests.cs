namespace StoryCompare.Tests.Claims;

/// <summary>Differences that are likely but not certain: reported, always low; and what looks like one and is none.</summary>
public sealed class HintConflictTests
{
    [TestCase("Kim Tarrow died at the scene, officials said.", "Kim Tarrow died on the way to the hospital, a nurse said.")]
    [TestCase("Kim Tarrow died at the scene, officials said.", "Kim Tarrow died at Orvik Hospital on Sunday.")]
    [TestCase("The gunman walked into the courtroom and shot Jon Velk.", "Jon Velk was shot outside the courthouse by a gunman.")]
    public void Compare_OneActInTwoKindsOfPlaces_IsALowPlaceConflict(string a, string b) => AssertLow(ConflictKind.Place, a, b);

    [TestCase("Kim Tarrow died at the scene, officials said.", "Kim Tarrow died at her home in Orvik.")]
    [TestCase("Jon Velk was shot outside a bar in Orvik.", "Jon Velk was shot in the street in Orvik.")]
    [TestCase("Kim Tarrow was shot at her house.", "Jon Velk was shot at the school.")]
    [TestCase("Kim Tarrow was shot at her house and died at the hospital.", "Kim Tarrow was shot at her house, the mayor said.")]
    [TestCase("Kim Tarrow was hurt in a house fire.", "Kim Tarrow was hurt at the school, the mayor said.")]
    public void Compare_PlacesThatMayBeOne_AreNone(string a, string b) => AssertNone(ConflictKind.Place, a, b);

    [TestCase("The gang robbed a bank in Orvik. Later that day, they shot and killed Jon Velk.", "The gang robbed a bank in Orvik. The next day they shot and killed Jon Velk.")]
    [TestCase("Kim Tarrow, the singer who left the stage long ago, died on Friday.", "Singer Kim Tarrow died Thursday of heart failure, a friend told the radio.")]
    [TestCase("The fire in the mill of Orvik broke out in the morning.", "The fire in the mill of Orvik broke out at 9 p.m., witnesses said.")]
    public void Compare_DaysThatDiffer_AreADateConflict(string a, string b) => Assert.That(Found(a, b).Select(static c => c.Kind), Does.Contain(ConflictKind.Date));

    [TestCase("The gang robbed a bank in Orvik. Later that day, they shot and killed Jon Velk.", "The gang robbed a bank in Orvik. The next day they shot and killed Kim Tarrow.")]
    [TestCase("The fire in the mill of Orvik broke out in the afternoon.", "The fire in the mill of Orvik broke out shortly after 1 p.m.")]
    public void Compare_DaysOfTwoActs_AreNone(string a, string b) => AssertNone(ConflictKind.Date, a, b);

    [TestCase("Kim Tarrow died of heart failure.", "The singer Kim Tarrow died from pneumonia at the age of 80.")]
    [TestCase("Tarrow's grandson Jon Velk said the singer had been ill.", "Nils Velk, Tarrow's grandson, said the singer had been ill.")]
    [TestCase("Orvik general manager Kim Tarrow thanked the fans on Sunday.", "Orvik general manager Kim Belden thanked the fans on Sunday.")]
    [TestCase("Lena Fosk, an associate director at the bureau, told the paper.", "Lena Fosk was deputy associate director of the bureau in those years.")]
    [TestCase("The navy arrested 23 Somali pirates near Orvik.", "The navy arrested 12 Somali and 11 Yemeni pirates near Orvik.")]
    public void Compare_WhoDiffers_IsALowActorConflict(string a, string b) => AssertLow(ConflictKind.Actor, a, b);

    [TestCase("Kim Tarrow died of cancer.", "The singer Kim Tarrow died from lung cancer at the age of 80.")]
    [TestCase("Kim Tarrow died of natural causes.", "The singer Kim Tarrow died of pneumonia at the age of 80.")]
    [TestCase("Tarrow's grandson Jon Velk said the singer had been ill.", "John Velk, Tarrow's grandson, said the singer had been ill.")]
    [TestCase("Tarrow's grandson J. Velk said the singer had been ill.", "Jon Velk, Tarrow's grandson, said the singer had been ill.")]
    [TestCase("Tarrow's grandson Jon Velk and her grandson Nils Velk were with her.", "Nils Velk, Tarrow's grandson, said the singer had been ill.")]
    [TestCase("Lena Fosk, an associate director at the bureau, told the paper.", "Associate director Lena Fosk told the paper.")]
    [TestCase("The navy arrested 23 Somali pirates near Orvik.", "The navy arrested 12 Yemeni pirates near Orvik.")]
    public void Compare_WhoMayBeOne_IsNone(string a, string b) => AssertNone(ConflictKind.Actor, a, b);

    [TestCase("Tarrow has 3,417 points for the club in three seasons.", "Tarrow now has 3,517 points for the club in three seasons.")]
    [TestCase("Police negotiated with the suspect for two hours before he gave up.", "Police negotiated with the suspect for almost three hours until he gave up.")]
    [TestCase("Tarrow's 25-minute shooting spree left three people dead.", "The 50-minute rampage ended when Tarrow surrendered.")]
    [TestCase("The outage took down 82 percent of traffic in Velm and 52 percent in Tarn.", "The outage took down 65 percent of traffic in Velm.")]
    public void Compare_FiguresToldAlike_AreAConflict(string a, string b) => Assert.That(Found(a, b).Select(static c => c.Kind), Does.Contain(ConflictKind.Figure));

    [TestCase("In five operations so far the crew has seized a total of 31 magazines. The crew seized 12 magazines on Friday.", "The crew seized 12 magazines on Friday.")]
    [TestCase("Three cables carry 90 percent of the traffic.", "The outage took down 65 percent of traffic in Velm.")]
    public void Compare_SumsAndShares_AreNone(string a, string b) => AssertNone(ConflictKind.Figure, a, b);

    [Test]
    public void Compare_AttackerAmongTheDead_IsLow()
    {
        Conflict[] found = [.. Found("Four people are dead after a shooting in Orvik. The gunman killed himself.", "The gunman killed three people in Orvik before he shot himself.").Where(static c => c.Kind == ConflictKind.Figure)];

        Assert.That(found, Has.All.Property(nameof(Conflict.Severity)).EqualTo(Severity.Low));
    }

    private static void AssertLow(ConflictKind kind, string a, string b)
    {
        Conflict[] found = [.. Found(a, b).Where(c => c.Kind == kind)];
        Assert.Multiple(() =>
        {
            Assert.That(found, Has.Length.EqualTo(1));
            Assert.That(found, Has.All.Property(nameof(Conflict.Severity)).EqualTo(Severity.Low));
        });
    }

    private static void AssertNone(ConflictKind kind, string a, string b) => Assert.That(Found(a, b).Select(static c => c.Kind), Does.Not.Contain(kind));

    private static IReadOnlyList<Conflict> Found(string a, string b)
    {
        DateTimeOffset day = new(2024, 5, 8, 0, 0, 0, TimeSpan.Zero);
        return ClaimStories.Compare(new StoryCompareOptions(), [new Article(a) { Id = "a", Outlet = "A", Published = day }, new Article(b) { Id = "b", Outlet = "B", Published = day }]).Conflicts;
    }
}
