using System.Globalization;

namespace StoryCompare.Reporting;

/// <summary>A small chart of one figure: a row for each mention, a dot for a value, a bar for a range, an arrow for a bound.</summary>
internal static class FigureChart
{
    private const int Left = 150;
    private const int Width = 420;
    private const int Row = 22;

    public static void Write(HtmlText html, RecurringFigure figure)
    {
        IReadOnlyList<FigureMention> mentions = figure.Mentions;
        double low = mentions.Min(static m => m.Figure.Value);
        double high = mentions.Max(static m => m.Figure.High ?? m.Figure.Value);
        double pad = high > low ? (high - low) * 0.15 : Math.Max(Math.Abs(high) * 0.5, 1);
        low -= pad;
        high += pad;
        int height = (mentions.Count * Row) + 8;
        html.Raw("<svg role=\"img\" viewBox=\"0 0 ").Number(Left + Width + 10).Raw(" ").Number(height).Raw("\" width=\"").Number(Left + Width + 10).Raw("\" height=\"").Number(height).Raw("\"><title>")
            .Text(string.Join("; ", mentions.Select(static m => $"{m.Where.Article}: {FigureText.Of(m.Figure)}"))).Raw("</title>\n");
        for (int i = 0; i < mentions.Count; i++)
        {
            Figure f = mentions[i].Figure;
            int y = (i * Row) + 15;
            double x = Left + (Scale(f.Value, low, high) * Width);
            string id = mentions[i].Where.Article;
            html.Raw("<text x=\"0\" y=\"").Number(y + 4).Raw("\">").Text(id.Length > 20 ? id[..19] + "…" : id).Raw("</text><line class=\"axis\" x1=\"").Number(Left).Raw("\" x2=\"").Number(Left + Width)
                .Raw("\" y1=\"").Number(y).Raw("\" y2=\"").Number(y).Raw("\"/>");
            if (f.High is { } top)
            {
                Line(html, x, Left + (Scale(top, low, high) * Width), y);
            }
            else if (f.Qualifier is FigureQualifier.AtLeast or FigureQualifier.MoreThan)
            {
                Line(html, x, Left + Width, y);
            }
            else if (f.Qualifier is FigureQualifier.AtMost or FigureQualifier.LessThan)
            {
                Line(html, Left, x, y);
            }

            html.Raw("<circle class=\"dot\" r=\"5\" cx=\"").Number(x).Raw("\" cy=\"").Number(y).Raw("\"/>\n");
        }

        html.Raw("</svg>\n");
    }

    private static double Scale(double value, double low, double high)
    {
        double share = (value - low) / (high - low);
        return double.IsFinite(share) ? Math.Clamp(share, 0, 1) : 0.5;
    }

    private static void Line(HtmlText html, double x1, double x2, int y) => html.Raw("<line class=\"span\" x1=\"").Raw(Text(x1)).Raw("\" x2=\"").Raw(Text(x2)).Raw("\" y1=\"").Number(y).Raw("\" y2=\"").Number(y).Raw("\"/>");

    private static string Text(double x) => x.ToString("0.#", CultureInfo.InvariantCulture);
}
