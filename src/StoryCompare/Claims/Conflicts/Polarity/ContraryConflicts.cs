using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds contrary predicates said of one thing anywhere in a story: "the sea wall held" against "the sea wall collapsed".</summary>
/// <remarks>
/// The sentences need not be aligned: they share the pair of contraries (<c>contraries.tsv</c>) and what it is said of. How much else they
/// share decides the severity. Linear in the predicates found; pairs only within one pair of contraries.
/// </remarks>
internal sealed partial class ContraryConflicts
{
    // Predicates of one pair of contraries that are held against each other; more tell of too many things.
    private const int MostPerRow = 300;

    // Near misses told a story.
    private const int MostNearMisses = 8;

    // Least weight of the words that name what both are said of: one word that is not among the commonest.
    private const double LeastShared = 0.8;

    private static readonly TermSet Attributive = WordSets.Of("participant.determiners").Concat(WordSets.Of("participant.prepositions")).ToTermSet();

    private static readonly TermSet Asking = TermHash.SetOf("how", "why", "what", "who", "when", "where");
    private static readonly TermSet Personal = TermHash.SetOf("he", "she", "him", "her");
    private static readonly TermSet Copulas = TermHash.SetOf("is", "was", "been", "were", "are");

    private readonly StoryContext _story;
    private readonly ClaimContext _context;
    private readonly List<Clash> _clashes = [];
    private readonly Dictionary<(int Row, uint Head), NotConflictDraft> _nearMisses = [];

    private readonly PersonTies _ties;
    private readonly MainPerson _main;

    private ContraryConflicts(StoryContext story, ClaimContext context, PersonTies ties, MainPerson main)
    {
        _story = story;
        _context = context;
        _ties = ties;
        _main = main;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, ClaimContext context, PersonTies ties, MainPerson main, ConflictLedger ledger)
    {
        ContraryConflicts finder = new(story, context, ties, main);
        Dictionary<int, List<Claim>> byRow = finder.ReadAll();
        foreach ((int row, List<Claim> claims) in byRow.ByKey())
        {
            if (claims.Count <= MostPerRow)
            {
                finder.Compare(row, claims);
            }
        }

        foreach (IGrouping<(int, uint), Clash> one in finder._clashes.GroupBy(static c => (c.Row, c.Head)))
        {
            finder.Write([.. one], ledger);
        }

        // Only of what nothing else in the story contradicts: a pair that is reported needs no near miss beside it.
        foreach (NotConflictDraft miss in finder._nearMisses.Where(m => !finder._clashes.Exists(c => (c.Row, c.Head) == m.Key)).OrderBy(static m => m.Key).Take(MostNearMisses).Select(static m => m.Value))
        {
            ledger.Add(miss);
        }
    }

    private Dictionary<int, List<Claim>> ReadAll()
    {
        Dictionary<int, List<Claim>> byRow = [];
        List<(ContraryPhrase Phrase, int Length)> found = [];
        foreach (SentenceRef at in _story.Statements())
        {
            ArticleSlots article = _story.Articles[at.Article];
            ReadOnlySpan<Token> tokens = article.Article.Text.TokensOf(_story.Sentence(at));
            bool[]? negated = null;
            for (int i = 0; i < tokens.Length; i++)
            {
                found.Clear();
                Contraries.Match(article.Article.Text, tokens, i, found);
                foreach ((ContraryPhrase phrase, int length) in found)
                {
                    negated ??= NegatedTokens(article, at.Sentence);
                    bool holdsNegation = HoldsNegation(article.Article.Text, tokens, i, length);
                    Proposition what = PropositionReader.Read(article, at, i, length, (negated[i] && !holdsNegation) != Negations.IsNon(tokens, i));
                    bool asksOpen = Contraries.KindOf(phrase.Row) == ContraryKind.Open && phrase.Pole > 0;
                    if (asksOpen ? what.Negated : !what.Real)
                    {
                        continue;
                    }

                    if (!byRow.TryGetValue(phrase.Row, out List<Claim>? list))
                    {
                        byRow[phrase.Row] = list = [];
                    }

                    Participant of = phrase.OfNobody ? Participant.None : Affected(article[at.Sentence], what, phrase);
                    of = of.IsEmpty && !phrase.OfNobody ? ClauseParticipants.Affected(article, at.Sentence, i, length, phrase.OfSubject) ?? of : of;
                    bool guess = of.Head.Count == 0 && of.Pronoun >= 0;
                    (IReadOnlyList<SlotWord> head, bool far) = guess ? Antecedent(what, phrase.Row, of.Pronoun) : (of.Head, false);
                    list.Add(new Claim(what, phrase, what.Negated ? -phrase.Pole : phrase.Pole, head, of, guess, far));
                }
            }
        }

        return byRow;
    }

    // What the predicate is said of.
    private static Participant Affected(SentenceSlots slots, Proposition what, ContraryPhrase phrase)
    {
        int next = what.First + what.Count;
        // "She was an experienced climber": she.
        if (phrase.OfSubject && what.First > 1 && slots.Text.TokensOf(slots.Sentence) is var tokens && Appointing.Contains(tokens[what.First - 1].Term) && Copulas.Contains(tokens[what.First - 2].Term))
        {
            return ParticipantReader.Subject(slots, what.First - 2, mayBeParticiple: false);
        }

        if (phrase.OfSubject && IsAttribute(slots, what.First, next))
        {
            return ParticipantReader.Object(slots, next);
        }

        if (!phrase.OfSubject && !what.Passive && (!what.NoObject || ParticipantReader.HasHedgedObject(slots, next)))
        {
            return ParticipantReader.Object(slots, next);
        }

        // "Was \"ill equipped\"": the quotation mark parts no subject from its verb.
        bool quoted = what.First > 1 && slots.Text.TokensOf(slots.Sentence)[what.First - 1] is { Kind: TokenKind.Punctuation } mark && slots.Text.Source[mark.Start] is '"' or '\u201C' or '\u2018' or '\'';
        Participant subject = ParticipantReader.Subject(slots, quoted ? what.First - 1 : what.First, mayBeParticiple: !phrase.OfSubject);
        return subject.IsEmpty ? ParticipantReader.Object(slots, next) : subject;
    }

    // "The intact bridge", "slow relief": the noun after it.
    private static bool IsAttribute(SentenceSlots slots, int first, int next)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        return next < tokens.Length && tokens[next].IsContent && (first == 0 || Attributive.Contains(tokens[first - 1].Term));
    }

    // "It remains intact": the nearest thing before it, in this sentence or the one before, that can be intact.
    private (IReadOnlyList<SlotWord> Of, bool Far) Antecedent(Proposition what, int row, int pronoun)
    {
        ArticleSlots article = _story.Articles[what.At.Article];
        // "The agency said it repelled": it is who said so.
        if (ParticipantReader.SayerBefore(article[what.At.Sentence], pronoun) is { Head.Count: > 0 } sayer)
        {
            return (sayer.Head, false);
        }

        bool human = Personal.Contains(article.Article.Text.TokensOf(_story.Sentence(what.At))[pronoun].Term);
        for (int s = what.At.Sentence; s >= Math.Max(0, what.At.Sentence - 1); s--)
        {
            if (!article.IsStatement(s))
            {
                break;
            }

            SentenceSlots slots = article[s];
            for (int w = slots.Words.Length - 1; w >= 0; w--)
            {
                if ((s < what.At.Sentence || slots.Words[w].Token - slots.Sentence.FirstToken < what.First) && (!human || _context.IsHuman(new SentenceRef(what.At.Article, s), slots.Words[w])) && Contraries.CanBeSaidOf(row, slots.Words[w].Stem, _context.IsPerson(new SentenceRef(what.At.Article, s), slots.Words[w])))
                {
                    return ([slots.Words[w]], s < what.At.Sentence);
                }
            }
        }

        return ([], false);
    }

    private static bool[] NegatedTokens(ArticleSlots article, int sentence)
    {
        SentenceSlots slots = article[sentence];
        bool[] negated = new bool[slots.Sentence.TokenCount];
        if (slots.HasNegation)
        {
            ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
            int[] clauses = new int[tokens.Length];
            ClauseSplitter.Split(slots.Text, tokens, clauses);
            byte[] counts = new byte[tokens.Length];
            NegationScope.Mark(slots.Text, tokens, clauses, counts, new bool[tokens.Length], new bool[tokens.Length]);
            // "Have not said how she died": that she died is no matter of doubt.
            bool asked = false;
            for (int i = 0; i < negated.Length; i++)
            {
                asked = (asked && i > 0 && clauses[i] == clauses[i - 1]) || (Asking.Contains(tokens[i].Term) && counts[i] > 0);
                negated[i] = (counts[i] & 1) != 0 && !asked;
            }
        }

        return negated;
    }

    private static bool HoldsNegation(TokenizedText text, ReadOnlySpan<Token> tokens, int first, int count)
    {
        for (int i = first; i < first + count; i++)
        {
            if (Negations.At(tokens, i, text.Chars(tokens[i])) != NegationReach.None)
            {
                return true;
            }
        }

        return false;
    }

    private void Compare(int row, List<Claim> claims)
    {
        for (int i = 0; i < claims.Count; i++)
        {
            for (int j = i + 1; j < claims.Count; j++)
            {
                Claim a = claims[i];
                Claim b = claims[j];
                if (a.Pole != -b.Pole || !_context.MayConflict(a.What.At, b.What.At) || (a.What.Negated && b.What.Negated))
                {
                    continue;
                }

                if (Contraries.KindOf(row) is ContraryKind.Open or ContraryKind.State && (IsFormer(a) || IsFormer(b)))
                {
                    continue;
                }

                (double shared, double share, uint head) = Contraries.KindOf(row) == ContraryKind.Open || a.Phrase.OfNobody || b.Phrase.OfNobody ? (0, 0, 0u) : Shared(row, a, b);
                // Told by one article both ways: it passed from one to the other, if it is one thing.
                bool passed = Contraries.KindOf(row) == ContraryKind.State && (TellsBoth(claims, a, b) || TellsBoth(claims, b, a));
                if ((passed && (a.Whole.IsIndefinite || b.Whole.IsIndefinite)) || (Contraries.IsOfPeople(row) && !Contraries.IsOfNames(row) && (TellsOnward(claims, a, b) || TellsOnward(claims, b, a))))
                {
                    continue;
                }

                if (MayBeOthers(row, a, b) || shared < LeastShared || share < 0.5)
                {
                    if (TieOf(row, claims, a, b) is { } tie)
                    {
                        _clashes.Add(a.Pole > 0 ? new Clash(row, a, b, 0, 0, (uint)row, false, tie) : new Clash(row, b, a, 0, 0, (uint)row, false, tie));
                    }

                    continue;
                }

                if (WhyNot(row, a, b) is { } why)
                {
                    _nearMisses.TryAdd((row, head), new NotConflictDraft(ConflictKind.Polarity, $"\"{Words(a)}\" and \"{Words(b)}\" ({Contraries.About(row)}): {why}", [a.What.At, b.What.At]));
                    continue;
                }

                double rest = _context.SharedRest(a.What.At, b.What.At);
                double score = Math.Min(1, (0.35 * share) + (0.25 * Math.Min(1, shared / 2.5)) + (0.4 * rest));
                _clashes.Add(a.Pole > 0 ? new Clash(row, a, b, score, shared, head, passed, null) : new Clash(row, b, a, score, shared, head, passed, null));
            }
        }
    }

    // "He survived the fall but died on the way": one sentence tells how it went on.
    private static bool TellsOnward(List<Claim> claims, Claim own, Claim other) => claims.Exists(c => c.What.At == own.What.At && c.Pole == other.Pole && c.Of.Any(w => own.Of.Any(v => IsSame(w, v))));

    // An article that tells both poles of one thing tells how it went on.
    private static bool TellsBoth(List<Claim> claims, Claim own, Claim other) =>
        claims.Exists(c => c.What.At.Article == own.What.At.Article && c.Pole == other.Pole && (c.What.At == own.What.At || c.Of.Any(w => other.Of.Any(v => IsSame(w, v)))));

    // Weight of the shared words and their share of the poorer side, where one that the pair can be said of stands nearest to one of the predicates.
    private (double Shared, double Share, uint Head) Shared(int row, Claim a, Claim b)
    {
        double shared = 0, sumA = 0, sumB = 0;
        uint head = 0;
        for (int i = 0; i < a.Of.Count; i++)
        {
            sumA += a.Of[i].Weight;
            for (int j = 0; j < b.Of.Count; j++)
            {
                if (IsSame(a.Of[i], b.Of[j]))
                {
                    shared += Math.Max(a.Of[i].Weight, b.Of[j].Weight);
                    head = head == 0 && Contraries.CanBeSaidOf(row, a.Of[i].Stem, _context.IsPerson(a.What.At, a.Of[i])) ? a.Of[i].Stem : head;
                    break;
                }
            }
        }

        foreach (SlotWord w in b.Of)
        {
            sumB += w.Weight;
        }

        double least = Math.Min(sumA, sumB);
        if (head == 0 && Contraries.IsOfPeople(row) && CentralHead(a, b) is { } person)
        {
            return (1, 1, person);
        }

        if (head == 0 && Contraries.IsOfPeople(row) && SameCount(a, b) is { } counted)
        {
            return (1.6, 1, counted);
        }

        return head != 0 && least > 0 ? (shared, Math.Min(1, shared / least), head) : (0, 0, 0);
    }

    // "The union rejected the offer" and "the board accepted the offer" exclude nothing.
    private bool DifferBySubject(Claim a, Claim b)
    {
        if (a.Phrase.OfSubject || b.Phrase.OfSubject || a.What.Passive || b.What.Passive || a.What.NoObject || b.What.NoObject)
        {
            return false;
        }

        SlotWord[] x = [.. a.What.Before.Where(w => _context.IsPerson(a.What.At, w))];
        SlotWord[] y = [.. b.What.Before.Where(w => _context.IsPerson(b.What.At, w))];
        return x.Length > 0 && y.Length > 0 && !x.Any(w => y.Any(v => IsSame(w, v)));
    }

    // Why contrary predicates of one thing exclude nothing; null where they do.
    private string? WhyNot(int row, Claim a, Claim b) =>
        DifferBySubject(a, b) ? "different people do it"
        : Contraries.IsOfPeople(row) && !SharePerson(a, b) && _context.DifferByParty(a.What.At, b.What.At) ? "the sentences tell of different people"
        : _context.DifferInScope(a.What, b.What) ? "told of another time or place"
        : Contraries.IsOfAmounts(row) && !_story.Aligned(a.What.At, b.What.At) && (_context.IsNarrower(a.What.At, a.What.Clause, b.What.At) || _context.IsNarrower(b.What.At, b.What.Clause, a.What.At)) ? "one is told of a single place"
        : null;

    private string Words(Claim claim) => (claim.What.Negated ? "not " : "") + _story.Analyzed(claim.What.At.Article).Text.String(claim.What.Span);

    private static bool IsSame(SlotWord a, SlotWord b) => Kinship.AreEqual(a, b);

    private void Write(List<Clash> clashes, ConflictLedger ledger)
    {
        Clash best = clashes.OrderByDescending(static c => c.Score).First();
        ContraryKind kind = Contraries.KindOf(best.Row);
        SentenceRef[] left = [.. clashes.Select(static c => c.A.What.At).Distinct()];
        SentenceRef[] right = [.. clashes.Select(static c => c.B.What.At).Distinct().Where(s => !left.Contains(s))];
        if (right.Length == 0)
        {
            return;
        }

        if (best.Tie is { } tie)
        {
            WriteTied(best, tie, left, right, ledger);
            return;
        }

        bool aligned = clashes.Exists(c => _story.Aligned(c.A.What.At, c.B.What.At));
        bool hedged = best.A.What.Hedged || best.B.What.Hedged;
        bool update = kind == ContraryKind.State && (best.Passed || _context.TimeExplains(left, right));
        string x = Unmarked(_story.Analyzed(best.A.What.At.Article).Text.String(best.A.What.Span));
        string y = Unmarked(_story.Analyzed(best.B.What.At.Article).Text.String(best.B.What.Span));
        // Of a certain thing: named, told by two words or more, or "the" one on both sides.
        bool certain = aligned || best.Shared >= 1.6 || (best.A.Whole.IsDefinite && best.B.Whole.IsDefinite);
        Severity severity = Contraries.IsOfNames(best.Row) || best.A.IsGuess || best.B.IsGuess || best.Passed || !certain || (Contraries.IsOfPeople(best.Row) && IsSomebody(best)) ? Severity.Low
            : aligned && best.Score >= 0.75 && kind == ContraryKind.Fact && !hedged ? Severity.High
            : best.Score >= 0.6 || (aligned && best.Score >= 0.5) ? Severity.Medium
            : Severity.Low;
        string of = string.Join(' ', best.A.Of.Where(w => best.B.Of.Any(v => Kinship.AreEqual(v, w))).Reverse().Select(w => _story.Slots(best.A.What.At).WordText(w)));
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Polarity,
            Severity = (Severity)Math.Min((int)severity, (int)(update || kind != ContraryKind.Fact ? Severity.Medium : Severity.High)),
            About = of,
            ExplainedBy = update ? ConflictExplanation.Update : ConflictExplanation.None,
            Explanation = $"{(of.Length == 0 ? Contraries.About(best.Row) : $"{of} ({Contraries.About(best.Row)})")}: \"{(best.A.What.Negated ? "not " : "")}{x}\" and \"{(best.B.What.Negated ? "not " : "")}{y}\" exclude each other",
            Sides = [new SideDraft(x, left), new SideDraft(y, right)],
            Details = [.. clashes.Select(c => string.Create(CultureInfo.InvariantCulture, $"polarity: contraries \"{Contraries.About(c.Row)}\" ({Told(kind)}): \"{Words(c.A)}\" against \"{Words(c.B)}\"; said of {(of.Length == 0 ? "one person, named on one side only" : $"\"{of}\" on both sides")}; score {c.Score:0.00}"))],
        });
    }

    private static string Told(ContraryKind kind) => kind switch
    {
        ContraryKind.Fact => "it is so or it is not",
        ContraryKind.State => "a thing may pass from one to the other",
        _ => "more or less of one thing",
    };

    // A quotation mark inside the predicate has no mate in it.
    private static string Unmarked(string words) => string.Concat(words.Where(static c => c is not ('"' or '\u201C' or '\u201D')));

    private sealed record Claim(Proposition What, ContraryPhrase Phrase, int Pole, IReadOnlyList<SlotWord> Of, Participant Whole, bool IsGuess, bool IsFar);

    private sealed record Clash(int Row, Claim A, Claim B, double Score, double Shared, uint Head, bool Passed, string? Tie);
}
