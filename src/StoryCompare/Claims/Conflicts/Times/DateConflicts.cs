using System.Collections.Frozen;
using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;
using StoryCompare.Times;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds different days or clock times of one act: "began about 4:40 p.m." against "about 5 p.m.".</summary>
/// <remarks>Two times meet where their acts are of one class and something else ties them: aligned sentences, shared words of the clause, a name. The date of a statement is none of an act.</remarks>
internal sealed partial class DateConflicts
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

    // Sentences whose clauses share this and which share that may tell one act by different verbs ("foiled an attack, capturing", "thwarted an attack").
    private const double LeastAlike = 0.35;
    private const double LeastAlikeSentence = 0.35;

    private static readonly FrozenSet<int> Once = new[] { "die", "be_born", "marry", "retire", "resign", "arrest", "convict", "sentence", "release", "acquit", "elect", "appoint", "dismiss", "plead_guilty", "kidnap" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0).ToFrozenSet();

    private static readonly TermSet BeforeNoun = TermHash.SetOf("his", "her", "their", "its", "the", "a", "an", "for", "of", "under", "after", "before", "since");

    private static readonly string[] Zones = [.. EmbeddedData.Rows("date_words.tsv", "zone").SelectMany(static r => r[1].Split('|'))];

    private readonly StoryContext _story;
    private readonly ClaimContext _context;
    private readonly Scope _scope;
    private readonly ConflictLedger _ledger;
    private readonly List<DatedAct> _acts;
    private readonly ILookup<SentenceRef, DatedAct> _bySentence;
    private readonly ILookup<(int Article, uint Stem), DatedAct> _byHead;

    private DateConflicts(StoryContext story, Scope scope, ClaimContext context, ConflictLedger ledger)
    {
        _context = context;
        _story = story;
        _scope = scope;
        _ledger = ledger;
        _acts = [.. story.Statements().SelectMany(at => story.Articles[at.Article].Dates(at.Sentence), static (at, slot) => new DatedAct(at, slot))];
        _bySentence = _acts.ToLookup(static a => a.At);
        _byHead = _acts.ToLookup(static a => (a.At.Article, a.Slot.Head.Stem));
    }

    /// <summary>Adds the date conflicts of a story.</summary>
    public static void Find(StoryContext story, Scope scope, ClaimContext context, ConflictLedger ledger)
    {
        DateConflicts finder = new(story, scope, context, ledger);
        List<DatedAct> acts = finder._acts;
        List<Meeting> meetings = [];
        foreach ((int i, int j) in WordPairs.Of(acts, static a => a.At.Article, static a => KeysOf(a.Slot), MostPerWord))
        {
            if (finder.Meet(acts[i], acts[j]) is { } meeting)
            {
                meetings.Add(meeting with { First = i, Second = j });
            }
        }

        finder.Write(meetings);
    }

    // "Will meet again", "the next round": whatever the words, there is one next time.
    private static IEnumerable<uint> KeysOf(DateSlot slot) => slot.IsNext ? slot.Words.SelectMany(Keys).Append(uint.MaxValue) : slot.Words.SelectMany(Keys);

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
        if (DateComparer.Difference(a.Slot, Words(a), b.Slot, Words(b)) is not { } difference || IsFuture(a) != IsFuture(b) || a.Slot.IsGuessed(_story.Analyzed(a.At.Article).Published) || b.Slot.IsGuessed(_story.Analyzed(b.At.Article).Published)
            || (a.Slot.IsNegated && b.Slot.IsNegated && difference != DateComparer.OtherDeadline))
        {
            return null;
        }

        // "The robbers had stolen a car at 9:30": before it.
        if (difference == DateComparer.OtherClock && IsEarlier(a) != IsEarlier(b))
        {
            return null;
        }

        (int words, double share) = FigureTie.Shared(a.Slot.Words, a.Slot.Weights, b.Slot.Words, b.Slot.Weights);
        bool same = FigureTie.Same(a.Slot.Head, b.Slot.Head);
        bool head = same || TellsAct(a.Slot, b.Slot) || TellsAct(b.Slot, a.Slot);
        bool aligned = _story.Aligned(a.At, b.At);
        bool others = aligned || words >= (head ? 2 : 1) || (a.Slot.IsOfEvent && b.Slot.IsOfEvent) || SharesName(a, b) || (a.Slot.IsFuture && share >= SureShare);

        // A clause may have left its subject behind ("…, and were found on April 15").
        others |= head && _scope.SharedSentence(a.At, b.At) >= LeastOfSentence;
        bool next = a.Slot.IsNext && b.Slot.IsNext && a.Slot.IsOfEvent && b.Slot.IsOfEvent;
        bool tied = next || (aligned && words > 0 && share >= LeastAligned)
            || (head ? (aligned || share >= LeastShare) && others : words >= 2 && share >= LeastWithoutHead && IsFuture(a));
        // What happens once to a person is one act, whatever else is told of it.
        bool once = !tied && same && AreToldOnce(a, b) && _context.SharesPerson(a.At, b.At);
        bool lone = !tied && !once && !aligned && AreLone(a, b, same);
        bool alike = !tied && !once && !lone && !aligned && !same && words >= 2 && share >= LeastAlike && _scope.SharedSentence(a.At, b.At) >= LeastAlikeSentence && a.Slot.Time.Kind is TimeKind.Day or TimeKind.Weekday && b.Slot.Time.Kind is TimeKind.Day or TimeKind.Weekday && !IsFuture(a);
        if (!tied && !once && !alike && !lone)
        {
            return null;
        }

        if (!next && !alike && !lone && !(IsFuture(a) && difference != DateComparer.OtherClock) && (!IsOneAct(a, b, same, aligned) || (!aligned && IsBareEvent(a, b, words))))
        {
            return null;
        }

        // "He was sought for a shooting that occurred on Monday": which of several is meant.
        if (!aligned && difference != DateComparer.OtherClock && a.Slot.IsInRelative != b.Slot.IsInRelative)
        {
            return null;
        }

        string? why = !AreDays(a, b) && _scope.IsOlder(a.At, a.Slot.Near) != _scope.IsOlder(b.At, b.Slot.Near) ? "one tells of an earlier event"
            : TellsBoth(a, b) || TellsBoth(b, a) ? "one article tells both: they are of two things"
            : head && !next && (TellsSeveral(a, b) || TellsSeveral(b, a)) ? "an article tells several times of such acts: of different ones"
            : aligned ? (a.Slot.IsFurther != b.Slot.IsFurther ? "one is told of a further event" : null)
            : a.Slot.IsFurther || b.Slot.IsFurther ? "one is told of a further event"
            : TellsAnother(a, b) || TellsAnother(b, a) ? "an article tells such acts of several times: of different ones"
            : null;
        why ??= DifferByName(a, b) ? "they are told of different names" : DifferByPlace(a, b) ? "they are told of different places" : DifferBySubject(a, b) ? "they are told of different things" : null;
        if (why is not null)
        {
            _ledger.Add(new NotConflictDraft(ConflictKind.Date, why, [a.At, b.At]));
            return null;
        }

        if (DifferByZone(a, b) || (!aligned && !lone && !a.Slot.IsOfEvent && !b.Slot.IsOfEvent && !IsVerb(a) && !IsVerb(b)))
        {
            return null;
        }

        return once || alike || lone ? new Meeting(0, 0, Math.Min(share, LeastShare), difference, false, same && !once, 0) : new Meeting(0, 0, share + (aligned ? 0.3 : 0) - (head ? 0 : 0.2), difference, aligned, same, words);
    }

    // "The receiver", "the top seed": a noun that is neither act nor event takes place at no time.
    private bool IsVerb(DatedAct act)
    {
        ReadOnlySpan<char> head = _story.Analyzed(act.At.Article).Text.Chars(act.Slot.Head);
        return ActLexicon.Default.EntriesOf(act.Slot.Head.Term).Length > 0 || head.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || head.EndsWith("ing", StringComparison.OrdinalIgnoreCase);
    }

    // "3:30 p.m." and "4:30 p.m. ET" may be one hour.
    private bool DifferByZone(DatedAct a, DatedAct b) =>
        a.Slot.Time.TimeOfDay is { } x && b.Slot.Time.TimeOfDay is { } y && x.Minute == y.Minute && x != y && ZoneOf(a) != ZoneOf(b);

    private string ZoneOf(DatedAct act)
    {
        ReadOnlySpan<char> behind = _story.Analyzed(act.At.Article).Text.Source.AsSpan(act.Slot.Time.Span.End).TrimStart(" .(\u00A0");
        foreach (string zone in Zones)
        {
            if (behind.StartsWith(zone, StringComparison.Ordinal) && (behind.Length == zone.Length || !char.IsLetter(behind[zone.Length])))
            {
                return zone;
            }
        }

        return "";
    }

    // Verbs of one such class; "a warrant for his arrest" tells none.
    private bool AreToldOnce(DatedAct a, DatedAct b)
    {
        ReadOnlySpan<ActLexicon.Entry> theirs = ActLexicon.Default.EntriesOf(b.Slot.Head.Term);
        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(a.Slot.Head.Term))
        {
            foreach (ActLexicon.Entry f in theirs)
            {
                if (e.Class == f.Class && (e.Part & f.Part & ActPart.Verb) != 0 && Once.Contains(e.Class))
                {
                    return !IsNoun(a) && !IsNoun(b);
                }
            }
        }

        return false;
    }

    private bool IsNoun(DatedAct act)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(act.At.Article).Text.TokensOf(_story.Sentence(act.At));
        (int first, _) = FigureSlotReader.TokensOf(tokens, act.Slot.Head.Span);
        return first > 0 && BeforeNoun.Contains(tokens[first - 1].Term);
    }

    // Days that lie near each other are of one time, however old.
    private static bool AreDays(DatedAct a, DatedAct b) => a.Slot.Time.Kind == TimeKind.Day && b.Slot.Time.Kind == TimeKind.Day;

    // By its day, where that and the article's are known; else by its words.
    private bool IsFuture(DatedAct act) =>
        act.Slot.Time.From is { } day && _story.Analyzed(act.At.Article).Published.From is { } published ? day > published : act.Slot.IsFuture;

    // Whether the second clause holds the first one's act ("completion … before July", "complete the deal by March").
    private static bool TellsAct(DateSlot a, DateSlot b) => ActLexicon.Default.EntriesOf(a.Head.Term).Length > 0 && Array.Exists(b.Words, w => FigureTie.Same(a.Head, w));

    private bool SharesName(DatedAct a, DatedAct b) => NamesOf(a).Overlaps(NamesOf(b));

    private HashSet<int> NamesOf(DatedAct act)
    {
        ArticleSlots article = _story.Articles[act.At.Article];
        return [.. article.Names(act.At.Sentence).Where(n => act.Slot.Near.Contains(n.Span)).Select(n => article.GroupOf(n))];
    }

    // Acts that say one time stand on one side; a conflict is written for the firmest meeting and those that share its sides' times.
    private void Write(List<Meeting> meetings)
    {
        List<Meeting> left = [.. meetings.OrderByDescending(static m => m.Strength).ThenBy(static m => m.First).ThenBy(static m => m.Second)];
        while (left.Count > 0)
        {
            Meeting best = left[0];
            Meeting[] same = [.. left.Where(m => (IsOneTime(_acts[m.First], _acts[best.First]) && IsOneTime(_acts[m.Second], _acts[best.Second])) || (IsOneTime(_acts[m.First], _acts[best.Second]) && IsOneTime(_acts[m.Second], _acts[best.First])))];
            DatedAct[] members = [.. same.SelectMany(m => new[] { _acts[m.First], _acts[m.Second] }).Distinct()];
            DatedAct[] one = [.. members.Where(m => IsOneTime(m, _acts[best.First]))];
            DatedAct[] other = [.. members.Where(m => !IsOneTime(m, _acts[best.First]))];
            left.RemoveAll(m => Array.IndexOf(same, m) >= 0);
            if (other.Length == 0)
            {
                continue;
            }

            DatedAct a = _acts[best.First];
            DatedAct b = _acts[best.Second];
            string about = _story.Analyzed(a.At.Article).Text.String(a.Slot.Head.Span);
            // A word that is no known act may be a noun: too little for more than a hint.
            bool hedged = (a.Slot.IsHedged && b.Slot.IsHedged) || !(ActLexicon.Default.EntriesOf(a.Slot.Head.Term).Length > 0 && ActLexicon.Default.EntriesOf(b.Slot.Head.Term).Length > 0);
            _ledger.Add(new ConflictDraft
            {
                Kind = ConflictKind.Date,
                Severity = best.Strength < SureShare || best.Difference == DateComparer.OtherPart || hedged || !best.SameHead || (!best.Aligned && (best.Words < SureWords || (_scope.IsOlder(a.At, a.Slot.Near) && _scope.IsOlder(b.At, b.Slot.Near)))) ? Severity.Low : Severity.Medium,
                About = about,
                Explanation = $"when \"{about}\": {Words(a)} / {Words(b)}",
                Sides = [new SideDraft(Words(a), [.. one.Select(static m => m.At)]), new SideDraft(Words(b), [.. other.Select(static m => m.At)])],
                Details = [string.Create(CultureInfo.InvariantCulture, $"date: {Slots(a)} against {Slots(b)}; {(best.Aligned ? "aligned sentences" : "shared words")}, strength {best.Strength:0.00}; {best.Difference}")],
            });
        }
    }

    private static bool IsOneTime(DatedAct a, DatedAct b) => a.Slot.Time.From == b.Slot.Time.From && a.Slot.Time.To == b.Slot.Time.To && a.Slot.Time.TimeOfDay == b.Slot.Time.TimeOfDay && (a.Slot.Time.From is not null || (a.Slot.Time.Weekday == b.Slot.Time.Weekday && a.Slot.Month == b.Slot.Month && a.Slot.DayOfMonth == b.Slot.DayOfMonth));

    private string Words(DatedAct act) => _story.Analyzed(act.At.Article).Text.String(act.Slot.Time.Span);

    private string Slots(DatedAct act) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{Words(act)}\" [told of \"{_story.Analyzed(act.At.Article).Text.String(act.Slot.Head.Span)}\"{Days(act.Slot.Time)}{(act.Slot.Time.TimeOfDay is { } hour ? $"; {hour:HH:mm}" : "")}]");

    private static string Days(TimeMention time) =>
        time.From is { } from && from == time.To ? string.Create(CultureInfo.InvariantCulture, $"; {from:yyyy-MM-dd}")
        : time.From is null && time.To is null ? "; no day known"
        : string.Create(CultureInfo.InvariantCulture, $"; {(time.From is { } first ? $"{first:yyyy-MM-dd}" : "any day")} to {(time.To is { } last ? $"{last:yyyy-MM-dd}" : "any later")}");

    private sealed record DatedAct(SentenceRef At, DateSlot Slot);

    private sealed record Meeting(int First, int Second, double Strength, string Difference, bool Aligned, bool SameHead, int Words);
}
