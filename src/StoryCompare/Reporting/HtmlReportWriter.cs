namespace StoryCompare.Reporting;

/// <summary>
/// The HTML report: one self-contained file without script or remote parts, under a Content-Security-Policy that allows its style only.
/// </summary>
internal static class HtmlReportWriter
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    /// <summary>The whole page.</summary>
    public static string Page(StoryReport report)
    {
        HtmlText html = new();
        html.Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"").Raw(Policy)
            .Raw("\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>Story comparison</title>\n<style>\n")
            .Raw(HtmlStyle.Css).Raw("\n</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the stories</a>\n");
        Body(html, report);
        return html.Raw("</body>\n</html>\n").ToString();
    }

    /// <summary>The page's inside with its style, for a notebook's output cell.</summary>
    public static string Fragment(Action<HtmlText> write)
    {
        HtmlText html = new();
        html.Raw("<div class=\"storycompare\"><style>\n").Raw(HtmlStyle.Scoped).Raw("\n</style>\n");
        write(html);
        return html.Raw("</div>\n").ToString();
    }

    /// <summary>Header, stories, storylines, diagnostics.</summary>
    public static void Body(HtmlText html, StoryReport report)
    {
        html.Raw("<header>\n<h1>Story comparison</h1>\n<p>").Text(FigureText.Count(report.Articles.Count, "article")).Raw(", ")
            .Text(report.Stories.Count == 1 ? "1 story" : FigureText.Count(report.Stories.Count, "storie")).Raw("</p>\n</header>\n");
        if (report.Stories.Count > 1)
        {
            html.Raw("<nav aria-label=\"Stories\">\n<ul>\n");
            foreach (Story story in report.Stories)
            {
                html.Raw("<li><a href=\"#").Text(story.Id).Raw("\">").Text(story.Id).Raw("</a> <bdi>").Text(story.Title).Raw("</bdi> <span class=\"dim\">")
                    .Text(FigureText.Count(story.Articles.Count, "article")).Raw("</span></li>\n");
            }

            html.Raw("</ul>\n</nav>\n");
        }

        html.Raw("<main id=\"main\">\n");
        HtmlStoryWriter stories = new(html, new HtmlPlaces(report.Articles));
        foreach (Story story in report.Stories)
        {
            stories.Write(story);
        }

        List(html, "Storylines", report.Storylines, l => html.Text(string.Join(", ", l.Stories)).Raw(": ").Text(l.Reason));
        List(html, "Notes on the input", report.Diagnostics, d => html.Text(ReportNames.Of(d.Severity)).Raw(" <code>").Text(d.Code).Raw("</code> <bdi>").Text(d.Article ?? "").Raw("</bdi>: ").Text(d.Message));
        html.Raw("</main>\n");
    }

    private static void List<T>(HtmlText html, string heading, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        html.Raw("<section>\n<h2>").Raw(heading).Raw("</h2>\n<ul>\n");
        foreach (T item in items)
        {
            html.Raw("<li>");
            write(item);
            html.Raw("</li>\n");
        }

        html.Raw("</ul>\n</section>\n");
    }
}
