using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds different times of one happening that is told in different words: "shots rang out at 2:30", "the gunman opened fire at 3:20"; "resigned on Thursday", "she quit on Friday".</summary>
/// <remarks>
/// The words that share no stem tell one happening of <c>happenings.tsv</c>, of the person the story is about or of the event that both articles open with. Always low.
/// An article that tells the happening of several times tells of several. Pairs only within one happening.
/// </remarks>
internal sealed class HappeningDates
{
    // Dated tellings of one happening that are compared; more are of many.
    private const int MostPerKind = 30;

    // Statements at the head of an article in which its event is told.
    private const int LeadStatements = 2;

    private static readonly TermSet Bare = WordTable.StemsOf("date_words.tsv", "occurring");
    private static readonly TermSet Perfect = TermHash.SetOf("had");
    private static readonly TermSet Others = TermHash.SetOf("another", "second", "aftershock", "aftershocks", "previous", "earlier", "similar", "later", "last", "separate");

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ClaimContext _context;
    private readonly PersonTies _ties;
    private readonly MainPerson _main;
    private readonly HashSet<int>[] _leads;

    private HappeningDates(StoryContext story, Scope scope, ClaimContext context, PersonTies ties, MainPerson main)
    {
        _story = story;
        _scope = scope;
        _context = context;
        _ties = ties;
        _main = main;
        _leads = [.. Enumerable.Range(0, story.Articles.Length).Select(LeadKinds)];
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, ClaimContext context, PersonTies ties, MainPerson main, ConflictLedger ledger)
    {
        HappeningDates finder = new(story, scope, context, ties, main);
        foreach (IGrouping<int, Dated> same in story.Statements().SelectMany(finder.Read).GroupBy(static d => d.Kind).OrderBy(static g => g.Key))
        {
            Dated[] all = [.. same];
            if (all.Length <= MostPerKind)
            {
                finder.Compare(same.Key, all, ledger);
            }
        }
    }

    private HashSet<int> LeadKinds(int article)
    {
        HashSet<int> kinds = [];
        List<(int Kind, int Length, bool Noun)> found = [];
        ArticleSlots slots = _story.Articles[article];
        for (int s = 0, count = 0; s < slots.SentenceCount && count < LeadStatements; s++)
        {
            if (!slots.IsStatement(s))
            {
                continue;
            }

            count++;
            ReadOnlySpan<Token> tokens = slots.Article.Text.TokensOf(slots.Article.Text.Sentences[s]);
            for (int i = 0; i < tokens.Length; i++)
            {
                Happenings.Match(tokens, i, found);
            }
        }

        kinds.UnionWith(found.Select(static f => f.Kind));
        return kinds;
    }

    private List<Dated> Read(SentenceRef at)
    {
        List<Dated> dated = [];
        List<(int Kind, int Length, bool Noun)> found = [];
        ArticleSlots article = _story.Articles[at.Article];
        foreach (DateSlot slot in article.Dates(at.Sentence))
        {
            if (slot.IsFurther || slot.IsNegated || slot.IsNext)
            {
                continue;
            }

            ReadOnlySpan<Token> tokens = article.Article.Text.TokensOf(_story.Sentence(at));
            (int from, int end) = FigureSlotReader.TokensOf(tokens, slot.Near);
            (int head, _) = FigureSlotReader.TokensOf(tokens, slot.Head.Span);
            bool bare = Bare.Contains(slot.Head.Stem);
            HashSet<int> kinds = [];
            for (int i = from; i < end; i++)
            {
                found.Clear();
                Happenings.Match(tokens, i, found);
                foreach ((int kind, int length, bool noun) in found)
                {
                    bool told = i <= head && head < i + length;
                    if ((told || (bare && noun && i < head)) && IsOf(kind, at, from, end, slot))
                    {
                        kinds.Add(kind);
                    }
                }
            }

            if (!HoldsOther(tokens, from, end))
            {
                bool earlier = head > 0 && Perfect.Contains(tokens[head - 1].Term);
                dated.AddRange(kinds.Select(k => new Dated(k, at, slot, earlier)));
            }
        }

        return dated;
    }

    private static bool HoldsOther(ReadOnlySpan<Token> tokens, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (Others.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    // Of the person the story is about, and of nobody else; or of the event its article opens with.
    private bool IsOf(int kind, SentenceRef at, int from, int end, DateSlot slot)
    {
        if (!Happenings.IsOfPerson(kind))
        {
            return _leads[at.Article].Contains(kind) && !_scope.IsOlder(at, slot.Near);
        }

        PersonMention[] persons = _ties.PersonsOf(at.Article)[at.Sentence];
        SentenceSlots slots = _story.Slots(at);
        PersonMention[] near = [.. persons.Where(p => p.First < end && p.End > from && !p.IsSeveral)];
        return persons.Any(p => _main.IsMain(at.Article, p) && !(p.Group < 0 && !p.IsPronoun && MainPerson.IsSomebodyElse(slots, p.End - 1)))
            && Array.TrueForAll(near, p => p.Group < 0 || _main.IsMain(at.Article, p) || Happenings.NameOf(kind) is "wedding" or "divorce")
            && Array.TrueForAll(near, p => p.Group >= 0 || p.IsPronoun || !MainPerson.IsSomebodyElse(slots, p.End - 1));
    }

    private void Compare(int kind, Dated[] all, ConflictLedger ledger)
    {
        HashSet<int> several = [.. all.Where(a => Array.Exists(all, b => a != b && a.At.Article == b.At.Article && Difference(a, b) is not null)).Select(static a => a.At.Article)];
        foreach (Dated a in all)
        {
            foreach (Dated b in all)
            {
                if (a.At.Article >= b.At.Article || several.Contains(a.At.Article) || several.Contains(b.At.Article) || !_context.MayConflict(a.At, b.At) || Difference(a, b) is not { } difference
                    || a.Earlier != b.Earlier || a.Slot.IsFuture != b.Slot.IsFuture || _context.DifferByPlace(a.At, b.At) || (Happenings.IsOfPerson(kind) && DifferByPerson(a, b)) || ledger.Tells(ConflictKind.Date, a.At, b.At))
                {
                    continue;
                }

                string x = Words(a);
                string y = Words(b);
                SentenceRef[] left = [.. all.Where(c => c == a || (c.At.Article != b.At.Article && Difference(c, a) is null && Difference(c, b) is not null)).Select(static c => c.At).Distinct()];
                SentenceRef[] right = [.. all.Where(c => c == b || (c.At.Article != a.At.Article && Difference(c, b) is null && Difference(c, a) is not null)).Select(static c => c.At).Distinct().Except(left)];
                ledger.Add(new ConflictDraft
                {
                    Kind = ConflictKind.Date,
                    Severity = Severity.Low,
                    About = Happenings.NameOf(kind),
                    Explanation = $"when (\"{Happenings.NameOf(kind)}\"): {x} / {y}",
                    Sides = [new SideDraft(x, left), new SideDraft(y, right)],
                    Details = [string.Create(CultureInfo.InvariantCulture, $"date: {Happenings.NameOf(kind)}, told by \"{Head(a)}\" and \"{Head(b)}\"; {difference}; low, since other words tell it")],
                });
                return;
            }
        }
    }

    // Two articles may each be about one of two people.
    private bool DifferByPerson(Dated a, Dated b) => GroupsOf(a) is { Length: > 0 } mine && GroupsOf(b) is { Length: > 0 } theirs && !mine.Intersect(theirs).Any();

    private int[] GroupsOf(Dated d) => [.. _ties.PersonsOf(d.At.Article)[d.At.Sentence].Where(static p => p.Group >= 0).Select(static p => p.Group)];

    // "After 9 p.m." and "9:30" agree.
    private string? Difference(Dated a, Dated b) => a.Slot.IsGuessed(_story.Analyzed(a.At.Article).Published) || b.Slot.IsGuessed(_story.Analyzed(b.At.Article).Published) || (a.Slot.Time.TimeOfDay is not null && b.Slot.Time.TimeOfDay is not null && ((a.Slot.Time.Flags | b.Slot.Time.Flags) & (TimeFlags.OpenStart | TimeFlags.OpenEnd)) != TimeFlags.None) ? null : DateComparer.Difference(a.Slot, Words(a), b.Slot, Words(b));

    private string Words(Dated d) => _story.Analyzed(d.At.Article).Text.String(d.Slot.Time.Span);

    private string Head(Dated d) => _story.Analyzed(d.At.Article).Text.String(d.Slot.Head.Span);

    /// <summary>A happening with a time; <see cref="Earlier"/>: in the pluperfect.</summary>
    private sealed record Dated(int Kind, SentenceRef At, DateSlot Slot, bool Earlier);
}
