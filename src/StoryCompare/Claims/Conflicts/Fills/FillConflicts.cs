using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one slot of one person or of the event filled with values that exclude each other: "shot in the chest", "shot in the leg"; "in critical condition", "in stable condition".</summary>
/// <remarks>
/// Neither article may tell the other's value of the slot, nor a third one both. Low: there may be two of whom it is told. Pairs only among the fills of one slot,
/// of which a bounded number is compared. Linear in the sentences.
/// </remarks>
internal sealed class FillConflicts
{
    // Fills of one slot that are compared: more tell of too many things.
    private const int MostPerSlot = 60;

    // Sentences of a report on one event, and fills of a slot that it tells of one.
    private const int MostOfReport = 15;
    private const int MostOfOne = 2;

    private static readonly TermSet Officers = new[] { "police", "officer", "deputy", "trooper", "soldier", "swat", "detective", "sheriff", "witness" }.Select(WordTable.StemOf).ToTermSet();
    private static readonly TermSet Seeking = TermHash.SetOf("looking", "searching", "seeking", "hunting", "sought", "found", "recovered");
    private static readonly TermSet Relatives = FillValues.StemsOf("kin");
    private static readonly int Suspect = FillRule.All.First(static r => r.Name == "suspect").Slot;

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ClaimContext _context;
    private readonly PersonTies _ties;
    private readonly HashSet<(int Article, int Value)> _told = [];

    private FillConflicts(StoryContext story, Scope scope, ClaimContext context, PersonTies ties)
    {
        _story = story;
        _scope = scope;
        _context = context;
        _ties = ties;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, ClaimContext context, PersonTies ties, ConflictLedger ledger)
    {
        FillConflicts finder = new(story, scope, context, ties);
        List<Fill> fills = finder.ReadAll();
        foreach (IGrouping<int, Fill> slot in fills.GroupBy(static f => f.Slot).OrderBy(static g => g.Key))
        {
            Fill[] same = [.. slot];
            if (same.Length <= MostPerSlot)
            {
                finder.Compare(FillRule.All.First(r => r.Slot == slot.Key), same, ledger);
            }
        }
    }

    private List<Fill> ReadAll()
    {
        List<Fill> fills = [];
        FillReader? reader = null;
        int article = -1;
        foreach (SentenceRef at in _story.Statements())
        {
            if (at.Article != article)
            {
                article = at.Article;
                reader = new FillReader(_story.Articles[article], _ties.PersonsOf(article));
            }

            reader!.Read(at, fills);
            foreach (FillValue v in _story.Articles[article].Values(at.Sentence))
            {
                _told.Add((article, v.Value));
            }
        }

        return fills;
    }

    private void Compare(FillRule rule, Fill[] fills, ConflictLedger ledger)
    {
        HashSet<(int, int)> written = [];
        for (int i = 0; i < fills.Length; i++)
        {
            for (int j = i + 1; j < fills.Length; j++)
            {
                Fill a = fills[i];
                Fill b = fills[j];
                if (!_context.MayConflict(a.At, b.At) || !Differ(a, b) || Tie(rule, fills, a, b) is not { } tie || IsJoined(rule, fills, a, b, tie) || IsOfSeveral(rule, fills, a, b)
                    || (IsElsewhen(a, b) && !(PersonTies.IsCertain(tie) && a.Lead == b.Lead)) || written.Contains(Key(a, b)))
                {
                    continue;
                }

                written.Add(Key(a, b));
                Write(rule, a, b, tie, fills, ledger);
            }
        }
    }

    private static (int, int) Key(Fill a, Fill b) => a.Value < b.Value ? (a.Value, b.Value) : (b.Value, a.Value);

    private static bool Differ(Fill a, Fill b) => a.Of == b.Of && (FillValues.Exclude(a.Value, b.Value)
        || (a.Side >= 0 && b.Side >= 0 && FillValues.Exclude(a.Side, b.Side)));

    // Where somebody was hit: a roundup tells it of many, and an age is no name.
    private bool IsOfSeveral(FillRule rule, Fill[] fills, Fill a, Fill b) => rule.Name == "body" && (IsRoundup(fills, a) || IsRoundup(fills, b)) && !(a.Who is { Group: >= 0 } x && b.Who is { Group: >= 0 } y && x.Group == y.Group);

    private bool IsRoundup(Fill[] fills, Fill own) => _story.Articles[own.At.Article].SentenceCount > MostOfReport || fills.Count(f => f.At.Article == own.At.Article) > MostOfOne;

    private bool IsElsewhen(Fill a, Fill b) => _scope.IsOlder(a.At) != _scope.IsOlder(b.At) || _context.DifferInTime(a.At, b.At);

    private string? Tie(FillRule rule, Fill[] fills, Fill a, Fill b) =>
        Tie(rule, a, b) ?? (rule.Owner == FillOwner.Whom && rule.Place != FillPlace.Beside && a.Who is { } x && b.Who is { } y && PersonTies.MayBeOne(_ties, x, y) && IsRelative(x) == IsRelative(y) && IsOnly(fills, a) && IsOnly(fills, b) ? "the only one told of in each article"
        : rule.IsOne && !IsOfOfficers(a) && !IsOfOfficers(b) && AreOne(a.Who, b.Who) && IsOnly(fills, a) && IsOnly(fills, b) ? "the story's one" : null);

    // Who is told by a noun may be told by another ("the neighbour", "the victim"); two names are two.
    private bool AreOne(PersonMention? a, PersonMention? b) => (a is null || b is null || a.Group < 0 || b.Group < 0 || PersonTies.MayBeOne(_ties, a, b)) && !IsRelative(a) && !IsRelative(b);

    // "His father died of": another one.
    private static bool IsRelative(PersonMention? p) => p is { Group: < 0 } && Relatives.Contains(p.Role);

    // "Police shot him with a rifle", "officers arrived in a van": not the attacker's.
    private bool IsOfOfficers(Fill fill)
    {
        SentenceSlots slots = _story.Slots(fill.At);
        return fill.Slot != Suspect && Array.Exists(slots.Words, w => w.Token - slots.Sentence.FirstToken < fill.First && Officers.Contains(w.Stem) && !_context.IsSource(fill.At, slots.Text.Tokens[w.Token].Span) && !IsSeeking(slots, fill));
    }

    // "Police are looking for a van".
    private static bool IsSeeking(SentenceSlots slots, Fill fill) => Array.Exists(slots.Words, w => w.Token - slots.Sentence.FirstToken < fill.First && Seeking.Contains(w.Term));

    // Whether its article fills the slot with this value alone.
    private static bool IsOnly(Fill[] fills, Fill own) => Array.TrueForAll(fills, f => f.At.Article != own.At.Article || !Differ(f, own));

    private string? Tie(FillRule rule, Fill a, Fill b) =>
        rule.Owner == FillOwner.Event || (rule.Owner == FillOwner.Who && (a.Who is null || b.Who is null)) ? _ties.OfEvents(a.At, b.At)
        : a.Who is { } x && b.Who is { } y ? _ties.OfPersons(a.At, x, b.At, y) : null;

    // Whether an article of the one tells the other's value too (of the same one, where a name or age says who it is; else of anybody), or a third one tells both in one sentence.
    private bool IsJoined(FillRule rule, Fill[] fills, Fill a, Fill b, string tie)
    {
        bool certain = PersonTies.IsCertain(tie) && rule.Place != FillPlace.Beside;
        return (!certain && a.Value != b.Value && (_told.Contains((a.At.Article, b.Value)) || _told.Contains((b.At.Article, a.Value))))
            || Array.Exists(fills, f => f.Of == a.Of && (f.Who is null || !certain || Tie(rule, f, a) is not null) && ((f.At.Article == a.At.Article && !Differ(f, b)) || (f.At.Article == b.At.Article && !Differ(f, a))))
            || (a.Value != b.Value && Array.Exists(fills, f => f.Value == a.Value && Array.Exists(fills, g => g.At == f.At && g.Value == b.Value)));
    }

    private void Write(FillRule rule, Fill a, Fill b, string tie, Fill[] fills, ConflictLedger ledger)
    {
        string x = _story.Analyzed(a.At.Article).Text.String(a.Span);
        string y = _story.Analyzed(b.At.Article).Text.String(b.Span);
        SentenceRef[] left = SideOf(rule, fills, a, b);
        SentenceRef[] right = [.. SideOf(rule, fills, b, a).Except(left)];
        ledger.Add(new ConflictDraft
        {
            Kind = rule.Kind,
            Severity = Severity.Low,
            About = rule.About,
            ExplainedBy = rule.Kind == ConflictKind.Polarity && _context.TimeExplains(left, right) ? ConflictExplanation.Update : ConflictExplanation.None,
            Explanation = $"{rule.About}: {x} / {y}",
            Sides = [new SideDraft(x, left), new SideDraft(y, right)],
            Details = [string.Create(CultureInfo.InvariantCulture, $"slot {rule.Name}: \"{x}\" [{Told(a)}] against \"{y}\" [{Told(b)}]; {tie}; low, since it may be told of another")],
        });
    }

    private static string Told(Fill f) => f.Side >= 0 ? $"{FillValues.Name(f.Side)} {FillValues.Name(f.Value)}" : FillValues.Name(f.Value);

    private SentenceRef[] SideOf(FillRule rule, Fill[] fills, Fill side, Fill other) =>
        [.. fills.Where(f => f == side || (f.Value == side.Value && f.Side == side.Side && f.Of == side.Of && f.At != other.At && Tie(rule, f, side) is not null)).Select(static f => f.At).Distinct()];
}
