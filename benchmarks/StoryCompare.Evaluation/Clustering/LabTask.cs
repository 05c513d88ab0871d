using System.Globalization;
using StoryCompare.Clustering;

namespace StoryCompare.Evaluation.Clustering;

internal sealed class LabTask : EvaluationTask
{
    public override string Name => "lab";

    public override string Summary => "lab";

    public override void Run(TaskArguments arguments)
    {
        IReadOnlyList<string> files = arguments.Files("data");
        List<TrainingSet> sets = TrainClusteringTask.Load(arguments);
        List<TrainingSet> proxies = [.. ProxyBatches.Make(files)];
        if (!arguments.Has("all"))
        {
            proxies = [.. proxies.Where(static p => !p.Name.Contains("half", StringComparison.Ordinal) && !p.Name.Contains("third", StringComparison.Ordinal) && !p.Name.EndsWith("excerpts", StringComparison.Ordinal) && !p.Name.Contains("2-30", StringComparison.Ordinal) && !p.Name.Contains("200 un", StringComparison.Ordinal))];
        }

        if (arguments.Has("levels"))
        {
            foreach (TrainingSet proxy in proxies)
            {
                proxy.TellLevels();
            }

            return;
        }

        Console.WriteLine(string.Join(" | ", proxies.Select(static p => p.Name)));
        foreach (string config in arguments.Files("configs"))
        {
            Lab.Config = config.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static c => c.Split('=')).Where(static c => c.Length == 2).ToDictionary(static c => c[0], static c => double.Parse(c[1], CultureInfo.InvariantCulture));
            ClusteringModel[] folds = new ClusteringModel[5];
            Parallel.For(0, 5, fold => folds[fold] = TrainClusteringTask.Learn(sets, (s, row) => !s.TouchesFold(row, fold)));
            Dictionary<string, ClusteringModel> without = [];
            string[] names = [.. sets.Select(static s => s.Base).Distinct().Where(static n => n != "stories")];
            ClusteringModel[] left = new ClusteringModel[names.Length];
            Parallel.For(0, names.Length, i => left[i] = TrainClusteringTask.Learn(sets, (s, _) => s.Base != names[i]));
            for (int i = 0; i < names.Length; i++)
            {
                without[names[i]] = left[i];
            }

            double[] inside = new double[proxies.Count];
            double[] outside = new double[proxies.Count];
            string[] text = new string[proxies.Count];
            Parallel.For(0, proxies.Count, i =>
            {
                TrainingSet proxy = proxies[i];
                (double p, double r) = (0, 0);
                for (int fold = 0; fold < folds.Length; fold++)
                {
                    ClusterScores scores = proxy.Score(folds[fold], fold);
                    double share = proxy.ShareOf(fold);
                    (p, r) = (p + (share * scores.Precision), r + (share * scores.Recall));
                }

                inside[i] = ScoreTable.F1(p, r);
                outside[i] = double.NaN;
                text[i] = string.Create(CultureInfo.InvariantCulture, $"    {proxy.Name,-36}{p,7:0.000}{r,7:0.000}{inside[i],7:0.000}");
                if (without.TryGetValue(proxy.Base, out ClusteringModel? model))
                {
                    ClusterScores scores = proxy.Score(model, -1);
                    outside[i] = scores.F1;
                    text[i] += string.Create(CultureInfo.InvariantCulture, $"   {scores.Precision,7:0.000}{scores.Recall,7:0.000}{scores.F1,7:0.000}");
                }
            });
            double[] known = [.. outside.Where(static o => !double.IsNaN(o))];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{config,-40} cv {inside.Average():0.0000} worst {inside.Min():0.000} [{string.Join(' ', inside.Select(static o => o.ToString(".000", CultureInfo.InvariantCulture)))}]\n{"",-40} out {known.Average():0.0000} worst {known.Min():0.000} [{string.Join(' ', known.Select(static o => o.ToString(".000", CultureInfo.InvariantCulture)))}]"));
            if (arguments.Has("tell"))
            {
                Array.ForEach(text, Console.WriteLine);
            }
        }
    }
}
