namespace StoryCompare.Tests;

/// <summary>Walks every piece of evidence in a report.</summary>
internal static class ReportSpans
{
    /// <summary>Every span of the report that does not slice back to its article's raw text.</summary>
    public static IReadOnlyList<string> Wrong(StoryReport report, IEnumerable<Article> articles)
    {
        Dictionary<string, string> raw = articles.ToDictionary(static a => a.Id!, static a => a.Text, StringComparer.Ordinal);
        return [.. All(report).Where(p => p.Span.Start < 0 || p.Span.End > raw[p.Article].Length || p.Span.Length <= 0 || !p.Span.Slice(raw[p.Article]).SequenceEqual(p.Text)).Select(static p => p.ToString())];
    }

    /// <summary>Every piece of evidence in the report.</summary>
    public static IEnumerable<Provenance> All(StoryReport report)
    {
        foreach (Story s in report.Stories)
        {
            IEnumerable<Provenance>[] lists =
            [
                s.Copies.SelectMany(static c => c.Evidence),
                s.Alignments.SelectMany(static a => a.Spans),
                s.AgreedFacts.SelectMany(static f => f.Evidence.Concat(f.Dissent)),
                s.Conflicts.SelectMany(static c => c.Sides).SelectMany(static x => x.Evidence),
                s.NotConflicts.SelectMany(static n => n.Evidence),
                s.Figures.SelectMany(static f => f.Mentions).Select(static m => m.Where),
                s.Quotations.SelectMany(static q => q.Versions).Select(static v => v.Where),
                s.Names.SelectMany(static n => n.Mentions),
                s.Wording.SelectMany(static w => w.Forms).SelectMany(static f => f.Evidence),
                s.SingleSource.SelectMany(static c => c.Evidence),
            ];
            foreach (Provenance p in lists.SelectMany(static l => l))
            {
                yield return p;
            }
        }
    }
}
