using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Figures;

namespace StoryCompare.Claims.Conflicts;

/// <content>Why two values that differ are no conflict, or no firm one.</content>
internal sealed partial class FigureConflicts
{
    // Ties from which a doubt leaves a conflict of low severity, where the words shared do not only name one thing but say the same of it.
    private const double DoubtfulFrom = 0.45;
    private const double DoubtfulFromWide = 0.3;

    // The same where names do not speak against it, and the noun is none of those that sport tells of everybody.
    private const double DoubtfulFromLoosely = 0.35;

    // Two reports of one thing seldom differ by more; where the words leave a doubt, a wider gap is taken for two things.
    private const double DoubtfulFactor = 3;

    private const string OfLeads = "the place told beside the smaller one may be a part of the whole";

    private const string OfOthers = "one counts the others beside a first victim";

    // Counts of one crowd differ by less; values of two units that differ by less may be one, rounded twice.
    private const double LikeCrowds = 5;
    private const double LikeConversions = 1.1;

    // Words in common from which a doubtful pair says the same, and not only names one thing.
    private const int DoubtfulWords = 2;

    /// <summary>Whether a doubt is outweighed: the figures are tied so firmly, and lie so near, that a reader would want to see both.</summary>
    private bool Outweighs(StoryFigure a, StoryFigure b, FigureTie tie) => _story.Precision switch
    {
        Precision.Strict => false,
        Precision.Wide => tie.Strength >= DoubtfulFromWide,
        _ => AreLeads(a, b) || ((_scope.CountsOthers(a) || _scope.CountsOthers(b) || _scope.IsPart(a)) && AreNear(a, b)) || MayBeOneOwners(a, b, tie) || IsSlip(a, b) || (tie.Strength >= DoubtfulFrom && (IsOfOneKind(a, b) || FigureTie.Shared(a.Slot, b.Slot).Words >= DoubtfulWords) && !_several.AreMany(a, b)
            && AreNear(a, b)),
    };

    // A place that limits the smaller number may be the event's own where both stand at the head of their articles; a kind of people ("two women") is a part.
    private bool AreLeads(StoryFigure a, StoryFigure b) =>
        a.Slot.Thing == "people" && a.Slot.Narrow == b.Slot.Narrow && FigureUpdates.IsGrowing(a.Figure.Role) && _scope.IsLead(a.At) && _scope.IsLead(b.At);

    private static bool AreNear(StoryFigure a, StoryFigure b) => Math.Max(a.Figure.Value, b.Figure.Value) <= DoubtfulFactor * Math.Min(a.Figure.Value, b.Figure.Value);

    // Shares a word, and no name beside either tells that it is somebody else's.
    private bool MayBeOneOwners(StoryFigure a, StoryFigure b, FigureTie tie) =>
        tie.Strength >= DoubtfulFromLoosely && a.Slot.IsOfOne == b.Slot.IsOfOne && (a.Figure.Unit != FigureUnits.Percent.Symbol || _scope.ShareLocalName(a, b)) && !CountedThings.IsTally(a.Slot.Thing) && a.Figure.Unit != "yd" && a.Figure.Unit != "people" && AreNear(a, b) && !_several.AreMany(a, b)
            && (a.Figure.Unit == "age" ? _scope.AreOnlyAges(a, b) : FigureTie.Shared(a.Slot, b.Slot).Words >= (!Dimension.IsTime(a.Figure.Unit) && (_story.Aligned(a.At, b.At) || _scope.ShareOwner(a, b)) ? 1 : DoubtfulWords)) && !_scope.DifferByOwner(a, b);

    // What is told once of an event, and times of one kind, need no further word to be of one thing.
    private static bool IsOfOneKind(StoryFigure a, StoryFigure b) =>
        CountedThings.IsToldOnce(a.Slot.Thing) || (a.Slot.Matter.Length > 0 && a.Slot.Matter == b.Slot.Matter && Dimension.IsTime(a.Figure.Unit));

    // What speaks against a conflict without ruling it out: it may be of two things, the words do not tell.
    private string? Doubt(StoryFigure a, StoryFigure b)
    {
        if (a.Figure.Unit == FigureUnits.Percent.Symbol && a.Slot.Matter != b.Slot.Matter && (a.Slot.Matter == MatterReader.Change || b.Slot.Matter == MatterReader.Change))
        {
            return "one is a change or difference, the other may be a share";
        }

        if (!FromOnePlace(a, b) && _several.AreTold(a, b) && !IsFirm(a, b))
        {
            return "an article tells several such figures: of different things";
        }

        if (a.Figure.Role.Length == 0 && a.Slot.Thing != "people" && a.Figure.Unit != "age" && !CountedThings.IsToldOnce(a.Slot.Thing) && !CountedThings.GrowsWithTime(a.Slot.Thing) && !FromOnePlace(a, b) && _scope.AreRecords(a, b) && !_scope.ShareLocalName(a, b))
        {
            return "each is one of somebody's figures, and not of one person by name";
        }

        if (CountedThings.IsTally(a.Slot.Thing) && !_scope.ShareHolder(a, b) && !_scope.ShareLocalName(a, b))
        {
            return "sport tells such a number of everybody, and neither is told of one person by name";
        }

        if (a.Slot.Thing == "crowd" && !_story.Aligned(a.At, b.At) && _scope.TellsPlace(a.At) != _scope.TellsPlace(b.At))
        {
            return "one is told of a place, the other of none";
        }

        if (a.Slot.Thing != "crowd" && _scope.DifferByDay(a.At, b.At) && a.Figure.Role.Length == 0)
        {
            return "they are told of different days";
        }

        if (!CountedThings.IsToldOnce(a.Slot.Thing) && _scope.SumsUp(a) != _scope.SumsUp(b) && !_scope.IsOlder(a) && !_story.Aligned(a.At, b.At))
        {
            return "one sums up a longer time";
        }

        if (a.Figure.Role == "employed" && !_scope.ShareOwner(a, b))
        {
            return ToldOfKind;
        }

        if (a.Slot.IsOfOne != b.Slot.IsOfOne && !(a.Slot.Thing == "people" && a.Figure.Role.Length > 0))
        {
            return "one is told of one of several";
        }

        if (IsOfThings(a) && !_story.Aligned(a.At, b.At) && Scope.AreOtherNouns(a, b))
        {
            return "they are counted by different nouns";
        }

        if (IsOfThings(a) && !_story.Aligned(a.At, b.At) && (_scope.IsNarrower(a, b) || _scope.IsNarrower(b, a)))
        {
            return "the smaller one is told of a part: one place, body or kind";
        }

        if (a.Slot.Thing == "people" && (_scope.IsNarrower(a, b) || _scope.IsNarrower(b, a)))
        {
            return MayBeAll(a, b) ? ToldOfKind : OfLeads;
        }

        if ((_scope.CountsOthers(a) || _scope.CountsOthers(b)) && !_story.Aligned(a.At, b.At))
        {
            return OfOthers;
        }

        if (_scope.IsPart(a) && _scope.IsPart(b))
        {
            return "both count what came on top of something";
        }

        return a.Slot.Thing != "people" && !CountedThings.IsToldOnce(a.Slot.Thing) && !_story.Aligned(a.At, b.At) && _scope.DifferBySubject(a.At, b.At)
            ? "they are told of things with different names"
            : null;
    }

    private static bool IsOfThings(StoryFigure f) => f.Slot.Thing != "people" && FigureTie.IsCounted(f.Slot) && !CountedThings.IsToldOnce(f.Slot.Thing);

    private bool FromOnePlace(StoryFigure a, StoryFigure b) => _scope.ReferenceOf(a) is >= 0 and int from && from == _scope.ReferenceOf(b);

    private string? NoConflict(StoryFigure a, StoryFigure b)
    {
        if ((a.Slot.IsUnreal || b.Slot.IsUnreal) && !AreMost(a, b) && !ArePlanned(a, b))
        {
            return "one is told as possible or usual, not as what happened";
        }

        if (a.Slot.IsAsked != b.Slot.IsAsked)
        {
            return "one is asked for, the other given";
        }

        if (a.Figure.Unit == FigureUnits.Percent.Symbol && a.Slot.Matter.Length > 0 && b.Slot.Matter.Length > 0 && a.Slot.Matter != b.Slot.Matter)
        {
            return "one is a change or difference, the other a share";
        }

        if (_lone.Apart(a, b) is { } apart)
        {
            return apart;
        }

        if (OfTwo(a, b) is { } two)
        {
            return two;
        }

        if (((IsPartOf(a, b) || IsPartOf(b, a)) && !_scope.AreLikeParts(a, b, _story.Aligned(a.At, b.At))) || _scope.IsWhole(a) || _scope.IsWhole(b))
        {
            return "one is a part of the other, or comes on top of it";
        }

        if (a.Slot.Thing == "people" && a.Slot.Narrow != CountedThings.LabelOf("child") && _scope.Includes(a) != _scope.Includes(b))
        {
            return "one includes someone whom the other leaves out";
        }

        bool own = a.Figure.Unit == "age" && _scope.PersonOf(a) is >= 0 and int person && person == _scope.PersonOf(b);
        if (a.Figure.Role.Length == 0 && !own && !CountedThings.IsToldOnce(a.Slot.Thing) && !FromOnePlace(a, b) && !AreOfOnePair(a, b) && _scope.DifferByHolder(a, b))
        {
            return "they are told of different people or places";
        }

        if (_scope.DifferByForm(a, b, _story.Aligned(a.At, b.At)))
        {
            return "one is an attribute of something: a walk of 40 kilometres, a streak of three wins";
        }

        if (_scope.IsFormer(a) != _scope.IsFormer(b))
        {
            return "one is what was before a change";
        }

        if (_scope.IsMoment(a) != _scope.IsMoment(b))
        {
            return "one tells when, the other how long";
        }

        // Crowds gather day after day.
        if (a.Slot.Thing == "crowd" && _scope.DifferByDay(a.At, b.At))
        {
            return "they are told of different days";
        }

        // ... and in city after city.
        if (a.Slot.Thing == "crowd" && !_story.Aligned(a.At, b.At) && _scope.DifferByPlace(a.At, b.At))
        {
            return "they are told of different places";
        }

        if (_scope.IsOlder(a) != _scope.IsOlder(b))
        {
            return "one tells of an earlier event";
        }

        if (a.Slot.Thing == "people" && FigureSubset.ConditionOf(_story, a) != FigureSubset.ConditionOf(_story, b))
        {
            return "one counts those in one condition";
        }

        if (_scope.IsOfSeveral(a) != _scope.IsOfSeveral(b))
        {
            return "one tells of several events";
        }

        if (_scope.DifferByTime(a, b))
        {
            return "they are told of different times";
        }

        if (a.Figure.Unit == "%" && (_scope.IsLimited(a) != _scope.IsLimited(b) || (!_story.Aligned(a.At, b.At) && _scope.IsOfPlace(a) != _scope.IsOfPlace(b))))
        {
            return "one is a share of a part: one place or body";
        }

        if (a.Slot.Thing == "people" && (_scope.IsNarrower(a, b) || _scope.IsNarrower(b, a)) && !AreLeads(a, b) && !MayBeAll(a, b))
        {
            return "the smaller one is told of a part: one place, body or kind";
        }

        return _scope.DifferByName(a, b) ? "they are told of different places" : null;
    }

    // Where a noun alone does not say what is counted, a name of their own or one person in aligned sentences does.
    private bool IsFirm(StoryFigure a, StoryFigure b) => _scope.ShareLocalName(a, b) || (_story.Aligned(a.At, b.At) && _scope.ShareHolder(a, b));

    // "Will cost 300 jobs", "said that 400 jobs would be lost": both are to come.
    private static bool ArePlanned(StoryFigure a, StoryFigure b) => a.Slot.IsPlanned && b.Slot.IsPlanned;

    // "112 of the 200 seats" is the number of seats won; of people in a role it may be any part of them.
    private bool IsPartOf(StoryFigure a, StoryFigure b) => _scope.IsPart(a) && !(a.Slot.Thing != "people" && _scope.WholeOf(a) > Math.Max(a.Figure.Value, b.Figure.Value));

    private static double Ratio(StoryFigure a, StoryFigure b)
    {
        double x = Math.Abs(a.Figure.Value) * (FigureUnits.OfSymbol(a.Figure.Unit) is { Factor: > 0 } u ? u.Factor : 1);
        double y = Math.Abs(b.Figure.Value) * (FigureUnits.OfSymbol(b.Figure.Unit) is { Factor: > 0 } v ? v.Factor : 1);
        return Math.Max(x, y) / Math.Max(double.Epsilon, Math.Min(x, y));
    }

    // Ages of undated articles may be years apart; a toll at a place that one article alone names may be of another event;
    // "he" and a list of numbers tell of whom or what they are elsewhere.
    private bool IsLoose(Meeting m)
    {
        if (m.A.Figure.Unit == "age")
        {
            return !_scope.AreOfOneYear(m.A, m.B) || _scope.MayHaveHadBirthday(m.A, m.B);
        }

        // "Four are dead", "he killed three": with the gunman and without.
        if (m.A.Figure.Role == "killed" && Math.Abs(m.A.Figure.Value - m.B.Figure.Value) <= 1 && _scope.AttackerDied)
        {
            return true;
        }

        if (Dimension.IsTime(m.A.Figure.Unit) && (_scope.IsRunning(m.A) || _scope.IsRunning(m.B)))
        {
            return true;
        }

        // Prison terms, years of service: of whom, no noun tells. Crowds far apart are two crowds. Miles and kilometres round each their own way.
        if ((m.A.Slot.Matter.Length > 0 && FigureUnits.OfSymbol(m.A.Figure.Unit) is { IsTime: true } && !_scope.ShareHolder(m.A, m.B))
            || (m.A.Slot.Thing == "crowd" && Ratio(m.A, m.B) > LikeCrowds)
            || (m.A.Figure.Unit != m.B.Figure.Unit && FigureUnits.OfSymbol(m.A.Figure.Unit) is not null && Ratio(m.A, m.B) < LikeConversions))
        {
            return true;
        }

        if (_story.Aligned(m.A.At, m.B.At) || m.Tie.Strength >= SurestStrength)
        {
            return false;
        }

        return m.A.Figure.Role.Length > 0 ? _scope.IsElsewhere(m.A) != _scope.IsElsewhere(m.B)
            : (m.Tie.Why is SharedWords or FigureTie.OneThing && m.Tie.Strength < FirmStrength && !CountedThings.GrowsWithTime(m.A.Slot.Thing))
            || (!CountedThings.IsToldOnce(m.A.Slot.Thing) && (Scope.AreOtherNouns(m.A, m.B) || _scope.IsOfPronoun(m.A) || _scope.IsOfPronoun(m.B) || _scope.IsInList(m.A) || _scope.IsInList(m.B)));
    }
}
