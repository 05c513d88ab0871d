using StoryCompare.Analysis;
using StoryCompare.Clustering;
using StoryCompare.Text;

namespace StoryCompare.Evaluation.Clustering;

/// <summary>The candidate pairs of a labelled set with features and labels; the set whole, or many small batches of it.</summary>
internal sealed class TrainingSet
{
    private readonly List<Batch> _batches = [];
    private readonly List<float[]> _rows = [];
    private readonly List<bool> _labels = [];
    private readonly List<(int A, int B)> _folds = [];

    private TrainingSet(string baseName, string suffix)
    {
        Base = baseName;
        Name = baseName + suffix;
        Weight = suffix.Length == 0 ? 1 : 0.5;
    }

    public string Name { get; }
    public string Base { get; }
    public double Weight { get; }
    public IReadOnlyList<float[]> Rows => _rows;
    public IReadOnlyList<bool> Labels => _labels;

    public static TrainingSet Whole(LabelledArticles set, string suffix)
    {
        TrainingSet result = new(set.Name, suffix);
        result.Add(EventGraph.Build(set.Analyze(), new ParallelOptions()), set.Events);
        return result;
    }

    /// <summary>Batches of 3 to 12 articles: an article with its nearest neighbours, the hardest company it has, at a fixed stride.</summary>
    public static TrainingSet Small(LabelledArticles set, int batches)
    {
        TrainingSet result = new(set.Name, " small");
        AnalyzedArticle[] articles = set.Analyze();
        EventGraph whole = EventGraph.Build(articles, new ParallelOptions());
        List<(double Similarity, int Other)>[] near = [.. articles.Select(static _ => new List<(double, int)>())];
        for (int p = 0; p < whole.Pairs.Length; p++)
        {
            (int a, int b) = ((int)(whole.Pairs[p] >> 32), (int)(uint)whole.Pairs[p]);
            near[a].Add((whole.Similarities[p].Blend, b));
            near[b].Add((whole.Similarities[p].Blend, a));
        }

        int stride = Math.Max(1, articles.Length / batches);
        for (int i = 0, size = 3; i < articles.Length; i += stride, size = size == 12 ? 3 : size + 1)
        {
            int[] members = [i, .. near[i].OrderByDescending(static n => n.Similarity).ThenBy(static n => n.Other).Take(size - 1).Select(static n => n.Other)];
            result.Add(EventGraph.Build([.. members.Select(m => articles[m])], new ParallelOptions()), [.. members.Select(m => set.Events[m])]);
        }

        return result;
    }

    /// <summary>Each story a batch of its own; folds by story.</summary>
    public static TrainingSet Stories(IEnumerable<LabelledArticles> stories)
    {
        TrainingSet result = new("stories", " small");
        foreach (LabelledArticles story in stories)
        {
            result.Add(EventGraph.Build(story.Analyze(), new ParallelOptions()), story.Events);
        }

        return result;
    }

    public bool TouchesFold(int row, int fold) => _folds[row].A == fold || _folds[row].B == fold;

    public double ShareOf(int fold) => (double)_batches.Sum(b => b.Folds.Count(f => f == fold)) / _batches.Sum(b => b.Folds.Length);

    /// <summary>Clusters each batch and scores the articles of one fold, or of all (-1).</summary>
    public ClusterScores Score(ClusteringModel model, int fold)
    {
        List<string> events = [];
        List<int> of = [];
        List<int> folds = [];
        int clusters = 0;
        foreach (Batch batch in _batches)
        {
            PairScorer scorer = new(batch.Graph.Articles, batch.Graph.Crowding, model);
            int[] scores = batch.Graph.Score(scorer, new ParallelOptions());
            int[] ofBatch = new int[batch.Events.Length];
            foreach (List<int> cluster in batch.Graph.Partition(scores, scorer, new ClusteringOptions().Threshold, CancellationToken.None))
            {
                foreach (int m in cluster)
                {
                    ofBatch[m] = clusters;
                }

                clusters++;
            }

            events.AddRange(batch.Events.Select(e => $"{_batches.IndexOf(batch)} {e}"));
            of.AddRange(ofBatch);
            folds.AddRange(batch.Folds);
        }

        return ClusterScores.Of(events, of, i => fold < 0 || folds[i] == fold);
    }

    private void Add(EventGraph graph, string[] events)
    {
        int[] folds = [.. events.Select(static e => (int)(TermHash.Of(Topic(e)) / 7 % 5))];
        _batches.Add(new Batch(graph, events, folds));
        double[] x = new double[PairFeatures.Names.Count];
        for (int r = 0; r < graph.Pairs.Length; r++)
        {
            (int a, int b) = ((int)(graph.Pairs[r] >> 32), (int)(uint)graph.Pairs[r]);
            PairFeatures.Fill(graph.Articles[a], graph.Articles[b], graph.Similarities[r], graph.Crowding[a], graph.Crowding[b], x);
            _rows.Add([.. x.Select(static v => (float)v)]);
            _labels.Add(events[a] == events[b]);
            _folds.Add((folds[a], folds[b]));
        }
    }

    // Twin events of one topic ("1ecb", "1ecbplus") stay in one fold.
    private static string Topic(string label)
    {
        // Stories are labelled "name number": a story stays in one fold.
        if (label.IndexOf(' ', StringComparison.Ordinal) is > 0 and int blank)
        {
            return label[..blank];
        }

        int n = 0;
        while (n < label.Length && char.IsAsciiDigit(label[n]))
        {
            n++;
        }

        return label[n..] is "ecb" or "ecbplus" ? label[..n] : label;
    }

    private sealed record Batch(EventGraph Graph, string[] Events, int[] Folds);
}
