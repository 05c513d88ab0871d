namespace StoryCompare.Tests.Claims;

/// <summary>What is told of one person, one office or one discovery in sentences with little else in common: what contradicts, and what a naive reader would take for a contradiction.</summary>
public sealed class HolderConflictTests
{
    [TestCase("Ada Bellamy, 34, a mother of five, was buried in Tarn.", "Mother of six Ada Bellamy died at the scene.")]
    [TestCase("Orvik was paced by 13 points from Jon Velk, while Kim Tarrow had 12 points.", "Kim Tarrow scored 14 points and Jon Velk scored 13 for Orvik.")]
    public void Compare_FiguresOfOnePerson_AreAConflict(string a, string b)
    {
        Assert.That(Kinds(a, b), Does.Contain(ConflictKind.Figure));
    }

    [TestCase("Ada Bellamy, 34, a mother of five, was buried in Tarn.", "Her neighbour Cara Dunn, a mother of three, saw it.")]
    [TestCase("Kim Tarrow scored 14 points and Jon Velk scored 13 for Orvik.", "Jon Velk had 13 points. Kim Tarrow scored 14 points.")]
    [TestCase("Kim Tarrow scored 14 points.", "Orvik was paced by nine points from Kim Tarrow at the half.")]
    public void Compare_FiguresOfTwoPeople_AreNone(string a, string b)
    {
        Assert.That(Kinds(a, b), Does.Not.Contain(ConflictKind.Figure));
    }

    [TestCase("The bodies of two hikers were found by a farmer on Tuesday.", "Rangers said a teacher found the bodies after a storm.")]
    [TestCase("Firefighters were called after neighbours reported a smell of gas.", "The building's landlord detected the odour of gas.")]
    [TestCase("Kim Tarrow, the owner of the club, said he was shocked.", "Jon Velk said he was the owner of the club. He will close it for a week.")]
    [TestCase("His 43-year-old wife, Erla Brandt, taught at the school.", "Erla Lind Tarrow, 43, was found in the kitchen.")]
    [TestCase("Police are looking for 19-year-old Markus Frederik.", "Frederik Markus, 19, is wanted for the shooting.")]
    public void Compare_OneRoleOfTwoPeople_IsAConflict(string a, string b)
    {
        Assert.That(Kinds(a, b), Does.Contain(ConflictKind.Actor));
    }

    [TestCase("The bodies of two hikers were found by police on Tuesday.", "Firefighters found the bodies after a storm.")]
    [TestCase("The bodies of two hikers were found by a farmer on Tuesday.", "Police said someone found the bodies after a storm.")]
    [TestCase("The farmer's son found the bodies.", "The bodies were found by the farmer.")]
    [TestCase("Kim Tarrow, the owner of the club, said he was shocked.", "Jon Velk, the former owner of the club, said he was shocked.")]
    [TestCase("Kim Tarrow, the owner of the club, said he was shocked.", "Jon Velk, the owner of the bakery, said he was shocked.")]
    [TestCase("Ada Brandt, 43, was found in the kitchen.", "Jon Brandt, 43, was found in the kitchen.")]
    public void Compare_TwoRoles_AreNoConflict(string a, string b)
    {
        Assert.That(Kinds(a, b), Does.Not.Contain(ConflictKind.Actor));
    }

    [TestCase("\"Jon was a careful driver, never a man to race the ferry home,\" a friend said.", "A friend said: \"He liked the sea. He was a careful driver, never a man to go out and race the ferry home. They were friends.\"")]
    [TestCase("\"This evening I was turned away at the gate,\" Tarrow said.", "\"Yesterday I was turned away at the gate,\" Tarrow said.")]
    public void Compare_QuotedSentenceInOtherWords_IsAConflict(string a, string b)
    {
        Assert.That(Kinds(a, b), Does.Contain(ConflictKind.Quotation));
    }

    [TestCase("\"Jon was a careful driver, never a man to race the ferry home,\" a friend said.", "\"Jon was a careful driver,\" said a friend.")]
    [TestCase("\"The tunnel is safe and it stays open,\" Tarrow said.", "\"The tunnel is safe and it stays open,\" Tarrow told reporters on Monday.")]
    public void Compare_QuotedSentenceCut_IsNoConflict(string a, string b)
    {
        Assert.That(Kinds(a, b), Does.Not.Contain(ConflictKind.Quotation));
    }

    private static IEnumerable<ConflictKind> Kinds(string a, string b) => ClaimStories.Compare(a, b).Conflicts.Select(static c => c.Kind);
}
