using System.Globalization;

namespace StoryCompare.Reporting;

/// <summary>Where evidence stands in the page: each article's anchor and label, and links to the marked spans.</summary>
internal sealed class HtmlPlaces(IReadOnlyList<ReportedArticle> articles)
{
    private const int LongestLabel = 28;

    private readonly Dictionary<string, int> _index = articles.Select(static (a, i) => (a.Id, i)).ToDictionary(static p => p.Id, static p => p.i, StringComparer.Ordinal);

    // How many articles each outlet has.
    private readonly Dictionary<string, int> _articles = articles.Where(static a => a.Outlet is not null).CountBy(static a => a.Outlet!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>The article, or a bare one when the report does not hold it.</summary>
    public ReportedArticle Article(string id) =>
        _index.TryGetValue(id, out int i) ? articles[i] : new ReportedArticle { Id = id, Published = PublicationDate.Unknown, Language = "und" };

    /// <summary>The anchor of an article. Article ids may hold anything; their number in the report does not.</summary>
    public string Anchor(string id) => _index.TryGetValue(id, out int i) ? "t" + i.ToString(CultureInfo.InvariantCulture) : "t";

    /// <summary>The anchor of a span's mark, or null when the page does not hold the text.</summary>
    public string? Anchor(Provenance p) =>
        _index.TryGetValue(p.Article, out int i) && articles[i].Text is not null ? string.Create(CultureInfo.InvariantCulture, $"t{i}-{p.Span.Start}") : null;

    /// <summary>The outlet, with the article's id where the outlet has several articles in the report; the id alone where no outlet is known.</summary>
    public string Label(string id) =>
        Article(id).Outlet is not { Length: > 0 } outlet ? Short(id, LongestLabel) : _articles[outlet] > 1 ? $"{Short(outlet, LongestLabel)} {id}" : Short(outlet, LongestLabel);

    /// <summary>Links to the marked spans, in their order; a name without a link where the text is not in the page.</summary>
    public void Links(HtmlText html, IReadOnlyList<Provenance> evidence)
    {
        int nth = 1;
        for (int i = 0; i < evidence.Count; i++)
        {
            // A second sentence of the same article is told by its number.
            nth = i > 0 && evidence[i - 1].Article == evidence[i].Article ? nth + 1 : 1;
            html.Raw(i == 0 ? "" : nth > 1 ? " · " : ", ");
            Link(html, evidence[i], nth);
        }
    }

    /// <summary>At most <paramref name="max"/> characters, cut with an ellipsis.</summary>
    public static string Short(string text, int max) => text.Length <= max ? text : string.Concat(text.AsSpan(0, max - 1), "…");

    private void Link(HtmlText html, Provenance p, int nth)
    {
        string? anchor = Anchor(p);
        if (anchor is not null)
        {
            html.Raw("<a href=\"#").Raw(anchor).Raw("\">");
        }

        html.Raw(nth > 1 ? "<span class=\"vh\">" : "").Raw("<bdi>").Text(Label(p.Article)).Raw("</bdi>");
        if (nth > 1)
        {
            html.Raw(" </span>").Number(nth);
        }

        html.Raw(anchor is null ? "" : "</a>");
    }
}
