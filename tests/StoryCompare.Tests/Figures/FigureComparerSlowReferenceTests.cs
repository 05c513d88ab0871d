using FsCheck;
using FsCheck.Fluent;
using StoryCompare.Figures;
using StoryCompare.Tests.Properties;

namespace StoryCompare.Tests.Figures;

/// <summary>The comparison by bands held against listing every number of people that a figure allows.</summary>
public sealed class FigureComparerSlowReferenceTests
{
    private const int Most = 400;

    // Small counts: given exactly they mean what they say, so that no rounding blurs the sets.
    private static readonly Gen<Figure> Figures =
        from value in Gen.Choose(1, 98)
        from width in Gen.Choose(1, 30)
        from qualifier in Gen.Elements(FigureQualifier.Exactly, FigureQualifier.Exactly, FigureQualifier.AtLeast, FigureQualifier.AtMost, FigureQualifier.Range)
        select new Figure { Value = value, Unit = "people", Qualifier = qualifier, High = qualifier == FigureQualifier.Range ? value + width : null, Step = 1 };

    [Test]
    public void Compare_CountsAndBounds_ConflictWhereNoNumberFitsBoth()
    {
        int conflicts = 0;
        int cases = 0;
        Generated.Check(
            Figures.ArrayOf(2),
            pair =>
            {
                bool fits = Enumerable.Range(0, Most).Any(n => Allows(pair[0], n) && Allows(pair[1], n));
                FigureComparison verdict = FigureComparer.Compare(pair[0], pair[1]);
                Assert.That(verdict.Verdict == FigureVerdict.Conflict, Is.EqualTo(!fits), $"{pair[0]} / {pair[1]}: {verdict}");
                cases++;
                conflicts += fits ? 0 : 1;
            },
            cases: 3000);
        Assert.That(conflicts, Is.InRange(cases / 10, cases * 9 / 10));
    }

    [Test]
    public void Compare_RoundedCounts_AreSameWhereRoundingTheFinerGivesTheCoarser() => Generated.Check(
        from thousands in Gen.Choose(10, 99)
        from rest in Gen.Choose(1, 999)
        from off in Gen.Choose(-3, 3)
        where (thousands + off) % 10 != 0 // 70,000 shows a step of ten thousand
        select (Coarse: (thousands + off) * 1000, Fine: (thousands * 1000) + rest),
        static pair =>
        {
            // Half up, or the thousands begun: the two ways in which newsrooms round.
            int up = (pair.Fine + 500) / 1000 * 1000;
            int down = pair.Fine / 1000 * 1000;
            FigureVerdict verdict = FigureComparer.Compare(Count(pair.Coarse), Count(pair.Fine)).Verdict;
            Assert.That(verdict == FigureVerdict.Same, Is.EqualTo(pair.Coarse == up || pair.Coarse == down), $"{pair}: {verdict}");
        },
        cases: 3000);

    private static Figure Count(int value) => new() { Value = value, Unit = "people", Step = FigureStep.OfInteger(value) };

    private static bool Allows(Figure figure, int n) => figure.Qualifier switch
    {
        FigureQualifier.AtLeast => n >= figure.Value,
        FigureQualifier.AtMost => n <= figure.Value,
        FigureQualifier.Range => n >= figure.Value && n <= figure.High,
        _ => n == figure.Value,
    };
}
