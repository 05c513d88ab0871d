using System.Globalization;

namespace StoryCompare.Reporting;

/// <summary>One story as a section of the HTML report.</summary>
internal sealed class HtmlStoryWriter(HtmlText html, IReadOnlyList<ReportedArticle> articles)
{
    public void Write(Story story)
    {
        ReportedArticle[] own = [.. story.Articles.Select(id => articles.FirstOrDefault(a => a.Id == id) ?? new ReportedArticle { Id = id, Published = PublicationDate.Unknown, Language = "und" })];
        html.Raw("<section id=\"").Text(story.Id).Raw("\" aria-labelledby=\"").Text(story.Id).Raw("-h\">\n<h2 id=\"").Text(story.Id).Raw("-h\" dir=\"auto\">").Text(story.Title).Raw("</h2>\n");
        Sources(own);
        Matrix(story, own);
        Conflicts(story);
        Figures(story);
        Alignments(story);
        Quotations(story);
        Wording(story);
        NearMisses(story);
        SingleSource(story);
        Copies(story);
        if (own.Any(static a => a.Text is not null))
        {
            html.Raw("<h3>The articles</h3>\n<p class=\"small dim\">Marked: what the findings above rest on. Small grey text was dropped as page furniture.</p>\n");
            foreach (ReportedArticle article in own.Where(static a => a.Text is not null))
            {
                HtmlArticleWriter.Write(html, story, article, ArticleAnchor(article.Id));
            }
        }

        html.Raw("</section>\n");
    }

    public void Conflict(Conflict c)
    {
        html.Raw("<article class=\"card\" id=\"").Text(c.Id).Raw("\">\n<p><span class=\"id\">").Text(c.Id).Raw("</span> <strong>").Text(ReportNames.Of(c.Kind)).Raw("</strong>, <span class=\"")
            .Raw(c.Severity == Severity.High ? "high" : "dim").Raw("\">").Text(ReportNames.Of(c.Severity)).Raw("</span>");
        if (c.Internal)
        {
            html.Raw(", inside one article");
        }

        if (c.ExplainedBy != ConflictExplanation.None)
        {
            html.Raw(", explained by ").Text(ReportNames.Of(c.ExplainedBy));
        }

        html.Raw(": ").Text(c.Explanation).Raw("</p>\n<div class=\"sides\">\n");
        for (int i = 0; i < c.Sides.Count; i++)
        {
            HashSet<string> others = [.. c.Sides.Where((_, j) => j != i).SelectMany(static s => Words(s.Text)),];
            html.Raw("<div class=\"side\"><p class=\"small dim\">");
            Links(c.Sides[i].Evidence);
            html.Raw("</p><p dir=\"auto\">");
            MarkDifferent(c.Sides[i].Text, others);
            html.Raw("</p></div>\n");
        }

        html.Raw("</div>\n</article>\n");
    }

    public void Figure(RecurringFigure f)
    {
        html.Raw("<div class=\"card\" id=\"").Text(f.Id).Raw("\"><p><span class=\"id\">").Text(f.Id).Raw("</span> <strong>").Text(FigureText.Of(f.Figure)).Raw("</strong> <bdi>").Text(f.Figure.Counts)
            .Raw("</bdi> <span class=\"dim\">").Text(FigureText.Count(f.Outlets, "outlet")).Raw(", ").Text(FigureText.Count(f.Origins, "origin")).Raw("</span></p>\n");
        if (f.Mentions.Count > 1)
        {
            FigureChart.Write(html, f);
        }

        html.Raw("<ul class=\"small\">");
        foreach (FigureMention m in f.Mentions)
        {
            html.Raw("<li>");
            Links([m.Where]);
            html.Raw(" <q dir=\"auto\">").Text(m.Where.Text).Raw("</q>");
            if (m.Speaker is not null)
            {
                html.Raw(" <span class=\"dim\">given by <bdi>").Text(m.Speaker).Raw("</bdi></span>");
            }

            html.Raw("</li>");
        }

        html.Raw("</ul></div>\n");
    }

    public void AgreedFact(AgreedFact f)
    {
        html.Raw("<div class=\"card\" id=\"").Text(f.Id).Raw("\"><p dir=\"auto\"><span class=\"id\">").Text(f.Id).Raw("</span> ").Text(f.Text).Raw("</p><p class=\"small dim\">")
            .Text(FigureText.Count(f.Outlets, "outlet")).Raw(", ").Text(FigureText.Count(f.Origins, "origin")).Raw("; ");
        Links(f.Evidence);
        html.Raw("</p></div>\n");
    }

    private void Sources(ReportedArticle[] own)
    {
        html.Raw("<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">article</th><th scope=\"col\">outlet</th><th scope=\"col\">title</th><th scope=\"col\">published</th><th scope=\"col\">flags</th></tr></thead>\n<tbody>\n");
        foreach (ReportedArticle a in own)
        {
            html.Raw("<tr><th scope=\"row\"><bdi>").Text(a.Id).Raw("</bdi></th><td><bdi>").Text(a.Outlet ?? "unknown").Raw("</bdi></td><td dir=\"auto\">");
            if (a.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https")
            {
                html.Raw("<a rel=\"noreferrer\" href=\"").Text(uri.AbsoluteUri).Raw("\">").Text(a.Title ?? uri.Host).Raw("</a>");
            }
            else
            {
                html.Text(a.Title ?? "");
            }

            html.Raw("</td><td>").Text(Published(a.Published)).Raw("</td><td>").Text(string.Join(", ", a.Flags)).Raw("</td></tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }

    private void Matrix(Story story, ReportedArticle[] own)
    {
        if (story.AgreedFacts.Count == 0)
        {
            return;
        }

        html.Raw("<h3>What they agree on</h3>\n<div class=\"scroll\"><table class=\"matrix\">\n<thead><tr><th scope=\"col\">fact</th>");
        foreach (ReportedArticle a in own)
        {
            html.Raw("<th scope=\"col\"><bdi>").Text(a.Outlet ?? a.Id).Raw("</bdi></th>");
        }

        html.Raw("<th scope=\"col\">origins</th></tr></thead>\n<tbody>\n");
        foreach (AgreedFact f in story.AgreedFacts)
        {
            html.Raw("<tr id=\"").Text(f.Id).Raw("\"><th scope=\"row\" dir=\"auto\"><span class=\"id\">").Text(f.Id).Raw("</span> ").Text(f.Text).Raw("</th>");
            foreach (ReportedArticle a in own)
            {
                Provenance? supports = f.Evidence.FirstOrDefault(e => e.Article == a.Id);
                Provenance? differs = f.Dissent.FirstOrDefault(e => e.Article == a.Id);
                html.Raw("<td class=\"cell\">");
                if (supports is not null)
                {
                    html.Raw("<a class=\"yes\" href=\"#").Raw(Anchor(supports)).Raw("\"><span aria-hidden=\"true\">●</span><span class=\"vh\">supports</span></a>");
                }

                if (differs is not null)
                {
                    html.Raw(" <a class=\"no\" href=\"#").Raw(Anchor(differs)).Raw("\"><span aria-hidden=\"true\">▲</span><span class=\"vh\">conflicts</span></a>");
                }

                if (supports is null && differs is null)
                {
                    html.Raw("<span class=\"dim\" aria-hidden=\"true\">–</span><span class=\"vh\">silent</span>");
                }

                html.Raw("</td>");
            }

            html.Raw("<td class=\"cell\">").Number(f.Origins).Raw("</td></tr>\n");
        }

        html.Raw("</tbody></table></div>\n<p class=\"small dim\">● supports, ▲ conflicts, – silent</p>\n");
    }

    private void Conflicts(Story story)
    {
        if (story.Conflicts.Count > 0)
        {
            html.Raw("<h3>Where they differ</h3>\n");
            foreach (Conflict c in story.Conflicts)
            {
                Conflict(c);
            }
        }
    }

    private void Figures(Story story)
    {
        RecurringFigure[] recurring = [.. story.Figures.Where(static f => f.Outlets > 1)];
        RecurringFigure[] single = [.. story.Figures.Where(static f => f.Outlets < 2)];
        if (recurring.Length > 0)
        {
            html.Raw("<h3>Figures that recur</h3>\n");
            foreach (RecurringFigure f in recurring)
            {
                Figure(f);
            }
        }

        Details($"Figures of one outlet ({single.Length.ToString(CultureInfo.InvariantCulture)})", single, Figure);
    }

    private void Alignments(Story story) => Details("Aligned sentences", story.Alignments, a =>
    {
        html.Raw("<div class=\"card\" id=\"").Text(a.Id).Raw("\"><p class=\"small dim\">").Text(a.Id).Raw(" ").Text(ReportNames.Of(a.Kind)).Raw(", ").Number(a.Score).Raw("</p>\n<ul>");
        foreach (Provenance p in a.Spans)
        {
            html.Raw("<li dir=\"auto\">");
            Links([p]);
            html.Raw(" ").Text(p.Text).Raw("</li>");
        }

        html.Raw("</ul>\n");
        foreach (AlignmentDiff d in a.Diffs)
        {
            html.Raw("<p class=\"small\" dir=\"auto\">");
            foreach (DiffOp op in d.Ops)
            {
                string tag = op.Op switch { "insert" => "ins", "delete" => "del", _ => "span" };
                html.Raw("<").Raw(tag).Raw(">").Text(op.Text).Raw("</").Raw(tag).Raw(">");
            }

            html.Raw("</p>\n");
        }

        html.Raw("</div>\n");
    });

    private void Quotations(Story story) => Details("Quotations", story.Quotations, q =>
    {
        html.Raw("<div class=\"card\" id=\"").Text(q.Id).Raw("\"><p><span class=\"id\">").Text(q.Id).Raw("</span> <strong><bdi>").Text(q.Speaker ?? "no speaker named").Raw("</bdi></strong></p>");
        foreach (QuotationVersion v in q.Versions)
        {
            html.Raw("<blockquote dir=\"auto\">").Text(v.Where.Text).Raw(" <span class=\"small dim\">");
            Links([v.Where]);
            html.Raw("</span></blockquote>");
        }

        html.Raw("</div>\n");
    });

    private void Wording(Story story)
    {
        if (story.Wording.Count == 0)
        {
            return;
        }

        html.Raw("<h3>Different words for one thing</h3>\n<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">about</th><th scope=\"col\">words</th></tr></thead>\n<tbody>\n");
        foreach (WordingDifference w in story.Wording)
        {
            html.Raw("<tr id=\"").Text(w.Id).Raw("\"><th scope=\"row\" dir=\"auto\">").Text(w.About).Raw("</th><td>");
            foreach (Statement form in w.Forms)
            {
                html.Raw("<p><q dir=\"auto\">").Text(form.Text).Raw("</q> <span class=\"small dim\">");
                Links(form.Evidence);
                html.Raw("</span></p>");
            }

            html.Raw("</td></tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }

    private void NearMisses(Story story) => Details("Looks like a conflict, is none", story.NotConflicts, n =>
    {
        html.Raw("<div class=\"card\" id=\"").Text(n.Id).Raw("\"><p><span class=\"id\">").Text(n.Id).Raw("</span> ").Text(ReportNames.Of(n.Kind)).Raw(": ").Text(n.Why).Raw("</p><ul>");
        foreach (Provenance p in n.Evidence)
        {
            html.Raw("<li dir=\"auto\">");
            Links([p]);
            html.Raw(" ").Text(p.Text).Raw("</li>");
        }

        html.Raw("</ul></div>\n");
    });

    private void SingleSource(Story story) => Details("Told by one article only", story.SingleSource, s =>
    {
        html.Raw("<p id=\"").Text(s.Id).Raw("\" dir=\"auto\"><span class=\"id\">").Text(s.Id).Raw("</span> ");
        Links(s.Evidence);
        html.Raw(" ").Text(s.Text).Raw("</p>\n");
    });

    private void Copies(Story story) => Details("Who depends on whom", story.Copies, c =>
        html.Raw("<p><bdi>").Text(string.Join(", ", c.Articles)).Raw("</bdi>: ").Text(ReportNames.Of(c.Kind)).Raw(" (").Number(c.Score).Raw(")</p>\n"));

    private void Details<T>(string heading, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        html.Raw("<details open><summary>").Raw(heading).Raw("</summary>\n");
        foreach (T item in items)
        {
            write(item);
        }

        html.Raw("</details>\n");
    }

    private void Links(IReadOnlyList<Provenance> evidence)
    {
        bool first = true;
        foreach (Provenance p in evidence)
        {
            html.Raw(first ? "" : ", ").Raw("<a href=\"#").Raw(Anchor(p)).Raw("\"><bdi>").Text(p.Article).Raw("</bdi></a>");
            first = false;
        }
    }

    private void MarkDifferent(string text, HashSet<string> others)
    {
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            bool word = char.IsLetterOrDigit(text[i]);
            while (i < text.Length && char.IsLetterOrDigit(text[i]) == word)
            {
                i++;
            }

            string part = text[start..i];
            bool different = word && !others.Contains(part.ToUpperInvariant());
            html.Raw(different ? "<mark>" : "").Text(part).Raw(different ? "</mark>" : "");
        }
    }

    private static IEnumerable<string> Words(string text)
    {
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            bool word = char.IsLetterOrDigit(text[i]);
            while (i < text.Length && char.IsLetterOrDigit(text[i]) == word)
            {
                i++;
            }

            if (word)
            {
                yield return text[start..i].ToUpperInvariant();
            }
        }
    }

    private string Anchor(Provenance p) => $"{ArticleAnchor(p.Article)}-{p.Span.Start.ToString(CultureInfo.InvariantCulture)}";

    // Article ids may hold anything; their number in the report does not.
    private string ArticleAnchor(string id)
    {
        for (int i = 0; i < articles.Count; i++)
        {
            if (articles[i].Id == id)
            {
                return "t" + i.ToString(CultureInfo.InvariantCulture);
            }
        }

        return "t";
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
}
