namespace StoryCompare.Tests.Claims;

/// <summary>Equal figures that what stands round them joins.</summary>
public sealed class LoneTwinsTests
{
    [TestCase("The network suspended the presenter Olin Dray for four months over a joke about the queen.", "Olin Dray, a presenter, would be suspended for four months by the network, a spokesman said after the joke.", 4, TestName = "Compare_WishedAndTold_AreOneFigure")]
    [TestCase("Olin Dray rushed 58 times for 231 yards and three touchdowns before he hurt his knee.", "Olin Dray, who hurt his knee, rushed for 231 yards and three touchdowns on 58 carries.", 58, TestName = "Compare_OneCountByTwoNouns_IsOneFigure")]
    [TestCase("The lake is less than a quarter-mile from the Harlow mill, the owner said.", "The Harlow mill stands less than a quarter-mile from the lake.", 0.25, TestName = "Compare_QuarterMile_IsRead")]
    [TestCase("The board backed the vaccine for everyone 14 and older, it said on Monday.", "The vaccine was backed by the board for people aged 14 and older on Monday.", 14, TestName = "Compare_AgeLimits_AreOneFigure")]
    [TestCase("Ida Holt-Berg, 42, was found dead in a car near Orra.", "The police found 42-year-old Ida Holt-Berg dead in a car near Orra.", 42, TestName = "Compare_AgeBesideAHyphenedName_IsOneFigure")]
    [TestCase("The singer Olin Dray of Tarn died on Thursday at 91.", "Olin Dray has died in Tarn. The singer was 91 years old.", 91, TestName = "Compare_DiedAt_IsAnAge")]
    public void Compare_OneFigureInOtherWords_Recurs(string first, string second, double value)
    {
        Assert.That(Recurring(ClaimStories.Compare(first, second)), Does.Contain(value));
    }

    [TestCase("The gunman killed 14 people in a hall in Tarn on Friday.", "The gunman in Tarn wounded 14 people in a hall on Friday.", 14, TestName = "Compare_TwoFates_StayApart")]
    [TestCase("Two skaters were hurt when the ice broke near Tarn on Monday.", "The lake near Tarn had been closed for two weeks, the mayor said on Monday.", 2, TestName = "Compare_TwoUnits_StayApart")]
    public void Compare_TwoThingsOfOneNumber_StayApart(string first, string second, double value)
    {
        Assert.That(Recurring(ClaimStories.Compare(first, second)), Does.Not.Contain(value));
    }

    private static double[] Recurring(Story story) => [.. story.Figures.Where(static f => f.Outlets > 1).Select(static f => f.Figure.Value)];
}
