using System.Globalization;

namespace StoryCompare.Reporting;

/// <summary>One story as a section of the HTML report: what matters first stands open, the rest is folded.</summary>
internal sealed class HtmlStoryWriter(HtmlText html, HtmlPlaces places)
{
    // How many cards of a kind stand open before the rest is folded.
    private const int OpenConflicts = 12;

    /// <summary>Conflicts that the page shows: nobody reads more, and every card is drawn. The first are the severest.</summary>
    public const int MostConflicts = 250;

    private const int OpenFigures = 8;
    private const int OpenArticles = 6;

    private readonly HtmlFindings _findings = new(html, places);

    public void Write(Story story)
    {
        ReportedArticle[] own = [.. story.Articles.Select(places.Article)];
        html.Raw("<section id=\"").Text(story.Id).Raw("\" aria-labelledby=\"").Text(story.Id).Raw("-h\">\n<h2 id=\"").Text(story.Id).Raw("-h\" dir=\"auto\">").Text(story.Title).Raw("</h2>\n");
        Header(story, own);
        if (story.AgreedFacts.Count > 0)
        {
            Heading(story, "agreed", "What they agree on");
            HtmlMatrix.Write(html, story, own, places);
        }

        Cards(story, "conflicts", "Where they differ", [.. story.Conflicts.Take(MostConflicts)], OpenConflicts, "conflict", "conflicts", _findings.Conflict);
        if (story.Conflicts.Count > MostConflicts)
        {
            html.Raw("<p class=\"dim\">").Text(string.Create(CultureInfo.InvariantCulture, $"{story.Conflicts.Count - MostConflicts} more conflicts are left out here; the JSON and CSV reports hold them all.")).Raw("</p>\n");
        }

        RecurringFigure[] recurring = [.. story.Figures.Where(static f => f.Outlets > 1)];
        RecurringFigure[] single = [.. story.Figures.Where(static f => f.Outlets < 2)];
        Cards(story, "figures", "Figures that recur", recurring, OpenFigures, "figure that recurs", "figures that recur", _findings.Figure);
        Cards(story, "quotations", "Quotations", story.Quotations, OpenFigures, "quotation", "quotations", _findings.Quotation);
        Wording(story);
        html.Raw("<h3>In detail</h3>\n");
        Details("Aligned sentences", story.Alignments, _findings.Alignment, "The first sentence as it stands, the others as changes of it: <del>only in the first</del> <ins>only here</ins>. Where most words differ, <span class=\"same\">what is shared</span> is underlined instead.");
        Details("Figures of one outlet", single, _findings.Figure);
        Details("Looks like a conflict, is none", story.NotConflicts, _findings.NearMiss);
        Details("Told by one article only", story.SingleSource, s =>
        {
            html.Raw("<div id=\"").Text(s.Id).Raw("\">");
            _findings.Sentences(s.Evidence);
            html.Raw("</div>\n");
        });
        Details("Names", story.Names, n =>
        {
            html.Raw("<p><strong><bdi>").Text(n.Name).Raw("</bdi></strong> <span class=\"small dim\">").Text(ReportNames.Of(n.Kind)).Raw(", ").Text(FigureText.Count(n.Mentions.Count, "mention")).Raw("</span>");
            string[] others = [.. n.Forms.Where(f => f != n.Name)];
            html.Raw(others.Length == 0 ? "" : ": ").Raw("<bdi>").Text(string.Join(" · ", others)).Raw("</bdi></p>\n");
        });
        Details("Who depends on whom", story.Copies, c =>
        {
            html.Raw("<p>").Text(HtmlText.Spaced(ReportNames.Of(c.Kind))).Raw(" (").Number(c.Score).Raw("): <bdi>").Text(string.Join(", ", c.Articles.Select(places.Label))).Raw("</bdi>");
            html.Raw(c.Evidence.Count == 0 ? "" : "; see ");
            places.Links(html, c.Evidence);
            html.Raw("</p>\n");
        });
        Details("Why these articles are one story", story.Reasons, r =>
            html.Raw("<p><bdi>").Text(places.Label(r.A)).Raw("</bdi>, <bdi>").Text(places.Label(r.B)).Raw("</bdi>: ").Raw(r.Joined ? "joined" : "kept apart").Raw(" (").Number(r.Score).Raw("), ").Text(r.Why).Raw("</p>\n"));
        Articles(story, own);
        html.Raw("</section>\n");
    }

    private void Header(Story story, ReportedArticle[] own)
    {
        int outlets = own.Select(static a => a.Outlet ?? "\0" + a.Id).Distinct(StringComparer.Ordinal).Count();
        DateOnly? first = own.Select(static a => a.Published.From).Where(static d => d is not null).Min();
        DateOnly? last = own.Select(static a => a.Published.To).Where(static d => d is not null).Max();
        html.Raw("<p class=\"lead\">").Text($"{FigureText.Count(own.Length, "article")} of {FigureText.Count(outlets, "outlet")}");
        if (first is { } from && last is { } to)
        {
            html.Raw(", published ").Raw(from == to ? "" : "between ").Raw(Day(from)).Raw(from == to ? "" : " and " + Day(to));
        }

        html.Raw("</p>\n<ul class=\"jump\">");
        Jump(story, "agreed", story.AgreedFacts.Count, "agreed fact");
        Jump(story, "conflicts", story.Conflicts.Count, "conflict");
        Jump(story, "figures", story.Figures.Count(static f => f.Outlets > 1), "recurring figure");
        Jump(story, "quotations", story.Quotations.Count, "quotation");
        Jump(story, "wording", story.Wording.Count, "choice of words", "choices of words");
        if (own.Any(static a => a.Text is not null))
        {
            Jump(story, "articles", own.Length, "marked text");
        }

        html.Raw("</ul>\n");
        if (own.Length > OpenArticles)
        {
            html.Raw("<details><summary id=\"").Text(story.Id).Raw("-sources\">The articles with outlets and dates</summary>\n");
            Sources(story, own);
            html.Raw("</details>\n");
        }
        else
        {
            html.Raw("<div id=\"").Text(story.Id).Raw("-sources\">\n");
            Sources(story, own);
            html.Raw("</div>\n");
        }
    }

    private void Jump(Story story, string part, int count, string one, string? many = null)
    {
        if (count > 0)
        {
            html.Raw("<li><a href=\"#").Text(story.Id).Raw("-").Raw(part).Raw("\">").Text(many is null || count == 1 ? FigureText.Count(count, one) : string.Create(CultureInfo.InvariantCulture, $"{count} {many}")).Raw("</a></li>");
        }
    }

    private void Sources(Story story, ReportedArticle[] own)
    {
        html.Raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").Text($"Articles, {story.Id}").Raw("\"><table>\n<thead><tr><th scope=\"col\">article</th><th scope=\"col\">outlet</th><th scope=\"col\">title</th><th scope=\"col\">published</th><th scope=\"col\">flags</th></tr></thead>\n<tbody>\n");
        foreach (ReportedArticle a in own)
        {
            html.Raw("<tr><th scope=\"row\">");
            html.Raw(a.Text is null ? "" : $"<a href=\"#{places.Anchor(a.Id)}\">").Raw("<bdi>").Text(a.Id).Raw(a.Text is null ? "</bdi>" : "</bdi></a>");
            html.Raw("</th><td><bdi>").Text(a.Outlet ?? "unknown").Raw("</bdi></td><td class=\"title\" dir=\"auto\">");
            if (a.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https")
            {
                html.Raw("<a rel=\"noreferrer\" href=\"").Text(uri.AbsoluteUri).Raw("\">").Text(a.Title ?? uri.Host).Raw("</a>");
            }
            else
            {
                html.Text(a.Title ?? "");
            }

            html.Raw("</td><td>");
            Published(a.Published);
            html.Raw("</td><td>").Text(string.Join(", ", a.Flags.Select(HtmlText.Spaced))).Raw("</td></tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }

    private void Wording(Story story)
    {
        if (story.Wording.Count == 0)
        {
            return;
        }

        Heading(story, "wording", "Different words for one thing");
        html.Raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").Text($"Wording, {story.Id}").Raw("\"><table>\n<thead><tr><th scope=\"col\">about</th><th scope=\"col\">words</th></tr></thead>\n<tbody>\n");
        foreach (WordingDifference w in story.Wording)
        {
            html.Raw("<tr id=\"").Text(w.Id).Raw("\"><th scope=\"row\" dir=\"auto\"><span class=\"id\">").Text(w.Id).Raw("</span> ").Text(w.About).Raw("</th><td>");
            foreach (Statement form in w.Forms)
            {
                html.Raw("<span class=\"form\"><q dir=\"auto\">").Text(form.Text).Raw("</q> <span class=\"small dim\">");
                places.Links(html, form.Evidence);
                html.Raw("</span></span> ");
            }

            html.Raw("</td></tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }

    private void Articles(Story story, ReportedArticle[] own)
    {
        if (own.All(static a => a.Text is null))
        {
            return;
        }

        Heading(story, "articles", "The articles");
        html.Raw("<p class=\"small\">Marked is what the findings rest on: <span class=\"m conflict\">conflict</span> <span class=\"m figure\">figure</span> <span class=\"m fact\">agreed fact</span> <span class=\"m quote\">quotation</span> <span class=\"m align\">aligned sentence</span>. ")
            .Raw("The signs after a mark lead back. Small grey text was dropped as page furniture.</p>\n");
        HtmlArticleWriter writer = new(html, story);
        foreach (ReportedArticle article in own.Where(static a => a.Text is not null))
        {
            writer.Write(article, places.Anchor(article.Id), places.Label(article.Id), own.Length <= OpenArticles);
        }
    }

    private void Heading(Story story, string part, string words) =>
        html.Raw("<h3 id=\"").Text(story.Id).Raw("-").Raw(part).Raw("\">").Raw(words).Raw("</h3>\n");

    private void Cards<T>(Story story, string part, string heading, IReadOnlyList<T> items, int open, string one, string many, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        Heading(story, part, heading);
        html.Raw("<div class=\"cards ").Raw(part).Raw("\">\n");
        foreach (T item in items.Take(open))
        {
            write(item);
        }

        html.Raw("</div>\n");
        if (items.Count > open)
        {
            html.Raw("<details><summary>").Text(string.Create(CultureInfo.InvariantCulture, $"{items.Count - open} more {(items.Count - open == 1 ? one : many)}")).Raw("</summary>\n<div class=\"cards ").Raw(part).Raw("\">\n");
            foreach (T item in items.Skip(open))
            {
                write(item);
            }

            html.Raw("</div>\n</details>\n");
        }
    }

    private void Details<T>(string heading, IReadOnlyList<T> items, Action<T> write, string note = "")
    {
        if (items.Count == 0)
        {
            return;
        }

        html.Raw("<details><summary>").Raw(heading).Raw(" <span class=\"dim\">").Number(items.Count).Raw("</span></summary>\n").Raw(note.Length > 0 ? "<p class=\"small dim\">" + note + "</p>\n" : "");
        foreach (T item in items)
        {
            write(item);
        }

        html.Raw("</details>\n");
    }

    private void Published(PublicationDate p)
    {
        if (p.From is null && p.To is null)
        {
            html.Raw("unknown");
            return;
        }

        html.Raw("<span class=\"day\">").Raw(p.From is { } from ? Day(from) : "…").Raw("</span>");
        if (p.From != p.To)
        {
            html.Raw(" to <span class=\"day\">").Raw(p.To is { } to ? Day(to) : "…").Raw("</span>");
        }

        html.Raw(p.Basis is DateBasis.Unknown or DateBasis.Stated ? "" : $" ({ReportNames.Of(p.Basis)})");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
