using StoryCompare.Alignment;
using StoryCompare.Claims.Findings;
using StoryCompare.Claims.Slots;
using StoryCompare.Figures;
using StoryCompare.Quotes;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Finds one statement credited to different named sources.</summary>
/// <remarks>Only where it is evidently one statement: one telling figure, one quotation, or near-copied wording. Else two sources are two origins.</remarks>
internal static class AttributionConflicts
{
    // Mentions of one statement that are compared.
    private const int MostMembers = 12;

    /// <summary>Adds the attribution conflicts of a story.</summary>
    public static void Find(StoryContext story, IReadOnlyList<FigureGroup> figures, IReadOnlyList<List<StoryQuote>> quotes, ConflictLedger ledger)
    {
        Affiliations affiliations = new(story);
        foreach (FigureGroup g in figures)
        {
            if (IsTelling(g.Representative.Figure))
            {
                List<Credit> credits = [];
                foreach (StoryFigure m in g.Members.Take(MostMembers))
                {
                    foreach (Attribution a in story.Articles[m.At.Article].Attributions(m.At.Sentence))
                    {
                        if (a.Content.Contains(m.Extracted.Span))
                        {
                            credits.Add(new Credit(m.At, SourceIdentity.Of(story.Articles[m.At.Article], a)));
                        }
                    }
                }

                Add(story, affiliations, credits, story.Analyzed(g.Members[0].At.Article).Text.String(g.Members[0].Extracted.Span), "one figure", ledger);
            }
        }

        foreach (List<StoryQuote> g in quotes)
        {
            List<Credit> credits = [];
            foreach (StoryQuote q in g.Take(MostMembers))
            {
                if (SourceIdentity.Of(story.Articles[q.Article], q.Mention) is { } source)
                {
                    credits.Add(new Credit(q.At, source));
                }
            }

            Add(story, affiliations, credits, story.Analyzed(g[0].Article).Text.String(g[0].Mention.Span), "one quotation", ledger);
        }

        foreach (AlignmentGroup group in story.Input.Alignments)
        {
            foreach (AlignedPair pair in group.Pairs)
            {
                if (pair.Kind is AlignmentKind.NearCopy or AlignmentKind.Identical)
                {
                    List<Credit> credits = [.. Credits(story, pair.A), .. Credits(story, pair.B)];
                    Add(story, affiliations, credits, story.Cite(pair.A).Text, "one sentence, nearly copied", ledger);
                }
            }
        }
    }

    private static IEnumerable<Credit> Credits(StoryContext story, SentenceRef at)
    {
        ArticleSlots article = story.Articles[at.Article];
        return article.Attributions(at.Sentence).Select(a => new Credit(at, SourceIdentity.Of(article, a)));
    }

    private static void Add(StoryContext story, Affiliations affiliations, List<Credit> credits, string about, string tie, ConflictLedger ledger)
    {
        for (int i = 0; i < credits.Count; i++)
        {
            for (int j = i + 1; j < credits.Count; j++)
            {
                Credit a = credits[i];
                Credit b = credits[j];
                if (story.IsRepeat[a.At.Article] || story.IsRepeat[b.At.Article] || story.Outlet[a.At.Article] == story.Outlet[b.At.Article] || !affiliations.AreDistinct(a.Source, b.Source) || AgreesElsewhere(credits, a, b))
                {
                    continue;
                }

                ledger.Add(new ConflictDraft
                {
                    Kind = ConflictKind.Attribution,
                    Severity = Severity.High,
                    About = about,
                    Explanation = $"{about}: credited to {a.Source.Words} / {b.Source.Words}",
                    Sides = [new SideDraft(a.Source.Words, [a.At]), new SideDraft(b.Source.Words, [b.At])],
                    Details = [$"attribution: {tie}; source \"{a.Source.Words}\" against \"{b.Source.Words}\", no shared or affiliated name"],
                });
                return;
            }
        }
    }

    // One article names both sources: a chain ("X, citing Y"), not a dispute.
    private static bool AgreesElsewhere(List<Credit> credits, Credit a, Credit b) =>
        credits.Exists(c => (c.At.Article == a.At.Article && c.Source.Names.Overlaps(b.Source.Names)) || (c.At.Article == b.At.Article && c.Source.Names.Overlaps(a.Source.Names)));

    // Three significant digits, or a large number with its unit: two texts seldom share it by chance.
    private static bool IsTelling(Figure f) => f.Unit.Length > 0 && (Math.Abs(f.Value) >= 1000 || (f.Step > 0 && Math.Abs(f.Value) / f.Step >= 100));

    private sealed record Credit(SentenceRef At, SourceIdentity Source);
}
