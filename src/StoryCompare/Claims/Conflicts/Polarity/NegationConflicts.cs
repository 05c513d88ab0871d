using System.Collections.Frozen;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds what one text says did not happen and another says did, anywhere in a story: "no shots were fired", "fired three shots".</summary>
/// <remarks>
/// The negated words ("not wearing crampons") must be found together and not negated in the other text; words that only report ("were reported",
/// "is believed") are passed over. Time linear in the negations times the sentences that hold the negated word or one of its class.
/// </remarks>
internal sealed partial class NegationConflicts
{
    // Sentences looked at for one negated word; a word of more is too common to tell.
    private const int MostCandidates = 200;

    // Tokens around the stated word in which the other negated words must stand.
    private const int Near = 9;

    // Near misses told a story.
    private const int MostNearMisses = 8;

    // Weight of a noun, and sentences that state it, by which a thing that is denied to exist is known.
    private const double RareWeight = 1.0;
    private const int FewSentences = 5;

    // Least share of the negated words that the stating sentence holds; the names and things they are said of.
    private const double ScopeCovered = 0.75;
    private const double SubjectCovered = 0.5;

    private static readonly TermSet Nominal = WordSets.Of("participant.determiners");
    private static readonly TermSet Light = WordSets.Of("denial.light");
    private static readonly TermSet Dropping = TermHash.SetOf("out", "without", "lack", "less", "instead", "rather", "than");
    private static readonly TermSet Trying = TermHash.SetOf("tried", "try", "tries", "trying", "attempted", "attempting", "attempt", "attempts");
    private static readonly TermSet Personal = TermHash.SetOf("he", "she");
    private static readonly TermSet Animals = EmbeddedData.Rows("claim_words.tsv", "denial.animals").SelectMany(static r => r[1].Split(' ')).Select(WordTable.StemOf).ToTermSet();
    private static readonly TermSet Barely = WordSets.Of("stated.barely");
    private static readonly TermSet Articles = WordSets.Of("denial.articles");

    private static readonly TermSet Seeming = TermHash.SetOf("appear", "seem", "believe", "think", "suspect", "suggest", "indicate", "mean", "indication", "evidence", "sign");

    // What is told as it stands when the text was written.
    private static readonly FrozenSet<int> Status = new[] { "arrest", "charge", "identify" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0).ToFrozenSet();

    private const double LeastHarmScore = 0.4;

    // Share of the poorer sentence that harm needs beside it.
    private const double LeastOfHarm = 0.2;

    // Harm that is denied of everybody needs no more in common than the story.
    private static readonly FrozenSet<int> Harm = new[] { "injure", "kill", "die", "arrest", "shoot" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0).ToFrozenSet();

    private readonly StoryContext _story;
    private readonly ClaimContext _context;
    private readonly Dictionary<uint, List<(SentenceRef At, int Word)>> _byStem = [];
    private readonly Dictionary<int, List<(SentenceRef At, int Word)>> _byAct = [];
    private readonly List<Clash> _clashes = [];
    private readonly Dictionary<uint, NotConflictDraft> _nearMisses = [];

    private NegationConflicts(StoryContext story, ClaimContext context)
    {
        _story = story;
        _context = context;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, ClaimContext context, ConflictLedger ledger)
    {
        NegationConflicts finder = new(story, context);
        List<Denial> denials = [.. DenialReader.ReadAll(story, context)];
        finder.IndexWords(denials);
        foreach (Denial d in denials)
        {
            finder.Compare(d);
        }

        foreach (IGrouping<(uint, int), Clash> one in finder._clashes.GroupBy(static c => (c.Denial.Core.Stem, c.Denial.Said.Length)))
        {
            finder.Write([.. one], ledger);
        }

        foreach (NotConflictDraft miss in finder._nearMisses.Where(m => !finder._clashes.Exists(c => c.Denial.Core.Stem == m.Key)).Select(static m => m.Value))
        {
            ledger.Add(miss);
        }
    }

    private void IndexWords(List<Denial> denials)
    {
        HashSet<uint> stems = [.. denials.Select(static d => d.Core.Stem)];
        HashSet<int> acts = [.. denials.SelectMany(static d => Acts(d.Core.Term))];
        foreach (SentenceRef at in _story.Statements())
        {
            SentenceSlots slots = _story.Slots(at);
            for (int w = 0; w < slots.Words.Length; w++)
            {
                SlotWord word = slots.Words[w];
                if (word.Negated || word.Unreal)
                {
                    continue;
                }

                if (stems.Contains(word.Stem))
                {
                    Add(_byStem, word.Stem, (at, w));
                }

                foreach (int act in Acts(word.Term))
                {
                    if (acts.Contains(act))
                    {
                        Add(_byAct, act, (at, w));
                    }
                }
            }
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<(SentenceRef, int)>> index, TKey key, (SentenceRef, int) at)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out List<(SentenceRef, int)>? list))
        {
            index[key] = list = [];
        }

        list.Add(at);
    }

    private static List<int> Acts(uint term)
    {
        List<int> acts = [];
        foreach (ActLexicon.Entry e in ActLexicon.Default.EntriesOf(term))
        {
            acts.Add(e.Class);
        }

        // A word of many senses tells none; a word for saying tells that somebody spoke.
        return acts.Count <= 2 && !acts.Exists(SpeechActs.Contains) ? acts : [];
    }

    private void Compare(Denial d)
    {
        HashSet<(SentenceRef, int)> seen = [];
        IEnumerable<(SentenceRef At, int Word)> candidates = _byStem.GetValueOrDefault(d.Core.Stem) ?? [];
        foreach (int act in Acts(d.Core.Term))
        {
            candidates = candidates.Concat(_byAct.GetValueOrDefault(act) ?? []);
        }

        int count = 0;
        foreach ((SentenceRef at, int word) in candidates)
        {
            if (!seen.Add((at, word)) || !_context.MayConflict(d.At, at) || ++count > MostCandidates)
            {
                continue;
            }

            if (Score(d, at, word) is { } clash)
            {
                _clashes.Add(clash);
            }
        }
    }

    private Clash? Score(Denial d, SentenceRef at, int word)
    {
        SentenceSlots other = _story.Slots(at);
        SlotWord stated = other.Words[word];
        int t = stated.Token - other.Sentence.FirstToken;
        ReadOnlySpan<Token> tokens = other.Text.TokensOf(other.Sentence);
        if (other.Certainty >= Certainty.Unconfirmed)
        {
            return null;
        }

        Proposition what = PropositionReader.Read(_story.Articles[at.Article], at, t, 1, negated: false);
        if (!what.Real)
        {
            return null;
        }

        // "Not at the church" says nothing of "the Adler Church", "did not practice" nothing of "the practice squad"; what was almost so was not.
        bool named = !_story.Analyzed(d.At.Article).Text.Tokens[d.Core.Token].IsCapitalised && t > 0 && tokens[t].IsCapitalised;
        bool attribute = !d.IsUniversal && t > 0 && t + 1 < tokens.Length && tokens[t - 1].IsContent && tokens[t + 1].IsContent && stated.Stem == d.Core.Stem && stated.Term == d.Core.Term;
        if (named || attribute || IsTried(tokens, t) || Negations.IsNon(tokens, t) || (t > 0 && Barely.Contains(tokens[t - 1].Term)))
        {
            return null;
        }

        // "A river does not vote" says nothing of "164 votes".
        if (!d.IsUniversal && d.Said[0] == d.Core && t > 0 && (tokens[t - 1].Kind == TokenKind.Number || Nominal.Contains(tokens[t - 1].Term)))
        {
            return null;
        }

        // "No gun was found" and "the gun was not found" say one thing; "out of timeouts" denies as well.
        if (Array.Exists(other.Words, v => v.Clause == stated.Clause && v.Negated) || TellsBothInQuotation(other, at, stated, d.Core) || (t > 0 && Dropping.Contains(tokens[t - 1].Term)) || (t > 1 && Dropping.Contains(tokens[t - 2].Term)))
        {
            return null;
        }

        KinKind kin = Kinship.Of(stated.Stem, d.Core.Stem);
        // "No children" says nothing of "a girl next door".
        // "Nobody was killed" says nothing of a cow.
        if (d.IsUniversal && Harm.Overlaps(Acts(d.Core.Term)) && what.Before.Concat(what.After).Any(static w => Animals.Contains(w.Stem)) && !what.Before.Concat(what.After).Any(w => _context.IsPerson(at, w)) || d.IsUniversal && kin is KinKind.FirstIsGeneral or KinKind.SecondIsGeneral && stated.Stem != d.Core.Stem)
        {
            return null;
        }

        // "None of those who were shot was badly hurt": denied as well, however far from the verb.
        if (other.HasNegation)
        {
            for (int i = 0; i < t; i++)
            {
                if (tokens[i].IsWord && Negations.At(tokens, i, other.Text.Chars(tokens[i])) == NegationReach.Subject)
                {
                    return null;
                }
            }
        }

        bool byAct = stated.Stem != d.Core.Stem && kin == KinKind.None;
        // "No suspects", "police believe": only what befalls people is one under verb and noun.
        if (byAct && d.IsUniversal && !Harm.Overlaps(Acts(d.Core.Term)))
        {
            return null;
        }

        double scope = 0, scopeHit = 0;
        int others = 0;
        bool nextMissing = false;
        foreach (SlotWord w in d.Said)
        {
            bool light = Light.Contains(w.Term);
            bool core = w == d.Core;
            bool hit = core || light || IsNear(other, t, w, word);
            double weight = light ? 0.2 : w.Weight;
            scope += weight;
            scopeHit += hit ? weight : 0;
            others += hit && !core && !light ? 1 : 0;
            // "Does not rent the mill" says nothing of "were at the mill": the verb is what is denied.
            nextMissing |= !hit && !light && !d.IsUniversal && w.Token < d.Core.Token && w.Token == d.Said[0].Token;
            nextMissing |= !hit && w.Token > d.Core.Token && w.Token - d.Core.Token <= 4;
        }

        if (nextMissing || scopeHit < ScopeCovered * scope || (byAct && others == 0 && d.Said.Length > 1))
        {
            return null;
        }

        // Who did not: the name or noun nearest to the negation must take part in what is stated.
        double subject = 0, subjectHit = 0;
        bool head = false;
        for (int i = d.Subject.Length - 1; i >= 0; i--)
        {
            SlotWord w = d.Subject[i];
            bool hit = IsNear(other, t, w, word) || IsOneNear(d.At, w, at, t);
            subject += w.Weight;
            subjectHit += hit ? w.Weight : 0;
            head |= hit && (i == d.Subject.Length - 1 || (i == d.Subject.Length - 2 && !d.NearestIsName));
        }

        // "She never agreed": of whom the story tells, she and her name are one.
        bool central = d.OfPronoun && d.Subject.Length == 0 && (others > 0 || stated.Weight >= RareWeight) && IsOfCentral(at, t);
        if (central)
        {
            (head, subject, subjectHit) = (true, 1, 1);
        }

        if (!d.IsUniversal && (!head || subjectHit < SubjectCovered * Math.Min(subject, 2)))
        {
            return null;
        }

        bool party = _context.DifferByParty(d.At, at);
        if (party || _context.DifferInScope(d.At, at))
        {
            if (!d.IsUniversal && _nearMisses.Count < MostNearMisses)
            {
                string no = _story.Analyzed(d.At.Article).Text.String(d.Span);
                _nearMisses.TryAdd(d.Core.Stem, new NotConflictDraft(ConflictKind.Polarity, $"\"{no}\" and \"{other.WordText(stated)}\": {(party ? "the sentences tell of different people" : "told of another time or place")}", [d.At, at]));
            }

            return null;
        }

        // "No arrests have been made": so far. Only an earlier text can contradict it.
        if (d.IsUniversal && Array.Exists(d.Said, w => Status.Overlaps(Acts(w.Term))) && !_context.IsLater([d.At], [at]))
        {
            return null;
        }

        double rest = _context.SharedRest(d.At, at);
        double matched = scopeHit + subjectHit;
        if (byAct && ((matched < 2 && rest < 0.3) || (!d.IsUniversal && rest < 0.3 && !_story.Aligned(d.At, at))))
        {
            return null;
        }

        double score = Math.Min(1, (0.35 * Math.Min(1, matched / 4)) + (0.2 * (subject == 0 ? 0.5 : subjectHit / subject)) + (0.35 * rest) + (0.1 * Math.Min(1, others)));
        // "No note was left", "the note he wrote": what so few sentences speak of is one thing.
        bool rare = d.IsUniversal && stated.Stem == d.Core.Stem && stated.Weight >= RareWeight && !tokens[t].IsCapitalised && _byStem[d.Core.Stem].Count <= FewSentences && IsNoun(tokens, t);
        bool harm = d.IsUniversal && others == 0 && Acts(d.Core.Term).Exists(Harm.Contains) && (what.Before.Count > 0 || what.After.Count > 0);
        return ((matched < 1.2 || rest < 0.2) && !(harm && rest >= LeastOfHarm && score >= LeastHarmScore) && !rare) || IsAlsoDenied(other, tokens, t) ? null : new Clash(d, what, stated, score);
    }

    // "It does not appear that it was about money": denied from the clause before.
    private static bool IsAlsoDenied(SentenceSlots other, ReadOnlySpan<Token> tokens, int at)
    {
        for (int i = at - 1; i > 0; i--)
        {
            if (Seeming.Contains(tokens[i].Term))
            {
                return Negations.At(tokens, i - 1, other.Text.Chars(tokens[i - 1])) != NegationReach.None || (i > 1 && Negations.At(tokens, i - 2, other.Text.Chars(tokens[i - 2])) != NegationReach.None);
            }
        }

        return false;
    }

    // "Tried to find the key": got or not.
    private static bool IsTried(ReadOnlySpan<Token> tokens, int at)
    {
        for (int i = Math.Max(0, at - 5); i < at; i++)
        {
            if (Trying.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNoun(ReadOnlySpan<Token> tokens, int at)
    {
        int before = at - 1;
        while (before >= 0 && at - before <= 2 && tokens[before].IsContent)
        {
            before--;
        }

        return before >= 0 && (Nominal.Contains(tokens[before].Term) || tokens[before].Kind == TokenKind.Number);
    }

    // "They have no vote, so we voted for them": who says both in one breath contradicts nobody.
    private bool TellsBothInQuotation(SentenceSlots slots, SentenceRef at, SlotWord stated, SlotWord core) =>
        _story.Analyzed(at.Article).Quotes.Around(slots.Text.Tokens[stated.Token].Span) is { } quote
            && Array.Exists(slots.Words, v => v.Negated && Same(v, core) && quote.Span.Contains(slots.Text.Tokens[v.Token].Span));

    private static bool IsNear(SentenceSlots other, int at, SlotWord word, int except)
    {
        for (int i = 0; i < other.Words.Length; i++)
        {
            if (i != except && !other.Words[i].Negated && Math.Abs(other.Words[i].Token - other.Sentence.FirstToken - at) <= Near && Same(other.Words[i], word))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOfCentral(SentenceRef at, int token)
    {
        SentenceSlots slots = _story.Slots(at);
        if (_context.CentralPerson is null)
        {
            return false;
        }

        Participant subject = ParticipantReader.Subject(slots, token, mayBeParticiple: false);
        return subject.Pronoun >= 0 ? Personal.Contains(slots.Text.TokensOf(slots.Sentence)[subject.Pronoun].Term) : subject.Head.Any(w => _context.IsCentralPerson(at, w));
    }

    // "Ada" and "Berg" name one person.
    private bool IsOneNear(SentenceRef deniedAt, SlotWord word, SentenceRef at, int token)
    {
        if (_context.PersonOf(deniedAt, word) is not { } person)
        {
            return false;
        }

        SentenceSlots other = _story.Slots(at);
        return Array.Exists(other.Words, w => Math.Abs(w.Token - other.Sentence.FirstToken - token) <= Near && _context.PersonOf(at, w) == person);
    }

    private static bool Same(SlotWord a, SlotWord b) => a.Stem == b.Stem || Kinship.Of(a, b) != KinKind.None;

    private sealed record Clash(Denial Denial, Proposition What, SlotWord Stated, double Score);
}
