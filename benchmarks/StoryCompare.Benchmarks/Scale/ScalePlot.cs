using System.Globalization;
using System.Text;

namespace StoryCompare.Benchmarks.Scale;

/// <summary>Draws time against articles, both logarithmic, as SVG that reads on light and dark pages.</summary>
internal static class ScalePlot
{
    private const int Width = 640;
    private const int Height = 400;
    private const int Left = 70;
    private const int Right = 150;
    private const int Top = 40;
    private const int Bottom = 50;

    private static readonly (string Mode, string Colour, string Name)[] Lines = [("batch", "#2563eb", "batch"), ("live", "#d97706", "live")];

    public static string Draw(IReadOnlyList<ScalePoint> points, string caption)
    {
        (int Low, int High) x = Decades(points.Select(static p => (double)p.Articles));
        (int Low, int High) y = Decades(points.Select(static p => p.Seconds));
        double X(double v) => Left + ((Math.Log10(v) - x.Low) / (x.High - x.Low) * (Width - Left - Right));
        double Y(double v) => Height - Bottom - ((Math.Log10(v) - y.Low) / (y.High - y.Low) * (Height - Top - Bottom));
        StringBuilder svg = new();
        Add(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" font-family="sans-serif" font-size="12" role="img" aria-label="{caption}">""");
        Add(svg, $"""<rect width="{Width}" height="{Height}" fill="#ffffff"/>""");
        Add(svg, $"""<text x="{Left}" y="20" font-size="14" fill="#111827">{caption}</text>""");
        for (int d = x.Low; d <= x.High; d++)
        {
            double at = X(Math.Pow(10, d));
            Add(svg, $"""<line x1="{at:0.0}" y1="{Top}" x2="{at:0.0}" y2="{Height - Bottom}" stroke="#e5e7eb"/>""");
            Add(svg, $"""<text x="{at:0.0}" y="{Height - Bottom + 18}" text-anchor="middle" fill="#374151">{Math.Pow(10, d):#,##0}</text>""");
        }

        for (int d = y.Low; d <= y.High; d++)
        {
            double at = Y(Math.Pow(10, d));
            Add(svg, $"""<line x1="{Left}" y1="{at:0.0}" x2="{Width - Right}" y2="{at:0.0}" stroke="#e5e7eb"/>""");
            Add(svg, $"""<text x="{Left - 8}" y="{at + 4:0.0}" text-anchor="end" fill="#374151">{Math.Pow(10, d):#,##0.###} s</text>""");
        }

        Add(svg, $"""<text x="{(Left + Width - Right) / 2}" y="{Height - 12}" text-anchor="middle" fill="#374151">articles</text>""");
        foreach ((string mode, string colour, string name) in Lines)
        {
            ScalePoint[] line = [.. points.Where(p => p.Mode == mode).OrderBy(static p => p.Articles)];
            if (line.Length == 0)
            {
                continue;
            }

            string path = string.Join(' ', line.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Articles):0.0},{Y(p.Seconds):0.0}")));
            Add(svg, $"""<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>""");
            foreach (ScalePoint p in line)
            {
                Add(svg, $"""<circle cx="{X(p.Articles):0.0}" cy="{Y(p.Seconds):0.0}" r="4" fill="{colour}"/>""");
            }

            double exponent = ScaleSeries.Exponent(line.Where(static p => p.Articles >= 10_000));
            double end = Y(line[^1].Seconds) + (mode == "live" ? -6 : 14);
            Add(svg, $"""<text x="{X(line[^1].Articles) + 10:0.0}" y="{end:0.0}" fill="{colour}">{name}{(double.IsNaN(exponent) ? "" : string.Create(CultureInfo.InvariantCulture, $", n^{exponent:0.00}"))}</text>""");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static (int Low, int High) Decades(IEnumerable<double> values)
    {
        double[] logs = [.. values.Select(Math.Log10)];
        int low = (int)Math.Floor(logs.Min() + 1e-9);
        return (low, Math.Max(low + 1, (int)Math.Ceiling(logs.Max() - 1e-9)));
    }

    private static void Add(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
