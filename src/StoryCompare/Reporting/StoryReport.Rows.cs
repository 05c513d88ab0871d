using StoryCompare.Reporting;

namespace StoryCompare;

public sealed partial record StoryReport
{
    /// <summary>All findings as flat rows, one for each piece of evidence, in the report's order.</summary>
    public IReadOnlyList<FindingRow> ToRows()
    {
        Dictionary<string, string> outlets = Articles.ToDictionary(static a => a.Id, static a => a.Outlet ?? "", StringComparer.Ordinal);
        List<FindingRow> rows = [];
        foreach (Story s in Stories)
        {
            foreach (AgreedFact f in s.AgreedFacts)
            {
                rows.AddRange(f.Evidence.Select(p => Row(s, f.Id, "agreedFact", f.Text, p)));
            }

            foreach (Conflict c in s.Conflicts)
            {
                rows.AddRange(c.Sides.SelectMany((side, i) => side.Evidence.Select(p => Row(s, c.Id, "conflict", c.About, p) with { Kind = ReportNames.Of(c.Kind), Severity = ReportNames.Of(c.Severity), Side = i + 1 })));
            }

            foreach (NotConflict n in s.NotConflicts)
            {
                rows.AddRange(n.Evidence.Select(p => Row(s, n.Id, "notConflict", n.Why, p) with { Kind = ReportNames.Of(n.Kind) }));
            }

            foreach (RecurringFigure f in s.Figures)
            {
                rows.AddRange(f.Mentions.Select(m => Row(s, f.Id, "figure", m.Figure.Counts, m.Where) with
                {
                    Value = m.Figure.Value,
                    High = m.Figure.High,
                    Unit = m.Figure.Unit,
                    Qualifier = ReportNames.Of(m.Figure.Qualifier),
                    Speaker = m.Speaker ?? "",
                }));
            }

            foreach (Quotation q in s.Quotations)
            {
                rows.AddRange(q.Versions.Select(v => Row(s, q.Id, "quotation", "", v.Where) with { Kind = ReportNames.Of(v.Kind), Speaker = v.Speaker ?? "" }));
            }

            foreach (WordingDifference w in s.Wording)
            {
                rows.AddRange(w.Forms.SelectMany((form, i) => form.Evidence.Select(p => Row(s, w.Id, "wording", w.About, p) with { Side = i + 1 })));
            }

            foreach (SingleSourceClaim c in s.SingleSource)
            {
                rows.AddRange(c.Evidence.Select(p => Row(s, c.Id, "singleSource", "", p)));
            }
        }

        return rows;

        FindingRow Row(Story story, string id, string type, string about, Provenance p) => new()
        {
            Story = story.Id,
            Finding = id,
            Type = type,
            About = about,
            Article = p.Article,
            Outlet = outlets.GetValueOrDefault(p.Article, ""),
            Start = p.Span.Start,
            End = p.Span.End,
            Text = p.Text,
        };
    }
}
