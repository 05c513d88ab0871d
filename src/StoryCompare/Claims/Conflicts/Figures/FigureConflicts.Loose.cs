using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;

namespace StoryCompare.Claims.Conflicts;

/// <content>Values told with a hedge that would let them pass, parts that may be the whole, and things told apart by what they are of.</content>
internal sealed partial class FigureConflicts
{
    // "As many as ten" and six: less apart they may be one count, more apart two things.
    private const double LeastOfMost = 1.2;
    private const double LeastOfBound = 1.5;
    private const double MostOfBound = 4;

    // "Some 41,000", "about 38,000": told to the thousand and further apart than that.
    private const double LeastOfHedges = 1.05;
    private const double StepsOfHedges = 2.5;

    // Fewer people of one kind than this are a part of them as often as all.
    private const double LeastOfKind = 10;
    private const double OfOneKind = 0.34;

    // Words told of both, by which one measure alone of its article answers another.
    private const double OfPair = 0.45;
    private const double OfOnlyDistance = 0.34;

    // Two reports of one employer's staff differ by less.
    private const double MostOfEmployer = 1.5;

    private const string ToldAsBound = "one is told as a bound or hedge that would admit the other";
    private const string ToldOfKind = "one is told of people of a kind";

    /// <summary>The verdict where hedges are taken as what they are used for: "as many as ten" tells ten, "at least 30" is not told of 75.</summary>
    private static FigureComparison? Unhedged(StoryFigure a, StoryFigure b)
    {
        if (a.Slot.Narrow != b.Slot.Narrow || CountedThings.IsTally(a.Slot.Thing) || a.Figure.Qualifier == FigureQualifier.Range || b.Figure.Qualifier == FigureQualifier.Range || a.Figure.Unit != b.Figure.Unit || Ratio(a, b) > MostOfBound || Dimension.IsTime(a.Figure.Unit) && !(a.Slot.IsMost && b.Slot.IsMost))
        {
            return null;
        }

        bool smallerBound = Smaller(a, b).Figure.Qualifier is FigureQualifier.AtLeast or FigureQualifier.MoreThan;
        if (smallerBound && Larger(a, b).Figure.Qualifier is (FigureQualifier.AtLeast or FigureQualifier.MoreThan))
        {
            return null;
        }

        bool largerBound = Larger(a, b).Figure.Qualifier is FigureQualifier.AtMost or FigureQualifier.LessThan;
        bool most = Larger(a, b).Figure.Qualifier == FigureQualifier.AtMost && !smallerBound && Ratio(a, b) >= LeastOfMost;
        bool least = smallerBound && !largerBound && FigureTie.IsCounted(a.Slot) && Ratio(a, b) >= LeastOfBound;
        bool hedges = !smallerBound && !largerBound && Ratio(a, b) >= LeastOfHedges && Math.Abs(a.Figure.Value - b.Figure.Value) >= StepsOfHedges * Math.Max(StepOf(a.Figure.Value), StepOf(b.Figure.Value));
        FigureComparison bare = FigureComparer.Compare(a.Figure with { Qualifier = FigureQualifier.Exactly, High = null }, b.Figure with { Qualifier = FigureQualifier.Exactly, High = null });
        return (most || least || hedges) && bare.Verdict == FigureVerdict.Conflict ? bare : null;
    }

    // The place of the last digit that is not zero; numbers up to twenty are told to the one.
    private static double StepOf(double value)
    {
        double step = 1;
        while (value > 20 && value % (step * 10) == 0)
        {
            step *= 10;
        }

        return step;
    }

    private static StoryFigure Smaller(StoryFigure a, StoryFigure b) => a.Figure.Value <= b.Figure.Value ? a : b;

    private static StoryFigure Larger(StoryFigure a, StoryFigure b) => a.Figure.Value <= b.Figure.Value ? b : a;

    /// <summary>Whether the smaller number, told of a kind of people, may be the whole: all that were arrested were protesters, all aboard passengers.</summary>
    private bool MayBeAll(StoryFigure a, StoryFigure b) =>
        a.Figure.Role is "detained" or "aboard" or "infected" or "fired" or "employed" or "displaced" && Smaller(a, b) is { Slot.Narrow: { Length: > 0 } kind } small && CountedThings.SexOf(kind).Length == 0 && kind is not ("police" or "crew" or "soldier" or "child" or "baby")
        && Larger(a, b).Slot.Narrow.Length == 0 && !_scope.IsLimited(a) && !_scope.IsLimited(b) && _several.AreOnlyInRole(a, b) && Ratio(a, b) <= DoubtfulFactor && small.Figure.Value >= 2;

    // Kilograms of two materials; amounts of two kinds; people of two employers.
    private string? OfTwo(StoryFigure a, StoryFigure b)
    {
        if (a.Slot.Material != 0 && b.Slot.Material != 0 && a.Slot.Material != b.Slot.Material && Kinship.Of(a.Slot.Material, b.Slot.Material) != KinKind.Equal)
        {
            return "they are of two materials, or from two places";
        }

        if (a.Figure.Role.Length == 0 && a.Figure.Unit != "age")
        {
            if (_scope.ComesOnTop(a) != _scope.ComesOnTop(b))
            {
                return "one comes on top of something: \"also\"";
            }

            if (_scope.IsOfStranger(a, b.At.Article) || _scope.IsOfStranger(b, a.At.Article))
            {
                return "one is told of somebody whom the other article does not name";
            }
        }

        if (FigureUnits.OfSymbol(a.Figure.Unit) is { IsMoney: true } && a.Slot.Matter.Length > 0 && b.Slot.Matter.Length > 0 && !_story.Aligned(a.At, b.At) && !CountedThings.AreKinMatters(a.Slot.Matter, b.Slot.Matter))
        {
            return "they are amounts of two kinds: " + a.Slot.Matter + ", " + b.Slot.Matter;
        }

        return a.Figure.Role == "employed" && (_scope.DifferByOwner(a, b) || (!_scope.ShareOwner(a, b) && Ratio(a, b) > MostOfEmployer)) ? "they are people of two employers" : null;
    }

    // "Benten could get 30 years", "faces up to 20": both tell the most that the law allows.
    private static bool AreMost(StoryFigure a, StoryFigure b) => a.Slot.IsMost && b.Slot.IsMost && a.Slot.Matter == "prison" && b.Slot.Matter == "prison";

    // A score and somebody's record: "to 12-4", "won 21-14".
    private bool AreOtherResults(StoryFigure a, StoryFigure b)
    {
        ResultKind[] mine = [.. ResultReader.Read(_story, a.At).Select(static r => r.Kind)];
        ResultKind[] theirs = [.. ResultReader.Read(_story, b.At).Select(static r => r.Kind)];
        return mine.Length > 0 && theirs.Length > 0 && !mine.Intersect(theirs).Any();
    }

    private bool AreOfOnePair(StoryFigure a, StoryFigure b) =>
        Dimension.Of(a.Figure.Unit) == "length" && _scope.PlacesOf(a, _scope.ReferenceOf(a)) is { Item1: >= 0 } pair && pair == _scope.PlacesOf(b, _scope.ReferenceOf(b));

    // Of two places: "A lies 45 miles south of B", "B, 60 miles north of A".
    private FigureTie DistanceTie(StoryFigure a, StoryFigure b, int from, int other)
    {
        (int, int) mine = _scope.PlacesOf(a, from);
        (int, int) theirs = _scope.PlacesOf(b, other);
        if (mine.Item1 >= 0 && theirs.Item1 >= 0 && mine == theirs)
        {
            return new FigureTie(OfPair, "the distance between two places");
        }

        if (from != other)
        {
            return FigureTie.None;
        }

        return FigureTie.Shared(a.Slot, b.Slot).Words > 0 || _scope.NamesOf(a.At).Where(n => n != from).Intersect(_scope.NamesOf(b.At)).Any() ? new FigureTie(OfPair, "the distance from one place")
            : (mine.Item1 < 0 || theirs.Item1 < 0) && _several.AreOnly(a, b) ? new FigureTie(OfOnlyDistance, "the only distance from one place") : FigureTie.None;
    }
}
