namespace StoryCompare.Tests.Claims;

/// <summary>What is told of two things, two times or two people and looks like a difference: never a conflict. Beside each class what stays one.</summary>
public sealed class TwoThingsTests
{
    [TestCase("Kim Tarrow was shot on Tuesday in Tarn.", "The search for the attackers continued on Wednesday in the shooting of Kim Tarrow in Tarn.")]
    [TestCase("Services will be held on Wednesday at 3 p.m. at the chapel of Tarn.", "A visitation will be held on Tuesday at 5 p.m. at the chapel of Tarn.")]
    [TestCase("The receiver Kim Tarrow of the Orvik Bears was arrested on May 2 for drunk driving.", "The tackle Jon Velk of the Orvik Bears was arrested on May 6 for drunk driving.")]
    [TestCase("The firm shut the accounts after the May 3 riot at the port of Tarn.", "The firm shut the accounts in the days of the May 3 riot at the port of Tarn, on May 6.")]
    [TestCase("The most recent shooting happened around 11 a.m. on Sunday in Tarn.", "The shooting happened around 4 a.m. on Sunday in Tarn.")]
    [TestCase("No one answered the door at his home on Monday.", "No one answered the door at his home on Tuesday.")]
    [TestCase("Half of the adults are to get the vaccine by Independence Day.", "The goal is to give half of the adults the vaccine by July 4.")]
    [TestCase("A man was shot on May 5 in the market of Tarn. A woman was shot on May 2 in the market of Tarn.", "A man was shot on May 4 in the market of Tarn.")]
    public void Compare_TimesOfTwoActs_AreNone(string a, string b) => AssertNone(ConflictKind.Date, a, b);

    [TestCase("The blast at the mill of Tarn happened at 3:47 p.m. on Monday.", "Sund was at home at the time of the 3:10 p.m. blast at the mill of Tarn.")]
    [TestCase("The ministry on Tuesday ordered the troops of Tarn to get the vaccine.", "The troops of Tarn were ordered on Monday to get the vaccine.")]
    public void Compare_TimesOfOneAct_AreAConflict(string a, string b) => AssertSome(ConflictKind.Date, a, b);

    [TestCase("A shooting at a party in Ohio left one man dead.", "A shooting at a party in Tarn left one man dead.")]
    [TestCase("Four men were shot at a party in Tarn.", "Four men were shot at a party on Mill Street.")]
    [TestCase("The farm lies in Harl County, and the cheese was made there at a dairy in Harl County.", "The cheese was made at a dairy in Oster.")]
    public void Compare_PlacesOfTwoSizes_AreNone(string a, string b) => AssertNone(ConflictKind.Place, a, b);

    [TestCase("The cheese was made at a dairy in Oster.", "The cheese was made at a dairy in Velm.")]
    public void Compare_PlacesOfOneSize_AreAConflict(string a, string b) => AssertSome(ConflictKind.Place, a, b);

    [TestCase("Ada Sund called the vote in Tarn a case of deal or no deal.", "Ada Sund called the vote in Tarn a good deal.")]
    [TestCase("The bill passed in Tarn, with all no votes coming from the union.", "The bill passed in Tarn; all the votes against it came from the union.")]
    [TestCase("Three people in the flat at Tarn who were not shot called the police.", "Four people were shot in the flat at Tarn, police said.")]
    [TestCase("The Velk family does not own the mill.", "The Velk family was at the mill at the time of the blast.")]
    [TestCase("Two victims of the fire in Tarn have been identified.", "A dead, unidentified victim of the fire lay in the hall.")]
    [TestCase("Jon Velk fired on the officers at the mill.", "Jon Velk remains in jail in Tarn.")]
    [TestCase("Jon Velk escaped from the van on Monday.", "Jon Velk was caught near Tarn on Monday.")]
    [TestCase("The most seriously injured in Tarn was a man with burns.", "The other four in Tarn had minor injuries.")]
    public void Compare_WhatExcludesNothing_IsNoPolarityConflict(string a, string b) => AssertNone(ConflictKind.Polarity, a, b);

    [TestCase("Three men are in custody after the fire at the mill of Tarn.", "No arrests have been made after the fire at the mill of Tarn.")]
    [TestCase("Ada Sund had pleaded guilty to arson.", "Ada Sund had pleaded not guilty to arson.")]
    public void Compare_WhatExcludes_IsAPolarityConflict(string a, string b) => AssertSome(ConflictKind.Polarity, a, b);

    [TestCase("It is unclear if the suspect was injured when he surrendered to the police in Tarn.", "The suspect surrendered to the police in Tarn after two hours.")]
    [TestCase("It is not clear if the four victims had attended the wedding in Tarn, but police say three were inside.", "Four victims of the shooting in Tarn were inside the hall, police said.")]
    [TestCase("It was unclear if the men hurt in Tarn were patrons or employees of the club.", "An argument with a patron of the club in Tarn turned into a shooting.")]
    public void Compare_AnotherPredicateThanTheDoubted_IsNoCertaintyConflict(string a, string b) => AssertNone(ConflictKind.Certainty, a, b);

    [TestCase("It is unclear if the old gate at Velm was closed when the water rose.", "The old gate at Velm was closed at noon on the day of the flood.")]
    public void Compare_ThePredicateThatIsDoubted_IsACertaintyConflict(string a, string b) => AssertSome(ConflictKind.Certainty, a, b);

    [TestCase("\"By rolling back this 11th hour rule we protect the rivers of the valley,\" said Ada Sund.", "\"By rolling back this eleventh-hour rule, we protect the rivers of the valley,\" said Ada Sund.")]
    [TestCase("\"We remain stead-fast in our pledge to the people of the valley,\" said Ada Sund.", "\"We remain steadfast in our pledge to the people of the valley,\" said Ada Sund.")]
    [TestCase("\"They must not, they must not let the river drown the valley again,\" said Ada Sund.", "\"They must not let the river drown the valley again,\" said Ada Sund.")]
    [TestCase("\"Leaving on Aug. 31 is not a matter of an arbitrary deadline,\" said Ada Sund.", "\"Leaving on August the 31st is not a matter of an arbitrary deadline,\" said Ada Sund.")]
    [TestCase("\"It makes no sense to take the lives of people like that,\" said Ada Sund.", "\"You made children lose their parents and took innocent lives for nothing,\" said Ada Sund.")]
    public void Compare_OneQuotationSpelledInTwoWays_IsNoConflict(string a, string b) => AssertNone(ConflictKind.Quotation, a, b);

    [TestCase("\"We lost half the harvest of the valley in one night,\" said Ada Sund.", "\"We lost the whole harvest of the valley in one night,\" said Ada Sund.")]
    public void Compare_OneQuotationInOtherWords_IsAConflict(string a, string b) => AssertSome(ConflictKind.Quotation, a, b);

    private static void AssertNone(ConflictKind kind, string a, string b) => Assert.That(Found(a, b).Where(c => c.Kind == kind), Is.Empty);

    private static void AssertSome(ConflictKind kind, string a, string b) => Assert.That(Found(a, b).Select(static c => c.Kind), Does.Contain(kind));

    // The second one a day later.
    private static IReadOnlyList<Conflict> Found(string a, string b) =>
        ClaimStories.Compare(new StoryCompareOptions(), [new Article(a) { Id = "a", Outlet = "A", Published = new DateTimeOffset(2024, 5, 8, 0, 0, 0, TimeSpan.Zero) }, new Article(b) { Id = "b", Outlet = "B", Published = new DateTimeOffset(2024, 5, 9, 0, 0, 0, TimeSpan.Zero) }]).Conflicts;
}
