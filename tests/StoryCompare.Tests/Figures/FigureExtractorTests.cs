using System.Text;
using StoryCompare.Figures;
using StoryCompare.Text;

namespace StoryCompare.Tests.Figures;

internal sealed class FigureExtractorTests
{
    [Test]
    public void Extract_Conversion_IsPartOfOneFigure()
    {
        string text = "The army took 18,000 square kilometers (6,950 square miles) of land.";
        ExtractedFigure figure = FigureTesting.Extract(text).Single();
        Assert.That(figure.Span.Slice(text).ToString(), Is.EqualTo("18,000 square kilometers (6,950 square miles)"));
        Assert.That(figure.Conversion!.Value, Is.EqualTo(6950));
        Assert.That(figure.Conversion.Unit, Is.EqualTo("mi2"));
        Assert.That(figure.Figure.Step, Is.EqualTo(1000));
    }

    [Test]
    public void Extract_CountedNoun_KeepsLimitingWords()
    {
        Figure figure = FigureTesting.Single("They killed 14 rebel fighters near the dam.");
        Assert.That((figure.Unit, figure.Counts, figure.Role), Is.EqualTo(("fighter", "rebel fighters", "killed")));
    }

    [TestCase("The index rose 5 percent.", FigureChange.Up)]
    [TestCase("Shares fell 5 percent.", FigureChange.Down)]
    [TestCase("It holds 5 percent.", FigureChange.None)]
    public void Extract_Change_HasDirection(string text, FigureChange change) =>
        Assert.That(FigureTesting.Single(text).Change, Is.EqualTo(change));

    [Test]
    public void Extract_HostileText_NeitherThrowsNorHangs()
    {
        string[] texts =
        [
            new string('9', 1_000_000),
            "10^400 and 1e999 and 4e-999 people",
            new string('(', 20_000) + "5 km",
            string.Concat(Enumerable.Repeat("3 to ", 20_000)),
            string.Concat(Enumerable.Repeat("1,", 50_000)),
            string.Concat(Enumerable.Repeat("one hundred and ", 20_000)),
            string.Concat(Enumerable.Repeat("$", 20_000)) + "5",
            "th" + new string('½', 18) + "e army", new string('½', 5_000), string.Concat(Enumerable.Repeat("RM79bn", 5_000)), string.Concat(Enumerable.Repeat("RM79bn ", 5_000)),
            "1٢३４5 people, ½½½ of ⅓⅓, 5½5 km",
            "5 (", "$", "(9", "a", "one", "between", "between 3 and", "from $", "1/", "1/0", "0/0", "-", "--5", "5-", "minus", "5 to", "half", "half a", "a couple of", "hundreds of", "\"5\"\"", "5''\ud800",
        ];
        foreach (string text in texts)
        {
            foreach (ExtractedFigure figure in FigureTesting.Extract(text))
            {
                Assert.That(double.IsFinite(figure.Figure.Value) && double.IsFinite(figure.Figure.High ?? 0) && double.IsFinite(figure.Figure.Step));
                Assert.That(figure.Span.Start >= 0 && figure.Span.End <= text.Length && figure.Span.Length > 0);
            }
        }
    }

    [Test]
    public void Extract_RandomText_SpansLieInsideAndDoNotOverlap()
    {
        string[] pieces = ["5", "1,200", " ", " ", " to ", "-", "(", ")", "$", "€", "km", "%", "million", "people", "killed", "between ", "and ", "one ", "half ", "a ", "third ", "of ", ".", ",", "July", "2016", "/", "a.m.", "°", "\"", "'", "more than ", "dozens ", "hundred ", "m2", "\u00A0", "½", "year-old ", "RM5", "#", "–"];
        Random random = new(20180412);
        for (int round = 0; round < 3000; round++)
        {
            StringBuilder builder = new();
            for (int k = random.Next(1, 25); k > 0; k--)
            {
                builder.Append(pieces[random.Next(pieces.Length)]);
            }

            string text = builder.ToString();
            int last = 0;
            foreach (ExtractedFigure figure in FigureTesting.Extract(text))
            {
                Assert.That(figure.Span.Start, Is.GreaterThanOrEqualTo(last), text);
                Assert.That(figure.Span.End, Is.LessThanOrEqualTo(text.Length), text);
                Assert.That(figure.Figure.High is not { } high || high >= figure.Figure.Value, text);
                last = figure.Span.End;
                _ = FigureComparer.Compare(figure.Figure, figure.Figure);
            }
        }
    }

    [Test]
    public void Compare_FigureWithItself_IsNeverConflict()
    {
        foreach (string text in new[] { "5 km", "about 5,000 people", "dozens of people", "3 to 5 percent", "at least 7 dead", "nearly two-thirds of voters", "-40 C", "fewer than 3 ships" })
        {
            Figure figure = FigureTesting.Extract(text)[0].Figure;
            Assert.That(FigureComparer.Compare(figure, figure).Verdict, Is.EqualTo(FigureVerdict.Same), text);
        }
    }
}
