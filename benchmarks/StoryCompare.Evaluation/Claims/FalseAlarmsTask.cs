using System.Text.Json;
using StoryCompare.Analysis;
using StoryCompare.Claims.Relations;

namespace StoryCompare.Evaluation.Claims;

/// <summary>How many paraphrase pairs that hold figures on both sides are called a conflict: sentence pairs of two shared events or more, or headline and sentence of one article.</summary>
internal sealed class FalseAlarmsTask : EvaluationTask
{
    public override string Name => "false-alarms";

    public override string Summary => "share of paraphrase pairs with figures called conflict (alignment pairs of k >= 2, or headline/sentence rows)";

    public override void Run(TaskArguments arguments)
    {
        List<object> predictions = [];
        int pairs = 0, figure = 0, other = 0;
        foreach (JsonElement row in TaskArguments.Rows(arguments.DataFile))
        {
            if (Pair(row) is not { } pair)
            {
                continue;
            }

            AnalyzedArticle a = ClaimRow.Analyze(pair.A);
            AnalyzedArticle b = ClaimRow.Analyze(pair.B);
            if (a.Figures.Count == 0 || b.Figures.Count == 0)
            {
                continue;
            }

            pairs++;
            ClaimRelation relation = RelationsTask.Judge(pair.A, pair.B);
            bool conflict = relation.Relation == PairRelation.Conflict;
            figure += conflict && relation.Kind == ConflictKind.Figure ? 1 : 0;
            other += conflict && relation.Kind != ConflictKind.Figure ? 1 : 0;
            predictions.Add(new { a = pair.A, b = pair.B, relation = relation.Relation.ToString().ToLowerInvariant(), kind = relation.Kind?.ToString().ToLowerInvariant(), reason = relation.Reason });
        }

        ScoreTable.Print("false-alarms: paraphrase pairs with figures", [("pairs", pairs), ("called a figure conflict", figure), ("called another conflict", other), ("share called conflict", ScoreTable.Ratio(figure + other, pairs))]);
        arguments.WritePredictions(predictions);
    }

    private static (string A, string B)? Pair(JsonElement row)
    {
        if (row.TryGetProperty("headline", out JsonElement headline))
        {
            return (headline.GetString() ?? "", row.GetProperty("sentence").GetString() ?? "");
        }

        return row.TryGetProperty("k", out JsonElement k) && k.GetInt32() >= 2 ? (row.GetProperty("a").GetString() ?? "", row.GetProperty("b").GetString() ?? "") : null;
    }
}
