using System.Globalization;
using System.Text.Json;
using StoryCompare.Figures;
using StoryCompare.Text;

namespace StoryCompare.Evaluation.Figures;

/// <summary>NumHG: a figure in an article and the same figure in its headline. Both should be found, and never be called a conflict.</summary>
/// <remarks>
/// The figure of a side is the one whose span holds the labelled words (by offset in the headline, by text in the sentence). A headline's figure has no noun to
/// be trusted ("4 Aboard"), so nouns and roles are left out of the comparison, as the labels tell that both are one figure.
/// </remarks>
internal sealed class SameFiguresTask : EvaluationTask
{
    public override string Name => "same-figures";

    public override string Summary => "headline figures against their source figures, NumHG rows (--data FILE [--show])";

    public override void Run(TaskArguments arguments)
    {
        List<object> predictions = [];
        Dictionary<string, int> verdicts = new(StringComparer.Ordinal);
        int rows = 0;
        int found = 0;
        int figures = 0;
        foreach (JsonElement row in TaskArguments.Rows(arguments.DataFile))
        {
            rows++;
            string headline = row.GetProperty("headline").GetString()!;
            string sentence = row.GetProperty("sentence").GetString() ?? "";
            string headlineFigure = row.GetProperty("headline_figure").GetString()!;
            string sourceFigure = row.GetProperty("source_figure").GetString()!;
            int offset = row.TryGetProperty("headline_offset", out JsonElement o) && o.ValueKind == JsonValueKind.Number ? o.GetInt32() : headline.IndexOf(headlineFigure, StringComparison.Ordinal);
            figures += IsFigure(headline, offset, headlineFigure, sentence) ? 1 : 0;
            Figure? x = Find(TextAnalyzer.Sentence(headline), offset, headlineFigure.Length);
            Figure? y = x is null ? FindText(sentence, sourceFigure, null) : FindText(sentence, sourceFigure, x);
            string? verdict = null;
            if (x is not null && y is not null)
            {
                found++;
                FigureComparison comparison = FigureComparer.Compare(Bare(x), Bare(y));
                verdict = FiguresTask.Camel(comparison.Verdict.ToString());
                if (arguments.Has("show") && comparison.Verdict is FigureVerdict.Conflict)
                {
                    Console.WriteLine($"CONFLICT {comparison.Reason}: {headline} [{headlineFigure}] || {sentence} [{sourceFigure}]\n   {x}\n   {y}");
                }
            }
            else if (arguments.Has("show"))
            {
                Console.WriteLine($"NOT FOUND {(x is null ? "headline " : "")}{(y is null ? "sentence" : "")}: {headline} [{headlineFigure}] || {sentence} [{sourceFigure}]");
            }

            predictions.Add(new { verdict });
            string key = verdict ?? "null";
            verdicts[key] = verdicts.GetValueOrDefault(key) + 1;
        }

        ScoreTable.Print("same-figures",
        [
            ("rows", rows),
            ("rows that are figures (no bare year, ordinal, 9/11, name's number; with a sentence)", figures),
            ("both found", $"{found} ({ScoreTable.Ratio(found, rows):0.0000} of all, {ScoreTable.Ratio(found, figures):0.0000} of figures)"),
            .. verdicts.OrderBy(static v => v.Key, StringComparer.Ordinal).Select(v => ($"  {v.Key}", (object)$"{v.Value} ({ScoreTable.Ratio(v.Value, v.Key == "null" ? rows : found):0.0000})")),
        ]);
        arguments.WritePredictions(predictions);
    }

    // The labelled words may be normalised ("6" for "six"), so every figure of the sentence whose words or value are the labelled ones is tried; one that agrees with the headline's figure is preferred.
    private static Figure? FindText(string text, string figure, Figure? like)
    {
        List<ExtractedFigure> figures = [];
        FigureExtractor.Extract(TextAnalyzer.Prose(text), figures);
        string needle = figure.Trim();
        double value = double.TryParse(needle.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
        Figure? first = null;
        foreach (Figure candidate in figures.SelectMany(f => Sides(text, f, needle, value)))
        {
            first ??= candidate;
            if (like is not null && FigureComparer.Compare(Bare(candidate), Bare(like)).Verdict == FigureVerdict.Same)
            {
                return candidate;
            }
        }

        return first;
    }

    private static IEnumerable<Figure> Sides(string text, ExtractedFigure figure, string needle, double value)
    {
        if (Holds(figure.Span.Slice(text), needle) || Valued(figure.Figure, value))
        {
            yield return figure.Figure;
        }

        if (figure.Conversion is { } conversion && (Holds(figure.ConversionSpan.Slice(text), needle) || Valued(conversion, value)))
        {
            yield return conversion;
        }
    }

    private static bool Valued(Figure figure, double value) => figure.Value == value || figure.High == value;

    // The words, not inside a longer number.
    private static bool Holds(ReadOnlySpan<char> span, string needle)
    {
        int at = span.IndexOf(needle, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !(char.IsDigit(span[at - 1]) || (span[at - 1] is '.' or ',' && at > 1))) && (at + needle.Length >= span.Length || !char.IsLetterOrDigit(span[at + needle.Length]) || !char.IsDigit(needle[^1]) || !char.IsDigit(span[at + needle.Length]));
    }

    private static Figure? Find(TokenizedText tokens, int offset, int length)
    {
        List<ExtractedFigure> figures = [];
        FigureExtractor.Extract(tokens, figures);
        TextSpan place = new(offset, offset + length);
        foreach (ExtractedFigure figure in figures)
        {
            if (figure.Conversion is not null && figure.ConversionSpan.Overlaps(place))
            {
                return figure.Conversion;
            }

            if (figure.Span.Overlaps(place))
            {
                return figure.Figure;
            }
        }

        return null;
    }

    // What the labels call a figure and the library does not: years, ordinals, "9/11", "No. 1", "COVID-19", "3D", clock times and dates.
    private static bool IsFigure(string headline, int offset, string figure, string sentence)
    {
        if (sentence.Length == 0 || offset < 0)
        {
            return false;
        }

        int end = offset + figure.Length;
        bool year = figure.Length == 4 && figure[0] is '1' or '2' && figure.All(char.IsDigit) && int.Parse(figure, CultureInfo.InvariantCulture) is > 1800 and < 2100
            && (offset == 0 || headline[offset - 1] is not '$') && (end >= headline.Length || !char.IsLetter(headline[end]));
        string before = headline[..offset];
        string word = before.TrimEnd()[(before.TrimEnd().LastIndexOf(' ') + 1)..];
        bool attached = (offset > 0 && (char.IsLetter(headline[offset - 1]) || (headline[offset - 1] == '-' && offset > 1 && char.IsLetter(headline[offset - 2])) || headline[offset - 1] is '/' or '#' or ':'))
            || (end < headline.Length && headline[end] is '/' or ':');
        string tail = headline[Math.Min(end, headline.Length)..];
        bool suffix = tail.StartsWith("st", StringComparison.Ordinal) || tail.StartsWith("nd", StringComparison.Ordinal) || tail.StartsWith("rd", StringComparison.Ordinal)
            || tail.StartsWith("th", StringComparison.Ordinal) || tail.StartsWith('D') || tail.StartsWith('s') || tail.StartsWith("am", StringComparison.OrdinalIgnoreCase) || tail.StartsWith("pm", StringComparison.OrdinalIgnoreCase);
        bool label = word is "No." or "Chapter" or "Prop" or "Prop." or "Proposition" or "Day" or "Week" or "Round" or "Game" or "Category" or "Cat." or "Type" or "Area" or "Flight" or "Route" or "Apollo" or "Level" or "Phase" or "Page" or "Title" or "Section" or "Article" or "Hot" or "Super" or "Bowl"
            or "iPhone" or "Boeing" or "Galaxy" or "Note" or "S&P" or "Fortune" or "Formula" or "Windows" or "Xbox" or "Jan." or "Feb." or "March" or "April" or "May" or "June" or "July" or "Aug." or "Sept." or "Oct." or "Nov." or "Dec." or "January" or "February" or "August" or "September" or "October" or "November" or "December";
        return !(figure is "911" || year || attached || suffix || label || figure.Contains('/', StringComparison.Ordinal));
    }

    private static Figure Bare(Figure figure) =>
        FigureUnits.OfSymbol(figure.Unit) is null && !figure.Unit.Contains('/', StringComparison.Ordinal) ? figure with { Unit = "", Role = "", Counts = "" } : figure with { Role = "", Counts = "" };
}
