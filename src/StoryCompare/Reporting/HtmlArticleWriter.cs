using System.Globalization;

namespace StoryCompare.Reporting;

/// <summary>An article's raw text with all findings marked in place; each mark leads back to its findings.</summary>
internal sealed class HtmlArticleWriter
{
    // What is drawn where several findings lie on one stretch: the last in this list.
    private static readonly string[] Classes = ["align", "quote", "fact", "figure", "conflict"];

    // The class of single sentences and of alignments: their signs are left out where another finding has one.
    private const int Quiet = 0;

    // The class of figures.
    private const int Number = 3;

    private readonly HtmlText _html;
    private readonly Dictionary<string, List<Mark>> _marks = new(StringComparer.Ordinal);

    public HtmlArticleWriter(HtmlText html, Story story)
    {
        _html = html;
        foreach ((Provenance where, string finding, int @class) in Marks(story))
        {
            if (!_marks.TryGetValue(where.Article, out List<Mark>? marks))
            {
                _marks.Add(where.Article, marks = []);
            }

            marks.Add(new Mark(where.Span, finding, @class));
        }
    }

    private readonly record struct Mark(TextSpan Span, string Finding, int Class);

    public void Write(ReportedArticle article, string anchor, string label, bool unfolded)
    {
        HtmlText html = _html;
        string text = article.Text!;
        List<Mark> marks = _marks.GetValueOrDefault(article.Id) ?? [];
        marks.Sort(static (x, y) => x.Span.Start != y.Span.Start ? x.Span.Start.CompareTo(y.Span.Start) : x.Span.End != y.Span.End ? y.Span.End.CompareTo(x.Span.End) : string.CompareOrdinal(x.Finding, y.Finding));
        SortedSet<int> cuts = [0, text.Length];
        foreach (TextSpan span in marks.Select(static m => m.Span).Concat(article.Dropped.Select(static d => d.Span)))
        {
            cuts.Add(span.Start);
            cuts.Add(span.End);
        }

        html.Raw(unfolded ? "<details open id=\"" : "<details id=\"").Raw(anchor).Raw("\"><summary><bdi>").Text(label).Raw("</bdi></summary>\n<div class=\"text card\" dir=\"auto\">");
        int[] points = [.. cuts];
        List<Mark> open = [];
        int next = 0;
        int drop = 0;
        HashSet<int> anchored = [];
        for (int i = 0; i + 1 < points.Length; i++)
        {
            TextSpan piece = new(points[i], points[i + 1]);
            open.RemoveAll(m => m.Span.End <= piece.Start);
            while (next < marks.Count && marks[next].Span.Start <= piece.Start)
            {
                open.Add(marks[next++]);
            }

            while (drop < article.Dropped.Count && article.Dropped[drop].Span.End <= piece.Start)
            {
                drop++;
            }

            bool dropped = drop < article.Dropped.Count && article.Dropped[drop].Span.Contains(piece);
            Piece(html, text, piece, open, dropped ? article.Dropped[drop] : null, anchor, anchored);
        }

        html.Raw("</div></details>\n");
    }

    private static void Piece(HtmlText html, string text, TextSpan piece, List<Mark> open, DroppedText? dropped, string anchor, HashSet<int> anchored)
    {
        string id = anchored.Add(piece.Start) && open.Exists(m => m.Span.Start == piece.Start) ? $" id=\"{anchor}-{piece.Start.ToString(CultureInfo.InvariantCulture)}\"" : "";
        if (dropped is not null)
        {
            html.Raw("<span class=\"drop\"").Raw(id).Raw(" title=\"").Text($"dropped: {dropped.Kind} ({dropped.Rule})").Raw("\">").Paragraphs(piece.Slice(text)).Raw("</span>");
            return;
        }

        if (open.Count == 0)
        {
            html.Paragraphs(piece.Slice(text));
            return;
        }

        int drawn = open.Max(static m => m.Class);

        // A figure inside a conflict or fact is still seen as one.
        string figure = drawn > Number && open.Exists(static m => m.Class == Number) ? " number" : "";
        html.Raw("<span class=\"m ").Raw(Classes[drawn]).Raw(figure).Raw("\"").Raw(id).Raw(">").Paragraphs(piece.Slice(text)).Raw("</span>");
        bool loud = open.Exists(m => m.Span.End == piece.End && m.Class != Quiet);
        string[] ending = [.. open.Where(m => m.Span.End == piece.End && m.Finding.Length > 0 && (m.Class != Quiet || !loud)).Select(static m => m.Finding).Distinct(StringComparer.Ordinal)];
        if (ending.Length > 0)
        {
            html.Raw("<sup>");
            foreach (string finding in ending)
            {
                html.Raw("<a href=\"#").Text(finding).Raw("\">").Text(finding[(finding.IndexOf('.', StringComparison.Ordinal) + 1)..]).Raw("</a>");
            }

            html.Raw("</sup>");
        }
    }

    private static IEnumerable<(Provenance Where, string Finding, int Class)> Marks(Story s)
    {
        foreach ((Provenance p, string id) in s.Alignments.SelectMany(static a => a.Spans.Select(p => (p, a.Id))).Concat(s.SingleSource.SelectMany(static c => c.Evidence.Select(p => (p, c.Id)))))
        {
            yield return (p, id, 0);
        }

        // Copies have no id of their own; their marks are places to jump to.
        foreach (Provenance p in s.Copies.SelectMany(static c => c.Evidence))
        {
            yield return (p, "", Quiet);
        }

        foreach (Quotation q in s.Quotations)
        {
            foreach (QuotationVersion v in q.Versions)
            {
                yield return (v.Where, q.Id, 1);
            }
        }

        foreach ((Provenance p, string id) in s.AgreedFacts.SelectMany(static f => f.Evidence.Concat(f.Dissent).Select(p => (p, f.Id))).Concat(s.Wording.SelectMany(static w => w.Forms.SelectMany(static f => f.Evidence).Select(p => (p, w.Id)))))
        {
            yield return (p, id, 2);
        }

        foreach (RecurringFigure f in s.Figures)
        {
            foreach (FigureMention m in f.Mentions)
            {
                yield return (m.Where, f.Id, Number);
            }
        }

        foreach ((Provenance p, string id) in s.Conflicts.Take(HtmlStoryWriter.MostConflicts).SelectMany(static c => c.Sides.SelectMany(static x => x.Evidence).Select(p => (p, c.Id))).Concat(s.NotConflicts.SelectMany(static n => n.Evidence.Select(p => (p, n.Id)))))
        {
            yield return (p, id, 4);
        }
    }
}
