using StoryCompare.Alignment;
using StoryCompare.Text;

namespace StoryCompare.Tests.Alignment;

public sealed class StatementsTests
{
    private const string Plain = "The ferry ran aground off Norrvik with 140 passengers on board.";

    [TestCase("Police said Monday that the ferry ran aground off Norrvik with 140 passengers on board.")]
    [TestCase("The ferry ran aground off Norrvik with 140 passengers on board, the harbour master told reporters.")]
    [TestCase("According to the coast guard, the ferry ran aground off Norrvik with 140 passengers on board.")]
    [TestCase("The ferry ran aground off Norrvik with 140 passengers on board, according to the coast guard.")]
    public void Measure_WhoSaysIt_IsNoPartOfTheStatement(string told)
    {
        (float dice, float least) = Measure(Plain, told);

        Assert.Multiple(() =>
        {
            Assert.That(dice, Is.EqualTo(1));
            Assert.That(least, Is.EqualTo(1));
        });
    }

    [Test]
    public void Measure_SentenceThatTellsMore_IsHeldInPart()
    {
        float least = Measure(Plain, "The ferry ran aground off Norrvik with 140 passengers on board, tore its hull open on a reef and sank before helicopters came.").Least;

        Assert.That(least, Is.InRange(0.4f, 0.7f));
    }

    [TestCase("NORRVIK, Sweden (SNB) — The ferry ran aground off Norrvik with 140 passengers on board.", 1f)]
    [TestCase("The ferry (built in 1987) ran aground off Norrvik with 140 passengers on board.", 0.92f)]
    [TestCase("The ferry, a rusty veteran of the line, ran aground off Norrvik with 140 passengers on board.", 0.8f)]
    [TestCase("The ferry, which the yard had inspected twice, ran aground off Norrvik with 140 passengers on board.", 0.75f)]
    public void Measure_WhatIsToldByTheWay_CountsLittle(string told, float least)
    {
        string straight = "The ferry built in 1987 a rusty veteran of the line that the yard had inspected twice ran aground off Norrvik with 140 passengers on board.";

        Assert.Multiple(() =>
        {
            Assert.That(Measure(Plain, told).Least, Is.GreaterThanOrEqualTo(least));
            Assert.That(Measure(Plain, straight).Least, Is.LessThan(0.65f));
        });
    }

    [Test]
    public void Measure_OtherFigure_CountsMoreThanAnotherWordOrName()
    {
        float figure = Measure(Plain, "The ferry ran aground off Norrvik with 95 passengers on board.").Least;
        float word = Measure(Plain, "The ferry ran aground off Norrvik with 140 tourists on board.").Least;
        float name = Measure(Plain, "The ferry ran aground off Sandholm with 140 passengers on board.").Least;

        Assert.That(figure, Is.LessThan(word).And.LessThan(name).And.LessThan(1));
    }

    [Test]
    public void Measure_NearSynonyms_CountInPart()
    {
        float near = Measure("Rebels seized the bridge at Norrvik.", "Rebels captured the bridge at Norrvik.").Least;
        float far = Measure("Rebels seized the bridge at Norrvik.", "Rebels painted the bridge at Norrvik.").Least;

        Assert.That(near, Is.GreaterThan(far).And.LessThan(1));
    }

    [Test]
    public void Measure_EitherOrder_GivesTheSame()
    {
        string other = "Some 140 passengers were aboard when a ferry hit a reef near Norrvik, officials said.";

        Assert.That(Measure(Plain, other), Is.EqualTo(Measure(other, Plain)));
    }

    [Test]
    public void Of_SentenceThatIsMostlyFrame_HasNone()
    {
        float least = Measure("The mayor said nothing.", "The bishop said nothing.").Least;

        Assert.That(least, Is.LessThan(1));
    }

    [TestCase(Plain, "A ferry with 140 passengers ran aground near Norrvik, the coast guard said.", true)]
    [TestCase(Plain, "The ferry company, which runs 9 ships, has been fined twice over its safety on board.", false)]
    public void Judge_OneHalf_IsTheDecision(string a, string b, bool same)
    {
        PairJudgement judgement = SentencePairs.Judge(TextAnalyzer.Sentence(a), TextAnalyzer.Sentence(b), AlignmentModel.Sentence);

        Assert.Multiple(() =>
        {
            Assert.That(judgement.Same, Is.EqualTo(same));
            Assert.That(judgement.Score >= 0.5f, Is.EqualTo(same));
        });
    }

    private static (float Dice, float Least) Measure(string a, string b)
    {
        SentenceProfiler profiler = new();
        float[] f = new float[PairFeatures.Count];
        Statements.Measure(profiler.Profile(SentenceSource.Of(TextAnalyzer.Sentence(a))), profiler.Profile(SentenceSource.Of(TextAnalyzer.Sentence(b))), f);
        return (f[(int)PairFeature.StatementDice], f[(int)PairFeature.StatementContainmentMin]);
    }
}
