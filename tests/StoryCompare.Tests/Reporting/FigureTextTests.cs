using NUnit.Framework;
using StoryCompare.Reporting;

namespace StoryCompare.Tests.Reporting;

public sealed class FigureTextTests
{
    [TestCase(160_000_000, "USD", "", "", "$160 million")]
    [TestCase(35_000, "GBP", "", "", "\u00A335,000")]
    [TestCase(1_234_567, "EUR", "", "", "\u20AC1,234,567")]
    [TestCase(72.5, "USD/barrel", "", "", "$72.50 per barrel")]
    [TestCase(2_500_000, "people", "people", "", "2.5 million people")]
    [TestCase(4, "people", "people", "killed", "4 people killed")]
    [TestCase(31, "people", "dead", "killed", "31 dead")]
    [TestCase(14, "people", "others injured", "wounded", "14 others injured")]
    [TestCase(1_400, "people", "", "wounded", "1,400 people wounded")]
    [TestCase(23, "game", "games", "wounded", "23 games")]
    [TestCase(1, "yd", "", "", "1 yard")]
    [TestCase(10, "ft", "", "", "10 feet")]
    [TestCase(120, "mi/h", "", "", "120 mph")]
    [TestCase(5, "point/game", "points", "", "5 points per game")]
    [TestCase(38, "boat", "rescue boats", "", "38 rescue boats")]
    [TestCase(1, "engine", "engines", "", "1 engine")]
    [TestCase(10, "man", "men", "", "10 men")]
    [TestCase(41.5, "EUR/share", "", "", "\u20AC41.50 per share")]
    [TestCase(45, "km2", "", "", "45 km\u00B2")]
    public void Of_Figure_ReadsAsAPersonWrites(double value, string unit, string counts, string role, string expected) =>
        Assert.That(FigureText.Of(new Figure { Value = value, Unit = unit, Counts = counts, Role = role }), Is.EqualTo(expected));

    [TestCase("five-member", "5-member")]
    [TestCase("5 member", "5 member")]
    public void Of_AttributiveCount_KeepsTheHyphenOfTheText(string text, string expected)
    {
        Figure figure = new() { Value = 5, Unit = "member", Counts = "member" };
        RecurringFigure recurring = new() { Id = "s1.g1", Figure = figure, Outlets = 1, Origins = 1, Mentions = [new FigureMention(new Provenance("a", new TextSpan(0, text.Length), text), figure, null)] };

        Assert.That(FigureText.Of(recurring), Is.EqualTo(expected));
    }
}
