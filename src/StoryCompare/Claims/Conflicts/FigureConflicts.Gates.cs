using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Figures;

namespace StoryCompare.Claims.Conflicts;

/// <content>Why two values that differ are no conflict, or no firm one.</content>
internal sealed partial class FigureConflicts
{
    private string? NoConflict(StoryFigure a, StoryFigure b)
    {
        if (a.Slot.IsUnreal || b.Slot.IsUnreal)
        {
            return "one is told as possible or usual, not as what happened";
        }

        if (a.Slot.IsAsked != b.Slot.IsAsked)
        {
            return "one is asked for, the other given";
        }

        if (IsPartOf(a, b) || IsPartOf(b, a) || _scope.IsWhole(a) || _scope.IsWhole(b))
        {
            return "one is a part of the other, or comes on top of it";
        }

        if (_scope.Includes(a) != _scope.Includes(b))
        {
            return "one includes someone whom the other leaves out";
        }

        bool distance = _scope.ReferenceOf(a) is >= 0 and int from && from == _scope.ReferenceOf(b);
        if (a.Figure.Role.Length == 0 && !distance && _scope.DifferByHolder(a, b))
        {
            return "they are told of different people or places";
        }

        if (!distance && _several.AreTold(a, b) && !IsFirm(a, b))
        {
            return "an article tells several such figures: of different things";
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

        if (_scope.DifferByDay(a.At, b.At) && a.Figure.Role.Length == 0)
        {
            return "they are told of different days";
        }

        if (_scope.IsOlder(a) != _scope.IsOlder(b))
        {
            return "one tells of an earlier event";
        }

        if (_scope.SumsUp(a) != _scope.SumsUp(b) && !_scope.IsOlder(a) && !_story.Aligned(a.At, b.At))
        {
            return "one sums up a longer time";
        }

        if (_scope.DifferByTime(a, b))
        {
            return "they are told of different times";
        }

        if (a.Slot.IsOfOne != b.Slot.IsOfOne && !(a.Slot.Thing == "people" && a.Figure.Role.Length > 0))
        {
            return "one is told of one of several";
        }

        if (a.Figure.Unit == "%" && _scope.IsLimited(a) != _scope.IsLimited(b))
        {
            return "one is a share of a part: one place or body";
        }

        if (FigureTie.IsCounted(a.Slot) && !CountedThings.IsToldOnce(a.Slot.Thing) && (_scope.IsNarrower(a, b) || _scope.IsNarrower(b, a)))
        {
            return "the smaller one is told of a part: one place, body or kind";
        }

        if (a.Slot.Thing != "people" && !CountedThings.IsToldOnce(a.Slot.Thing) && !_story.Aligned(a.At, b.At) && _scope.DifferBySubject(a.At, b.At))
        {
            return "they are told of things with different names";
        }

        return _scope.DifferByName(a, b) ? "they are told of different places" : null;
    }

    // Where a noun alone does not say what is counted, a name of their own or one person in aligned sentences does.
    private bool IsFirm(StoryFigure a, StoryFigure b) =>
        _scope.ShareLocalName(a, b) || (_story.Aligned(a.At, b.At) && (_scope.ShareHolder(a, b) || (FigureTie.Shared(a.Slot, b.Slot).Share >= FirmShare && !_scope.IsOfPronoun(a) && !_scope.IsOfPronoun(b))));

    // "112 of the 200 seats" is the number of seats won; of people in a role it may be any part of them.
    private bool IsPartOf(StoryFigure a, StoryFigure b) => _scope.IsPart(a) && !(a.Slot.Thing != "people" && _scope.WholeOf(a) > Math.Max(a.Figure.Value, b.Figure.Value));

    // Ages of undated articles may be years apart; a toll at a place that one article alone names may be of another event;
    // "he" and a list of numbers tell of whom or what they are elsewhere.
    private bool IsLoose(Meeting m)
    {
        if (m.A.Figure.Unit == "age")
        {
            return !_scope.AreOfOneYear(m.A, m.B);
        }

        if (Dimension.IsTime(m.A.Figure.Unit) && (_scope.IsRunning(m.A) || _scope.IsRunning(m.B)))
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
