using System.Globalization;

namespace StoryCompare.Reporting;

/// <summary>The Markdown report: every finding, for reading and pasting.</summary>
internal sealed class MarkdownReportWriter(TextWriter writer)
{
    public void Write(StoryReport report)
    {
        Line("# Story comparison");
        Line();
        Line($"{FigureText.Count(report.Articles.Count, "article")}, {(report.Stories.Count == 1 ? "1 story" : FigureText.Count(report.Stories.Count, "storie"))}.");
        Articles(report.Articles);
        foreach (Story story in report.Stories)
        {
            Story(story);
        }

        Section("## Storylines", report.Storylines, l => Line($"- {string.Join(", ", l.Stories)}: {Safe(l.Reason)}"));
        Section("## Diagnostics", report.Diagnostics, d => Line($"- {ReportNames.Of(d.Severity)} `{d.Code}` {Safe(d.Article ?? "")}: {Safe(d.Message)}"));
    }

    private void Articles(IReadOnlyList<ReportedArticle> articles) => Table(
        "## Articles",
        ["id", "outlet", "title", "published", "dropped", "flags"],
        articles,
        a => [Safe(a.Id), Safe(a.Outlet ?? "unknown"), Safe(a.Title ?? ""), Published(a.Published), Text(a.Dropped.Count), string.Join(", ", a.Flags)]);

    private void Story(Story story)
    {
        Line();
        Line($"## {story.Id}: {Safe(story.Title)}");
        Line();
        Line($"Articles: {string.Join(", ", story.Articles.Select(Safe))}");

        Section("### Agreed facts", story.AgreedFacts, f =>
        {
            Line($"- **{f.Id}** {Safe(f.Text)}  ");
            Line($"  {FigureText.Count(f.Outlets, "outlet")}, {FigureText.Count(f.Origins, "origin")}{(f.OriginNames.Count > 0 ? ": " + string.Join("; ", f.OriginNames.Select(Safe)) : "")}. Told by {Articles(f.Evidence)}{(f.Dissent.Count > 0 ? $"; disputed by {Articles(f.Dissent)}" : "")}.");
        });
        Section("### Conflicts", story.Conflicts, c =>
        {
            Line($"- **{c.Id}** {ReportNames.Of(c.Kind)}, {ReportNames.Of(c.Severity)}{(c.Internal ? ", inside one article" : "")}{(c.ExplainedBy == ConflictExplanation.None ? "" : $", explained by {ReportNames.Of(c.ExplainedBy)}")}: {Safe(c.Explanation)}");
            foreach (Statement side in c.Sides)
            {
                Line($"  - {Safe(side.Text)}");
                foreach (Provenance p in side.Evidence)
                {
                    Line($"    - {Safe(p.Article)} [{Text(p.Span.Start)}..{Text(p.Span.End)}]: {Safe(p.Text)}");
                }
            }
        });
        Section("### Looks like a conflict, is none", story.NotConflicts, n =>
        {
            Line($"- **{n.Id}** {ReportNames.Of(n.Kind)}: {Safe(n.Why)}");
            Evidence(n.Evidence);
        });
        Table(
            "### Figures",
            ["id", "figure", "counts", "outlets", "origins", "told by"],
            story.Figures,
            f => [f.Id, Safe(FigureText.Of(f.Figure)), Safe(FigureText.BesideUnit(f.Figure)), Text(f.Outlets), Text(f.Origins), string.Join("; ", f.Mentions.Select(m => $"{Safe(m.Where.Article)} “{Safe(m.Where.Text)}”{(m.Speaker is null ? "" : $" ({Safe(m.Speaker)})")}"))]);
        Section("### Quotations", story.Quotations, q =>
        {
            Line($"- **{q.Id}** {Safe(q.Speaker ?? "no speaker named")}");
            foreach (QuotationVersion v in q.Versions)
            {
                Line($"  - {Safe(v.Where.Article)}, {ReportNames.Of(v.Kind)}{(v.Channel is null ? "" : $", {Safe(v.Channel)}")}: {Safe(v.Where.Text)}");
            }
        });
        Section("### Wording", story.Wording, w => Line($"- **{w.Id}** {Safe(w.About)}: {string.Join(" / ", w.Forms.Select(f => $"“{Safe(f.Text)}” ({Articles(f.Evidence)})"))}"));
        Section("### Aligned sentences", story.Alignments, a =>
        {
            Line($"- **{a.Id}** {ReportNames.Of(a.Kind)}, {a.Score.ToString("0.00", CultureInfo.InvariantCulture)}");
            Evidence(a.Spans);
        });
        Section("### Told by one article only", story.SingleSource, s => Line($"- **{s.Id}** {Safe(s.Article)}: {Safe(s.Text)}"));
        Table("### Coverage", ["finding", "has", "missing"], story.Coverage, c => [c.Finding, string.Join(", ", c.Has.Select(Safe)), string.Join(", ", c.Missing.Select(Safe))]);
        Table("### Names", ["id", "name", "kind", "forms", "mentions"], story.Names, n => [n.Id, Safe(n.Name), ReportNames.Of(n.Kind), string.Join("; ", n.Forms.Select(Safe)), Text(n.Mentions.Count)]);
        Section("### Who depends on whom", story.Copies, c => Line($"- {string.Join(", ", c.Articles.Select(Safe))}: {ReportNames.Of(c.Kind)} ({c.Score.ToString("0.00", CultureInfo.InvariantCulture)})"));
        Section("### Why these articles", story.Reasons, r => Line($"- {Safe(r.A)} and {Safe(r.B)}: {(r.Joined ? "joined" : "kept apart")} at {r.Score.ToString("0.00", CultureInfo.InvariantCulture)}; {Safe(r.Why)}"));
    }

    private void Evidence(IReadOnlyList<Provenance> evidence)
    {
        foreach (Provenance p in evidence)
        {
            Line($"  - {Safe(p.Article)} [{Text(p.Span.Start)}..{Text(p.Span.End)}]: {Safe(p.Text)}");
        }
    }

    private void Section<T>(string heading, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        Line();
        Line(heading);
        Line();
        foreach (T item in items)
        {
            write(item);
        }
    }

    private void Table<T>(string heading, string[] columns, IReadOnlyList<T> items, Func<T, string[]> cells)
    {
        if (items.Count == 0)
        {
            return;
        }

        Line();
        Line(heading);
        Line();
        Line($"| {string.Join(" | ", columns)} |");
        Line($"|{string.Concat(Enumerable.Repeat("---|", columns.Length))}");
        foreach (T item in items)
        {
            Line($"| {string.Join(" | ", cells(item))} |");
        }
    }

    private static string Published(PublicationDate p)
    {
        string days = (p.From, p.To) switch
        {
            (null, null) => "unknown",
            ({ } from, { } to) when from == to => Day(from),
            var (from, to) => $"{(from is { } f ? Day(f) : "…")} to {(to is { } t ? Day(t) : "…")}",
        };
        return p.Basis is DateBasis.Unknown or DateBasis.Stated ? days : $"{days} ({ReportNames.Of(p.Basis)})";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Articles(IReadOnlyList<Provenance> evidence) => string.Join(", ", evidence.Select(e => e.Article).Distinct(StringComparer.Ordinal).Select(Safe));

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string Safe(string text) => SafeText.Markdown(text);

    private void Line(string text = "")
    {
        writer.Write(text);
        writer.Write('\n');
    }
}
