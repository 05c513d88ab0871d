using System.Text.Json;
using StoryCompare.Figures;
using StoryCompare.Text;

namespace StoryCompare.Evaluation.Figures;

/// <summary>Scores the comparer on pairs of phrases with a verdict.</summary>
internal sealed class FigurePairsTask : EvaluationTask
{
    public override string Name => "figure-pairs";

    public override string Summary => "verdicts on pairs of figures (--data FILE)";

    public override void Run(TaskArguments arguments)
    {
        List<object> predictions = [];
        int right = 0;
        int rows = 0;
        foreach (JsonElement row in TaskArguments.Rows(arguments.DataFile))
        {
            string a = row.GetProperty("a").GetString()!;
            string b = row.GetProperty("b").GetString()!;
            string expected = row.GetProperty("verdict").GetString()!;
            FigureComparison? comparison = First(a) is { } x && First(b) is { } y ? FigureComparer.Compare(x, y) : null;
            string verdict = comparison is null ? "incomparable" : FiguresTask.Camel(comparison.Verdict.ToString());
            predictions.Add(new { a, b, verdict });
            rows++;
            right += verdict == expected ? 1 : 0;
            if (verdict != expected)
            {
                Console.WriteLine($"{a} | {b}: {verdict} ({comparison?.Reason ?? "not found"}), expected {expected}\n   {First(a)}\n   {First(b)}");
            }
        }

        ScoreTable.Print("figure-pairs", [("pairs", rows), ("right", right)]);
        arguments.WritePredictions(predictions);
    }

    /// <summary>The first figure of a phrase.</summary>
    public static Figure? First(string text)
    {
        List<ExtractedFigure> figures = [];
        FigureExtractor.Extract(TextAnalyzer.Sentence(text), figures);
        return figures.Count > 0 ? figures[0].Figure : null;
    }
}
