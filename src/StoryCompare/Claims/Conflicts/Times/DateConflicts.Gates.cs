using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;
using StoryCompare.Times;

namespace StoryCompare.Claims.Conflicts;

/// <content>Why two times that meet are of two acts.</content>
internal sealed partial class DateConflicts
{
    // Minutes by which the clock times of one act differ at most within an article.
    private const int OneClock = 45;

    private static readonly TermSet Events = WordTable.StemsOf("date_words.tsv", "event");
    private static readonly uint OfWord = TermHash.Of("of");
    private static readonly TermSet Articles = TermHash.SetOf("a", "an");
    private static readonly uint Had = TermHash.Of("had");
    private static readonly TermSet Bare = WordTable.StemsOf("date_words.tsv", "bare");

    // One word tells both acts, or one is told by its noun ("the blast happened at 3", "the 4 p.m. blast"); or the sentences align and only the hour of one day differs.
    private bool IsOneAct(DatedAct a, DatedAct b, bool same, bool aligned) =>
        same || HappensTo(a, b) || HappensTo(b, a) || ShareAct(a, b) || (aligned && a.Slot.Time.From is { } day && day == b.Slot.Time.From && a.Slot.Time.To == b.Slot.Time.To);

    private static bool HappensTo(DatedAct a, DatedAct b) => a.Slot.IsOfEvent && Bare.Contains(a.Slot.Head.Stem) && Array.Exists(a.Slot.Words, w => w.Stem == b.Slot.Head.Stem);

    // "Resigned", "stepped down": acts of several words.
    private bool ShareAct(DatedAct a, DatedAct b)
    {
        HashSet<int> mine = [.. ActsAt(a)];
        return ActsAt(b).Any(mine.Contains);
    }

    private IEnumerable<int> ActsAt(DatedAct act)
    {
        ArticleSlots article = _story.Articles[act.At.Article];
        SentenceSlots slots = article[act.At.Sentence];
        (int head, _) = FigureSlotReader.TokensOf(slots.Text.TokensOf(slots.Sentence), act.Slot.Head.Span);
        return article.Acts(act.At.Sentence).Where(m => m.FirstToken <= head && head < m.FirstToken + m.TokenCount && (m.Part & ActPart.Verb) != 0).Select(static m => (int)m.Class);
    }

    // "The shooting on March 9", "the shooting last week": an event's noun alone, where nothing else is shared.
    private static bool IsBareEvent(DatedAct a, DatedAct b, int words) => words < 2 && Events.Contains(a.Slot.Head.Stem) && Events.Contains(b.Slot.Head.Stem);

    // Whether the sentence of the first tells the second's time too.
    private bool TellsBoth(DatedAct a, DatedAct b) =>
        _bySentence[a.At].Any(x => x.Slot.Time != a.Slot.Time && x.Slot.Time.From == b.Slot.Time.From && x.Slot.Time.To == b.Slot.Time.To && (x.Slot.Time.From is not null || (x.Slot.Time.Weekday is { } day && day == b.Slot.Time.Weekday)));

    // Whether the first one's article tells the act with a third time: "hosted the show in 2001 and 2005".
    private bool TellsSeveral(DatedAct a, DatedAct b) =>
        _byHead[(a.At.Article, a.Slot.Head.Stem)].Any(x => x.Slot.Time.From is not null && a.Slot.Time.From is not null
            && !(x.At == a.At && x.Slot.Time.Span.Start <= a.Slot.Time.Span.End + TimeGap && a.Slot.Time.Span.Start <= x.Slot.Time.Span.End + TimeGap)
            && !(Meets(x.Slot, a.Slot) || Meets(x.Slot, b.Slot)) && x.Slot.Time.TimeOfDay is null);

    // Whether the first one's article tells acts of the kind at another time than its own: a list of shootings, a record of arrests.
    private bool TellsAnother(DatedAct a, DatedAct b) =>
        _acts.Exists(x => x.At.Article == a.At.Article && x.At != a.At && FigureTie.Same(x.Slot.Head, a.Slot.Head) && (Apart(x.Slot, a.Slot) || (Meets(x.Slot, a.Slot) && Meets(x.Slot, b.Slot) && ApartByClock(x.Slot, a.Slot) && ApartByClock(x.Slot, b.Slot))));

    private static bool Apart(DateSlot a, DateSlot b) => a.Time.From is not null && b.Time.From is not null && !Meets(a, b);

    private static bool ApartByClock(DateSlot a, DateSlot b) =>
        a.Time.TimeOfDay is { } t && b.Time.TimeOfDay is { } u && Math.Abs((t - u).TotalMinutes) is > OneClock and < (24 * 60) - OneClock;

    private static bool Meets(DateSlot a, DateSlot b) => (a.Time.From ?? DateOnly.MinValue) <= (b.Time.To ?? DateOnly.MaxValue) && (b.Time.From ?? DateOnly.MinValue) <= (a.Time.To ?? DateOnly.MaxValue);

    // Names that are not the event's own, or persons on both sides, and none in common; a person told of on one side alone, unless the sentences align.
    private bool DifferByName(DatedAct a, DatedAct b)
    {
        HashSet<int> mine = NamesOf(a);
        HashSet<int> theirs = NamesOf(b);
        HashSet<int> persons = NamesOf(a, NameKind.Person);
        HashSet<int> others = NamesOf(b, NameKind.Person);
        if (persons.Count > 0 && others.Count > 0)
        {
            return !persons.Overlaps(others) || DifferByObject(a, b);
        }

        bool aligned = _story.Aligned(a.At, b.At);
        return (!aligned && (IsForeign(persons, b) || IsForeign(others, a)))
            || (!mine.Overlaps(theirs) && ((mine.Count > 1 && theirs.Count > 1 && !aligned) || (mine.Any(g => !_scope.IsCentral(g)) && theirs.Any(g => !_scope.IsCentral(g)))));
    }

    // "She received the Orvik Prize in 1998", "she received a Velm Fellowship in 2008": what the act is of, between its verb and the time.
    private bool DifferByObject(DatedAct a, DatedAct b)
    {
        HashSet<int> mine = ObjectsOf(a);
        HashSet<int> theirs = ObjectsOf(b);
        return mine.Count > 0 && theirs.Count > 0 && !mine.Overlaps(theirs);
    }

    private HashSet<int> ObjectsOf(DatedAct act)
    {
        ArticleSlots article = _story.Articles[act.At.Article];
        return [.. article.Names(act.At.Sentence).Where(n => n.Span.Start > act.Slot.Head.End && n.Span.End <= act.Slot.Time.Span.Start && article.Article.Names.Entities[n.Entity].Kind == NameKind.Other && !_scope.IsCentral(article.GroupOf(n))).Select(n => article.GroupOf(n))];
    }

    // Persons whom the other article never names.
    private bool IsForeign(HashSet<int> persons, DatedAct other)
    {
        ArticleSlots article = _story.Articles[other.At.Article];
        return persons.Count > 0 && !article.Article.Names.Mentions.Any(m => persons.Contains(article.GroupOf(m)));
    }

    // Places that are not the whole event's, and none in common: of the sentences, or where those align of the clauses.
    private bool DifferByPlace(DatedAct a, DatedAct b)
    {
        if (!_story.Aligned(a.At, b.At))
        {
            return _context.DifferByPlace(a.At, b.At);
        }

        HashSet<int> mine = NamesOf(a, NameKind.Place);
        HashSet<int> theirs = NamesOf(b, NameKind.Place);
        mine.RemoveWhere(_scope.IsCentral);
        theirs.RemoveWhere(_scope.IsCentral);
        return mine.Count > 0 && theirs.Count > 0 && !mine.Overlaps(theirs);
    }

    private HashSet<int> NamesOf(DatedAct act, NameKind kind)
    {
        ArticleSlots article = _story.Articles[act.At.Article];
        return [.. article.Names(act.At.Sentence).Where(n => act.Slot.Near.Contains(n.Span) && article.Article.Names.Entities[n.Entity].Kind == kind).Select(n => article.GroupOf(n))];
    }

    // "Services will be held Wednesday", "visitation will be held Tuesday": a verb that only says that something takes place needs one subject.
    private bool DifferBySubject(DatedAct a, DatedAct b)
    {
        if (!Bare.Contains(a.Slot.Head.Stem) || !Bare.Contains(b.Slot.Head.Stem))
        {
            return false;
        }

        IReadOnlyList<SlotWord> mine = SubjectOf(a);
        IReadOnlyList<SlotWord> theirs = SubjectOf(b);
        return mine.Count > 0 && theirs.Count > 0 && !mine.Any(x => theirs.Any(y => x.Stem == y.Stem || Kinship.Of(x, y) != KinKind.None))
            && !(a.Slot.IsOfEvent && b.Slot.IsOfEvent);
    }

    private bool IsEarlier(DatedAct act)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(act.At.Article).Text.TokensOf(_story.Sentence(act.At));
        (int head, _) = FigureSlotReader.TokensOf(tokens, act.Slot.Head.Span);
        // "Warned of a bomb at 7:40": of what might be.
        return head > 0 && (tokens[head - 1].Term == Had || (head > 1 && tokens[head - 2].Term == OfWord && Articles.Contains(tokens[head - 1].Term)));
    }

    private IReadOnlyList<SlotWord> SubjectOf(DatedAct act)
    {
        SentenceSlots slots = _story.Slots(act.At);
        (int verb, _) = FigureSlotReader.TokensOf(slots.Text.TokensOf(slots.Sentence), act.Slot.Head.Span);
        return ParticipantReader.Subject(slots, verb, mayBeParticiple: false).Head;
    }
}
