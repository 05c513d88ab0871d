using StoryCompare.Alignment;
using StoryCompare.Claims.Relations;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds statements that one text makes and another negates, and opposite words in aligned sentences.</summary>
internal static class PolarityConflicts
{
    // Sentences that no group ties need more in common.
    private const double ScoreWhenUntied = 0.8;
    private const int FewestWordsWhenUntied = 4;

    /// <summary>Adds the polarity conflicts of a story.</summary>
    public static void Find(StoryContext story, ActIndex index, ConflictLedger ledger)
    {
        HashSet<(SentenceRef, SentenceRef)> seen = [];
        List<Clash> clashes = [];
        foreach (AlignmentGroup group in story.Input.Alignments)
        {
            foreach (AlignedPair pair in group.Pairs)
            {
                if (seen.Add((pair.A, pair.B)))
                {
                    Judge(story, pair.A, pair.B, tied: true, clashes);
                }
            }
        }

        for (int a = 0; a < story.Articles.Length; a++)
        {
            for (int s = 0; s < story.Articles[a].SentenceCount; s++)
            {
                SentenceRef at = new(a, s);
                if (!story.Articles[a].IsStatement(s) || !story.Articles[a][s].HasNegation)
                {
                    continue;
                }

                foreach (SentenceRef other in index.Candidates(at))
                {
                    (SentenceRef, SentenceRef) pair = other.Article < at.Article ? (other, at) : (at, other);
                    if (other.Article != at.Article && seen.Add(pair))
                    {
                        Judge(story, pair.Item1, pair.Item2, tied: false, clashes);
                    }
                }
            }
        }

        foreach (IGrouping<long, Clash> negated in clashes.GroupBy(c => story.KeyOf(c.Negated)))
        {
            Write(story, [.. negated], ledger);
        }
    }

    private static void Judge(StoryContext story, SentenceRef a, SentenceRef b, bool tied, List<Clash> clashes)
    {
        SentenceSlots x = story.Slots(a);
        SentenceSlots y = story.Slots(b);
        if (story.Outlet[a.Article] == story.Outlet[b.Article] || x.Certainty >= Certainty.Unconfirmed || y.Certainty >= Certainty.Unconfirmed)
        {
            return;
        }

        ClaimRelation relation = ClaimRelations.Judge(x, y);
        if (relation.Kind != ConflictKind.Polarity || (!tied && (relation.Score < ScoreWhenUntied || Math.Min(x.Words.Length, y.Words.Length) < FewestWordsWhenUntied)))
        {
            return;
        }

        // The side that negates comes first; of opposites, the earlier one.
        bool swap = !x.HasNegation && y.HasNegation;
        clashes.Add(swap ? new Clash(b, a, relation.SpanB, relation.SpanA, relation, tied) : new Clash(a, b, relation.SpanA, relation.SpanB, relation, tied));
    }

    // Every sentence that negates one thing, and every one that states it, make one conflict.
    private static void Write(StoryContext story, IReadOnlyList<Clash> clashes, ConflictLedger ledger)
    {
        Clash best = clashes.OrderByDescending(static c => c.Tied).ThenByDescending(static c => c.Relation.Score).First();
        SentenceRef[] negated = [.. clashes.Select(static c => c.Negated).Distinct()];
        SentenceRef[] stated = [.. clashes.Select(static c => c.Stated).Distinct().Where(s => !negated.Contains(s))];
        if (stated.Length == 0)
        {
            return;
        }

        bool attributed = negated.Concat(stated).Any(s => story.Articles[s.Article].Attributions(s.Sentence).Count > 0);
        bool several = best.Tied || clashes.Select(static c => c.Stated.Article).Distinct().Count() > 1;
        string no = story.Analyzed(best.Negated.Article).Text.String(best.Own ?? story.Sentence(best.Negated).Span);
        string yes = story.Analyzed(best.Stated.Article).Text.String(best.Other ?? story.Sentence(best.Stated).Span);
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Polarity,
            Severity = !several ? Severity.Low : attributed || !best.Tied ? Severity.Medium : Severity.High,
            About = yes,
            Explanation = best.Relation.Reason,
            Sides = [new SideDraft(no, negated), new SideDraft(yes, stated)],
            Details = [.. clashes.Select(c => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"polarity: {c.Relation.Reason}; score {c.Relation.Score:0.00}; {(c.Tied ? "aligned sentences" : "one act of one party")}"))],
        });
    }

    private sealed record Clash(SentenceRef Negated, SentenceRef Stated, TextSpan? Own, TextSpan? Other, ClaimRelation Relation, bool Tied);
}
