using System.Globalization;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <content>What ties two figures to one thing, wherever in the story they stand.</content>
internal sealed partial class FigureConflicts
{
    // Ties of a counted thing alone, none firm: sentences that align, sentences that share words though their clauses do not, a rare noun that
    // both articles count once ("two speedboats", "three speedboats").
    private const double OfAlignedThing = 0.36;
    private const double OfSentences = 0.34;
    private const double OfRareThing = 0.32;

    // Least share of the poorer sentence in common, and least rarity of a noun (inverse document frequency).
    private const double LeastOfSentence = 0.25;
    private const float RareFrom = 5.5f;

    // Ages that lie this near each other, by share and in years, of somebody told alike but not named twice.
    private const double NearAge = 0.12;
    private const double LeastAge = 12;
    private const double LeastSharedOfAge = 0.3;
    private const double OfLikeAges = 0.35;
    private const double OfRole = 0.42;

    // One person's number of one thing; a number that differs in one digit; how long what happened lasted, told as an attribute ("a 25-minute
    // spree") or among like words; stretches of time in aligned sentences. None firm.
    private const double OfHolder = 0.36;
    private const double OfSlip = 0.36;
    private const double OfLikeTimes = 0.34;
    private const double LeastSharedOfTime = 0.38;
    private const double LeastSharedOfSlip = 0.3;
    private const double NearTimes = 3;
    private const double LeastSlip = 100;

    // What ties the two, with its strength; none below what the caller's precision asks for.
    private FigureTie TieOf(StoryFigure a, StoryFigure b)
    {
        FigureTie tie = FigureTie.Between(a, b);
        if (tie.Strength < 0)
        {
            return FigureTie.None;
        }

        bool isAge = a.Figure.Unit == "age";
        if (isAge)
        {
            tie = AgeTie(a, b);
        }

        if (Dimension.Of(a.Figure.Unit) == "length" && a.Figure.Unit != "ly" && (_scope.ReferenceOf(a), _scope.ReferenceOf(b)) is var (p, q) && (p >= 0 || q >= 0))
        {
            // A distance is told from a place: of one thing from one place there is one.
            return DistanceTie(a, b, p, q);
        }

        double shared = a.SharedContext(b);
        bool aligned = _story.Aligned(a.At, b.At);
        bool speaks = FigureTie.Tells(a.Slot.Words, b.Slot.Words) && a.Slot.Thing == b.Slot.Thing;
        if (aligned && !isAge && (speaks || tie.Strength > 0) && tie.Strength < 0.5 + (shared / 2) && (tie.Strength > 0 || shared >= LeastShared(a.Figure)))
        {
            tie = new FigureTie(0.5 + (shared / 2), "aligned sentences");
        }
        else if (!isAge && shared >= LeastShared(a.Figure) && shared > tie.Strength && speaks)
        {
            tie = new FigureTie(shared, SharedWords);
        }

        else if (tie.Strength == 0 && FigureTie.IsCounted(a.Slot) && a.Slot.Thing == b.Slot.Thing && a.Slot.Thing != "people")
        {
            tie = ThingTie(a, b, aligned);
        }

        if (tie.Strength == 0 && !isAge)
        {
            tie = LooseTie(a, b, shared, aligned);
        }

        if (tie.Strength == 0 && _lone.Shared(a, b, Ratio(a, b)) is { Length: > 0 } only)
        {
            tie = new FigureTie(LoneMeasures.Strength, "each is the only one that its article tells: " + only);
        }

        double strength = tie.Strength == 0 ? 0 : tie.Strength + (_scope.ShareLocalName(a, b) ? SharedNameBonus : 0);
        double least = _story.Precision switch { Precision.Strict => 0.5, Precision.Wide => 0.2, _ => 0.3 };
        return strength < least ? FigureTie.None : tie with { Strength = strength };
    }

    private FigureTie LooseTie(StoryFigure a, StoryFigure b, double shared, bool aligned)
    {
        bool one = FigureTie.IsCounted(a.Slot) ? a.Slot.Thing == b.Slot.Thing && a.Slot.Thing.Length > 0 && a.Slot.Thing != "people" : a.Figure.Unit == b.Figure.Unit && a.Figure.Unit.Length > 0;
        if (one && IsSlip(a, b))
        {
            return new FigureTie(OfSlip, "numbers that differ in one digit, of things told alike");
        }

        if (a.Slot.Thing == "people" && a.Slot.Narrow.Length > 0 && a.Slot.Narrow == b.Slot.Narrow && a.Figure.Role == b.Figure.Role && Math.Min(a.Figure.Value, b.Figure.Value) >= LeastOfKind && Ratio(a, b) <= DoubtfulFactor && _scope.IsHad(a) == _scope.IsHad(b) && _several.AreOnlyInRole(a, b))
        {
            return new FigureTie(OfOneKind, "people of one kind whom both articles count once");
        }

        if (one && FigureTie.IsCounted(a.Slot) && _scope.ShareHolder(a, b) && _several.AreFew(a, b))
        {
            return new FigureTie(OfHolder, "one person's number of one thing");
        }

        if (!Dimension.IsTime(a.Figure.Unit) || Ratio(a, b) > NearTimes)
        {
            return FigureTie.None;
        }

        return _scope.AreOfEvent(a, b) ? new FigureTie(OfRole, "how long what happened lasted")
            : (aligned && a.Figure.Unit == b.Figure.Unit) || shared >= LeastSharedOfTime ? new FigureTie(OfLikeTimes, "stretches of time told alike") : FigureTie.None;
    }

    // "3,417 points", "3,517 points": one of them may be a misprint.
    private static bool IsSlip(StoryFigure a, StoryFigure b)
    {
        if (a.Figure.Unit != b.Figure.Unit || a.Figure.Unit == "age" || Math.Min(a.Figure.Value, b.Figure.Value) < LeastSlip || a.SharedContext(b) < LeastSharedOfSlip)
        {
            return false;
        }

        string x = a.Figure.Value.ToString("0.####", CultureInfo.InvariantCulture);
        string y = b.Figure.Value.ToString("0.####", CultureInfo.InvariantCulture);
        return x.Length == y.Length && x[0] == y[0] && x.Zip(y).Count(static p => p.First != p.Second) == 1 && x.TrimEnd('0').Length >= 3 && y.TrimEnd('0').Length >= 3;
    }

    // Of one person by name; or nearly one age, of somebody whom at least one side does not name ("the 39-year-old man").
    private FigureTie AgeTie(StoryFigure a, StoryFigure b)
    {
        int person = _scope.PersonOf(a);
        int other = _scope.PersonOf(b);
        if (person >= 0 && other >= 0)
        {
            return person == other && _scope.IsOwnAge(a) && _scope.IsOwnAge(b) ? new FigureTie(0.5, "the age of one person") : FigureTie.None;
        }

        double youngest = Math.Min(a.Figure.Value, b.Figure.Value);
        return youngest >= LeastAge && Math.Abs(a.Figure.Value - b.Figure.Value) <= NearAge * youngest && (_story.Aligned(a.At, b.At) || a.SharedContext(b) >= LeastSharedOfAge)
            ? new FigureTie(OfLikeAges, "nearly one age, of somebody told alike")
            : FigureTie.None;
    }

    private FigureTie ThingTie(StoryFigure a, StoryFigure b, bool aligned) =>
        aligned ? new FigureTie(OfAlignedThing, "one thing in aligned sentences")
        : _scope.SharedSentence(a.At, b.At) >= LeastOfSentence ? new FigureTie(OfSentences, "one thing in sentences that share words")
        : _several.AreOnly(a, b) && BackgroundFrequencies.Default.IdfOfStem(WordTable.StemOf(a.Slot.Thing)) >= RareFrom ? new FigureTie(OfRareThing, "a rare thing that both articles count once")
        : FigureTie.None;

    // Tolls of one role are told once an event; any other count or measure needs more shared words.
    private static double LeastShared(Figure figure) => figure.Role.Length > 0 ? 0.2 : figure.Counts.Length > 0 ? 0.32 : 0.36;
}
