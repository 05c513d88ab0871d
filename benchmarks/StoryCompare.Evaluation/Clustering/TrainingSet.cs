using StoryCompare.Clustering;
using StoryCompare.Text;

namespace StoryCompare.Evaluation.Clustering;

/// <summary>The candidate pairs of a labelled set with features and labels.</summary>
internal sealed class TrainingSet
{
    private readonly LabelledArticles _set;
    private readonly EventGraph _graph;
    private readonly string[] _events;
    private readonly int[] _folds;

    private TrainingSet(LabelledArticles set, string suffix, EventGraph graph, string[] events)
    {
        _set = set;
        _graph = graph;
        _events = events;
        _folds = [.. events.Select(static e => (int)(TermHash.Of(Topic(e)) / 7 % 5))];
        Name = set.Name + suffix;
        Weight = suffix.Length == 0 ? 1 : 0.5;
        Rows = new float[graph.Pairs.Length][];
        Labels = new bool[Rows.Length];
        double[] x = new double[PairFeatures.Names.Count];
        for (int r = 0; r < Rows.Length; r++)
        {
            (int a, int b) = ((int)(graph.Pairs[r] >> 32), (int)(uint)graph.Pairs[r]);
            PairFeatures.Fill(graph.Articles[a], graph.Articles[b], graph.Similarities[r], graph.Crowding[a], graph.Crowding[b], x);
            Rows[r] = [.. x.Select(static v => (float)v)];
            Labels[r] = events[a] == events[b];
        }
    }

    public string Name { get; }
    public string Base => _set.Name;
    public double Weight { get; }
    public float[][] Rows { get; }
    public bool[] Labels { get; }

    public static TrainingSet Build(LabelledArticles set, string suffix) =>
        new(set, suffix, EventGraph.Build(set.Analyze(), new ParallelOptions()), set.Events);

    public int FoldOf(int article) => _folds[article];

    public double ShareOf(int fold) => (double)_folds.Count(f => f == fold) / _folds.Length;

    public bool TouchesFold(int row, int fold) => _folds[_graph.Pairs[row] >> 32] == fold || _folds[(uint)_graph.Pairs[row]] == fold;

    public ClusterScores Score(ClusteringModel model, Func<int, bool> counted)
    {
        PairScorer scorer = new(_graph.Articles, _graph.Crowding, model);
        int[] scores = _graph.Score(scorer, new ParallelOptions());
        List<List<int>> clusters = _graph.Partition(scores, scorer, new ClusteringOptions().Threshold, CancellationToken.None);
        int[] of = new int[_events.Length];
        for (int c = 0; c < clusters.Count; c++)
        {
            foreach (int m in clusters[c])
            {
                of[m] = c;
            }
        }

        return ClusterScores.Of(_events, of, counted);
    }

    // Twin events of one topic ("1ecb", "1ecbplus") stay in one fold.
    private static string Topic(string label)
    {
        int n = 0;
        while (n < label.Length && char.IsAsciiDigit(label[n]))
        {
            n++;
        }

        return label[n..] is "ecb" or "ecbplus" ? label[..n] : label;
    }
}
