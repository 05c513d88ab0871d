using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one act of which articles fill a part differently: who did it, to whom, with what, in what; whatever clause tells it.</summary>
/// <remarks>
/// The acts are read by <see cref="RoleReader"/> from clauses of any length. Two tellings are one act where the other taker of part is one, or where the act stands among the first sentences of both
/// articles and nothing speaks against it. Neither article may tell the other's value. Always low: a story may hold two such acts. Pairs only within one act and part, a bounded number of them.
/// </remarks>
internal sealed class RoleConflicts
{
    // Fills of one part of one act that are compared, and sentences in which a story's event is told.
    private const int MostPerPart = 60;
    private const int LeadSentences = 4;

    private static readonly int[] Officers = [FillValues.Value("party", "services"), FillValues.Value("party", "army")];
    private static readonly int Kin = FillValues.Family("kin");

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ClaimContext _context;
    private readonly Lazy<HashSet<uint>[]> _leads;

    private RoleConflicts(StoryContext story, Scope scope, ClaimContext context)
    {
        _story = story;
        _scope = scope;
        _context = context;
        // Only where two fills differ.
        _leads = new(() => [.. story.Articles.Select(static a => LeadStems(a))]);
    }

    /// <summary>Adds the conflicts to the ledger, one a part of an act at most.</summary>
    public static void Find(StoryContext story, Scope scope, ClaimContext context, ConflictLedger ledger)
    {
        RoleConflicts finder = new(story, scope, context);
        foreach (IGrouping<(int Index, RolePart Part), RoleFill> part in finder.ReadAll().GroupBy(static f => (f.Act.Index, f.Part)).OrderBy(static g => g.Key.Index).ThenBy(static g => g.Key.Part))
        {
            RoleFill[] fills = [.. part];
            if (fills.Length <= MostPerPart)
            {
                finder.Compare(RoleAct.All[part.Key.Index], fills, ledger);
            }
        }
    }

    // Only sentences of acts that two articles tell of are taken apart.
    private List<RoleFill> ReadAll()
    {
        List<(SentenceRef At, ulong Acts)> telling = [];
        ulong once = 0, twice = 0;
        for (int a = 0; a < _story.Articles.Length; a++)
        {
            ulong own = 0;
            for (int s = 0; s < _story.Articles[a].SentenceCount; s++)
            {
                ulong acts = _story.Articles[a].IsStatement(s) ? ActsOf(new SentenceRef(a, s)) : 0;
                if (acts != 0)
                {
                    telling.Add((new SentenceRef(a, s), acts));
                    own |= acts;
                }
            }

            twice |= once & own;
            once |= own;
        }

        List<RoleFill> fills = [];
        RoleReader? reader = null;
        int article = -1;
        foreach ((SentenceRef at, ulong acts) in telling)
        {
            if ((acts & twice) == 0 || _scope.IsOlder(at))
            {
                continue;
            }

            reader = article == at.Article ? reader! : new RoleReader(_story.Articles[at.Article]);
            article = at.Article;
            reader.Read(at, fills);
        }

        return [.. fills.Where(TellsValue)];
    }

    private ulong ActsOf(SentenceRef at)
    {
        ulong acts = 0;
        foreach (Token t in _story.Analyzed(at.Article).Text.TokensOf(_story.Sentence(at)))
        {
            acts |= t.IsContent ? RoleAct.ToldBy(t.Stem) : 0;
        }

        return acts;
    }

    private void Compare(RoleAct act, RoleFill[] fills, ConflictLedger ledger)
    {
        for (int i = 0; i < fills.Length; i++)
        {
            for (int j = i + 1; j < fills.Length; j++)
            {
                RoleFill a = fills[i];
                RoleFill b = fills[j];
                if (_context.MayConflict(a.At, b.At) && Differ(act, a, b) is { } difference && Tie(act, a, b) is { } tie && !_context.DifferInTime(a.At, b.At) && IsOnly(act, fills, a, b) && IsOnly(act, fills, b, a)
                    && !TellsToo(a, b) && !TellsToo(b, a) && !ledger.Tells(ConflictKind.Actor, a.At, b.At))
                {
                    Write(act, fills, a, b, difference, tie, ledger);
                    return;
                }
            }
        }
    }

    // What makes the two tellings one act; null where nothing does.
    private string? Tie(RoleAct act, RoleFill a, RoleFill b)
    {
        Sameness who = a.Part == RolePart.Who ? Sameness.Open : AreSame(a.Who, b.Who);
        Sameness whom = a.Part == RolePart.Whom ? Sameness.Open : AreSame(a.Whom, b.Whom);
        if (who == Sameness.Other || whom == Sameness.Other || !IsKnown(a, b) || !IsKnown(b, a) || (a.Part != RolePart.Whom && AreApart(a.Beside, b.Beside)) || AreApart(a.Office, b.Office) || (act.IsOpen && whom != Sameness.One) || IsByOfficers(a) || IsByOfficers(b) || _context.DifferByPlace(a.At, b.At))
        {
            return null;
        }

        return who == Sameness.One || whom == Sameness.One ? "the other taker of part is one" : IsLead(act, a.At.Article) | IsLead(act, b.At.Article) && (IsLead(act, a.At.Article) & IsLead(act, b.At.Article) || (IsCertain(a) && IsCertain(b))) ? "the story's act" : null;
    }

    // "As chief conductor", "as first guest conductor".
    private static bool AreApart(uint[] a, uint[] b) => a.Length > 0 && b.Length > 0 && !a.All(b.Contains) && !b.All(a.Contains);

    // "Police shot him with a rifle": not the attacker's.
    private static bool IsByOfficers(RoleFill f) => f.Part is RolePart.With or RolePart.In && f.Who is { } who && who.Values.Any(Officers.Contains);

    // Whom or what it is done to is a certain one, or somebody known gets it.
    private static bool IsCertain(RoleFill f) => f.Part == RolePart.Whom ? f.Filler.Names.Count > 0 : f.Whom is { IsDefinite: true };

    private bool IsLead(RoleAct act, int article) => act.Nouns.Any(_leads.Value[article].Contains) || act.Verbs.Any(_leads.Value[article].Contains);

    // What narrows the one's thing is known to the other's article: "the medal for music" is another medal.
    private bool IsKnown(RoleFill a, RoleFill b) => a.Part == RolePart.Whom || a.Beside.All(_story.Articles[b.At.Article].Stems.Contains);

    private static Sameness AreSame(Referent? a, Referent? b)
    {
        if (a is null || b is null)
        {
            return a is { IsFurther: true } || b is { IsFurther: true } ? Sameness.Other : Sameness.Open;
        }

        if (a.Names.Count > 0 && b.Names.Count > 0)
        {
            return a.Names.Overlaps(b.Names) ? Sameness.One : Sameness.Other;
        }

        if (a.IsFurther || b.IsFurther || IsKin(a) != IsKin(b))
        {
            return Sameness.Other;
        }

        if (a.IsPronoun || b.IsPronoun)
        {
            return Sameness.Open;
        }

        if (a.Head == b.Head || Kinship.Of(a.Head, b.Head) != KinKind.None)
        {
            return a.IsDefinite && b.IsDefinite && !a.IsVague ? Sameness.One : Sameness.Open;
        }

        return Exclude(a, b) is not null || (!a.IsVague && !b.IsVague && !a.IsDefinite && !b.IsDefinite) ? Sameness.Other : Sameness.Open;
    }

    private static bool IsKin(Referent r) => Array.Exists(r.Values, static v => FillValues.FamilyOf(v) == Kin);

    // In words; null where both may be true.
    private static string? Differ(RoleAct act, RoleFill a, RoleFill b)
    {
        Referent x = a.Filler, y = b.Filler;
        // Kin of whom: "the girl's aunt", "his daughter".
        if (a.Part == RolePart.Whom && act.Parts != RolePart.Whom && IsKin(x) && IsKin(y))
        {
            return null;
        }

        if (x.Names.Count > 0 || y.Names.Count > 0)
        {
            return x.Names.Count > 0 && y.Names.Count > 0 && (act.Named & a.Part) != 0 && (a.Part != RolePart.Who || (a.Whom is not null && b.Whom is not null)) && !x.Names.Overlaps(y.Names) && !x.Stems.Any(y.Stems.Contains) ? "other names" : null;
        }

        return x.Head == y.Head ? null : Exclude(x, y) ?? (act.IsOpen && a.Part == RolePart.Who && !x.IsVague && !y.IsVague && !x.IsPerson && !y.IsPerson && !x.Stems.Any(s => y.Stems.Any(t => s == t || Kinship.Of(s, t) != KinKind.None)) && !ShareValue(x, y) ? "no word in common" : null);
    }

    private static bool ShareValue(Referent x, Referent y) => Array.Exists(x.Values, v => Array.Exists(y.Values, w => FillValues.FamilyOf(v) == FillValues.FamilyOf(w)));

    private static string? Exclude(Referent x, Referent y)
    {
        bool any = false;
        foreach (int v in x.Values)
        {
            foreach (int w in y.Values)
            {
                if (v != w && FillValues.FamilyOf(v) == FillValues.FamilyOf(w))
                {
                    if (!FillValues.Exclude(v, w))
                    {
                        return null;
                    }

                    any = true;
                }
            }
        }

        if (any)
        {
            return "kinds that exclude each other";
        }

        return x.Node >= 0 && y.Node >= 0 && NounClasses.Exclude(x.Node, y.Node) ? "two of one class" : null;
    }

    // Whether its article fills the part with nothing that agrees with the other.
    private static bool IsOnly(RoleAct act, RoleFill[] fills, RoleFill own, RoleFill other) =>
        Array.TrueForAll(fills, f => f.At.Article != own.At.Article || Differ(act, f, other) is not null || !TellsValue(f));

    private static bool TellsValue(RoleFill f) => f.Act.IsOpen || f.Filler.Values.Length > 0 || f.Filler.Node >= 0 || f.Filler.Names.Count > 0;

    // Whether the first one's article tells the other's value too.
    private bool TellsToo(RoleFill a, RoleFill b) => b.Filler.Names.Count > 0 ? _story.Articles[a.At.Article].Groups.Overlaps(b.Filler.Names)
        : _story.Articles[a.At.Article].Stems.Contains(b.Filler.Head) && IsToldBy(a.At.Article, b.Filler.Head);

    // Who only speaks there does not count.
    private bool IsToldBy(int article, uint stem)
    {
        ArticleSlots slots = _story.Articles[article];
        for (int s = 0; s < slots.SentenceCount; s++)
        {
            foreach (SlotWord w in slots[s].Words)
            {
                if (w.Stem == stem && !_context.IsSource(new SentenceRef(article, s), slots.Article.Text.Tokens[w.Token].Span))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Write(RoleAct act, RoleFill[] fills, RoleFill a, RoleFill b, string difference, string tie, ConflictLedger ledger)
    {
        string x = Words(a);
        string y = Words(b);
        string about = a.Part switch { RolePart.Who => act.About, RolePart.With => "with what it was done", RolePart.In => "in or on what", _ => act.Parts.HasFlag(RolePart.Who) ? "to whom or what it was done" : act.About };
        SentenceRef[] left = SideOf(act, fills, a, b);
        SentenceRef[] right = [.. SideOf(act, fills, b, a).Except(left)];
        if (right.Length == 0)
        {
            return;
        }

        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Actor,
            Severity = Severity.Low,
            About = about,
            Explanation = $"{about}: {x} / {y}",
            Sides = [new SideDraft(x, left), new SideDraft(y, right)],
            Details = [string.Create(CultureInfo.InvariantCulture, $"act: {act.Name}, part {a.Part.ToString().ToLowerInvariant()}, \"{x}\" and \"{y}\"; {difference}; {tie}; each article tells one; low, since a story may hold two such acts")],
        });
    }

    private static SentenceRef[] SideOf(RoleAct act, RoleFill[] fills, RoleFill side, RoleFill other) =>
        [.. fills.Where(f => f == side || (f.At != other.At && f.Filler.Head == side.Filler.Head && Differ(act, f, other) is not null)).Select(static f => f.At).Distinct()];

    private string Words(RoleFill f) => _story.Analyzed(f.At.Article).Text.String(f.Filler.Span);

    private static HashSet<uint> LeadStems(ArticleSlots article)
    {
        HashSet<uint> stems = [];
        for (int s = 0; s < Math.Min(LeadSentences, article.SentenceCount); s++)
        {
            foreach (Token t in article.Article.Text.TokensOf(article.Article.Text.Sentences[s]))
            {
                if (t.IsContent)
                {
                    stems.Add(t.Stem);
                }
            }
        }

        return stems;
    }

    private enum Sameness : byte
    {
        // Two people or things.
        Other,
        // Nothing speaks against it.
        Open,
        // Evidently one.
        One,
    }
}
