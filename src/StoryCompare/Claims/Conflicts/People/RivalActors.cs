using System.Collections.Frozen;
using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Names;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one act on one thing that different texts credit to different people: "a foreman raised the alarm", "the alarm was raised by a crane driver".</summary>
/// <remarks>Both must be told by name; the thing must be a certain one ("the alarm"), since many people may raise an alarm.</remarks>
internal sealed class RivalActors
{
    // Acts of one class that are held against each other; a class of more tells of too many things.
    private const int MostPerClass = 120;

    // Least weight of what both are done to, and its least share of the poorer side.
    private const double LeastShared = 0.8;
    private const double LeastShare = 0.5;

    // Least share of the rest of the sentences, for low and for medium.
    private const double LeastRest = 0.15;
    private const double RestForMedium = 0.5;

    // Tokens after a passive in which its agent stands.
    private const int ByWithin = 7;

    private static readonly FrozenSet<int> Vague = new[] { "say", "report", "announce", "state", "claim", "deny", "confirm", "warn", "urge", "ask", "answer", "call", "expect", "see", "have", "go", "get", "know", "think", "use", "need", "want", "try", "show", "live", "play", "score", "hope", "fear", "plan", "include", "give", "carry", "become", "remain", "keep", "continue", "start", "end", "help", "support", "praise", "criticise", "thank", "speak", "discuss", "predict", "describe", "write", "quote", "meet", "attend", "fight", "celebrate", "mourn", "treat", "suffer", "lead", "follow", "sign", "vote", "believe", "suspect", "search", "find", "pay", "leave", "arrive", "return", "enter", "affect", "happen", "cost", "change", "connect", "win", "lose", "defeat", "beat", "lack", "protest", "arrest", "investigate", "kill", "die", "injure" }
        .Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0).ToFrozenSet();

    private static readonly TermSet Definite = TermHash.SetOf("the", "his", "her", "its", "their", "this", "that");
    private static readonly uint By = TermHash.Of("by");

    private readonly StoryContext _story;
    private readonly ClaimContext _context;
    private readonly Affiliations _affiliations;

    private RivalActors(StoryContext story, ClaimContext context, Affiliations affiliations)
    {
        _story = story;
        _context = context;
        _affiliations = affiliations;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, ClaimContext context, Affiliations affiliations, ConflictLedger ledger)
    {
        RivalActors finder = new(story, context, affiliations);
        foreach ((_, List<Deed> deeds) in finder.ReadAll().ByKey())
        {
            if (deeds.Count <= MostPerClass)
            {
                finder.Compare(deeds, ledger);
            }
        }
    }

    // Acts of the lexicon, and every verb that the story uses in the passive with "by".
    private Dictionary<long, List<Deed>> ReadAll()
    {
        HashSet<uint> passives = [.. _story.Statements().SelectMany(Passives)];
        Dictionary<long, List<Deed>> byAct = [];
        foreach (SentenceRef at in _story.Statements())
        {
            ArticleSlots article = _story.Articles[at.Article];
            foreach (ActMention m in article.Acts(at.Sentence))
            {
                if ((m.Part & ActPart.Verb) != 0 && !Vague.Contains(m.Class))
                {
                    Add(article, at, m.FirstToken, m.TokenCount, m.Class, byAct);
                }
            }

            foreach (SlotWord w in article[at.Sentence].Words)
            {
                if (passives.Contains(w.Stem))
                {
                    Add(article, at, w.Token - _story.Sentence(at).FirstToken, 1, ((long)w.Stem) << 16, byAct);
                }
            }
        }

        return byAct;
    }

    private IEnumerable<uint> Passives(SentenceRef at)
    {
        SentenceSlots slots = _story.Slots(at);
        foreach (SlotWord w in slots.Words)
        {
            int next = w.Token + 1;
            if (next < slots.Sentence.FirstToken + slots.Sentence.TokenCount && slots.Text.Tokens[next].Term == By)
            {
                yield return w.Stem;
            }
        }
    }

    private void Add(ArticleSlots article, SentenceRef at, int first, int count, long key, Dictionary<long, List<Deed>> byAct)
    {
        Proposition what = PropositionReader.Read(article, at, first, count, negated: false);
        if (what.Real && !what.SubjectIsPronoun && Read(article, what) is { } deed)
        {
            if (!byAct.TryGetValue(key, out List<Deed>? list))
            {
                byAct[key] = list = [];
            }

            list.Add(deed);
        }
    }

    private Deed? Read(ArticleSlots article, Proposition what)
    {
        SentenceSlots slots = article[what.At.Sentence];
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        IReadOnlyList<SlotWord> agent = what.Before;
        IReadOnlyList<SlotWord> thing = what.After;
        if (what.Passive)
        {
            int by = what.First + what.Count;
            while (by < tokens.Length && by < what.First + what.Count + ByWithin && tokens[by].Term != By)
            {
                by++;
            }

            if (by >= tokens.Length || tokens[by].Term != By)
            {
                return null;
            }

            int from = slots.Sentence.FirstToken + by;
            agent = [.. slots.Words.Where(w => w.Token > from && w.Token <= from + ByWithin)];
            thing = what.Before;
        }
        else if (what.NoObject)
        {
            return null;
        }

        HashSet<int> names = [.. agent.Select(w => _context.PersonOf(what.At, w)).OfType<int>()];
        bool named = names.Count > 0 && (what.Passive || _context.PersonOf(what.At, agent[0]) is not null);
        if (thing.Count == 0 || !named || names.Count > 1 || slots.Words.Any(w => w.Negated && w.Token - slots.Sentence.FirstToken >= what.First && w.Token - slots.Sentence.FirstToken < what.First + what.Count))
        {
            return null;
        }

        int nearest = thing.Min(static w => w.Token) - slots.Sentence.FirstToken;
        bool definite = thing.Any(w => ActIndex.IsCapitalised(slots.Text, w)) || (nearest > 0 && Definite.Contains(tokens[nearest - 1].Term));
        SlotWord[] told = [.. agent.OrderBy(static w => w.Token)];
        TextSpan span = new(slots.Text.Tokens[told[0].Token].Start, slots.Text.Tokens[told[^1].Token].End);
        return definite ? new Deed(what, names, thing, span) : null;
    }

    private void Compare(List<Deed> deeds, ConflictLedger ledger)
    {
        for (int i = 0; i < deeds.Count; i++)
        {
            for (int j = i + 1; j < deeds.Count; j++)
            {
                Deed a = deeds[i];
                Deed b = deeds[j];
                if (!_context.MayConflict(a.What.At, b.What.At) || !AreRivals(a, b) || _context.DifferInScope(a.What.At, b.What.At))
                {
                    continue;
                }

                double shared = Shared(a.Thing, b.Thing, out double share);
                double rest = _context.SharedRest(a.What.At, b.What.At);
                if (shared >= LeastShared && share >= LeastShare && rest >= LeastRest)
                {
                    Write(a, b, shared, rest, ledger);
                }
            }
        }
    }

    // Neither side names the other's actor anywhere in the sentence, nor one who speaks for it.
    private bool AreRivals(Deed a, Deed b) =>
        !_context.NamesIn(a.What.At).Overlaps(b.Names) && !_context.NamesIn(b.What.At).Overlaps(a.Names) && !_affiliations.Any(a.Names, b.Names);

    private static double Shared(IReadOnlyList<SlotWord> a, IReadOnlyList<SlotWord> b, out double share)
    {
        double shared = a.Where(w => b.Any(v => v.Stem == w.Stem)).Sum(static w => w.Weight);
        double least = Math.Min(a.Sum(static w => w.Weight), b.Sum(static w => w.Weight));
        share = least == 0 ? 0 : shared / least;
        return shared;
    }

    private void Write(Deed a, Deed b, double shared, double rest, ConflictLedger ledger)
    {
        string x = _story.Analyzed(a.What.At.Article).Text.String(a.Agent);
        string y = _story.Analyzed(b.What.At.Article).Text.String(b.Agent);
        if (SourceIdentity.ShareWord(x, y))
        {
            return;
        }

        string did = _story.Analyzed(a.What.At.Article).Text.String(a.What.Span);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Actor,
            Severity = rest >= RestForMedium && shared >= 1 ? Severity.Medium : Severity.Low,
            About = did,
            Explanation = $"who did it (\"{did}\"): {x} / {y}",
            Sides = [new SideDraft(x, [a.What.At]), new SideDraft(y, [b.What.At])],
            Details = [string.Create(CultureInfo.InvariantCulture, $"actor: act \"{did}\" on one thing, told by two actors; {rest:0.00} of the other words shared; \"{x}\" against \"{y}\"")],
        });
    }

    private sealed record Deed(Proposition What, HashSet<int> Names, IReadOnlyList<SlotWord> Thing, TextSpan Agent);
}
