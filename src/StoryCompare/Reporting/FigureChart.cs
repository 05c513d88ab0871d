using System.Globalization;

namespace StoryCompare.Reporting;

/// <summary>A small chart of one figure: a row for each value of an article, a dot for a value, a bar for a range, a bar to the edge for a bound.</summary>
internal static class FigureChart
{
    // Rows in pixels, columns in per cent: the drawing narrows with the page while its letters keep their size.
    private const int Row = 22;
    private const int LongestLabel = 16;

    public static void Write(HtmlText html, RecurringFigure figure, HtmlPlaces places)
    {
        // An article that says the same twice has one row.
        FigureMention[] mentions = [.. figure.Mentions.DistinctBy(static m => (m.Where.Article, FigureText.Of(m.Figure)))];
        double low = mentions.Min(static m => m.Figure.Value);
        double high = mentions.Max(static m => m.Figure.High ?? m.Figure.Value);
        double pad = high > low ? (high - low) * 0.15 : Math.Max(Math.Abs(high) * 0.5, 1);
        low -= pad;
        high += pad;
        int height = (mentions.Length * Row) + 4;
        html.Raw("<svg class=\"chart\" role=\"img\" width=\"100%\" height=\"").Number(height).Raw("\"><title>")
            .Text(string.Join("; ", mentions.Select(m => $"{places.Label(m.Where.Article)}: {FigureText.Of(m.Figure)}"))).Raw("</title>\n");
        for (int i = 0; i < mentions.Length; i++)
        {
            Figure f = mentions[i].Figure;
            int y = (i * Row) + 13;
            double x = Scale(f.Value, low, high);
            html.Raw("<text x=\"0\" y=\"").Number(y + 4).Raw("\">").Text(HtmlPlaces.Short(places.Label(mentions[i].Where.Article), LongestLabel))
                .Raw("</text><text x=\"100%\" text-anchor=\"end\" y=\"").Number(y + 4).Raw("\">").Text(HtmlPlaces.Short(FigureText.Of(f), LongestLabel + 4)).Raw("</text><svg x=\"34%\" width=\"32%\" height=\"").Number(height).Raw("\" overflow=\"visible\">");
            Line(html, "axis", 0, 100, y);
            if (f.High is { } top)
            {
                Line(html, "span", x, Scale(top, low, high), y);
            }
            else if (f.Qualifier is FigureQualifier.AtLeast or FigureQualifier.MoreThan)
            {
                Line(html, "span", x, 100, y);
            }
            else if (f.Qualifier is FigureQualifier.AtMost or FigureQualifier.LessThan)
            {
                Line(html, "span", 0, x, y);
            }

            html.Raw("<circle class=\"dot\" r=\"5\" cx=\"").Raw(Text(x)).Raw("%\" cy=\"").Number(y).Raw("\"/></svg>\n");
        }

        html.Raw("</svg>\n");
    }

    /// <summary>Per cent of the axis.</summary>
    private static double Scale(double value, double low, double high)
    {
        double share = (value - low) / (high - low);
        return double.IsFinite(share) ? Math.Clamp(share, 0, 1) * 100 : 50;
    }

    private static void Line(HtmlText html, string look, double x1, double x2, int y) => html.Raw("<line class=\"").Raw(look).Raw("\" x1=\"").Raw(Text(x1)).Raw("%\" x2=\"").Raw(Text(x2)).Raw("%\" y1=\"").Number(y).Raw("\" y2=\"").Number(y).Raw("\"/>");

    private static string Text(double x) => x.ToString("0.#", CultureInfo.InvariantCulture);
}
