using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one slot of one person filled with two names: two homes, two hospitals, two schools.</summary>
/// <remarks>
/// Nothing here knows which place lies in which, or which names are one house's: names that share a word, that begin alike, of which one is the other's initials, or that one
/// sentence of the story tells together never meet. Low. Pairs only among the fills of one slot, a bounded number. Linear in the sentences.
/// </remarks>
internal sealed class NamedFillConflicts
{
    // Fills of one slot that are compared.
    private const int MostPerSlot = 80;

    // Letters at which two words begin alike, and slips between spellings.
    private const int LikePrefix = 4;
    private const int MostSlips = 2;

    // Characters between two names that are told together: "Oster, Tarn", "Oster in Tarn".
    private const int MostBetween = 28;

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ClaimContext _context;
    private readonly PersonTies _ties;

    private NamedFillConflicts(StoryContext story, Scope scope, ClaimContext context, PersonTies ties)
    {
        _story = story;
        _scope = scope;
        _context = context;
        _ties = ties;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, ClaimContext context, PersonTies ties, ConflictLedger ledger)
    {
        NamedFillConflicts finder = new(story, scope, context, ties);
        List<NamedFill> fills = [];
        NamedFillReader? reader = null;
        int article = -1;
        foreach (SentenceRef at in story.Statements())
        {
            if (at.Article != article)
            {
                article = at.Article;
                reader = new NamedFillReader(story.Articles[article], ties.PersonsOf(article));
            }

            reader!.Read(at, fills);
        }

        foreach (IGrouping<string, NamedFill> slot in fills.GroupBy(static f => NamedFillReader.Slots[f.Slot].Name).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            NamedFill[] same = [.. slot];
            if (same.Length <= MostPerSlot)
            {
                finder.Compare(same, ledger);
            }
        }
    }

    private void Compare(NamedFill[] fills, ConflictLedger ledger)
    {
        HashSet<(string, string)> written = [];
        for (int i = 0; i < fills.Length; i++)
        {
            for (int j = i + 1; j < fills.Length; j++)
            {
                NamedFill a = fills[i];
                NamedFill b = fills[j];
                if (_context.MayConflict(a.At, b.At) && Differ(a, b) && Tie(fills, a, b) is { } tie && !TellsToo(fills, a, b) && !TellsToo(fills, b, a) && !AreTogether(a, b) && _scope.IsOlder(a.At) == _scope.IsOlder(b.At) && written.Add(Key(a, b)))
                {
                    Write(fills, a, b, tie, ledger);
                }
            }
        }
    }

    private static (string, string) Key(NamedFill a, NamedFill b)
    {
        string x = string.Join(' ', a.Words), y = string.Join(' ', b.Words);
        return string.CompareOrdinal(x, y) <= 0 ? (x, y) : (y, x);
    }

    private string? Tie(NamedFill[] fills, NamedFill a, NamedFill b)
    {
        if (a.Who is not { } x || b.Who is not { } y)
        {
            return _ties.OfEvents(a.At, b.At);
        }

        // Unnamed people: the only one told of in each article, in sentences that say the same.
        return _ties.OfPersons(a.At, x, b.At, y) is not { } tie ? null
            : PersonTies.IsCertain(tie) || (_story.Aligned(a.At, b.At) && IsOnly(fills, a) && IsOnly(fills, b)) ? tie : null;
    }

    // Whether the first one's article tells the other's name of the slot as well: he moved.
    private bool TellsToo(NamedFill[] fills, NamedFill a, NamedFill b) =>
        Array.Exists(fills, f => f.At.Article == a.At.Article && !Differ(f, b) && (f.Who is not { } x || a.Who is not { } y || PersonTies.MayBeOne(_ties, x, y)));

    private static bool IsOnly(NamedFill[] fills, NamedFill own) => Array.TrueForAll(fills, f => f.At.Article != own.At.Article || !Differ(f, own));

    private static bool Differ(NamedFill a, NamedFill b)
    {
        foreach (string x in a.Words)
        {
            foreach (string y in b.Words)
            {
                int n = Math.Min(LikePrefix, Math.Min(x.Length, y.Length));
                if (x.AsSpan(0, n).SequenceEqual(y.AsSpan(0, n)) || NameConflicts.Slips(x, y) <= MostSlips)
                {
                    return false;
                }
            }
        }

        return a.IsRegion == b.IsRegion && !IsInitials(a.Words, b.Words) && !IsInitials(b.Words, a.Words);
    }

    private static bool IsInitials(string[] shortForm, string[] words) => Array.Exists(shortForm, s => s.Length <= 5 && s.All(c => Array.Exists(words, w => w[0] == c)));

    // Whether a sentence of the story holds both names: one may lie in the other, or he moved from one to the other. An article that fills the slot with both tells two.
    private bool AreTogether(NamedFill a, NamedFill b)
    {
        foreach (SentenceRef at in _story.Statements())
        {
            if (at.Article == a.At.Article || at.Article == b.At.Article || _story.GroupOfSentence[at.Article][at.Sentence] >= 0)
            {
                ReadOnlySpan<char> sentence = _story.Analyzed(at.Article).Text.Source.AsSpan(_story.Sentence(at).Span.Start, _story.Sentence(at).Span.Length);
                if (HoldsNear(sentence, a.Words, b.Words))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HoldsNear(ReadOnlySpan<char> sentence, string[] a, string[] b)
    {
        foreach (string x in a)
        {
            int i = sentence.IndexOf(x, StringComparison.OrdinalIgnoreCase);
            foreach (string y in b)
            {
                int j = i < 0 ? -1 : sentence.IndexOf(y, StringComparison.OrdinalIgnoreCase);
                if (j >= 0 && Math.Abs(i - j) <= MostBetween)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Write(NamedFill[] fills, NamedFill a, NamedFill b, string tie, ConflictLedger ledger)
    {
        string x = _story.Analyzed(a.At.Article).Text.String(a.Span);
        string y = _story.Analyzed(b.At.Article).Text.String(b.Span);
        NamedSlot slot = NamedFillReader.Slots[a.Slot];
        SentenceRef[] left = SideOf(fills, a);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Place,
            Severity = Severity.Low,
            About = slot.About,
            Explanation = $"{slot.About}: {x} / {y}",
            Sides = [new SideDraft(x, left), new SideDraft(y, [.. SideOf(fills, b).Except(left)])],
            Details = [$"named slot {slot.Name}: \"{x}\" against \"{y}\"; {tie}; no sentence tells both; low, since one may lie in the other"],
        });
    }

    private SentenceRef[] SideOf(NamedFill[] fills, NamedFill side) =>
        [.. fills.Where(f => f == side || (f.Words.AsSpan().SequenceEqual(side.Words) && (f.Who is null || side.Who is null || _ties.OfPersons(f.At, f.Who, side.At, side.Who) is not null))).Select(static f => f.At).Distinct()];
}
