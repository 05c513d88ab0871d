using System.Collections.Frozen;
using System.Globalization;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds what one text says did not happen and another says did, anywhere in a story: "no shots were fired", "fired three shots".</summary>
/// <remarks>
/// The negated words ("not wearing crampons") must be found together and not negated in the other text; words that only report ("were reported",
/// "is believed") are passed over. Time linear in the negations times the sentences that hold the negated word or one of its class.
/// </remarks>
internal sealed class NegationConflicts
{
    // Sentences looked at for one negated word; a word of more is too common to tell.
    private const int MostCandidates = 200;

    // Tokens around the stated word in which the other negated words must stand.
    private const int Near = 9;

    // Least share of the negated words that the stating sentence holds; the names and things they are said of.
    private const double ScopeCovered = 0.75;
    private const double SubjectCovered = 0.5;

    private const int MostScope = 7;

    private static readonly FrozenSet<uint> Transparent = Set("report", "reported", "reports", "believed", "thought", "said", "say", "says", "told", "know", "known", "knew", "expected", "confirmed", "appear", "appeared", "seem", "seemed", "immediately", "yet", "far", "time", "single", "one", "actually", "really", "even", "ever", "any", "much", "many", "very", "quite", "fully", "completely", "entirely", "also", "still", "initially", "apparently", "people", "person", "anyone", "was", "were", "case", "cases", "moment", "point", "stage", "sign", "signs", "evidence", "indication", "reason", "need", "way", "doubt", "comment", "available", "additional", "further", "new", "major", "serious", "significant", "official", "immediate");
    private static readonly FrozenSet<uint> Speech = Set("say", "said", "tell", "told", "comment", "respond", "return", "returned", "reply", "reveal", "disclose", "identify", "name", "elaborate", "give", "want", "believe", "think", "know", "understand", "expect", "feel", "like", "care", "mind", "mean", "matter", "look", "seem", "appear", "hesitate", "forget", "remember", "imagine", "worry", "go", "going", "come", "get", "make", "take", "let", "see", "help", "stop", "need", "required", "require", "surprising", "surprised", "surprise", "clear", "sure", "certain", "enough", "easy", "possible", "able", "mention", "specify", "release", "released", "provide", "good", "bad", "better", "worth", "happy", "true", "right", "wrong", "reached", "reach", "contacted", "determined", "determine", "established", "decided", "decide", "known", "unclear", "explain", "speak", "talk", "answer");
    private static readonly FrozenSet<uint> Light = Set("have", "had", "has", "carry", "carrying", "carried", "hold", "holding", "find", "found", "receive", "received", "show", "shown", "use", "used", "cause", "caused", "suffer", "suffered", "bring", "made", "taken", "given", "put", "point", "pointed", "exist", "exists", "got", "keep", "kept");
    private static readonly FrozenSet<uint> ModalBefore = Set("can", "could", "would", "should", "will", "may", "might", "must", "shall", "if", "why", "whether", "unless", "hope", "hoped", "hopes", "that's", "to", "please");
    private static readonly FrozenSet<uint> ModalSelf = Set("can't", "cannot", "cant", "couldn't", "couldnt", "wouldn't", "wouldnt", "shouldn't", "shouldnt", "won't", "wont", "mustn't", "needn't", "never");
    private static readonly FrozenSet<uint> Restricting = Set("other", "further", "more", "additional", "new", "official", "immediate", "such", "longer", "of", "real", "clear", "way", "like", "a", "an", "the", "his", "her", "its", "their", "need", "reason", "plans", "plan", "sense", "point", "choice", "idea", "word", "telling", "one", "where", "just", "necessarily", "too", "so", "very", "even", "enough", "because");
    private static readonly FrozenSet<uint> Dropping = Set("out", "without", "lack", "less", "instead", "rather", "than");
    private static readonly FrozenSet<uint> Be = Set("is", "are", "was", "were", "isn't", "wasn't", "aren't", "weren't", "'s", "be", "been");
    private static readonly FrozenSet<uint> Articles = Set("a", "an", "the", "his", "her", "its", "their", "any");
    private static readonly uint Nothing = TermHash.Of("nothing");
    private static readonly FrozenSet<uint> Objects = Set("them", "him", "her", "it", "us", "me", "that", "this", "so");
    private static readonly FrozenSet<uint> Conditions = Set("where", "when", "if", "unless", "whether", "once");
    private static readonly FrozenSet<uint> Single = Set("single", "one");

    // Harm that is denied of everybody needs no more in common than the story.
    private static readonly FrozenSet<int> Harm = new[] { "injure", "kill", "die", "arrest", "shoot" }.Select(ActLexicon.Default.ClassNamed).Where(static c => c >= 0).ToFrozenSet();
    private static readonly FrozenSet<uint> YetWords = Set("yet", "far", "still", "immediately", "initially");
    private static readonly FrozenSet<uint> FirstPersons = Set("i", "i'm", "i've", "we", "we're", "we've", "you", "you're", "my", "our", "your");

    private readonly StoryContext _story;
    private readonly ClaimContext _context;
    private readonly Dictionary<uint, List<(SentenceRef At, int Word)>> _byStem = [];
    private readonly Dictionary<int, List<(SentenceRef At, int Word)>> _byAct = [];
    private readonly List<Clash> _clashes = [];

    private NegationConflicts(StoryContext story, ClaimContext context)
    {
        _story = story;
        _context = context;
    }

    /// <summary>Adds the conflicts to the ledger.</summary>
    public static void Find(StoryContext story, ClaimContext context, ConflictLedger ledger)
    {
        NegationConflicts finder = new(story, context);
        List<Denial> denials = [.. finder.ReadDenials()];
        finder.IndexWords(denials);
        foreach (Denial d in denials)
        {
            finder.Compare(d);
        }

        foreach (IGrouping<(uint, int), Clash> one in finder._clashes.GroupBy(static c => (c.Denial.Core.Stem, c.Denial.Said.Length)))
        {
            finder.Write([.. one], ledger);
        }
    }

    private IEnumerable<Denial> ReadDenials()
    {
        foreach (SentenceRef at in _context.Statements())
        {
            SentenceSlots slots = _story.Slots(at);
            if (!slots.HasNegation || slots.Certainty >= Certainty.Denied || slots.Text.Source[slots.Sentence.Span.End - 1] == '?')
            {
                continue;
            }

            ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
            List<Denial> found = [];
            int[] clauses = new int[tokens.Length];
            ClauseSplitter.Split(slots.Text, tokens, clauses);
            for (int i = 0; i < tokens.Length; i++)
            {
                NegationReach reach = tokens[i].IsWord ? Negations.At(tokens, i, slots.Text.Chars(tokens[i])) : NegationReach.None;
                if (reach is NegationReach.Verbal or NegationReach.Determiner or NegationReach.Subject && Read(at, slots, tokens, clauses, i, reach) is { } denial)
                {
                    found.Add(denial);
                }
            }

            foreach (Denial d in found)
            {
                yield return d;
            }
        }
    }

    private static Denial? Read(SentenceRef at, SentenceSlots slots, ReadOnlySpan<Token> tokens, int[] clauses, int cue, NegationReach reach)
    {
        if (ModalSelf.Contains(tokens[cue].Term) || FirstPerson(tokens, clauses, cue))
        {
            return null;
        }

        // "Not a single shot": none.
        if (cue + 2 < tokens.Length && Articles.Contains(tokens[cue + 1].Term) && Single.Contains(tokens[cue + 2].Term))
        {
            reach = NegationReach.Determiner;
        }

        // "No other offer", "not the first", "not just a clerk": less than the whole is denied.
        // ", not a rifle" sets one thing against another.
        bool contrast = cue > 0 && tokens[cue - 1].Kind == TokenKind.Punctuation && reach == NegationReach.Verbal;
        uint next = cue + 1 < tokens.Length ? tokens[cue + 1].Term : 0;
        bool copula = Be.Contains(tokens[cue].Term) || (cue > 0 && Be.Contains(tokens[cue - 1].Term));
        if (contrast || tokens[cue].Term == Nothing || (Restricting.Contains(next) && (copula || reach != NegationReach.Verbal || next != Article(next))))
        {
            return null;
        }

        int start = cue;
        while (start > 0 && clauses[start - 1] == clauses[cue])
        {
            start--;
        }

        if (Conditions.Contains(tokens[start].Term))
        {
            return null;
        }

        bool yet = false;
        for (int i = Math.Max(0, cue - 3); i < cue; i++)
        {
            if (ModalBefore.Contains(tokens[i].Term))
            {
                return null;
            }
        }

        // "yet to regain": the cue is the first of the pair.
        List<SlotWord> said = [];
        List<SlotWord> subject = [];
        foreach (SlotWord w in slots.Words)
        {
            int t = w.Token - slots.Sentence.FirstToken;
            yet |= clauses[t] == clauses[cue] && YetWords.Contains(w.Term);
            if (PropositionReader.IsTime(w.Term) || !tokens[t].IsWord)
            {
                continue;
            }

            if (t > cue && clauses[t] == clauses[cue] && said.Count < MostScope && !w.Unreal)
            {
                if (reach == NegationReach.Verbal && said.Count == 0 && (Transparent.Contains(w.Term) || Speech.Contains(w.Term)))
                {
                    return null;
                }

                if (!Transparent.Contains(w.Term))
                {
                    said.Add(w);
                }
            }
            else if (t < cue && cue - t <= 8 && clauses[t] >= clauses[cue] - 1)
            {
                subject.Add(w);
            }
        }

        if (said.Count == 0)
        {
            return null;
        }

        int core = 0;
        while (core < said.Count - 1 && Light.Contains(said[core].Term))
        {
            core++;
        }

        if (Speech.Contains(said[core].Term) || Light.Contains(said[core].Term) || Transparent.Contains(said[core].Term) || said[core].Token - slots.Sentence.FirstToken - cue > 6)
        {
            return null;
        }

        // "Was not Smith" tells who it was not; "did not meet them" leaves open whom.
        int afterCore = said[core].Token - slots.Sentence.FirstToken + 1;
        if (ActIndex.IsCapitalised(slots.Text, said[core]) || (afterCore < tokens.Length && Objects.Contains(tokens[afterCore].Term)))
        {
            return null;
        }

        for (int i = 0; i < tokens.Length; i++)
        {
            yet |= clauses[i] == clauses[cue] && YetWords.Contains(tokens[i].Term);
        }

        return new Denial(at, new TextSpan(tokens[cue].Start, slots.Text.Tokens[said[^1].Token].End), said[core], [.. said], [.. subject], reach != NegationReach.Verbal, yet, subject.Count > 0 && ActIndex.IsCapitalised(slots.Text, subject[^1]));
    }

    // "Did not cause a fire" denies the fire; "was not a teacher" compares.
    private static uint Article(uint term) => Articles.Contains(term) ? term : 0;

    private static bool FirstPerson(ReadOnlySpan<Token> tokens, int[] clauses, int cue)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (clauses[i] == clauses[cue] && FirstPersons.Contains(tokens[i].Term))
            {
                return true;
            }
        }

        return false;
    }

    private void IndexWords(List<Denial> denials)
    {
        HashSet<uint> stems = [.. denials.Select(static d => d.Core.Stem)];
        HashSet<int> acts = [.. denials.SelectMany(static d => Acts(d.Core.Term))];
        foreach (SentenceRef at in _context.Statements())
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
        return acts.Count <= 2 && !acts.Exists(ActIndex.IsSpeech) ? acts : [];
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

        // "No gun was found" and "the gun was not found" say one thing; "out of timeouts" denies as well.
        if (Array.Exists(other.Words, v => v.Clause == stated.Clause && v.Negated) || (t > 0 && Dropping.Contains(tokens[t - 1].Term)) || (t > 1 && Dropping.Contains(tokens[t - 2].Term)))
        {
            return null;
        }

        bool byAct = stated.Stem != d.Core.Stem && Kinship.Of(stated.Stem, d.Core.Stem) == KinKind.None;
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
            bool hit = IsNear(other, t, w, word);
            subject += w.Weight;
            subjectHit += hit ? w.Weight : 0;
            head |= hit && (i == d.Subject.Length - 1 || (i == d.Subject.Length - 2 && !d.NearestIsName));
        }

        if ((!d.IsUniversal && (!head || subjectHit < SubjectCovered * Math.Min(subject, 2))) || _context.DifferInScope(d.At, at) || _context.DifferByParty(d.At, at))
        {
            return null;
        }

        double rest = _context.SharedRest(d.At, at);
        double matched = scopeHit + subjectHit;
        if (byAct && matched < 2 && rest < 0.3)
        {
            return null;
        }

        double score = Math.Min(1, (0.35 * Math.Min(1, matched / 4)) + (0.2 * (subject == 0 ? 0.5 : subjectHit / subject)) + (0.35 * rest) + (0.1 * Math.Min(1, others)));
        bool harm = d.IsUniversal && others == 0 && Acts(d.Core.Term).Exists(Harm.Contains) && (what.Before.Count > 0 || what.After.Count > 0);
        return (matched < 1.2 || rest < 0.2) && !harm ? null : new Clash(d, what, stated, score);
    }

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

    private static bool Same(SlotWord a, SlotWord b) => a.Stem == b.Stem || Kinship.Of(a.Stem, b.Stem) != KinKind.None;

    private void Write(List<Clash> clashes, ConflictLedger ledger)
    {
        Clash best = clashes.OrderByDescending(static c => c.Score).First();
        SentenceRef[] denied = [.. clashes.Select(static c => c.Denial.At).Distinct()];
        SentenceRef[] stated = [.. clashes.Select(static c => c.What.At).Distinct().Where(s => !denied.Contains(s))];
        if (stated.Length == 0)
        {
            return;
        }

        bool aligned = clashes.Exists(c => _story.Aligned(c.Denial.At, c.What.At));
        bool update = best.Denial.NotYet && _context.TimeExplains(stated, denied);
        string no = _story.Analyzed(best.Denial.At.Article).Text.String(best.Denial.Span);
        string yes = _story.Analyzed(best.What.At.Article).Text.String(best.What.Span);
        Severity severity = aligned && best.Score >= 0.8 && !update && !best.What.Hedged ? Severity.High
            : best.Score >= (aligned ? 0.55 : 0.62) ? Severity.Medium
            : Severity.Low;
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Polarity,
            Severity = severity,
            About = yes,
            ExplainedBy = update ? ConflictExplanation.Update : ConflictExplanation.None,
            Explanation = $"\"{yes}\" is stated on one side and negated on the other (\"{no}\")",
            Sides = [new SideDraft(no, denied), new SideDraft(yes, stated)],
            Details = [.. clashes.Select(c => string.Create(CultureInfo.InvariantCulture, $"polarity: negated \"{_story.Slots(c.Denial.At).WordText(c.Denial.Core)}\", stated \"{_story.Slots(c.What.At).WordText(c.Stated)}\"; score {c.Score:0.00}"))],
        });
    }

    private static FrozenSet<uint> Set(params string[] words) => words.Select(static w => TermHash.Of(w)).ToFrozenSet();

    private sealed record Denial(SentenceRef At, TextSpan Span, SlotWord Core, SlotWord[] Said, SlotWord[] Subject, bool IsUniversal, bool NotYet, bool NearestIsName);

    private sealed record Clash(Denial Denial, Proposition What, SlotWord Stated, double Score);
}
