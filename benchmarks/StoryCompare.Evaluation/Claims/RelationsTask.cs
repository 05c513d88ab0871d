using System.Text.Json;
using StoryCompare.Analysis;
using StoryCompare.Claims.Relations;

namespace StoryCompare.Evaluation.Claims;

/// <summary>Do two sentences agree, conflict, or neither? Rows of premise, hypothesis, label; conflict against the rest is scored.</summary>
internal sealed class RelationsTask : EvaluationTask
{
    public override string Name => "relations";

    public override string Summary => "conflict against rest on premise/hypothesis rows";

    public override void Run(TaskArguments arguments)
    {
        List<object> predictions = [];
        int tp = 0, fp = 0, fn = 0, rows = 0, unscored = 0, agreeRight = 0, agreeSaid = 0, entailments = 0;
        foreach (JsonElement row in TaskArguments.Rows(arguments.DataFile))
        {
            rows++;
            string label = row.GetProperty("label").GetString() ?? "";
            ClaimRelation relation = Judge(row.GetProperty("premise").GetString() ?? "", row.GetProperty("hypothesis").GetString() ?? "");
            predictions.Add(new { relation = relation.Relation.ToString().ToLowerInvariant(), score = Math.Round(relation.Score, 4), kind = relation.Kind?.ToString().ToLowerInvariant() });
            if (label == "not_entailment")
            {
                // Two-way rows do not say whether they contradict: predicted, but not scored.
                unscored++;
                continue;
            }

            bool said = relation.Relation == PairRelation.Conflict;
            bool gold = label == "contradiction";
            tp += said && gold ? 1 : 0;
            fp += said && !gold ? 1 : 0;
            fn += !said && gold ? 1 : 0;
            entailments += label == "entailment" ? 1 : 0;
            agreeSaid += relation.Relation == PairRelation.Agree ? 1 : 0;
            agreeRight += relation.Relation == PairRelation.Agree && label == "entailment" ? 1 : 0;
        }

        double precision = ScoreTable.Ratio(tp, tp + fp);
        double recall = ScoreTable.Ratio(tp, tp + fn);
        ScoreTable.Print("relations: conflict against rest", [("rows", rows), ("rows of two-way labels, not scored", unscored), ("precision", precision), ("recall", recall), ("F1", ScoreTable.F1(precision, recall)), ("agree: precision", ScoreTable.Ratio(agreeRight, agreeSaid)), ("agree: recall", ScoreTable.Ratio(agreeRight, entailments))]);
        arguments.WritePredictions(predictions);
    }

    /// <summary>A pair in conflict in any of its sentences is in conflict; else one that agrees in all sentences of the hypothesis agrees.</summary>
    internal static ClaimRelation Judge(string premise, string hypothesis)
    {
        AnalyzedArticle a = ClaimRow.Analyze(premise);
        AnalyzedArticle b = ClaimRow.Analyze(hypothesis);
        ClaimRelation best = ClaimRelation.Unrelated;
        for (int j = 0; j < b.Text.Sentences.Length; j++)
        {
            for (int i = 0; i < a.Text.Sentences.Length; i++)
            {
                ClaimRelation r = ClaimRelations.Judge(a, i, b, j);
                if (Rank(r) > Rank(best) || (Rank(r) == Rank(best) && r.Score > best.Score))
                {
                    best = r;
                }
            }
        }

        return best;
    }

    private static int Rank(ClaimRelation relation) => relation.Relation switch { PairRelation.Conflict => 2, PairRelation.Agree => 1, _ => 0 };
}
