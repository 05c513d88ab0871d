using StoryCompare.Alignment;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Writes what the finders found in a fixed order: drops repeats and asks the caller's judge.</summary>
/// <param name="story">The story.</param>
/// <param name="ledgers">In the order of the finders.</param>
internal sealed class ConflictWriter(StoryContext story, IReadOnlyList<ConflictLedger> ledgers)
{
    // Near misses listed a story: more than an editor reads tells nothing.
    private const int MostNearMisses = 40;

    /// <summary>Conflicts, most severe first, then by kind and place.</summary>
    public IReadOnlyList<Conflict> WriteConflicts()
    {
        List<Conflict> written = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (ConflictDraft d in ledgers.SelectMany(static l => l.Conflicts).OrderByDescending(static d => d.Severity).ThenBy(static d => d.Kind).ThenBy(static d => First(d).Article).ThenBy(static d => First(d).Sentence).ThenBy(static d => d.Explanation, StringComparer.Ordinal))
        {
            // One pair of statements told as another speaker's words is not listed again for its wording.
            if (Judged(d) is { } kept && seen.Add(Key(kept)) && (kept.Kind is not (ConflictKind.Attribution or ConflictKind.Quotation) || seen.Add("said" + Sides(kept))))
            {
                written.Add(new Conflict
                {
                    Id = story.IdOf('c', written.Count),
                    Kind = kept.Kind,
                    Severity = kept.Severity,
                    About = kept.About,
                    Internal = kept.IsInternal,
                    ExplainedBy = kept.ExplainedBy,
                    Explanation = kept.Explanation,
                    Details = kept.Details,
                    Sides = [.. kept.Sides.Select(s => new Statement(s.Says, story.Cite(s.Sentences)))],
                });
            }
        }

        return written;
    }

    /// <summary>Near misses that are not reported as conflicts, in order of kind and place.</summary>
    public IReadOnlyList<NotConflict> WriteNotConflicts()
    {
        List<NotConflict> written = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (NotConflictDraft d in ledgers.SelectMany(static l => l.NotConflicts).OrderBy(static d => d.Kind).ThenBy(static d => d.Sentences.Min(static s => s.Article)).ThenBy(static d => d.Sentences.Min(static s => s.Sentence)).ThenBy(static d => d.Why, StringComparer.Ordinal))
        {
            string key = d.Kind + string.Join(' ', d.Sentences.Distinct().OrderBy(static s => s.Article).ThenBy(static s => s.Sentence));
            if (written.Count < MostNearMisses && seen.Add(key))
            {
                written.Add(new NotConflict(story.IdOf('n', written.Count), d.Kind, d.Why, story.Cite(d.Sentences)));
            }
        }

        return written;
    }

    // The caller's judge vetoes or confirms; the library's own verdict stands where there is none.
    private ConflictDraft? Judged(ConflictDraft draft)
    {
        if (story.Input.Options.PairClassifier is not { } judge)
        {
            return draft.Severity == Severity.Low && story.Precision == Precision.Strict ? null : draft;
        }

        string a = story.Cite(draft.Sides[0].Sentences[0]).Text;
        string b = story.Cite(draft.Sides[1].Sentences[0]).Text;
        return judge(a, b) == PairRelation.Conflict ? draft : null;
    }

    private static SentenceRef First(ConflictDraft draft) => draft.Sides.SelectMany(static s => s.Sentences).OrderBy(static s => s.Article).ThenBy(static s => s.Sentence).First();

    // Two sentences may set several figures against each other: "six rifles and 300 rounds", "14 rifles and 900 rounds".
    private static string Key(ConflictDraft draft) => draft.Kind + ":" + draft.IsInternal + ":" + Sides(draft) + (draft.Kind == ConflictKind.Figure ? ":" + draft.About : "");

    private static string Sides(ConflictDraft draft) =>
        string.Join('|', draft.Sides.Select(static s => string.Join(' ', s.Sentences.Distinct().OrderBy(static x => x.Article).ThenBy(static x => x.Sentence))).Order(StringComparer.Ordinal));
}
