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

    // Content words of a quotation that is evidently one, and their least share in the longest version.
    private const int FewestQuoted = 4;
    private const double QuotedAlike = 0.75;

    // Least share of both sentences' words, sources left out, that stand in both: of like content, of the same.
    private const double ContentAlike = 0.6;
    private const double ContentSame = 0.8;
    private const double ContentAlikeUntied = 0.7;

    // Fewest content words of a statement that is evidently one, in any sentences and in aligned ones.
    private const int FewestSaid = 4;
    private const int FewestSaidAligned = 3;

    // Two people may say one short thing: a statement in like words is low below this many content words.
    private const int FewestForMedium = 7;

    // Credited sentences of a story that are compared in pairs, and attributions in them.
    private const int MostCredited = 200;
    private const int MostCredits = 400;

    /// <summary>Adds the attribution conflicts of a story.</summary>
    public static void Find(StoryContext story, ClaimContext context, Affiliations affiliations, IReadOnlyList<FigureGroup> figures, IReadOnlyList<List<StoryQuote>> quotes, ConflictLedger ledger)
    {
        List<ConflictDraft> drafts = [];
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

                Add(story, affiliations, credits, story.Analyzed(g.Members[0].At.Article).Text.String(g.Members[0].Extracted.Span), "one figure", Severity.High, drafts);
            }
        }

        foreach (List<StoryQuote> g in quotes)
        {
            List<Credit> credits = [];
            StoryQuote longest = g.OrderByDescending(static q => q.Stems.Count).First();
            foreach (StoryQuote q in g.Take(MostMembers))
            {
                // A few shared words are two people on one thing.
                if (q.Stems.Count >= FewestQuoted && q.Stems.Count(longest.Stems.Contains) >= QuotedAlike * q.Stems.Count && SourceIdentity.Of(story.Articles[q.Article], q.Mention) is { } source)
                {
                    credits.Add(new Credit(q.At, source));
                }
            }

            Add(story, affiliations, credits, story.Analyzed(g[0].Article).Text.String(g[0].Mention.Span), "one quotation", Severity.High, drafts);
        }

        Dictionary<SentenceRef, SourceIdentity?[]> sources = [];
        foreach ((SentenceRef a, SentenceRef b) in Pairs(story, context))
        {
            IReadOnlyList<Attribution> mine = story.Articles[a.Article].Attributions(a.Sentence);
            IReadOnlyList<Attribution> theirs = story.Articles[b.Article].Attributions(b.Sentence);
            bool aligned = story.Aligned(a, b);
            for (int x = 0; x < mine.Count; x++)
            {
                for (int y = 0; y < theirs.Count; y++)
                {
                    double alike = context.SharedContent(a, mine[x].Content, b, theirs[y].Content, aligned ? FewestSaidAligned : FewestSaid, ContentAlike);
                    if (alike >= ContentSame || (alike >= (aligned ? ContentAlike : ContentAlikeUntied) && context.WordsSaid(a, mine[x].Content) >= FewestForMedium))
                    {
                        Add(story, affiliations, [new Credit(a, SourceOf(a, mine, x)), new Credit(b, SourceOf(b, theirs, y))], story.Analyzed(a.Article).Text.String(mine[x].Content), "one statement in like words", alike >= ContentSame && context.WordsSaid(a, mine[x].Content) >= FewestForMedium ? Severity.Medium : Severity.Low, drafts);
                    }
                }
            }
        }

        foreach (IGrouping<string, ConflictDraft> same in drafts.GroupBy(static d => string.Join('|', d.Sides.Select(static s => string.Concat(s.Says.Where(char.IsLetter)).ToUpperInvariant()).Order(StringComparer.Ordinal))))
        {
            ledger.Add(Merged([.. same]));
        }

        // A sentence is laid beside many others.
        SourceIdentity SourceOf(SentenceRef at, IReadOnlyList<Attribution> all, int index)
        {
            SourceIdentity?[] known = sources.TryGetValue(at, out SourceIdentity?[]? read) ? read : sources[at] = new SourceIdentity?[all.Count];
            return known[index] ??= SourceIdentity.Of(story.Articles[at.Article], all[index]);
        }
    }

    // Two sources that are credited with each other's words in several places make one conflict.
    private static ConflictDraft Merged(IReadOnlyList<ConflictDraft> drafts)
    {
        ConflictDraft first = drafts.OrderByDescending(static d => d.Severity).First();
        if (drafts.Count == 1)
        {
            return first;
        }

        return first with
        {
            Sides = [.. first.Sides.Select(s => new SideDraft(s.Says, [.. drafts.SelectMany(static d => d.Sides).Where(o => string.Equals(o.Says, s.Says, StringComparison.OrdinalIgnoreCase)).SelectMany(static o => o.Sentences).Distinct()]))],
            Details = [.. drafts.SelectMany(static d => d.Details).Distinct()],
        };
    }

    // Sentences that are mostly somebody's statement: all pairs of a small story, else the aligned ones.
    private static IEnumerable<(SentenceRef A, SentenceRef B)> Pairs(StoryContext story, ClaimContext context)
    {
        SentenceRef[] credited = [.. story.Statements().Where(s => story.Articles[s.Article].Attributions(s.Sentence).Count > 0)];
        if (credited.Length > MostCredited || credited.Sum(s => story.Articles[s.Article].Attributions(s.Sentence).Count) > MostCredits)
        {
            foreach (AlignedPair pair in story.Input.Alignments.SelectMany(static g => g.Pairs))
            {
                yield return (pair.A, pair.B);
            }

            yield break;
        }

        for (int i = 0; i < credited.Length; i++)
        {
            for (int j = i + 1; j < credited.Length; j++)
            {
                if (context.MayConflict(credited[i], credited[j]))
                {
                    yield return (credited[i], credited[j]);
                }
            }
        }
    }

    private static void Add(StoryContext story, Affiliations affiliations, List<Credit> credits, string about, string tie, Severity severity, List<ConflictDraft> drafts)
    {
        for (int i = 0; i < credits.Count; i++)
        {
            for (int j = i + 1; j < credits.Count; j++)
            {
                Credit a = credits[i];
                Credit b = credits[j];
                if (story.Outlet[a.At.Article] == story.Outlet[b.At.Article] || !affiliations.AreDistinct(a.Source, b.Source) || IsTold(story, a.At, b.Source) || IsTold(story, b.At, a.Source)
                    || IsNamed(story, a.At, b.Source.Names) || IsNamed(story, b.At, a.Source.Names) || AgreesElsewhere(credits, a, b))
                {
                    continue;
                }

                drafts.Add(new ConflictDraft
                {
                    Kind = ConflictKind.Attribution,
                    Severity = a.Source.IsResolved || b.Source.IsResolved ? (Severity)Math.Min((int)severity, (int)Severity.Medium) : a.Source.MaySpeakFor(b.Source) ? Severity.Low : severity,
                    About = about,
                    Explanation = $"{about}: credited to {a.Source.Words} / {b.Source.Words}",
                    Sides = [new SideDraft(a.Source.Words, [a.At]), new SideDraft(b.Source.Words, [b.At])],
                    Details = [$"attribution: {tie}; source \"{a.Source.Words}\" against \"{b.Source.Words}\", no shared or affiliated name"],
                });
                return;
            }
        }
    }

    // "The captain told passengers, the airline said": a chain, where the other text credits the captain.
    private static bool IsTold(StoryContext story, SentenceRef at, SourceIdentity source)
    {
        if (source.Names.Count > 0)
        {
            return false;
        }

        string[] words = [.. source.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static w => w.Length > 3)];
        SentenceSlots slots = story.Slots(at);
        return words.Length > 0 && Array.TrueForAll(words, w => Array.Exists(slots.Words, v => slots.Text.Chars(slots.Text.Tokens[v.Token]).Equals(w, StringComparison.OrdinalIgnoreCase)));
    }

    // A sentence that names the other one's source too tells a chain ("X, citing Y"), not a dispute.
    private static bool IsNamed(StoryContext story, SentenceRef at, HashSet<int> names) =>
        names.Count > 0 && story.Articles[at.Article].Names(at.Sentence).Any(n => names.Contains(story.Articles[at.Article].GroupOf(n)));

    // One article names both sources: a chain ("X, citing Y"), not a dispute.
    private static bool AgreesElsewhere(List<Credit> credits, Credit a, Credit b) =>
        credits.Exists(c => (c.At.Article == a.At.Article && c.Source.Names.Overlaps(b.Source.Names)) || (c.At.Article == b.At.Article && c.Source.Names.Overlaps(a.Source.Names)));

    // Three significant digits, or a large number with its unit: two texts seldom share it by chance.
    private static bool IsTelling(Figure f) => f.Unit.Length > 0 && (Math.Abs(f.Value) >= 1000 || (f.Step > 0 && Math.Abs(f.Value) / f.Step >= 100));

    private sealed record Credit(SentenceRef At, SourceIdentity Source);
}
