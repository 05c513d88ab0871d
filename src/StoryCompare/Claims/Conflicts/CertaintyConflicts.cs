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
    // Least share of the doubted clause, and of the names in it, that a stating sentence carries.
    private const double ClauseCovered = 0.5;
    private const double DeniedCovered = 0.7;
    private const double NamesCovered = 0.6;

    // A doubted clause of fewer content words fits too much.
    private const int FewestWords = 3;

    private readonly StoryContext _story;
    private readonly ActIndex _index;
    private readonly List<Doubt> _doubts = [];

    private CertaintyConflicts(StoryContext story, ActIndex index)
    {
        _story = story;
        _index = index;
    }

    /// <summary>Adds the certainty conflicts of a story: across articles, and inside one.</summary>
    public static void Find(StoryContext story, ActIndex index, ConflictLedger ledger)
    {
        CertaintyConflicts finder = new(story, index);
        for (int a = 0; a < story.Articles.Length; a++)
        {
            if (story.IsRepeat[a])
            {
                continue;
            }

            ArticleSlots article = story.Articles[a];
            for (int s = 0; s < article.SentenceCount; s++)
            {
                if (article.IsStatement(s) && article[s].Certainty >= Certainty.Unconfirmed)
                {
                    finder.Doubted(new SentenceRef(a, s));
                }
            }
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
        SentenceSlots slots = _story.Slots(doubt);
        List<SlotWord[]> clauses = DoubtedClauses(slots);
        double least = slots.Certainty == Certainty.Denied ? DeniedCovered : ClauseCovered;
        Dictionary<int, (SentenceRef At, double Score)> best = [];
        foreach (SentenceRef candidate in _index.Candidates(doubt))
        {
            SentenceSlots other = _story.Slots(candidate);
            if (_story.IsRepeat[candidate.Article] || other.Certainty != Certainty.Asserted || other.HasNegation)
            {
                continue;
            }

            double score = clauses.Count == 0 ? 0 : clauses.Max(c => Covered(doubt, c, candidate));
            // A headline says least: the running text of the same claim goes first.
            score -= _story.Sentence(candidate).Kind == SentenceKind.Title ? 0.001 : 0;
            if (score >= least && (!best.TryGetValue(candidate.Article, out (SentenceRef At, double Score) known) || Better(candidate, score, known)))
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

    // What stands after the cue, clause by clause and as a whole; what stands before it where nothing follows ("the report was not confirmed").
    // "The cause is unclear" doubts no statement: only a cue that speaks of confirming reaches back.
    private static List<SlotWord[]> DoubtedClauses(SentenceSlots slots)
    {
        TextSpan cue = slots.CertaintyCue!.Value;
        SlotWord[] after = [.. slots.Words.Where(w => slots.Text.Tokens[w.Token].Start >= cue.End)];
        bool reachesBack = slots.Text.String(cue).Contains("firm", StringComparison.OrdinalIgnoreCase) || slots.Text.String(cue).Contains("verif", StringComparison.OrdinalIgnoreCase);
        SlotWord[] said = after.Length >= FewestWords ? after : !reachesBack ? [] : [.. slots.Words.Where(w => slots.Text.Tokens[w.Token].End <= cue.Start)];
        List<SlotWord[]> clauses = [said];
        if (after.Length >= FewestWords)
        {
            clauses.AddRange(said.GroupBy(static w => w.Clause).Select(static c => c.ToArray()));
        }

        clauses.RemoveAll(static c => c.Length < FewestWords);
        return clauses;
    }

    // Share of the clause's weight that the sentence carries; 0 where its act or its names are missing.
    private double Covered(SentenceRef doubt, SlotWord[] clause, SentenceRef stating)
    {
        ArticleSlots own = _story.Articles[doubt.Article];
        ArticleSlots other = _story.Articles[stating.Article];
        HashSet<int> acts = ActIndex.ActsOf(other, stating.Sentence);
        int origin = _story.Sentence(doubt).FirstToken;
        double sum = 0, hit = 0, names = 0, namesHit = 0;
        bool act = false;
        foreach (SlotWord w in clause)
        {
            bool byAct = false;
            foreach (ActMention m in own.Acts(doubt.Sentence))
            {
                byAct |= w.Token - origin >= m.FirstToken && w.Token - origin < m.FirstToken + m.TokenCount && acts.Contains(m.Class) && (m.Part & ActPart.Verb) != 0;
            }

            bool tied = byAct || Array.Exists(other[stating.Sentence].Words, v => v.Term == w.Term || v.Stem == w.Stem || Kinship.Of(v.Stem, w.Stem) != KinKind.None);
            act |= byAct;
            sum += w.Weight;
            hit += tied ? w.Weight : 0;
            if (ActIndex.IsCapitalised(own, w))
            {
                names++;
                namesHit += tied ? 1 : 0;
            }
        }

        return !act || names == 0 || namesHit < NamesCovered * names ? 0 : hit / sum;
    }

    // Of two sentences that both carry the clause well, the earlier running text is the article's claim.
    private bool Better(SentenceRef candidate, double score, (SentenceRef At, double Score) known)
    {
        bool wasTitle = _story.Sentence(known.At).Kind == SentenceKind.Title;
        return wasTitle ? score >= known.Score - 0.25 : score > known.Score + 0.15;
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
            Severity = internalOnly && !composite && !ownVoice ? Severity.Low : update || denied || !ownVoice || stating.Max(static s => s.Score) < 0.55 ? Severity.Medium : Severity.High,
            About = _story.Cite(Findings.FactFindings.Clearest(_story, sentences)).Text,
            ExplainedBy = composite ? ConflictExplanation.Composite : update ? ConflictExplanation.Update : ConflictExplanation.None,
            Explanation = denied ? $"stated on one side, denied on the other (\"{cue}\")" : $"stated on one side, \"{cue}\" on the other",
            Sides = [new SideDraft("stated", sentences), new SideDraft(cue, doubts)],
            Details = [.. stating.Select(s => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"certainty: {slots.Certainty} clause covered {s.Score:0.00} by {_story.Analyzed(s.At.Article).Id}, {(IsOwnVoice(s.At) ? "outlet's voice" : "attributed")}"))],
        });
    }

    // The sentence with those aligned to it that are as plainly asserted: all of them state it.
    private IEnumerable<SentenceRef> Companions(SentenceRef at, SentenceRef doubt)
    {
        yield return at;
        int group = _story.GroupOfSentence[at.Article][at.Sentence];
        if (group < 0)
        {
            yield break;
        }

        foreach (SentenceRef m in _story.Input.Alignments[group].Members)
        {
            if (m != at && m.Article != doubt.Article && _story.Articles[m.Article].IsStatement(m.Sentence) && _story.Slots(m).Certainty == Certainty.Asserted && !_story.Slots(m).HasNegation)
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

        return !article.Article.Quotes.Quotes.Any(q => q.Span.Overlaps(sentence.Span) && q.Kind != QuotationKind.Partial);
    }

    private bool IsLater(int article, int than) =>
        _story.Analyzed(article).Published.From is { } late && _story.Analyzed(than).Published.To is { } early && late > early;

    /// <summary>A doubting sentence and what states the doubted.</summary>
    private sealed record Doubt(SentenceRef At, List<(SentenceRef At, double Score)> Stating, bool OwnToo, bool IsInternal);
}
