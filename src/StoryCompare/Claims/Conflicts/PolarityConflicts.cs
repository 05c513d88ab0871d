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
        foreach (AlignmentGroup group in story.Input.Alignments)
        {
            foreach (AlignedPair pair in group.Pairs)
            {
                if (seen.Add((pair.A, pair.B)))
                {
                    Judge(story, pair.A, pair.B, tied: true, ledger);
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
                        Judge(story, pair.Item1, pair.Item2, tied: false, ledger);
                    }
                }
            }
        }
    }

    private static void Judge(StoryContext story, SentenceRef a, SentenceRef b, bool tied, ConflictLedger ledger)
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

        bool attributed = story.Articles[a.Article].Attributions(a.Sentence).Count > 0 || story.Articles[b.Article].Attributions(b.Sentence).Count > 0;
        ledger.Add(new ConflictDraft
        {
            Kind = ConflictKind.Polarity,
            Severity = attributed || !tied ? Severity.Medium : Severity.High,
            About = x.Text.String(relation.SpanA ?? x.Sentence.Span),
            Explanation = relation.Reason,
            Sides = [new SideDraft(x.Text.String(relation.SpanA ?? x.Sentence.Span), [a]), new SideDraft(y.Text.String(relation.SpanB ?? y.Sentence.Span), [b])],
            Details = [string.Create(System.Globalization.CultureInfo.InvariantCulture, $"polarity: {relation.Reason}; score {relation.Score:0.00}; {(tied ? "aligned sentences" : "one act of one party")}")],
        });
    }
}
