using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds a motive, cause, name, price, whereabouts or condition that a clause of one text leaves open and a clause of another tells, though they share no word.</summary>
/// <remarks>
/// What is asked and what is told must be of one thing or person, as far as their words say; the open article must not tell it elsewhere. Always low: who leaves it open may know it. An update where the
/// open text is the older one. Only stories that leave a matter open are looked at further; linear in their sentences.
/// </remarks>
internal sealed class MatterConflicts
{
    private const int MostOfKind = 40;

    // UTF-16 code units between a hedge and what it bears on.
    private const int HedgeWithin = 24;

    private static readonly TermSet Dead = new[] { "victim", "dead", "man", "woman", "person", "rider", "driver", "pilot", "body", "boy", "girl", "people", "motorcyclist", "pedestrian", "swimmer", "climber", "passenger" }.Select(WordTable.StemOf).ToTermSet();
    private static readonly uint DeadStem = WordTable.StemOf("dead");
    private static readonly TermSet Taken = new[] { "suspect", "gunman", "attacker", "shooter", "killer", "robber", "man", "woman", "teenager", "driver" }.Select(WordTable.StemOf).ToTermSet();
    private static readonly TermSet Burning = new[] { "fire", "blaze", "inferno", "flames", "wildfire" }.Select(WordTable.StemOf).ToTermSet();

    private static readonly TermSet Deals = new[] { "deal", "sale", "takeover", "acquisition", "merger", "transaction", "purchase", "contract" }.Select(WordTable.StemOf).ToTermSet();

    private readonly StoryContext _story;
    private readonly Scope _scope;
    private readonly ClaimContext _context;

    private MatterConflicts(StoryContext story, Scope scope, ClaimContext context)
    {
        _story = story;
        _scope = scope;
        _context = context;
    }

    /// <summary>Adds the conflicts to the ledger, one a matter at most.</summary>
    public static void Find(StoryContext story, Scope scope, ClaimContext context, ConflictLedger ledger)
    {
        MatterConflicts finder = new(story, scope, context);
        List<LeftOpen> open = finder.ReadOpen();
        if (open.Count == 0)
        {
            return;
        }

        bool[] asked = new bool[OpenMatter.All.Count];
        open.ForEach(o => asked[o.Matter.Index] = true);
        List<ToldMatter> told = finder.ReadTold(asked, open);
        foreach (IGrouping<int, LeftOpen> one in open.GroupBy(static o => o.Matter.Index).OrderBy(static g => g.Key))
        {
            finder.Compare([.. one.Take(MostOfKind)], [.. told.Where(t => t.Matter.Index == one.Key).Take(MostOfKind)], ledger);
        }
    }

    private List<LeftOpen> ReadOpen()
    {
        List<LeftOpen> open = [];
        for (int a = 0; a < _story.Articles.Length; a++)
        {
            OpenMatterReader reader = new(_story.Articles[a]);
            for (int s = 0; s < _story.Articles[a].SentenceCount; s++)
            {
                SentenceRef at = new(a, s);
                if (_story.Articles[a].IsStatement(s) && OpenMatterReader.MayLeaveOpen(_story.Analyzed(a).Text, _story.Analyzed(a).Text.TokensOf(_story.Sentence(at))) && !_scope.IsOlder(at))
                {
                    reader.Read(at, open);
                }
            }
        }

        return open;
    }

    private List<ToldMatter> ReadTold(bool[] asked, List<LeftOpen> open)
    {
        List<ToldMatter> told = [];
        for (int a = 0; a < _story.Articles.Length; a++)
        {
            ToldMatterReader reader = new(_story.Articles[a]);
            for (int s = 0; s < _story.Articles[a].SentenceCount; s++)
            {
                SentenceRef at = new(a, s);
                if (_story.Articles[a].IsStatement(s) && !open.Exists(o => o.At == at) && _story.Slots(at).Certainty <= Certainty.Planned && !_scope.IsOlder(at))
                {
                    reader.Read(at, asked, told);
                }
            }
        }

        return told;
    }

    private void Compare(LeftOpen[] open, ToldMatter[] told, ConflictLedger ledger)
    {
        foreach (LeftOpen o in open)
        {
            if (Array.Exists(told, t => t.At.Article == o.At.Article && IsOne(o, t)))
            {
                continue;
            }

            ToldMatter[] answers = [.. told.Where(t => _context.MayConflict(o.At, t.At) && IsOne(o, t) && !_context.DifferInTime(o.At, t.At) && !ledger.Tells(ConflictKind.Certainty, o.At, t.At)).DistinctBy(static t => t.At).Take(3)];
            if (answers.Length > 0)
            {
                Write(o, answers, ledger);
                return;
            }
        }
    }

    // Whether the one tells what the other leaves open: of one thing or person, as far as words say.
    private bool IsOne(LeftOpen o, ToldMatter t) => !IsHedged(t) && o.Matter.Name switch
    {
        "motive" => true,
        "cause" => t.Of.Any(s => o.Of.Any(w => s == w || Kinship.Of(s, w) != KinKind.None || (Burning.Contains(s) && Burning.Contains(w)))),
        "name" => !_story.Input.NameGroups[o.At.Article].Contains(t.Name) && (t.Of.Contains(ToldMatterReader.Suspect) ? o.Of.Any(Taken.Contains) && !o.Of.Any(IsDead) : o.Of.Any(Dead.Contains)),
        "price" => _context.NamesIn(o.At).Overlaps(_context.NamesIn(t.At)) || t.Of.Any(o.Of.Contains) || t.Of.Any(Deals.Contains),
        "whereabouts" => t.Of.Any(o.Of.Contains) || (t.Name >= 0 && t.Name == _context.CentralPerson),
        _ => t.Of.Length > 0 && o.Of.Length > 0 && t.Of.Any(o.Of.Contains) && (t.Of.All(o.Of.Contains) || o.Of.Where(w => !o.Matter.Nouns.Contains(w)).All(t.Of.Contains)),
    };

    // "May have been caused by": the hedge stands where it is told, not in another clause.
    private bool IsHedged(ToldMatter t) => _story.Slots(t.At) is { Certainty: Certainty.Hedged, CertaintyCue: { } cue } && cue.End > t.Span.Start - HedgeWithin && cue.Start < t.Span.End + HedgeWithin;

    private static bool IsDead(uint stem) => stem == DeadStem || stem == ToldMatterReader.Victim;

    private void Write(LeftOpen open, ToldMatter[] told, ConflictLedger ledger)
    {
        string question = _story.Analyzed(open.At.Article).Text.String(open.Span);
        string answer = _story.Analyzed(told[0].At.Article).Text.String(told[0].Span);
        SentenceRef[] answers = [.. told.Select(static t => t.At)];
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Certainty,
            Severity = Severity.Low,
            About = open.Matter.Name,
            ExplainedBy = _context.IsLater(answers, [open.At]) ? ConflictExplanation.Update : ConflictExplanation.None,
            Explanation = $"left open on one side (\"{question}\"), told on the other (\"{answer}\")",
            Sides = [new SideDraft("left open", [open.At]), new SideDraft(answer, answers)],
            Details = [$"matter {open.Matter.Name}: a clause leaves it open, \"{question}\", another tells it, \"{answer}\"; of one thing or person by their words; low, since who leaves it open may know it"],
        });
    }
}
