using System.Globalization;
using StoryCompare.Clustering;

namespace StoryCompare.Evaluation.Clustering;

/// <summary>How the learning generalises: models that have not seen the topics (five folds), nor anything of the set, scored on <see cref="ProxyBatches"/>.</summary>
internal sealed class ClusteringProxiesTask : EvaluationTask
{
    public override string Name => "clustering-proxies";

    public override string Summary => "unseen topics and unseen sets in 30 conditions: --data FILE FILE … [--stories FOLDER]";

    public override void Run(TaskArguments arguments)
    {
        IReadOnlyList<string> files = arguments.Files("data");
        List<TrainingSet> sets = TrainClusteringTask.Load(arguments);
        ClusteringModel[] folds = [.. Enumerable.Range(0, TrainClusteringTask.Folds).Select(fold => TrainClusteringTask.Learn(sets, (s, row) => !s.TouchesFold(row, fold)))];
        Dictionary<string, ClusteringModel> without = [];
        foreach (string name in sets.Select(static s => s.Base).Distinct())
        {
            without[name] = TrainClusteringTask.Learn(sets, (s, _) => s.Base != name);
        }

        Console.WriteLine($"{"",-38}{"unseen topics",-40}unseen set");
        Console.WriteLine($"{"set",-38}{"P",8}{"R",8}{"F1",8}{"ARI",8}{"",8}{"P",8}{"R",8}{"F1",8}{"ARI",8}");
        double sum = 0, worst = 1, sumOut = 0, worstOut = 1;
        int n = 0, nOut = 0;
        foreach (TrainingSet proxy in ProxyBatches.Make(files))
        {
            (double p, double r, double ari) = (0, 0, 0);
            for (int fold = 0; fold < folds.Length; fold++)
            {
                ClusterScores scores = proxy.Score(folds[fold], fold);
                double share = proxy.ShareOf(fold);
                (p, r, ari) = (p + (share * scores.Precision), r + (share * scores.Recall), ari + (scores.AdjustedRand / folds.Length));
            }

            double f = ScoreTable.F1(p, r);
            (sum, worst, n) = (sum + f, Math.Min(worst, f), n + 1);
            string line = string.Create(CultureInfo.InvariantCulture, $"{proxy.Name,-38}{p,8:0.0000}{r,8:0.0000}{f,8:0.0000}{ari,8:0.0000}");
            if (without.TryGetValue(proxy.Base, out ClusteringModel? model))
            {
                ClusterScores s = proxy.Score(model, -1);
                (sumOut, worstOut, nOut) = (sumOut + s.F1, Math.Min(worstOut, s.F1), nOut + 1);
                line += string.Create(CultureInfo.InvariantCulture, $"{"",8}{s.Precision,8:0.0000}{s.Recall,8:0.0000}{s.F1,8:0.0000}{s.AdjustedRand,8:0.0000}");
            }

            Console.WriteLine(line);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"unseen topics: mean F1 {sum / n:0.0000}, worst {worst:0.0000}; unseen set: mean F1 {sumOut / nOut:0.0000}, worst {worstOut:0.0000}"));
    }
}
