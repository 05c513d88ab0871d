using StoryCompare.Clustering;

namespace StoryCompare.Evaluation.Clustering;

/// <summary>Clusters each file as a batch of its own: how a newsroom calls it, with a handful of articles.</summary>
internal sealed class SmallBatchesTask : EvaluationTask
{
    public override string Name => "small-batches";

    public override string Summary => "pair P/R/F1 and exact partitions over small files, each a batch: --data FILE FILE … [--model FILE]";

    public override void Run(TaskArguments arguments)
    {
        ClusteringModel model = arguments.Get("model") is { Length: > 0 } path ? Read(path) : ClusteringModel.Default;
        int both = 0;
        int together = 0;
        int gold = 0;
        int exact = 0;
        List<string> wrong = [];
        IReadOnlyList<string> files = arguments.Files("data");
        foreach (string file in files)
        {
            LabelledArticles set = LabelledArticles.Load(file);
            EventGraph graph = EventGraph.Build(set.Analyze(), new ParallelOptions());
            (PairScorer scorer, int[] scores) = graph.Score(model, new ParallelOptions());
            int[] of = new int[set.Events.Length];
            int number = 0;
            foreach (List<int> cluster in graph.Partition(scores, scorer, new ClusteringOptions().Threshold, CancellationToken.None))
            {
                foreach (int m in cluster)
                {
                    of[m] = number;
                }

                number++;
            }

            bool right = true;
            for (int a = 0; a < of.Length; a++)
            {
                for (int b = a + 1; b < of.Length; b++)
                {
                    bool same = set.Events[a] == set.Events[b];
                    bool joined = of[a] == of[b];
                    both += same && joined ? 1 : 0;
                    together += joined ? 1 : 0;
                    gold += same ? 1 : 0;
                    right &= same == joined;
                }
            }

            exact += right ? 1 : 0;
            if (!right)
            {
                wrong.Add(set.Name);
            }
        }

        double precision = ScoreTable.Ratio(both, together);
        double recall = ScoreTable.Ratio(both, gold);
        ScoreTable.Print($"small batches ({files.Count})", [("pair precision", precision), ("pair recall", recall), ("pair F1", ScoreTable.F1(precision, recall)), ("exact partitions", exact), ("wrong", string.Join(' ', wrong))]);
    }

    internal static ClusteringModel Read(string path) => ClusteringModel.Of(File.ReadLines(path).Where(static l => l.Length > 0 && l[0] != '#').Select(static l => l.Split('\t')));
}
