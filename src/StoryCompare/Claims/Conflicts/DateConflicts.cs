using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;
using StoryCompare.Times;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds different days or clock times of one act: "began about 4:40 p.m." against "about 5 p.m.".</summary>
/// <remarks>Two times meet where their acts are of one class and something else ties them: aligned sentences, shared words of the clause, a name. The date of a statement is none of an act.</remarks>
internal sealed class DateConflicts
{
    // Least share of the poorer clause's weight in common, for sentences that do not align; the head counts.
    private const double LeastShare = 0.4;

    // The same for clauses whose acts differ ("trains are to run again", "trains will follow").
    private const double LeastWithoutHead = 0.5;

    // Share from which a conflict is of medium severity without alignment.
    private const double SureShare = 0.6;

    // Words in common, the head among them, that sentences which do not align must share for more than a hint.
    private const int SureWords = 3;

    // UTF-16 code units between the parts of one time: "September of last year".
    private const int TimeGap = 4;

    // The same in aligned sentences; and of the whole sentences, where the clauses tell the act alone.
    private const double LeastAligned = 0.3;
    private const double LeastOfSentence = 0.2;

    // Dated acts of one word that are compared; a longer list is a topic, not an act.
    private const int MostPerWord = 60;

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ConflictLedger _ledger;
    private List<DatedAct> _acts = [];

    private DateConflicts(StoryContext story, Scope scope, ConflictLedger ledger)
    {
        _story = story;
        _scope = scope;
        _ledger = ledger;
    }

    /// <summary>Adds the date conflicts of a story.</summary>
    public static void Find(StoryContext story, Scope scope, ConflictLedger ledger)
    {
        DateConflicts finder = new(story, scope, ledger);
        List<DatedAct> acts = finder._acts = finder.ReadAll();
        SortedSet<(int, int)> pairs = Candidates(acts);
        List<Meeting> meetings = [];
        foreach ((int i, int j) in pairs)
        {
            if (finder.Meet(acts[i], acts[j]) is { } meeting)
            {
                meetings.Add(meeting with { First = i, Second = j });
            }
        }

        finder.Write(acts, meetings);
    }

    private List<DatedAct> ReadAll()
    {
        List<DatedAct> acts = [];
        for (int a = 0; a < _story.Articles.Length; a++)
        {
            for (int s = 0; s < _story.Articles[a].SentenceCount; s++)
            {
                if (_story.Articles[a].IsStatement(s))
                {
                    acts.AddRange(DateSlotReader.Read(_story.Articles[a], s).Select(slot => new DatedAct(new SentenceRef(a, s), slot)));
                }
            }
        }

        return acts;
    }

    // Pairs of different articles whose clauses share a word.
    private static SortedSet<(int, int)> Candidates(List<DatedAct> acts)
    {
        Dictionary<uint, List<int>> byStem = [];
        for (int i = 0; i < acts.Count; i++)
        {
            foreach (uint stem in acts[i].Slot.Words.SelectMany(Keys).Distinct())
            {
                if (!byStem.TryGetValue(stem, out List<int>? list))
                {
                    byStem[stem] = list = [];
                }

                list.Add(i);
            }
        }

        SortedSet<(int, int)> pairs = [];
        foreach (List<int> list in byStem.Values.Where(static l => l.Count <= MostPerWord))
        {
            for (int i = 0; i < list.Count; i++)
            {
                for (int j = i + 1; j < list.Count; j++)
                {
                    if (acts[list[i]].At.Article != acts[list[j]].At.Article)
                    {
                        pairs.Add((list[i], list[j]));
                    }
                }
            }
        }

        return pairs;
    }

    private static IEnumerable<uint> Keys(Token word)
    {
        yield return word.Stem;
        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(word.Term).ToArray())
        {
            // Classes are small numbers; no stem's hash is likely to meet one.
            yield return e.Class;
        }
    }

    private Meeting? Meet(DatedAct a, DatedAct b)
    {
        if (DateComparer.Difference(a.Slot, Words(a), b.Slot, Words(b)) is not { } difference || a.Slot.IsFuture != b.Slot.IsFuture)
        {
            return null;
        }

        (int words, double share) = FigureTie.Shared(a.Slot.Words, a.Slot.Weights, b.Slot.Words, b.Slot.Weights);
        bool head = FigureTie.Same(a.Slot.Head, b.Slot.Head) || TellsAct(a.Slot, b.Slot) || TellsAct(b.Slot, a.Slot);
        bool aligned = _story.Aligned(a.At, b.At);
        bool others = aligned || words >= (head ? 2 : 1) || (a.Slot.IsOfEvent && b.Slot.IsOfEvent) || SharesName(a, b) || (a.Slot.IsFuture && share >= SureShare);
        others |= head && SentenceShare(a.At, b.At) >= LeastOfSentence;
        bool tied = aligned && words > 0 && share >= LeastAligned ? true : head ? (aligned || share >= LeastShare) && others : words >= 2 && share >= LeastWithoutHead && a.Slot.IsFuture;
        if (!tied)
        {
            return null;
        }

        string? why = _scope.IsOlder(a.At, a.Slot.Near) != _scope.IsOlder(b.At, b.Slot.Near) ? "one tells of an earlier event"
            : TellsBoth(a, b) || TellsBoth(b, a) ? "one article tells both: they are of two things"
            : head && (TellsSeveral(a, b) || TellsSeveral(b, a)) ? "an article tells several times of such acts: of different ones"
            : a.Slot.IsFurther != b.Slot.IsFurther ? "one is told of a further event"
            : DifferByName(a, b) ? "they are told of different names"
            : null;
        if (why is not null)
        {
            _ledger.Add(new NotConflictDraft(ConflictKind.Date, why, [a.At, b.At]));
            return null;
        }

        return new Meeting(0, 0, share + (aligned ? 0.3 : 0) - (head ? 0 : 0.2), difference, aligned, FigureTie.Same(a.Slot.Head, b.Slot.Head), words);
    }

    // Share of the poorer sentence's weight in common: a clause may have left its subject behind ("…, and were found on April 15").
    private double SentenceShare(SentenceRef a, SentenceRef b)
    {
        SentenceSlots x = _story.Slots(a);
        SentenceSlots y = _story.Slots(b);
        double shared = 0;
        int words = 0;
        foreach (SlotWord w in x.Words)
        {
            if (Array.Exists(y.Words, v => v.Stem == w.Stem) && !ActIndex.IsCapitalised(_story.Articles[a.Article], w))
            {
                shared += w.Weight;
                words++;
            }
        }

        return words < 2 ? 0 : shared / Math.Max(0.1, Math.Min(x.Weight, y.Weight));
    }

    // Whether the second clause holds the first one's act ("completion … before July", "complete the deal by March").
    private static bool TellsAct(DateSlot a, DateSlot b) => ActLexicon.Default.EntriesOf(a.Head.Term).Length > 0 && Array.Exists(b.Words, w => FigureTie.Same(a.Head, w));

    // Whether the article of the first tells the second's time of the same act too.
    private bool TellsBoth(DatedAct a, DatedAct b) =>
        DateSlotReader.Read(_story.Articles[a.At.Article], a.At.Sentence).Any(s => s.Time != a.Slot.Time && s.Time.From == b.Slot.Time.From && s.Time.To == b.Slot.Time.To && s.Time.From is not null);

    // Whether the first one's article tells the act with a third time: "hosted the show in 2001 and 2005".
    private bool TellsSeveral(DatedAct a, DatedAct b) =>
        _acts.Exists(x => x.At.Article == a.At.Article && x.Slot.Head.Stem == a.Slot.Head.Stem && x.Slot.Time.From is not null && a.Slot.Time.From is not null
            && !(x.At == a.At && x.Slot.Time.Span.Start <= a.Slot.Time.Span.End + TimeGap && a.Slot.Time.Span.Start <= x.Slot.Time.Span.End + TimeGap)
            && !(Meets(x.Slot, a.Slot) || Meets(x.Slot, b.Slot)) && x.Slot.Time.TimeOfDay is null);

    private static bool Meets(DateSlot a, DateSlot b) => (a.Time.From ?? DateOnly.MinValue) <= (b.Time.To ?? DateOnly.MaxValue) && (b.Time.From ?? DateOnly.MinValue) <= (a.Time.To ?? DateOnly.MaxValue);

    private bool SharesName(DatedAct a, DatedAct b) => NamesOf(a).Overlaps(NamesOf(b));

    private bool DifferByName(DatedAct a, DatedAct b)
    {
        HashSet<int> mine = [.. NamesOf(a).Where(g => !_scope.IsCentral(g))];
        HashSet<int> theirs = [.. NamesOf(b).Where(g => !_scope.IsCentral(g))];
        return mine.Count > 0 && theirs.Count > 0 && !mine.Overlaps(theirs);
    }

    private HashSet<int> NamesOf(DatedAct act)
    {
        ArticleSlots article = _story.Articles[act.At.Article];
        return [.. article.Names(act.At.Sentence).Where(n => act.Slot.Near.Contains(n.Span)).Select(n => article.GroupOf(n))];
    }

    // Acts that say one time stand on one side; a conflict is written for the firmest meeting and those that share its sides' times.
    private void Write(List<DatedAct> acts, List<Meeting> meetings)
    {
        List<Meeting> left = [.. meetings.OrderByDescending(static m => m.Strength).ThenBy(static m => m.First).ThenBy(static m => m.Second)];
        while (left.Count > 0)
        {
            Meeting best = left[0];
            Meeting[] same = [.. left.Where(m => (IsOneTime(acts[m.First], acts[best.First]) && IsOneTime(acts[m.Second], acts[best.Second])) || (IsOneTime(acts[m.First], acts[best.Second]) && IsOneTime(acts[m.Second], acts[best.First])))];
            DatedAct[] members = [.. same.SelectMany(m => new[] { acts[m.First], acts[m.Second] }).Distinct()];
            DatedAct[] one = [.. members.Where(m => IsOneTime(m, acts[best.First]))];
            DatedAct[] other = [.. members.Where(m => !IsOneTime(m, acts[best.First]))];
            left.RemoveAll(m => Array.IndexOf(same, m) >= 0);
            if (other.Length == 0)
            {
                continue;
            }

            DatedAct a = acts[best.First];
            DatedAct b = acts[best.Second];
            string about = _story.Analyzed(a.At.Article).Text.String(a.Slot.Head.Span);
            // A word that is no known act may be a noun: too little for more than a hint.
            bool hedged = (a.Slot.IsHedged && b.Slot.IsHedged) || !(ActLexicon.Default.EntriesOf(a.Slot.Head.Term).Length > 0 && ActLexicon.Default.EntriesOf(b.Slot.Head.Term).Length > 0);
            _ledger.Add(new ConflictDraft
            {
                Kind = ConflictKind.Date,
                Severity = best.Strength < SureShare || hedged || !best.SameHead || IsGuessed(a) || IsGuessed(b) || (!best.Aligned && (best.Words < SureWords || (_scope.IsOlder(a.At, a.Slot.Near) && _scope.IsOlder(b.At, b.Slot.Near)))) ? Severity.Low : Severity.Medium,
                About = about,
                Explanation = $"when \"{about}\": {Words(a)} / {Words(b)}",
                Sides = [new SideDraft(Words(a), [.. one.Select(static m => m.At)]), new SideDraft(Words(b), [.. other.Select(static m => m.At)])],
                Details = [string.Create(CultureInfo.InvariantCulture, $"date: {Slots(a)} against {Slots(b)}; {(best.Aligned ? "aligned sentences" : "shared words")}, strength {best.Strength:0.00}; {best.Difference}")],
            });
        }
    }

    // "Last week" in an article without a date: the day of writing was taken from the other articles.
    private bool IsGuessed(DatedAct act) => (act.Slot.Time.Flags & TimeFlags.Deictic) != TimeFlags.None && act.Slot.Time.Kind != TimeKind.Weekday && _story.Analyzed(act.At.Article).Published.From is null;

    private static bool IsOneTime(DatedAct a, DatedAct b) => a.Slot.Time.From == b.Slot.Time.From && a.Slot.Time.To == b.Slot.Time.To && a.Slot.Time.TimeOfDay == b.Slot.Time.TimeOfDay && (a.Slot.Time.From is not null || a.Slot.Time.Weekday == b.Slot.Time.Weekday);

    private string Words(DatedAct act) => _story.Analyzed(act.At.Article).Text.String(act.Slot.Time.Span);

    private string Slots(DatedAct act) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{Words(act)}\" [act {_story.Analyzed(act.At.Article).Text.String(act.Slot.Head.Span)}; {act.Slot.Time.From:yyyy-MM-dd}..{act.Slot.Time.To:yyyy-MM-dd} {act.Slot.Time.TimeOfDay:HH:mm}]");

    private sealed record DatedAct(SentenceRef At, DateSlot Slot);

    private sealed record Meeting(int First, int Second, double Strength, string Difference, bool Aligned, bool SameHead, int Words);
}
