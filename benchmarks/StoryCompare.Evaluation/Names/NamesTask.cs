using System.Text.Json;
using StoryCompare.Names;

namespace StoryCompare.Evaluation.Names;

/// <summary>Are two names forms of one? Rows <c>{a, b, same}</c> and, where given, <c>schema</c> or <c>kind</c>.</summary>
internal sealed class NamesTask : EvaluationTask
{
    public override string Name => "names";

    public override string Summary => "precision, recall and F1 of matching pairs of names";

    public override void Run(TaskArguments arguments)
    {
        List<object> predictions = [];
        List<NameKey> keys = [];
        int truePositive = 0;
        int falsePositive = 0;
        int falseNegative = 0;
        int trueNegative = 0;
        foreach (JsonElement row in TaskArguments.Rows(arguments.DataFile))
        {
            string a = row.GetProperty("a").GetString() ?? "";
            string b = row.GetProperty("b").GetString() ?? "";
            NameKind kind = Kind(row);
            NameKey x = NameKeyBuilder.Build(a, kind);
            NameKey y = NameKeyBuilder.Build(b, kind);
            NameMatch match = NameMatcher.Match(x, y);
            keys.Add(x);
            keys.Add(y);
            predictions.Add(new { same = match.Same, score = Math.Round(match.Score, 4) });
            bool same = row.GetProperty("same").GetBoolean();
            truePositive += match.Same && same ? 1 : 0;
            falsePositive += match.Same && !same ? 1 : 0;
            falseNegative += !match.Same && same ? 1 : 0;
            trueNegative += !match.Same && !same ? 1 : 0;
            if (arguments.Has("errors") && match.Same != same)
            {
                Console.WriteLine($"{(same ? "missed" : "merged")}\t{a}\t{b}\t{match.Score:0.000}\t{match.Reason}");
            }
        }

        double precision = ScoreTable.Ratio(truePositive, truePositive + falsePositive);
        double recall = ScoreTable.Ratio(truePositive, truePositive + falseNegative);
        ScoreTable.Print($"names: {predictions.Count} pairs",
        [
            ("precision", precision),
            ("recall", recall),
            ("F1", ScoreTable.F1(precision, recall)),
            ("accuracy", ScoreTable.Ratio(truePositive + trueNegative, predictions.Count)),
        ]);
        if (arguments.Has("speed"))
        {
            ScoreTable.Print("all pairs of the keys", [("decisions a second of processor time", DecisionsPerSecond(keys))]);
        }

        arguments.WritePredictions(predictions);
    }

    private static double DecisionsPerSecond(List<NameKey> keys)
    {
        long decisions = 0;
        long same = 0;
        TimeSpan start = Environment.CpuUsage.TotalTime;
        while ((Environment.CpuUsage.TotalTime - start).TotalSeconds < 2)
        {
            for (int i = 0; i < keys.Count; i++)
            {
                for (int j = i + 1; j < keys.Count; j++)
                {
                    same += NameMatcher.Match(keys[i], keys[j]).Same ? 1 : 0;
                    decisions++;
                }
            }
        }

        return same < 0 ? 0 : decisions / (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    private static NameKind Kind(JsonElement row)
    {
        string? kind = row.TryGetProperty("schema", out JsonElement schema) ? schema.GetString()
            : row.TryGetProperty("kind", out JsonElement given) ? given.GetString() : null;
        return kind switch
        {
            "Person" or "person" => NameKind.Person,
            "Company" or "Organization" or "organisation" => NameKind.Organisation,
            "place" => NameKind.Place,
            _ => NameKind.Other,
        };
    }
}
