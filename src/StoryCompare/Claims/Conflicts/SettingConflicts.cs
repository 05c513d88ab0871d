using System.Collections.Frozen;
using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one act on one person or thing that is set in different places by common nouns: "died at the scene", "died at the hospital"; "shot inside the court", "shot outside the court".</summary>
/// <remarks>
/// Always low: two acts of one kind may have happened. Kinds of places that may be one, or one in the other (<c>settings.tsv</c>), are never held against each other,
/// nor what one article tells both of. Pairs only among acts of one class.
/// </remarks>
internal sealed class SettingConflicts
{
    // Acts of one class with a place that are compared; a class of more tells of too many things.
    private const int MostPerClass = 60;

    // Tokens before and behind a verb in which those stand to whom it happens.
    private const int ReachBefore = 14;
    private const int ReachAfter = 26;

    // Share of the poorer sentence in common from which people told by common nouns are taken for one, and from which any are.
    private const double LeastOfHumans = 0.25;
    private const double LeastOfSentence = 0.35;

    private static readonly FrozenSet<(string, string)> Fits = LoadFits();
    private static readonly FrozenSet<int> Deaths = Classes("die", "kill");
    private static readonly FrozenSet<int> Passing = Classes("ask", "call", "go", "have", "know", "live", "meet", "need", "play", "score", "speak", "start", "think", "use", "want", "work", "begin", "end", "gather", "protest", "attend", "search", "hope", "help", "include", "lead", "leave", "arrive", "enter", "return", "carry", "deploy", "pay", "plan", "win", "lose", "keep", "give", "get", "remain", "close", "open");
    private static readonly FrozenSet<uint> Relatives = TermHash.SetOf("who", "whom", "whose", "which", "that", "while", "when", "after", "before", "but");

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ClaimContext _context;
    private readonly bool _oneDied;

    private SettingConflicts(StoryContext story, Scope scope, ClaimContext context, IReadOnlyList<FigureGroup> figures)
    {
        _story = story;
        _scope = scope;
        _context = context;

        // An article may tell of other events' dead beside the one.
        ILookup<int, double> dead = figures.SelectMany(static g => g.Members).Where(f => f.Figure.Role == "killed" && !scope.IsOlder(f)).ToLookup(static f => f.At.Article, static f => f.Figure.Value);
        _oneDied = dead.Count > 0 && dead.All(static d => d.Contains(1));
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, Scope scope, ClaimContext context, IReadOnlyList<FigureGroup> figures, ConflictLedger ledger)
    {
        SettingConflicts finder = new(story, scope, context, figures);
        SortedDictionary<int, List<Deed>> byClass = [];
        foreach (SentenceRef at in story.Statements())
        {
            foreach (Deed d in finder.Read(at))
            {
                if (!byClass.TryGetValue(d.Class, out List<Deed>? list))
                {
                    byClass[d.Class] = list = [];
                }

                list.Add(d);
            }
        }

        foreach (List<Deed> deeds in byClass.Values)
        {
            if (deeds.Count <= MostPerClass)
            {
                finder.Compare(deeds, ledger);
            }
        }
    }

    private IEnumerable<Deed> Read(SentenceRef at)
    {
        ArticleSlots article = _story.Articles[at.Article];
        foreach (SettingSlot slot in SettingReader.Read(article, at.Sentence))
        {
            foreach ((int first, int count, int act) in slot.Acts)
            {
                Proposition what = PropositionReader.Read(article, at, first, count, negated: false);
                if (what.Real && !Passing.Contains(act) && ReadDeed(article, at, slot, what, act) is { } deed)
                {
                    yield return deed;
                }
            }
        }
    }

    private Deed? ReadDeed(ArticleSlots article, SentenceRef at, SettingSlot slot, Proposition what, int act)
    {
        SentenceSlots slots = article[at.Sentence];
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        bool before = what.Passive || what.NoObject;
        int from = before ? Math.Max(0, what.First - ReachBefore) : what.First + what.Count;
        int to = before ? what.First : Math.Min(tokens.Length, what.First + what.Count + ReachAfter);
        for (int i = from; i < to && !before; i++)
        {
            to = Relatives.Contains(tokens[i].Term) ? i : to;
        }

        HashSet<int> persons = [];
        foreach (NameMention n in article.Names(at.Sentence))
        {
            bool inside = from < to && n.Span.Start >= tokens[from].Start && n.Span.End <= tokens[to - 1].End && !slot.Phrase.Overlaps(n.Span);
            if (inside && article.Article.Names.Entities[n.Entity].Kind is NameKind.Person or NameKind.Other && inside && !_context.IsSource(at, n.Span) && !IsPossessive(tokens, n.Span))
            {
                persons.Add(article.GroupOf(n));
            }
        }

        int start = slots.Sentence.FirstToken;
        SlotWord[] humans = [.. slots.Words.Where(w => w.Token - start >= from && w.Token - start < to && !slot.Phrase.Contains(slots.Text.Tokens[w.Token].Span) && _context.IsHuman(at, w) && !_context.IsName(at, w))];
        return persons.Count == 0 && humans.Length == 0 && !what.SubjectIsPronoun ? null : new Deed(at, slot, act, persons, humans, what.Span);
    }

    private static bool IsPossessive(ReadOnlySpan<Token> tokens, TextSpan name)
    {
        (_, int end) = FigureSlotReader.TokensOf(tokens, name);
        return (tokens[end - 1].Flags & TokenFlags.Possessive) != 0;
    }

    private void Compare(List<Deed> deeds, ConflictLedger ledger)
    {
        HashSet<(string, string, bool, bool)> written = [];
        for (int i = 0; i < deeds.Count; i++)
        {
            for (int j = i + 1; j < deeds.Count; j++)
            {
                Deed a = deeds[i];
                Deed b = deeds[j];
                if (_story.Outlet[a.At.Article] == _story.Outlet[b.At.Article] || Difference(a.Slot, b.Slot) is not { } difference || Tie(a, b) is not { } tie
                    || _scope.IsOlder(a.At) != _scope.IsOlder(b.At) || _scope.DifferByDay(a.At, b.At) || TellsBoth(deeds, a, b))
                {
                    continue;
                }

                (string, string, bool, bool) key = string.CompareOrdinal(a.Slot.Kind, b.Slot.Kind) <= 0 ? (a.Slot.Kind, b.Slot.Kind, a.Slot.IsOutside, b.Slot.IsOutside) : (b.Slot.Kind, a.Slot.Kind, b.Slot.IsOutside, a.Slot.IsOutside);
                if (written.Add(key))
                {
                    Write(a, b, difference, tie, deeds, ledger);
                }
            }
        }
    }

    // What differs in words; null where both may be true.
    private static string? Difference(SettingSlot a, SettingSlot b)
    {
        if (a.Kind == b.Kind)
        {
            return a.Kind != SettingReader.OnTheWay && ((a.IsInside && b.IsOutside) || (a.IsOutside && b.IsInside)) ? "inside and outside" : null;
        }

        // What is outside one place may be at another: "outside the bar", "in the street".
        return a.IsOutside || b.IsOutside || Fits.Contains((a.Kind, b.Kind)) ? null : "places of different kinds";
    }

    // What makes both tell of one act; null where nothing does.
    private string? Tie(Deed a, Deed b)
    {
        if (a.Persons.Count > 0 && b.Persons.Count > 0)
        {
            return a.Persons.Overlaps(b.Persons) ? "one person" : null;
        }

        if (_oneDied && Deaths.Contains(a.Class))
        {
            return "one person died";
        }

        double shared = _scope.SharedSentence(a.At, b.At);
        bool aligned = _story.Aligned(a.At, b.At);
        bool alike = Array.Exists(a.Humans, w => Array.Exists(b.Humans, v => w.Stem == v.Stem || Kinship.Of(w.Stem, v.Stem) == KinKind.Equal));
        return alike && (aligned || shared >= LeastOfHumans) ? "people told alike"
            : aligned && shared >= LeastOfSentence ? "aligned sentences" : null;
    }

    // Whether one article sets such acts in both: they are two.
    private bool TellsBoth(List<Deed> deeds, Deed a, Deed b) =>
        deeds.Exists(d => (d.At.Article == a.At.Article && d != a && Difference(d.Slot, b.Slot) is null && Difference(d.Slot, a.Slot) is not null && Tie(d, a) is not null)
            || (d.At.Article == b.At.Article && d != b && Difference(d.Slot, a.Slot) is null && Difference(d.Slot, b.Slot) is not null && Tie(d, b) is not null));

    private void Write(Deed a, Deed b, string difference, string tie, List<Deed> deeds, ConflictLedger ledger)
    {
        string did = _story.Analyzed(a.At.Article).Text.String(a.Verb);
        string x = _story.Analyzed(a.At.Article).Text.String(a.Slot.Phrase);
        string y = _story.Analyzed(b.At.Article).Text.String(b.Slot.Phrase);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Place,
            Severity = Severity.Low,
            About = did,
            Explanation = $"where it happened (\"{did}\"): {x} / {y}",
            Sides = [new SideDraft(x, SideOf(a, b, deeds)), new SideDraft(y, SideOf(b, a, deeds))],
            Details = [string.Create(CultureInfo.InvariantCulture, $"place: \"{did}\" \"{x}\" [{a.Slot.Kind}] against \"{y}\" [{b.Slot.Kind}]; {tie}; {difference}; low, since it may be another act of the kind")],
        });
    }

    private List<SentenceRef> SideOf(Deed side, Deed other, List<Deed> deeds) =>
        [.. deeds.Where(d => d == side || (d.Slot.Kind == side.Slot.Kind && d.Slot.IsOutside == side.Slot.IsOutside && d.At != other.At && Difference(d.Slot, other.Slot) is not null && Tie(d, other) is not null && _scope.IsOlder(d.At) == _scope.IsOlder(side.At))).Select(static d => d.At)];

    private static FrozenSet<int> Classes(params string[] names) => names.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0).ToFrozenSet();

    private static FrozenSet<(string, string)> LoadFits()
    {
        HashSet<(string, string)> fits = [];
        foreach (string[] row in EmbeddedData.Rows("settings.tsv").Where(static r => r[0] == "fits"))
        {
            foreach (string other in row[2].Split('|'))
            {
                fits.Add((row[1], other));
                fits.Add((other, row[1]));
            }
        }

        return fits.ToFrozenSet();
    }

    private sealed record Deed(SentenceRef At, SettingSlot Slot, int Class, HashSet<int> Persons, SlotWord[] Humans, TextSpan Verb);
}
