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
        foreach (JsonElement row in TaskArguments.Rows(arguments.DataFile))
        {
            rows++;
            string headline = row.GetProperty("headline").GetString()!;
            string sentence = row.GetProperty("sentence").GetString() ?? "";
            string headlineFigure = row.GetProperty("headline_figure").GetString()!;
            string sourceFigure = row.GetProperty("source_figure").GetString()!;
            int offset = row.TryGetProperty("headline_offset", out JsonElement o) && o.ValueKind == JsonValueKind.Number ? o.GetInt32() : headline.IndexOf(headlineFigure, StringComparison.Ordinal);
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
            ("both found", $"{found} ({ScoreTable.Ratio(found, rows):0.0000})"),
            .. verdicts.OrderBy(static v => v.Key, StringComparer.Ordinal).Select(v => ($"  {v.Key}", (object)$"{v.Value} ({ScoreTable.Ratio(v.Value, v.Key == "null" ? rows : found):0.0000})")),
        ]);
        arguments.WritePredictions(predictions);
    }

    // Every place of the source figure's text is tried; one that agrees with the headline's figure is preferred.
    private static Figure? FindText(string text, string figure, Figure? like)
    {
        Figure? first = null;
        TokenizedText tokens = TextAnalyzer.Prose(text);
        string needle = figure.Trim();
        for (int at = text.IndexOf(needle, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(needle, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (Find(tokens, at, needle.Length) is not { } found)
            {
                continue;
            }

            first ??= found;
            if (like is not null && FigureComparer.Compare(Bare(found), Bare(like)).Verdict == FigureVerdict.Same)
            {
                return found;
            }
        }

        return first;
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

    private static Figure Bare(Figure figure) =>
        FigureUnits.OfSymbol(figure.Unit) is null && !figure.Unit.Contains('/', StringComparison.Ordinal) ? figure with { Unit = "", Role = "", Counts = "" } : figure with { Role = "", Counts = "" };
}
