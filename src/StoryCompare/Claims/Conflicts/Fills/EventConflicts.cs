using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds a slot of the story's one event filled differently: who took the town, where the plane came down, what caused the fire, who becomes mayor.</summary>
/// <remarks>
/// What makes two tellings one is the story, not shared words: the frame stands among the first sentences of both articles, and each article fills the slot with one value.
/// Neither article may tell the other's value. Low: an event may hold two such acts. Linear in the sentences; pairs only among the fills of one slot, of which a bounded number is compared.
/// </remarks>
internal sealed class EventConflicts
{
    // Fills of one slot that are compared, and sentences in which a story's event is told.
    private const int MostPerSlot = 80;
    private const int LeadSentences = 4;

    private static readonly TermSet Roles = WordTable.RoleNouns;
    private static readonly TermSet Anybody = WordSets.Of("event.anybody");
    private static readonly TermSet Vague = WordSets.Of("event.vague");

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ClaimContext _context;
    private readonly PersonTies _ties;

    private EventConflicts(StoryContext story, Scope scope, ClaimContext context, PersonTies ties)
    {
        _story = story;
        _scope = scope;
        _context = context;
        _ties = ties;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, ClaimContext context, PersonTies ties, ConflictLedger ledger)
    {
        EventConflicts finder = new(story, scope, context, ties);
        foreach (IGrouping<(EventSlot Slot, int Frame), EventFill> slot in finder.ReadAll().GroupBy(static f => (f.Slot, f.Frame)).OrderBy(static g => g.Key.Slot).ThenBy(static g => g.Key.Frame))
        {
            EventFill[] fills = [.. slot];
            if (fills.Length <= MostPerSlot)
            {
                finder.Compare(fills, ledger);
            }
        }
    }

    private List<EventFill> ReadAll()
    {
        List<EventFill> fills = [];
        Dictionary<string, int> offices = new(StringComparer.Ordinal);
        for (int a = 0; a < _story.Articles.Length; a++)
        {
            EventReader reader = new(_story.Articles[a], _ties.PersonsOf(a), Terms(_story.Articles[a], LeadSentences));
            for (int s = 0; s < _story.Articles[a].SentenceCount; s++)
            {
                SentenceRef at = new(a, s);
                if (_story.Articles[a].IsStatement(s) && !_scope.IsOlder(at))
                {
                    reader.Read(at, fills);
                    OfficeReader.Read(_story.Articles[a], at, offices, fills);
                }
            }
        }

        return [.. fills.Where(Tells)];
    }

    // Who fits anybody contradicts nobody.
    private bool Tells(EventFill f) => f.Slot switch
    {
        EventSlot.Who => f.Names.Count > 0 || f.Kinds.Count > 0 || (f.Stems.Count > 0 && !Anybody.Contains(HeadTerm(f)) && IsPeople(f)),
        EventSlot.Cause => f.Kinds.Count > 0 || (f.Stems.Count > 0 && !Vague.Contains(HeadTerm(f)) && !IsPeople(f) && f.Names.Count == 0),
        _ => true,
    };

    private uint HeadTerm(EventFill f)
    {
        ReadOnlySpan<Token> tokens = _story.Analyzed(f.At.Article).Text.TokensOf(_story.Sentence(f.At));
        (_, int end) = FigureSlotReader.TokensOf(tokens, f.Span);
        return tokens[end - 1].Term;
    }

    private bool IsPeople(EventFill f) => Roles.Contains(f.Stems[0]) || Array.Exists(_story.Slots(f.At).Words, w => w.Stem == f.Stems[0] && f.Span.Contains(_story.Slots(f.At).Text.Tokens[w.Token].Span) && _context.IsPerson(f.At, w));

    private void Compare(EventFill[] fills, ConflictLedger ledger)
    {
        for (int i = 0; i < fills.Length; i++)
        {
            for (int j = i + 1; j < fills.Length; j++)
            {
                EventFill a = fills[i];
                EventFill b = fills[j];
                if (_context.MayConflict(a.At, b.At) && Differ(a, b) is { } difference && MayBeOne(a, b) && !_context.DifferInTime(a.At, b.At) && IsOnly(fills, a) && IsOnly(fills, b) && !TellsToo(a, b) && !TellsToo(b, a)
                    && !ledger.Tells(KindOf(a.Slot), a.At, b.At))
                {
                    Write(fills, a, b, difference, ledger);
                    return;
                }
            }
        }
    }

    // Whether its article fills the slot with nothing else, of the same thing.
    private bool IsOnly(EventFill[] fills, EventFill own) => Array.TrueForAll(fills, f => f.At.Article != own.At.Article || !MayBeOne(f, own) || Differ(f, own) is null);

    private bool MayBeOne(EventFill a, EventFill b) =>
        (a.NamedThings.Count == 0 || b.NamedThings.Count == 0 || a.NamedThings.Overlaps(b.NamedThings))
        && (a.Slot != EventSlot.Who || (IsKnown(a, b) && IsKnown(b, a) && !_context.DifferByPlace(a.At, b.At)))
        && (a.Slot != EventSlot.Where || !EventFrame.All[a.Frame].IsOfPatient || (a.Owner is { } x && b.Owner is { } y ? PersonTies.MayBeOne(_ties, x, y) : a.Things.Overlaps(b.Things)));

    // What narrows the one's thing is known to the other's article: things of one frame are told by many nouns, "the prize for poetry" is another prize.
    private bool IsKnown(EventFill a, EventFill b) => a.Beside.All(_story.Articles[b.At.Article].Stems.Contains) && (a.Beside.Count == 0 || b.Beside.Count == 0 || a.Beside.Any(b.Beside.Contains));

    // In words; null where both may be true.
    private string? Differ(EventFill a, EventFill b) => a.Slot == EventSlot.Where ? DifferByPlace(a, b)
        : a.Names.Count > 0 && b.Names.Count > 0 ? a.Names.Overlaps(b.Names) || SourceIdentity.ShareWord(Words(a), Words(b)) ? null : "other names"
        : a.Names.Count > 0 || b.Names.Count > 0 ? null
        : a.Kinds.Count > 0 && b.Kinds.Count > 0 ? (a.Kinds.All(x => b.Kinds.All(y => FillValues.Exclude(x, y))) ? "kinds that exclude each other" : null)
        : a.Stems.Any(s => b.Stems.Any(t => s == t || Kinship.Of(s, t) != KinKind.None)) ? null : "no word in common";

    private string? DifferByPlace(EventFill a, EventFill b)
    {
        if (a.Street is { } x && b.Street is { } y)
        {
            return x.Name != y.Name && !x.Name.Contains(y.Name, StringComparison.Ordinal) && !y.Name.Contains(x.Name, StringComparison.Ordinal) ? "other streets" : null;
        }

        if (a.Names.Count > 0 && b.Names.Count > 0 && !a.Names.Overlaps(b.Names))
        {
            return PlaceConflicts.AreAlike(Words(a), Words(b)) || AreInitials(NameOf(a), Words(b)) || AreInitials(NameOf(b), Words(a)) || LevelOf(a) != LevelOf(b) ? null : "other named places";
        }

        return a.Setting is { } s && b.Setting is { } t && s != t && !SettingConflicts.Fit(s, t) ? "places of different kinds" : null;
    }

    private PlaceLevel LevelOf(EventFill f) => PlaceLevels.Of(NameOf(f)) is var level && level == PlaceLevel.City ? PlaceLevel.Settlement : level;

    private string NameOf(EventFill f)
    {
        ArticleSlots article = _story.Articles[f.At.Article];
        foreach (Names.NameMention n in article.Names(f.At.Sentence))
        {
            if (f.Span.Contains(n.Span) && f.Names.Contains(article.GroupOf(n)))
            {
                return article.Article.Text.String(n.Span);
            }
        }

        return Words(f);
    }

    // "HCH" of "at Harl County Hospital in Velm".
    private static bool AreInitials(string initials, string place) =>
        initials.Length > 1 && string.Concat(place.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static w => char.IsUpper(w[0])).Select(static w => w[0])).Contains(initials.Replace(".", "", StringComparison.Ordinal), StringComparison.Ordinal);

    // Whether the first one's article tells the other's value too, as far as a name or a noun tells it.
    private bool TellsToo(EventFill a, EventFill b)
    {
        if (b.Street is { } street)
        {
            return _story.Analyzed(a.At.Article).Text.Source.Contains(street.Name, StringComparison.OrdinalIgnoreCase);
        }

        return b.Names.Count > 0 ? _story.Articles[a.At.Article].Groups.Overlaps(b.Names)
            : b.Slot == EventSlot.Cause ? b.Stems.Any(_story.Articles[a.At.Article].Stems.Contains)
            : b.Slot == EventSlot.Who && Array.Exists(_story.Slots(a.At).Words, w => w.Stem == b.Stems[0] && !_context.IsSource(a.At, _story.Slots(a.At).Text.Tokens[w.Token].Span));
    }

    private void Write(EventFill[] fills, EventFill a, EventFill b, string difference, ConflictLedger ledger)
    {
        string x = Words(a);
        string y = Words(b);
        string about = a.Slot switch { EventSlot.Office => "who takes the office", EventSlot.Cause => "what caused it", EventSlot.Where when !EventFrame.All[a.Frame].HasWho => EventFrame.All[a.Frame].About, EventSlot.Where => "where it was", _ => EventFrame.All[a.Frame].About };
        SentenceRef[] left = SideOf(fills, a, b);
        SentenceRef[] right = [.. SideOf(fills, b, a).Except(left)];
        if (right.Length == 0)
        {
            return;
        }

        ledger.Add(new ConflictDraft
        {
            Kind = KindOf(a.Slot),
            Severity = Severity.Low,
            About = about,
            Explanation = $"{about}: {x} / {y}",
            Sides = [new SideDraft(x, left), new SideDraft(y, right)],
            Details = [string.Create(CultureInfo.InvariantCulture, $"event: {(a.Slot == EventSlot.Office ? "office" : EventFrame.All[a.Frame].Name)} filled with \"{x}\" and \"{y}\"; {difference}; each article tells one; low, since the event may hold two")],
        });
    }

    private SentenceRef[] SideOf(EventFill[] fills, EventFill side, EventFill other) =>
        [.. fills.Where(f => f == side || (f.At != other.At && MayBeOne(f, side) && Differ(f, side) is null && Differ(f, other) is not null)).Select(static f => f.At).Distinct()];

    private string Words(EventFill f) => _story.Analyzed(f.At.Article).Text.String(f.Span);

    private static ConflictKind KindOf(EventSlot slot) => slot == EventSlot.Where ? ConflictKind.Place : ConflictKind.Actor;

    private static HashSet<uint> Terms(ArticleSlots article, int sentences)
    {
        HashSet<uint> terms = [];
        for (int s = 0; s < Math.Min(sentences, article.SentenceCount); s++)
        {
            foreach (Token t in article.Article.Text.TokensOf(article.Article.Text.Sentences[s]))
            {
                terms.Add(t.Term);
            }
        }

        return terms;
    }
}
