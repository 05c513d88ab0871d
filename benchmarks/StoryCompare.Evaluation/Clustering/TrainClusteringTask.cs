using System.Globalization;
using StoryCompare.Clustering;

namespace StoryCompare.Evaluation.Clustering;

/// <summary>Learns the pair model from labelled sets at equal weight, prints cross-validated and leave-one-set-out figures, writes the shipped coefficients.</summary>
internal sealed class TrainClusteringTask : EvaluationTask
{
    internal const int Folds = 5;
    private const int SmallBatches = 400;
    private const double Penalty = 1e-4;

    // Batches of each kind and variant, and their draw, which is not that of the task batch-conditions.
    private const int Kinds = 60;
    private const int KindsSeed = 777;
    private const double MergePenalty = 1e-3;

    // A wrong join costs more than a missed one, and most where other events stand beside it: a batch of which nothing is left is more often of one event than of two. Chosen on the
    // development batches and stories (batch-conditions, small-batches), all of whose tuned stories and the seeds come out exact.
    private const double TowardsPrecisionInMerges = 0.7;
    private const double TowardsPrecisionBesideOthers = 0.4;

    // The stories written for the tests: a dozen batches weigh half as much as a set's four hundred.
    private const string StoriesSet = "stories";
    private const double ContextPenalty = 1e-3;

    // The middle of the range in which the development stories written for the tests, the gold stories and the seeds come out exact.
    private const double TowardsPrecisionInContext = 1.05;

    // In small batches a false join costs more, since the articles were put together on purpose.
    private const double TowardsPrecision = 0.6;

    public override string Name => "train-clustering";

    public override string Summary => "learns the pair model: --data FILE FILE … [--stories FOLDER] [--out clustering_model.tsv] [--quick] [--fit]";

    public override void Run(TaskArguments arguments)
    {
        List<TrainingSet> sets = Load(arguments);
        Dictionary<(string, int), ClusteringModel> learned = [];
        Console.WriteLine($"{"set",-28}{"P",8}{"R",8}{"F1",8}{"ARI",8}{"pairP",8}{"pairR",8}");
        foreach (TrainingSet set in arguments.Has("fit") ? [] : sets)
        {
            double p = 0, r = 0, ari = 0, pp = 0, pr = 0;
            for (int fold = 0; fold < Folds; fold++)
            {
                if (!learned.TryGetValue((set.Base, fold), out ClusteringModel? model))
                {
                    learned[(set.Base, fold)] = model = Learn(sets, (s, row) => s.Base != set.Base || !s.TouchesFold(row, fold));
                }

                ClusterScores scores = set.Score(model, fold);
                double share = set.ShareOf(fold);
                p += share * scores.Precision;
                r += share * scores.Recall;
                ari += scores.AdjustedRand / Folds;
                pp += share * scores.PairPrecision;
                pr += share * scores.PairRecall;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"cv " + set.Name,-28}{p,8:0.0000}{r,8:0.0000}{ScoreTable.F1(p, r),8:0.0000}{ari,8:0.0000}{pp,8:0.0000}{pr,8:0.0000}"));
        }

        foreach (TrainingSet set in arguments.Has("fit") ? [] : sets)
        {
            if (!learned.TryGetValue((set.Base, -1), out ClusteringModel? model))
            {
                learned[(set.Base, -1)] = model = Learn(sets, (s, _) => s.Base != set.Base);
            }

            ClusterScores scores = set.Score(model, -1);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"left out " + set.Name,-28}{scores.Precision,8:0.0000}{scores.Recall,8:0.0000}{scores.F1,8:0.0000}{scores.AdjustedRand,8:0.0000}{scores.PairPrecision,8:0.0000}{scores.PairRecall,8:0.0000}"));
        }

        (double[] pairs, double[] context, double[] merge) = Fit(sets, static (_, _) => true);
        string[] lines = [.. PairFeatures.Names.Zip(pairs).Concat(BatchContext.Names.Zip(context)).Concat(MergeFeatures.Names.Zip(merge)).Select(static c => string.Create(CultureInfo.InvariantCulture, $"{c.First}\t{c.Second:0.0000}"))];
        foreach (string line in lines)
        {
            Console.WriteLine("  " + line);
        }

        if (arguments.Get("out") is { Length: > 0 } path)
        {
            File.WriteAllLines(path,
            [
                "# Coefficients of the pair model (PairFeatures): written by the evaluation task train-clustering, not by hand.",
                .. lines,
            ]);
        }
    }

    /// <summary>The sets to learn from, each in its variants and in small batches.</summary>
    internal static List<TrainingSet> Load(TaskArguments arguments)
    {
        List<TrainingSet> sets = [];
        foreach (string file in arguments.Files("data"))
        {
            LabelledArticles set = LabelledArticles.Load(file);
            sets.Add(TrainingSet.Small(file, SmallBatches));
            sets.Add(TrainingSet.Kinds(file, Kinds, KindsSeed));
            if (arguments.Has("small"))
            {
                continue;
            }

            sets.Add(TrainingSet.Whole(set, ""));
            if (!arguments.Has("quick"))
            {
                sets.Add(TrainingSet.Whole(LabelledArticles.Load(file, LabelledArticles.Variant.NoDates), " no-dates"));
                sets.Add(TrainingSet.Whole(LabelledArticles.Load(file, LabelledArticles.Variant.Excerpts), " excerpts"));
            }
        }

        if (arguments.Get("stories") is { Length: > 0 } folder)
        {
            sets.Add(TrainingSet.Stories(StoryFiles.Load(folder)));
        }

        return sets;
    }

    /// <summary>Learns from the rows that may be used.</summary>
    internal static ClusteringModel Learn(List<TrainingSet> sets, Func<TrainingSet, int, bool> use)
    {
        (double[] pairs, double[] context, double[] merge) = Fit(sets, use);
        return new ClusteringModel(pairs, context, merge);
    }

    private static (double[] Pairs, double[] Context, double[] Merge) Fit(List<TrainingSet> sets, Func<TrainingSet, int, bool> use)
    {
        double[] pairs = FitPairs([.. sets.Where(static s => !s.IsKinds)], use);

        // The second stage must see log odds as wrong as those of new articles: of models that had not the batch's fold.
        List<TrainingSet> small = [.. sets.Where(static s => s.IsSmall)];
        ClusteringModel[] unseen = [.. Enumerable.Range(0, Folds).Select(fold => new ClusteringModel(FitPairs(small, (s, row) => use(s, row) && !s.TouchesFold(row, fold))))];
        List<float[]> rows = [];
        List<bool> labels = [];
        List<double> weights = [];
        foreach (TrainingSet set in small)
        {
            int before = rows.Count;
            set.AddContext(fold => unseen[fold], row => use(set, row), rows, labels);
            weights.AddRange(Enumerable.Repeat((set.Base == StoriesSet ? 500.0 : 1000.0) / Math.Max(1, rows.Count - before), rows.Count - before));
        }

        double[] context = LogisticTrainer.Fit(rows, labels, weights, ContextPenalty);
        context[0] -= TowardsPrecisionInContext;
        return (pairs, context, FitMerges(sets, unseen, use));
    }

    private static double[] FitMerges(List<TrainingSet> sets, ClusteringModel[] unseen, Func<TrainingSet, int, bool> use)
    {
        List<float[]> rows = [];
        List<bool> labels = [];
        List<double> weights = [];
        foreach (TrainingSet set in sets.Where(static s => s.IsSmall || s.IsKinds))
        {
            set.AddMerges(fold => unseen[fold], row => use(set, row), set.IsSmall && set.Base != StoriesSet ? 500 : 1000, rows, labels, weights);
        }

        double[] merge = LogisticTrainer.Fit(rows, labels, weights, MergePenalty);
        merge[0] -= TowardsPrecisionInMerges;
        merge[MergeFeatures.Names.ToList().IndexOf("merge.rest")] -= TowardsPrecisionBesideOthers;
        return merge;
    }

    private static double[] FitPairs(List<TrainingSet> sets, Func<TrainingSet, int, bool> use)
    {
        List<float[]> rows = [];
        List<bool> labels = [];
        List<double> weights = [];
        List<double> offsets = [];
        foreach (TrainingSet set in sets)
        {
            int[] used = [.. Enumerable.Range(0, set.Rows.Count).Where(r => use(set, r))];
            // What the set's own share of pairs explains, the coefficients need not: it is read from each collection anew.
            double offset = set.IsSmall ? 0 : EventPrior.ShiftOf((used.Count(r => set.Labels[r]) + 1.0) / (used.Length + 10));
            foreach (int r in used)
            {
                rows.Add(set.Rows[r]);
                labels.Add(set.Labels[r]);
                offsets.Add(offset);
                weights.Add(set.Weight * 1000.0 / used.Length);
            }
        }

        double[] beta = LogisticTrainer.Fit(rows, labels, weights, Penalty, offsets);
        beta[beta.Length / 2] -= TowardsPrecision;
        return beta;
    }
}
