using System.Globalization;

namespace StoryCompare.Reporting;

/// <summary>The matrix facts by articles: supports, conflicts or is silent. The rows that most outlets carry come first; a long tail is folded.</summary>
internal static class HtmlMatrix
{
    // A screen or two; with more the eye no longer compares rows.
    private const int OpenRows = 20;

    // Columns and their labels' letters that stand upright on a wide page.
    private const int MostUpright = 6;
    private const int MostLetters = 60;
    private const int LongestLabel = 22;

    public static void Write(HtmlText html, Story story, IReadOnlyList<ReportedArticle> own, HtmlPlaces places)
    {
        Table(html, story, story.AgreedFacts.Take(OpenRows), own, places, "Facts by article");
        html.Raw("<p class=\"small dim\"><span class=\"yes\" aria-hidden=\"true\">●</span> supports, <span class=\"no\" aria-hidden=\"true\">▲</span> conflicts, – silent. Each sign leads to the sentence. ")
            .Raw("<a href=\"#").Text(story.Id).Raw("-sources\">Who is who</a></p>\n");
        int more = story.AgreedFacts.Count - OpenRows;
        if (more > 0)
        {
            html.Raw("<details><summary>").Text(string.Create(CultureInfo.InvariantCulture, $"{more} more agreed facts")).Raw("</summary>\n");
            Table(html, story, story.AgreedFacts.Skip(OpenRows), own, places, "More facts by article");
            html.Raw("</details>\n");
        }
    }

    private static void Table(HtmlText html, Story story, IEnumerable<AgreedFact> facts, IReadOnlyList<ReportedArticle> own, HtmlPlaces places, string name)
    {
        html.Raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").Text($"{name}, {story.Id}").Raw("\"><table class=\"matrix\">\n<thead><tr><th scope=\"col\">fact</th>");
        // Upright where all labels fit beside the facts, else on their side.
        bool narrow = own.Count > MostUpright || own.Sum(a => places.Label(a.Id).Length) > MostLetters;
        foreach (ReportedArticle a in own)
        {
            html.Raw(narrow ? "<th scope=\"col\" class=\"tall\"><bdi>" : "<th scope=\"col\"><bdi>").Text(HtmlPlaces.Short(places.Label(a.Id), LongestLabel)).Raw("</bdi></th>");
        }

        html.Raw(narrow ? "<th scope=\"col\" class=\"tall\">origins</th>" : "<th scope=\"col\">origins</th>").Raw("</tr></thead>\n<tbody>\n");
        foreach (AgreedFact f in facts)
        {
            html.Raw("<tr id=\"").Text(f.Id).Raw("\"><th scope=\"row\" dir=\"auto\"><span class=\"id\">").Text(f.Id).Raw("</span> ").Text(f.Text).Raw("</th>");
            foreach (ReportedArticle a in own)
            {
                Cell(html, f, a.Id, places);
            }

            html.Raw("<td class=\"cell\">").Number(f.Origins).Raw("</td></tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }

    private static void Cell(HtmlText html, AgreedFact fact, string article, HtmlPlaces places)
    {
        Provenance? supports = fact.Evidence.FirstOrDefault(e => e.Article == article);
        Provenance? differs = fact.Dissent.FirstOrDefault(e => e.Article == article);
        html.Raw("<td class=\"cell\">");
        if (supports is not null)
        {
            Sign(html, places.Anchor(supports), "yes", "●", "supports");
        }

        if (differs is not null)
        {
            Sign(html, places.Anchor(differs), "no", "▲", "conflicts");
        }

        if (supports is null && differs is null)
        {
            html.Raw("<span class=\"dim\" aria-hidden=\"true\">–</span><span class=\"vh\">silent</span>");
        }

        html.Raw("</td>");
    }

    private static void Sign(HtmlText html, string? anchor, string look, string sign, string words)
    {
        html.Raw(anchor is null ? "<span class=\"sign " : "<a class=\"sign ").Raw(look).Raw("\"");
        if (anchor is not null)
        {
            html.Raw(" href=\"#").Raw(anchor).Raw("\"");
        }

        html.Raw("><span aria-hidden=\"true\">").Raw(sign).Raw("</span><span class=\"vh\">").Raw(words).Raw("</span>").Raw(anchor is null ? "</span>" : "</a>");
    }
}
