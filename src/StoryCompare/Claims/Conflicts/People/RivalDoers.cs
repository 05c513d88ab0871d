using System.Collections.Frozen;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one discovery, call or rescue that articles credit to different people told by common nouns: "found by a jogger", "police found the body".</summary>
/// <remarks>
/// Only acts of which an event holds one (<c>doer_acts.tsv</c>), done to one thing, active or passive, wherever in the story they are told. Always low: one may have called the other.
/// What fits anybody ("a man", "someone") contradicts nobody, and those who come when called (police, firefighters) are one party. Linear in the story's words; pairs only within an act.
/// </remarks>
internal sealed class RivalDoers
{
    // Tellings of one act that are compared; more of them are a topic.
    private const int MostPerAct = 60;

    // Tokens after a passive in which "by" stands.
    private const int ByWithin = 4;

    private static readonly FrozenDictionary<string, string[]> Rows = EmbeddedData.Rows("doer_acts.tsv").ToFrozenDictionary(static r => r[0], StringComparer.Ordinal);
    private static readonly TermSet Roles = WordTable.RoleNouns;
    private static readonly TermSet Anybody = Stems(Rows["anybody"][1]);
    private static readonly TermSet Services = Stems(Rows["services"][1]);
    private static readonly (string Name, TermSet Verbs, TermSet Things)[] Acts = [.. Rows.Values.Where(static r => r.Length > 2).OrderBy(static r => r[0], StringComparer.Ordinal).Select(static r => (r[0], r[1].Split(' ').Select(static w => TermHash.Of(w)).ToTermSet(), Stems(r[2])))];
    private static readonly TermSet Auxiliaries = TermHash.SetOf("had", "has", "have", "later", "then", "also", "first");
    private static readonly uint By = TermHash.Of("by");
    private static readonly uint And = TermHash.Of("and");

    private readonly StoryContext _story;
    private readonly ClaimContext _context;

    private RivalDoers(StoryContext story, ClaimContext context)
    {
        _story = story;
        _context = context;
    }

    /// <summary>Adds the conflicts to the ledger, one an act and thing at most.</summary>
    public static void Find(StoryContext story, ClaimContext context, ConflictLedger ledger)
    {
        RivalDoers finder = new(story, context);
        foreach (IGrouping<int, Telling> act in story.Statements().SelectMany(finder.Read).GroupBy(static t => t.Act).OrderBy(static g => g.Key))
        {
            finder.Compare([.. act], ledger);
        }
    }

    private List<Telling> Read(SentenceRef at)
    {
        List<Telling> found = [];
        ArticleSlots article = _story.Articles[at.Article];
        SentenceSlots slots = article[at.Sentence];
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        for (int i = 0; i < tokens.Length; i++)
        {
            for (int act = 0; act < Acts.Length; act++)
            {
                if (Acts[act].Verbs.Contains(tokens[i].Term) && Read(article, at, slots, tokens, i, act) is { } telling)
                {
                    found.Add(telling);
                }
            }
        }

        return found;
    }

    private Telling? Read(ArticleSlots article, SentenceRef at, SentenceSlots slots, ReadOnlySpan<Token> tokens, int verb, int act)
    {
        Proposition what = PropositionReader.Read(article, at, verb, 1, negated: false);
        int by = verb + 1;
        while (by < tokens.Length && by <= verb + ByWithin && tokens[by].Term != By && tokens[by].Kind != TokenKind.Punctuation)
        {
            by++;
        }

        bool passive = by < tokens.Length && by <= verb + ByWithin && tokens[by].Term == By;
        if (!what.Real || (what.Passive && !passive) || Array.Exists(slots.Words, w => w.Negated && w.Token == slots.Sentence.FirstToken + verb))
        {
            return null;
        }

        IReadOnlyList<SlotWord> doer = passive ? ParticipantReader.Object(slots, by + 1).Head : DoerBefore(at, slots, tokens, verb);
        SlotWord[] things = [.. (passive ? ParticipantReader.Subject(slots, verb, mayBeParticiple: true).Head : what.After).Where(w => Acts[act].Things.Contains(w.Stem))];
        if (things.Length == 0 && passive)
        {
            // "The bodies of Ada Bell, 48, and Cara Dunn, 61, were found by".
            things = [.. slots.Words.Where(w => w.Token < slots.Sentence.FirstToken + verb && Acts[act].Things.Contains(w.Stem))];
        }

        if (things.Length == 0 || doer.Count == 0 || _context.IsOlder(at))
        {
            return null;
        }

        // Only people do it: "a search found the body" tells nobody.
        SlotWord[] people = [.. doer.Where(w => IsPeople(at, w))];
        if (people.Length == 0 || !people.Contains(doer[0]) || Array.Exists(people, static w => Anybody.Contains(w.Stem)))
        {
            return null;
        }

        SlotWord[] told = [.. doer.OrderBy(static w => w.Token)];
        return new Telling(at, act, people, [.. doer.Select(static w => w.Stem)], things, new TextSpan(slots.Text.Tokens[told[0].Token].Start, slots.Text.Tokens[told[^1].Token].End));
    }

    // The words right before the verb ("after neighbours reported", "the plumber's mate found"); before "and", the last person of the clause ("the son went in and found").
    private List<SlotWord> DoerBefore(SentenceRef at, SentenceSlots slots, ReadOnlySpan<Token> tokens, int verb)
    {
        List<SlotWord> doer = [];
        int i = verb - 1;
        while (i > 0 && Auxiliaries.Contains(tokens[i].Term))
        {
            i--;
        }

        bool joined = i > 0 && tokens[i].Term == And;
        for (; i >= 0 && tokens[i].IsWord; i--)
        {
            int w = Array.FindIndex(slots.Words, x => x.Token == slots.Sentence.FirstToken + i);
            if (joined)
            {
                if (w >= 0 && IsPeople(at, slots.Words[w]))
                {
                    return [slots.Words[w]];
                }
            }
            else if (w >= 0)
            {
                doer.Add(slots.Words[w]);
            }
            else if (tokens[i].Term != And || doer.Count == 0)
            {
                break;
            }
        }

        return doer;
    }

    private bool IsPeople(SentenceRef at, SlotWord word) => _context.IsPerson(at, word) || Services.Contains(word.Stem) || Roles.Contains(word.Stem);

    private void Compare(Telling[] tellings, ConflictLedger ledger)
    {
        if (tellings.Length > MostPerAct)
        {
            return;
        }

        for (int i = 0; i < tellings.Length; i++)
        {
            for (int j = i + 1; j < tellings.Length; j++)
            {
                if (AreRivals(tellings[i], tellings[j]))
                {
                    Write(tellings, tellings[i], tellings[j], ledger);
                    return;
                }
            }
        }
    }

    private bool AreRivals(Telling a, Telling b) =>
        _context.MayConflict(a.At, b.At) && Array.Exists(a.Things, w => Array.Exists(b.Things, v => AreOne(w, v)))
        && !(IsOfServices(a) && IsOfServices(b)) && !a.Doer.Overlaps(b.Doer) && !Array.Exists(a.People, w => Array.Exists(b.People, v => Kinship.Of(w, v) != KinKind.None))
        && IsNamed(a) == IsNamed(b) && !_context.NamesIn(a.At).Overlaps(NamesOf(b)) && !_context.NamesIn(b.At).Overlaps(NamesOf(a))
        && !TellsToo(a, b) && !TellsToo(b, a) && !_context.DifferInTime(a.At, b.At);

    private static bool AreOne(SlotWord a, SlotWord b) => Kinship.AreEqual(a, b);

    private static bool IsOfServices(Telling t) => Array.TrueForAll(t.People, static w => Services.Contains(w.Stem));

    // A name may be the jogger's: names meet names alone.
    private bool IsNamed(Telling t) => Array.Exists(t.People, w => _context.IsName(t.At, w));

    private HashSet<int> NamesOf(Telling t) => [.. t.People.Select(w => _context.PersonalOf(t.At, w)).OfType<int>()];

    // The sentence of the one tells the other's people as well: one led the other there.
    // Who is only quoted for it ("police said") does not count.
    private bool TellsToo(Telling a, Telling b) => Array.Exists(_story.Slots(a.At).Words, w => !_context.IsSource(a.At, _story.Slots(a.At).Text.Tokens[w.Token].Span) && Array.Exists(b.People, v => Kinship.AreEqual(v, w)));

    private void Write(Telling[] all, Telling a, Telling b, ConflictLedger ledger)
    {
        string x = _story.Analyzed(a.At.Article).Text.String(a.Span);
        string y = _story.Analyzed(b.At.Article).Text.String(b.Span);
        string thing = _story.Slots(a.At).WordText(a.Things[0]);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Actor,
            Severity = Severity.Low,
            About = _story.Cite(a.At).Text,
            Explanation = $"who {Acts[a.Act].Name} {thing}: {x} / {y}",
            Sides = [new SideDraft(x, Like(all, a)), new SideDraft(y, [.. Like(all, b).Except(Like(all, a))])],
            Details = [$"actor: \"{Acts[a.Act].Name}\" with \"{thing}\", credited to \"{x}\" and to \"{y}\"; neither sentence tells the other; low, since one may have called the other"],
        });
    }

    private static SentenceRef[] Like(Telling[] all, Telling one) => [.. all.Where(t => t == one || t.Doer.SetEquals(one.Doer)).Select(static t => t.At).Distinct()];

    private static TermSet Stems(string words) => words.Split(' ').Select(WordTable.StemOf).ToTermSet();

    private sealed record Telling(SentenceRef At, int Act, SlotWord[] People, HashSet<uint> Doer, SlotWord[] Things, TextSpan Span);
}
