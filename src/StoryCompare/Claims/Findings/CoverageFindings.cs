namespace StoryCompare.Claims.Findings;

/// <summary>Which article carries which finding, for findings of two articles or more.</summary>
internal static class CoverageFindings
{
    /// <summary>A row for each agreed fact, recurring figure and quotation printed by several articles, in that order.</summary>
    public static IReadOnlyList<Coverage> Write(StoryContext story, IReadOnlyList<AgreedFact> facts, IReadOnlyList<RecurringFigure> figures, IReadOnlyList<Quotation> quotations)
    {
        List<Coverage> rows = [];
        if (story.Articles.Length < 2)
        {
            return rows;
        }

        foreach (AgreedFact f in facts)
        {
            Add(story, rows, f.Id, f.Evidence.Select(static e => e.Article));
        }

        foreach (RecurringFigure f in figures)
        {
            Add(story, rows, f.Id, f.Mentions.Select(static m => m.Where.Article));
        }

        foreach (Quotation q in quotations)
        {
            Add(story, rows, q.Id, q.Versions.Select(static v => v.Where.Article));
        }

        return rows;
    }

    private static void Add(StoryContext story, List<Coverage> rows, string id, IEnumerable<string> articles)
    {
        HashSet<string> has = new(articles, StringComparer.Ordinal);
        if (has.Count < 2)
        {
            return;
        }

        IEnumerable<string> all = story.Input.Articles.Select(static a => a.Id);
        rows.Add(new Coverage(id, [.. all.Where(has.Contains)], [.. all.Where(a => !has.Contains(a))]));
    }
}
