using System.Globalization;
using StoryCompare.Clustering;

namespace StoryCompare.Evaluation.Clustering;

/// <summary>How small batches of many kinds come out, by models that have not seen the topics (five folds), or by a given one.</summary>
internal sealed class BatchConditionsTask : EvaluationTask
{
    private const int Batches = 150;

    public override string Name => "batch-conditions";

    public override string Summary => "pair P/R and exact partitions of small batches by kind: --data FILE FILE … [--stories FOLDER] [--shipped | --model FILE]";

    public override void Run(TaskArguments arguments)
    {
        ClusteringModel[] models = [.. Enumerable.Repeat(ClusteringModel.Default, TrainClusteringTask.Folds)];
        if (arguments.Get("model") is { Length: > 0 } path)
        {
            Array.Fill(models, SmallBatchesTask.Read(path));
        }
        else if (!arguments.Has("shipped"))
        {
            List<TrainingSet> sets = TrainClusteringTask.Load(arguments);
            models = [.. Enumerable.Range(0, TrainClusteringTask.Folds).Select(fold => TrainClusteringTask.Learn(sets, (s, row) => !s.TouchesFold(row, fold)))];
        }

        Console.WriteLine($"{"condition",-40}{"batches",8}{"pairs",8}{"pairP",8}{"pairR",8}{"exact",8}{"wrong",8}");
        Dictionary<string, Tally> totals = [];
        foreach (string file in arguments.Files("data"))
        {
            foreach (LabelledArticles.Variant variant in new[] { LabelledArticles.Variant.NoDates, LabelledArticles.Variant.None, LabelledArticles.Variant.NoDates | LabelledArticles.Variant.NoTitles })
            {
                LabelledArticles set = LabelledArticles.Load(file, variant);
                SketchBuilder builder = new();
                ArticleSketch[] read = [.. set.Analyze().Select(builder.Build)];
                EventGraph whole = EventGraph.Build([.. read], new ParallelOptions());
                BatchConditions conditions = new(set.Events, [.. set.Articles.Select(static a => a.Text.Length)], BatchConditions.Twins(set.Events, BatchMaker.LookAlikesOf(set.Events, whole)));
                foreach (BatchKind kind in Enum.GetValues<BatchKind>())
                {
                    Tally tally = new();
                    foreach (int[] batch in conditions.Draw(kind, Batches, TrainingSet.FoldOf, 20260))
                    {
                        string[] events = [.. batch.Select(i => set.Events[i])];
                        EventGraph graph = EventGraph.Build([.. batch.Select(i => read[i])], new ParallelOptions());
                        (PairScorer scorer, int[] scores) = graph.Score(models[TrainingSet.FoldOf(events[0])], new ParallelOptions());
                        tally.Add(events, graph.Partition(scores, scorer, new ClusteringOptions().Threshold, CancellationToken.None));
                    }

                    string when = variant.HasFlag(LabelledArticles.Variant.NoTitles) ? "bare" : variant.HasFlag(LabelledArticles.Variant.NoDates) ? "undated" : "dated";
                    Print($"{set.Name} {kind} {when}", tally);
                    foreach (string total in new[] { "all", kind.ToString(), when, set.Name })
                    {
                        (totals.TryGetValue(total, out Tally? sum) ? sum : totals[total] = new Tally()).Add(tally);
                    }
                }
            }
        }

        foreach ((string name, Tally tally) in totals)
        {
            Print(name, tally);
        }
    }

    private static void Print(string name, Tally t) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-40}{t.Batches,8}{t.Gold,8}{ScoreTable.Ratio(t.Both, t.Joined),8:0.000}{ScoreTable.Ratio(t.Both, t.Gold),8:0.000}{ScoreTable.Ratio(t.Exact, t.Batches),8:0.000}{ScoreTable.Ratio(t.Mixed, t.Batches),8:0.000}"));

    private sealed class Tally
    {
        public int Batches { get; private set; }
        public int Gold { get; private set; }
        public int Joined { get; private set; }
        public int Both { get; private set; }
        public int Exact { get; private set; }

        /// <summary>Batches in which articles of two events were joined.</summary>
        public int Mixed { get; private set; }

        public void Add(string[] events, List<List<int>> clusters)
        {
            int[] of = new int[events.Length];
            for (int c = 0; c < clusters.Count; c++)
            {
                foreach (int m in clusters[c])
                {
                    of[m] = c;
                }
            }

            (int gold, int joined, int both) = (0, 0, 0);
            for (int a = 0; a < of.Length; a++)
            {
                for (int b = a + 1; b < of.Length; b++)
                {
                    gold += events[a] == events[b] ? 1 : 0;
                    joined += of[a] == of[b] ? 1 : 0;
                    both += events[a] == events[b] && of[a] == of[b] ? 1 : 0;
                }
            }

            Batches++;
            Gold += gold;
            Joined += joined;
            Both += both;
            Exact += both == gold && both == joined ? 1 : 0;
            Mixed += joined > both ? 1 : 0;
        }

        public void Add(Tally other)
        {
            Batches += other.Batches;
            Gold += other.Gold;
            Joined += other.Joined;
            Both += other.Both;
            Exact += other.Exact;
            Mixed += other.Mixed;
        }
    }
}
