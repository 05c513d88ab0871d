using System.Globalization;
using System.Text.Json;
using StoryCompare.Figures;
using StoryCompare.Text;

namespace StoryCompare.Evaluation.Figures;

/// <summary>Scores the extractor on sentences with labelled quantities: NewsQuant, the Recognizers and quantulum3 specs, CQE's relabelled ones.</summary>
/// <remarks>
/// A bracketed conversion is part of one figure in the library but a quantity of its own in these sets: the predictions list it as well, with <c>conversion</c> set.
/// Values match within 0.1 %; a range matches when both ends do. Where a set gives a range's middle (quantulum3), that matches too.
/// </remarks>
internal sealed class FiguresTask : EvaluationTask
{
    public override string Name => "figures";

    public override string Summary => "figures of sentences: value, value and unit, ranges, hedges (--data FILE [--show])";

    public override void Run(TaskArguments arguments)
    {
        bool show = arguments.Has("show");
        string file = Path.GetFileName(arguments.DataFile);
        FigureConventions conventions = file.StartsWith("quantulum", StringComparison.Ordinal) ? FigureConventions.Quantulum
            : file.StartsWith("recognizers", StringComparison.Ordinal) ? FigureConventions.Recognizers
            : FigureConventions.NewsQuant;
        List<object> predictions = [];
        FigureScore score = new();
        int index = 0;
        foreach (JsonElement row in TaskArguments.Rows(arguments.DataFile))
        {
            string text = row.GetProperty("text").GetString()!;
            string id = row.TryGetProperty("id", out JsonElement given) ? given.ToString() : index.ToString(CultureInfo.InvariantCulture);
            index++;
            List<ExtractedFigure> found = [];
            FigureExtractor.Extract(TextAnalyzer.Prose(text), found);
            List<(Figure Figure, TextSpan Span, bool Conversion)> flat = [];
            foreach (ExtractedFigure f in found)
            {
                flat.Add((f.Figure, f.Span, false));
                if (f.Conversion is { } conversion)
                {
                    flat.Add((conversion, f.ConversionSpan, true));
                }
            }

            predictions.Add(new
            {
                id,
                figures = flat.Select(static f => new
                {
                    value = f.Figure.Value,
                    high = f.Figure.High,
                    unit = f.Figure.Unit,
                    qualifier = Camel(f.Figure.Qualifier.ToString()),
                    start = f.Span.Start,
                    end = f.Span.End,
                    counts = f.Figure.Counts,
                    conversion = f.Conversion,
                }),
            });
            string? report = score.Add(LabelledFigure.ReadAll(row), [.. flat.Select(static f => f.Figure)], conventions);
            if (show && report is not null)
            {
                Console.WriteLine($"{id} {text}\n{report}");
            }
        }

        ScoreTable.Print($"figures ({index} rows)", score.Table());
        arguments.WritePredictions(predictions);
    }

    /// <summary>The contract's name of an enum member.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
