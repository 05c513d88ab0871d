using System.Globalization;
using System.Text.Json;
using StoryCompare.Alignment;
using StoryCompare.Text;

namespace StoryCompare.Evaluation.Alignment;

/// <summary>Judges pairs of sentences: do they tell the same thing.</summary>
/// <remarks>
/// Without documents the sentences stand for themselves (the "sentence" head). With <c>--documents</c> they are put back into their articles; articles that the
/// clusterer puts into different stories are never aligned by the library, which lowers the score of their sentences below any threshold.
/// <c>--min-k 2</c> asks for sentences that tell several things in common and uses the stricter head for that.
/// </remarks>
internal sealed class PairsTask : EvaluationTask
{
    public override string Name => "pairs";

    public override string Summary => "pairs of sentences: --data ROWS [--documents ARTICLES] [--min-k 1]";

    public override void Run(TaskArguments arguments)
    {
        int minK = int.Parse(arguments.Get("min-k") ?? "1", CultureInfo.InvariantCulture);
        PairContexts? contexts = arguments.Get("documents") is { Length: > 0 } path ? new PairContexts(path) : null;
        List<JsonElement> data = [.. TaskArguments.Rows(arguments.DataFile)];
        List<(float Score, bool Predicted, bool? Gold)> rows = data.ConvertAll(r => Judge(r, contexts, minK));
        double[] tfIdf = TfIdfCosine.Of(data.ConvertAll(static r => (Text(r, "a", "premise"), Text(r, "b", "hypothesis"))));
        (float Score, bool Predicted, bool Gold)[] judged = [.. rows.Where(static r => r.Gold is not null).Select(static r => (r.Score, r.Predicted, r.Gold!.Value))];
        int right = judged.Count(static r => r.Predicted && r.Gold);
        double precision = ScoreTable.Ratio(right, judged.Count(static r => r.Predicted));
        double recall = ScoreTable.Ratio(right, judged.Count(static r => r.Gold));
        ScoreTable.Print($"pairs: {Path.GetFileName(arguments.DataFile)}", [
            ("pairs", rows.Count),
            ("positive", judged.Count(static r => r.Gold)),
            ("AUC", Auc(judged)),
            ("accuracy", ScoreTable.Ratio(judged.Count(static r => r.Predicted == r.Gold), judged.Length)),
            ("precision", precision),
            ("recall", recall),
            ("F1", ScoreTable.F1(precision, recall)),
            ("AUC of TF-IDF", Auc([.. rows.Zip(tfIdf).Where(static r => r.First.Gold is not null).Select(static r => ((float)r.Second, false, r.First.Gold!.Value))])),
        ]);
        arguments.WritePredictions(rows.Select(static r => new { score = Math.Round(r.Score, 4), label = r.Predicted ? 1 : 0 }));
    }

    private static (float Score, bool Predicted, bool? Gold) Judge(JsonElement row, PairContexts? contexts, int minK)
    {
        string a = Text(row, "a", "premise");
        string b = Text(row, "b", "hypothesis");
        float[] features = new float[PairFeatures.Count];
        PairJudgement judgement = contexts is not null && row.TryGetProperty("id", out JsonElement id) && contexts.Measure(a, b, id.GetString()!, features)
            ? SentencePairs.Judge(features, minK > 1 ? AlignmentModel.SeveralInArticles : AlignmentModel.RelatedInArticles)
            : SentencePairs.Judge(TextAnalyzer.Sentence(a), TextAnalyzer.Sentence(b), minK > 1 ? AlignmentModel.Several : AlignmentModel.Sentence);
        return (judgement.Score, judgement.Same, Gold(row, minK));
    }

    private static string Text(JsonElement row, string name, string other) =>
        row.TryGetProperty(name, out JsonElement text) || row.TryGetProperty(other, out text) ? text.GetString()! : "";

    private static bool? Gold(JsonElement row, int minK)
    {
        if (row.TryGetProperty("k", out JsonElement k))
        {
            return k.GetInt32() >= minK;
        }

        return row.TryGetProperty("label", out JsonElement label) || row.TryGetProperty("same", out label) || row.TryGetProperty("paraphrase", out label)
            ? label.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Number => label.GetDouble() > 0.5,
                JsonValueKind.String => label.GetString() is "1" or "true" or "same" or "paraphrase" or "entailment",
                _ => null,
            }
            : null;
    }

    // Area under the curve from ranks; ties count half.
    private static double Auc((float Score, bool Predicted, bool Gold)[] rows)
    {
        (float Score, bool Predicted, bool Gold)[] sorted = [.. rows.OrderBy(static r => r.Score)];
        double ranks = 0;
        for (int i = 0; i < sorted.Length;)
        {
            int end = i;
            while (end < sorted.Length && sorted[end].Score == sorted[i].Score)
            {
                end++;
            }

            ranks += sorted[i..end].Count(static r => r.Gold) * ((i + 1 + end) / 2.0);
            i = end;
        }

        double positive = rows.Count(static r => r.Gold);
        return ScoreTable.Ratio(ranks - (positive * (positive + 1) / 2), positive * (rows.Length - positive));
    }
}
