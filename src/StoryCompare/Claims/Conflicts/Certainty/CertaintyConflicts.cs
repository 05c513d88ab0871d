using System.Collections.Frozen;
using StoryCompare.Alignment;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Quotes;
using StoryCompare.Text;
using StoryCompare.Text.Lexicon;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds what one text says is not known, not confirmed or denied, and another states.</summary>
internal sealed class CertaintyConflicts
{
    // Least share of the doubted words, and of the names among them, that a stating sentence carries.
    private const double DoubtCovered = 0.48;
    private const double NamesCovered = 0.5;

    // Fewest doubted words in a stating sentence, and their least weight: two that are not among the commonest.
    private const int FewestWords = DoubtReader.FewestWords;
    private const double LeastWeight = 1.7;

    // Doubted words that stand side by side in the stating sentence too, and what each adds.
    private const int Beside = 3;
    private const double OrderBonus = 0.04;

    // Taken from a sentence that names the parties of what is doubted but tells another act; by judgement.
    private const double ActMissing = 0.2;

    // Letters that words of one root share at least.
    private const int ShortestRoot = 5;

    // The share from which a conflict is no longer low.
    private const double WellCovered = 0.75;

    // The share from which the stating sentence need not be aligned.
    private const double Nearly = 0.95;


    private readonly StoryContext _story;
    private readonly ActIndex _index;
    private readonly ClaimContext _context;
    private readonly DoubtReader _reader;
    private readonly WordIndex _words;
    private readonly List<Doubt> _doubts = [];

    private CertaintyConflicts(StoryContext story, ActIndex index, WordIndex words, ClaimContext context)
    {
        _story = story;
        _index = index;
        _words = words;
        _context = context;
        _reader = new DoubtReader(story, context);
    }

    /// <summary>Adds the certainty conflicts of a story: across articles, and inside one.</summary>
    public static void Find(StoryContext story, WordIndex words, ClaimContext context, ConflictLedger ledger)
    {
        SentenceRef[] doubts = [.. story.Statements().Where(at => story.Slots(at).Certainty >= Certainty.Unconfirmed)];
        CertaintyConflicts finder = new(story, new ActIndex(story, doubts), words, context);
        foreach (SentenceRef at in doubts)
        {
            finder.Doubted(at);
        }

        finder.WriteAll(ledger);
    }

    // Doubts of one claim in several articles make one conflict; of copies that contradict themselves the first stands for all.
    private void WriteAll(ConflictLedger ledger)
    {
        foreach (IGrouping<(long, bool), Doubt> one in _doubts.GroupBy(d => (_story.KeyOf(d.At), d.IsInternal)))
        {
            Doubt first = one.First();
            Dictionary<SentenceRef, double> stating = [];
            foreach ((SentenceRef at, double score) in first.IsInternal ? first.Stating : one.SelectMany(static d => d.Stating))
            {
                stating[at] = Math.Max(score, stating.GetValueOrDefault(at));
            }

            List<SentenceRef> doubts = first.IsInternal ? [first.At] : [.. one.Select(static d => d.At)];
            Write(doubts, [.. stating.Where(s => !doubts.Contains(s.Key)).OrderBy(static s => s.Key.Article).ThenBy(static s => s.Key.Sentence).Select(static s => (s.Key, s.Value))], one.Any(static d => d.OwnToo), ledger);
        }
    }

    private void Doubted(SentenceRef doubt)
    {
        SlotWord[] doubted = _reader.Read(doubt);
        if (doubted.Length < FewestWords)
        {
            return;
        }

        List<SlotWord[]> alternatives = _reader.Alternatives(doubt, doubted);
        DoubtCore? core = _story.Slots(doubt).Certainty == Certainty.Unconfirmed && doubted[0].Token >= _story.Sentence(doubt).FirstToken ? DoubtCore.Read(_story.Slots(doubt), doubted) : null;
        // Where it was is no party to it.
        core = core is null ? null : core with { Subject = [.. core.Subject.Where(w => !ActIndex.IsCapitalised(_story.Articles[doubt.Article], w) || _context.IsName(doubt, w))] };
        Dictionary<int, (SentenceRef At, double Score)> best = [];
        foreach (SentenceRef candidate in _index.Candidates(doubt).Union(_words.WithWords(doubted, FewestWords)))
        {
            SentenceSlots other = _story.Slots(candidate);
            if (other.Certainty is not (Certainty.Asserted or Certainty.Planned) || other.HasNegation || QuestionReader.LeavesOpen(other) || (core is not null && !core.IsTold(w => IsTied(doubt, w, candidate))))
            {
                continue;
            }

            double score = alternatives.Max(d => Covered(doubt, d, candidate));
            // A headline says least: the running text of the same claim goes first.
            score -= _story.Sentence(candidate).Kind == SentenceKind.Title ? 0.001 : 0;
            if (score >= DoubtCovered && (!best.TryGetValue(candidate.Article, out (SentenceRef At, double Score) known) || Better(candidate, score, known)))
            {
                best[candidate.Article] = (candidate, score);
            }
        }

        List<(SentenceRef At, double Score)> others = [.. best.Where(b => _story.Outlet[b.Key] != _story.Outlet[doubt.Article]).OrderBy(static b => b.Key).Select(static b => b.Value)];
        if (others.Count > 0)
        {
            _doubts.Add(new Doubt(doubt, others, best.ContainsKey(doubt.Article), false));
        }

        if (best.TryGetValue(doubt.Article, out (SentenceRef At, double Score) own))
        {
            _doubts.Add(new Doubt(doubt, [own], false, true));
        }
    }

    // The word, a synonym of it, or another word for its act.
    private bool IsTied(SentenceRef doubt, SlotWord word, SentenceRef stating)
    {
        int t = word.Token - _story.Sentence(doubt).FirstToken;
        SentenceSlots other = _story.Slots(stating);
        return ClaimContext.IndexOfEqual(other.Words, word) >= 0 || HoldsDerived(other, _story.Slots(doubt), word)
            || _story.Articles[doubt.Article].Acts(doubt.Sentence).Any(m => t >= m.FirstToken && t < m.FirstToken + m.TokenCount && _index.ActsOf(stating).Contains(m.Class));
    }

    private static bool HoldsDerived(SentenceSlots other, SentenceSlots own, in SlotWord word)
    {
        ReadOnlySpan<char> form = own.Text.Chars(own.Text.Tokens[word.Token]);
        foreach (SlotWord w in other.Words)
        {
            if (IsDerived(other.Text.Chars(other.Text.Tokens[w.Token]), form))
            {
                return true;
            }
        }

        return false;
    }

    // "Shorter", "shortened".
    private static bool IsDerived(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int common = a.CommonPrefixLength(b);
        return common >= ShortestRoot && common * 2 >= Math.Max(a.Length, b.Length);
    }

    // Share of the doubted weight that the sentence carries; 0 where what is told or its names are missing, or told of another time or place.
    private double Covered(SentenceRef doubt, SlotWord[] doubted, SentenceRef stating)
    {
        ArticleSlots own = _story.Articles[doubt.Article];
        ArticleSlots other = _story.Articles[stating.Article];
        IReadOnlySet<int> acts = _index.ActsOf(stating);
        SlotWord[] stated = other[stating.Sentence].Words;
        int origin = _story.Sentence(doubt).FirstToken;
        double sum = 0, hit = 0, names = 0, namesHit = 0;
        int count = 0;
        bool told = false;
        int inOrder = 0, last = int.MinValue;
        bool hasAct = false, tellsAct = false;
        foreach (SlotWord w in doubted)
        {
            bool byAct = false;
            foreach (ActMention m in own.Acts(doubt.Sentence))
            {
                bool isAct = w.Token - origin >= m.FirstToken && w.Token - origin < m.FirstToken + m.TokenCount;
                byAct |= isAct && acts.Contains(m.Class);
                // Nouns have classes too ("army"): what is told is a verb.
                isAct &= (m.Part & ActPart.Verb) != ActPart.None;
                hasAct |= isAct;
                tellsAct |= isAct && acts.Contains(m.Class);
            }

            int at = ClaimContext.IndexOfEqual(stated, w);
            SlotWord? match = at >= 0 && stated[at].Weight > 0 ? stated[at] : null;
            bool tied = byAct || match is not null;
            bool capitalised = ActIndex.IsCapitalised(own, w);
            told = told || (tied && !capitalised && (match is null || (!match.Value.Unreal && PropositionReader.Read(other, stating, match.Value.Token - _story.Sentence(stating).FirstToken, 1, negated: false).Real)));
            int here = match?.Token ?? int.MinValue;
            inOrder += match is not null && last != int.MinValue && here > last && here - last <= Beside ? 1 : 0;
            last = here;
            sum += w.Weight;
            hit += tied ? w.Weight : 0;
            count += tied ? 1 : 0;
            if (capitalised)
            {
                names++;
                namesHit += tied ? 1 : 0;
            }
        }

        return !told || count < FewestWords || hit < LeastWeight || (names > 0 && namesHit < NamesCovered * names && (hit < WellCovered * (sum - 1) || namesHit > 0)) || _context.DifferInTime(doubt, stating) ? 0 : Math.Min(1, (hit / sum) + (OrderBonus * inOrder)) - (hasAct && !tellsAct ? ActMissing : 0);
    }

    // Of two sentences that both carry the clause well, the earlier running text is the article's claim.
    private bool Better(SentenceRef candidate, double score, (SentenceRef At, double Score) known)
    {
        bool wasTitle = _story.Sentence(known.At).Kind == SentenceKind.Title;
        return wasTitle ? score >= known.Score - 0.25 : score > known.Score + 0.05;
    }

    private void Write(List<SentenceRef> doubts, List<(SentenceRef At, double Score)> stating, bool ownToo, ConflictLedger ledger)
    {
        SentenceRef doubt = doubts[0];
        SentenceSlots slots = _story.Slots(doubt);
        bool denied = slots.Certainty == Certainty.Denied;
        string cue = slots.Text.String(slots.CertaintyCue!.Value);
        bool ownVoice = stating.Exists(s => IsOwnVoice(s.At));
        bool internalOnly = stating.TrueForAll(s => s.At.Article == doubt.Article);
        bool composite = _story.Analyzed(doubt.Article).Cleaned.CompositeBoundary >= 0 && (internalOnly || ownToo);
        bool update = !internalOnly && stating.TrueForAll(s => IsLater(s.At.Article, doubt.Article));
        List<SentenceRef> sentences = [.. stating.SelectMany(s => internalOnly ? [s.At] : Companions(s.At, doubt))];
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Certainty,
            Severity = (internalOnly && !composite) || !stating.Exists(s => s.Score >= WellCovered && (s.Score >= Nearly || doubts.Exists(d => _story.Aligned(d, s.At)))) ? Severity.Low : update || denied || !ownVoice ? Severity.Medium : Severity.High,
            About = _story.Cite(Findings.FactFindings.Clearest(_story, sentences)).Text,
            ExplainedBy = composite ? ConflictExplanation.Composite : update ? ConflictExplanation.Update : ConflictExplanation.None,
            Explanation = denied ? $"stated on one side, denied on the other (\"{_reader.Shown(doubt)}\")" : $"stated on one side, not sure on the other (\"{_reader.Shown(doubt)}\")",
            Sides = [new SideDraft("stated", sentences), new SideDraft(cue, doubts)],
            Details = [.. stating.Select(s => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"certainty: what is {(denied ? "denied" : "not sure")} (\"{_reader.Shown(doubt)}\") is stated in {_story.Analyzed(s.At.Article).Id}, {(IsOwnVoice(s.At) ? "in the outlet's own voice" : "as somebody's words")}; {s.Score:0.00} of its words stand there"))],
        });
    }

    // The sentence with those aligned to it that are as plainly asserted and carry what is doubted: all of them state it.
    private IEnumerable<SentenceRef> Companions(SentenceRef at, SentenceRef doubt)
    {
        SlotWord[] doubted = _reader.Read(doubt);
        yield return at;
        int group = _story.GroupOfSentence[at.Article][at.Sentence];
        if (group < 0)
        {
            yield break;
        }

        foreach (SentenceRef m in _story.Input.Alignments[group].Members)
        {
            if (m != at && m.Article != doubt.Article && _story.Articles[m.Article].IsStatement(m.Sentence) && _story.Slots(m).Certainty == Certainty.Asserted && !_story.Slots(m).HasNegation && Covered(doubt, doubted, m) > 0)
            {
                yield return m;
            }
        }
    }

    private bool IsOwnVoice(SentenceRef at)
    {
        ArticleSlots article = _story.Articles[at.Article];
        Sentence sentence = _story.Sentence(at);
        foreach (Attribution a in article.Attributions(at.Sentence))
        {
            // An aside ("described as") does not make the sentence another's.
            if (a.Content.Length * 2 > sentence.Span.Length)
            {
                return false;
            }
        }

        return !article.Article.Quotes.Touching(sentence.Span).Any(static q => q.Kind != QuotationKind.Partial);
    }

    private bool IsLater(int article, int than) =>
        _story.Analyzed(article).Published.From is { } late && _story.Analyzed(than).Published.To is { } early && late > early;

    /// <summary>A doubting sentence and what states the doubted.</summary>
    private sealed record Doubt(SentenceRef At, List<(SentenceRef At, double Score)> Stating, bool OwnToo, bool IsInternal);
}
