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
    public bool IsKinds => Name.EndsWith(" kinds", StringComparison.Ordinal);
    public bool IsSmall => Name.EndsWith(" small", StringComparison.Ordinal);
    public IReadOnlyList<float[]> Rows => _rows;
    public IReadOnlyList<bool> Labels => _labels;

    public static TrainingSet Whole(LabelledArticles set, string suffix)
    {
        TrainingSet result = new(set.Name, suffix);
        result.Add(EventGraph.Build(set.Analyze(), new ParallelOptions()), set.Events);
        return result;
    }

    /// <summary>Small batches cut out of a set (<see cref="BatchMaker"/>).</summary>
    public static TrainingSet Small(string file, int batches)
    {
        LabelledArticles set = LabelledArticles.Load(file);
        TrainingSet result = new(set.Name, " small");
        Dictionary<LabelledArticles.Variant, ArticleSketch[]> read = [];
        foreach (LabelledArticles.Variant variant in new[] { LabelledArticles.Variant.None, LabelledArticles.Variant.NoDates, LabelledArticles.Variant.NoTitles, LabelledArticles.Variant.NoDates | LabelledArticles.Variant.NoTitles })
        {
            SketchBuilder builder = new();
            read[variant] = [.. LabelledArticles.Load(file, variant).Analyze().Select(builder.Build)];
        }

        EventGraph whole = EventGraph.Build(read[LabelledArticles.Variant.None], new ParallelOptions());
        foreach ((int Article, LabelledArticles.Variant Variant)[] batch in BatchMaker.Make(set.Events, whole, batches, set.Name.StartsWith("allsides", StringComparison.Ordinal) ? 1 : 0))
        {
            result.Add(EventGraph.Build([.. batch.Select(m => read[m.Variant][m.Article])], new ParallelOptions()), [.. batch.Select(m => set.Events[m.Article])]);
        }

        return result;
    }

    /// <summary>Small batches of every <see cref="BatchKind"/>.</summary>
    public static TrainingSet Kinds(string file, int batches, int seed)
    {
        TrainingSet result = new(Path.GetFileNameWithoutExtension(file), " kinds");
        bool doubtful = result.Base.StartsWith("allsides", StringComparison.Ordinal);
        foreach (LabelledArticles.Variant variant in new[] { LabelledArticles.Variant.NoDates, LabelledArticles.Variant.None, LabelledArticles.Variant.NoDates | LabelledArticles.Variant.NoTitles })
        {
            LabelledArticles set = LabelledArticles.Load(file, variant);
            SketchBuilder builder = new();
            ArticleSketch[] read = [.. set.Analyze().Select(builder.Build)];
            EventGraph whole = EventGraph.Build([.. read], new ParallelOptions());
            BatchConditions conditions = new(set.Events, [.. set.Articles.Select(static a => a.Text.Length)], BatchConditions.Twins(set.Events, BatchMaker.LookAlikesOf(set.Events, whole)));
            foreach (BatchKind kind in Enum.GetValues<BatchKind>())
            {
                // What looks alike there is often one event in two roundups.
                if (doubtful && kind is BatchKind.Twins or BatchKind.Three)
                {
                    continue;
                }

                foreach (int[] batch in conditions.Draw(kind, batches, FoldOf, seed))
                {
                    string[] events = [.. batch.Select(i => set.Events[i])];
                    result.Add(EventGraph.Build([.. batch.Select(i => read[i])], new ParallelOptions()), events, kind is BatchKind.LongAndShort ? 0.5 : kind is BatchKind.OneEvent or BatchKind.Twins ? 1.5 : 1);
                }
            }
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

    /// <summary>Given batches, to be scored only: no rows are kept of them.</summary>
    public static TrainingSet Batches(string baseName, string suffix, IEnumerable<LabelledArticles> batches)
    {
        TrainingSet result = new(baseName, suffix);
        foreach (LabelledArticles batch in batches)
        {
            result._batches.Add(new Batch(EventGraph.Build(batch.Analyze(), new ParallelOptions()), batch.Events, FoldsOf(batch.Events)));
        }

        return result;
    }

    public bool TouchesFold(int row, int fold) => _folds[row].A == fold || _folds[row].B == fold;

    public double ShareOf(int fold) => (double)_batches.Sum(b => b.Folds.Count(f => f == fold)) / _batches.Sum(b => b.Folds.Length);

    /// <summary>Adds the context features of all pairs of the small batches, from the log odds of a model that must not have seen them.</summary>
    public void AddContext(Func<int, ClusteringModel?> unseenBy, Func<int, bool> use, List<float[]> rows, List<bool> labels)
    {
        double[] x = new double[BatchContext.Names.Count];
        int row = 0;
        foreach (Batch batch in _batches)
        {
            int n = batch.Events.Length;
            if (batch.Graph.Pairs.Length != n * (n - 1) / 2 || n < 2 || n > BatchContext.MostArticles)
            {
                row += batch.Graph.Pairs.Length;
                continue;
            }

            double[]? logits = unseenBy(batch.Folds[0]) is { } model ? batch.Graph.Logits(new PairScorer(batch.Graph.Articles, batch.Graph.Crowding, model)) : null;
            for (int p = 0; p < batch.Graph.Pairs.Length; p++, row++)
            {
                if (logits is not null && use(row))
                {
                    BatchContext.Fill(logits, n, (int)(batch.Graph.Pairs[p] >> 32), (int)(uint)batch.Graph.Pairs[p], x);
                    rows.Add([.. x.Select(static v => (float)v)]);
                    labels.Add(_labels[row]);
                }
            }
        }
    }

    /// <summary>Adds the merges that come up in the small batches, from the log odds of a model that must not have seen them: those of one event are made, the others refused.</summary>
    public void AddMerges(Func<int, ClusteringModel> unseenBy, Func<int, bool> use, double weight, List<float[]> rows, List<bool> labels, List<double> weights)
    {
        int row = 0;
        List<(Batch Batch, int Rows)> used = [];
        foreach (Batch batch in _batches)
        {
            int pairs = batch.Graph.Pairs.Length;
            if (pairs > 0 && Enumerable.Range(row, pairs).All(use))
            {
                used.Add((batch, pairs));
            }

            row += pairs;
        }

        double each = weight / used.Sum(static b => b.Batch.Weight);
        (float[][] Rows, bool[] Labels)[] found = new (float[][], bool[])[used.Count];
        Parallel.For(0, found.Length, i =>
        {
            EventGraph graph = used[i].Batch.Graph;
            string[] events = [.. used[i].Batch.Events.Where((_, a) => graph.Originals[a] == a)];
            ArticleVectors[] articles = [.. graph.Articles.Where((_, a) => graph.Originals[a] == a)];
            if (articles.Length > BatchMerger.MostArticles)
            {
                found[i] = ([], []);
                return;
            }

            List<float[]> x = [];
            List<bool> y = [];
            new BatchMerger(articles, graph.Logits(new PairScorer(graph.Articles, graph.Crowding, unseenBy(used[i].Batch.Folds[0])))).Run((a, b, features) =>
            {
                bool same = events[System.Numerics.BitOperations.TrailingZeroCount(a)] == events[System.Numerics.BitOperations.TrailingZeroCount(b)];
                float[] copy = new float[features.Length];
                for (int f = 0; f < copy.Length; f++)
                {
                    copy[f] = (float)features[f];
                }

                x.Add(copy);
                y.Add(same);
                return same;
            });
            found[i] = ([.. x], [.. y]);
        });
        for (int i = 0; i < found.Length; i++)
        {
            rows.AddRange(found[i].Rows);
            labels.AddRange(found[i].Labels);
            weights.AddRange(Enumerable.Repeat(each * used[i].Batch.Weight, found[i].Rows.Length));
        }
    }

    /// <summary>Clusters each batch and scores the articles of one fold, or of all (-1).</summary>
    public ClusterScores Score(ClusteringModel model, int fold)
    {
        List<string> events = [];
        List<int> of = [];
        List<int> folds = [];
        int clusters = 0;
        foreach (Batch batch in _batches)
        {
            (PairScorer scorer, int[] scores) = batch.Graph.Score(model, new ParallelOptions());
            int[] ofBatch = new int[batch.Events.Length];
            foreach (List<int> cluster in batch.Graph.Partition(scores, scorer, new ClusteringOptions().Threshold, CancellationToken.None))
            {
                foreach (int m in cluster)
                {
                    ofBatch[m] = clusters;
                }

                clusters++;
            }

            int number = _batches.IndexOf(batch);
            events.AddRange(batch.Events.Select(e => $"{number} {e}"));
            of.AddRange(ofBatch);
            folds.AddRange(batch.Folds);
        }

        return ClusterScores.Of(events, of, i => fold < 0 || folds[i] == fold);
    }

    private void Add(EventGraph graph, string[] events, double weight = 1)
    {
        int[] folds = FoldsOf(events);
        _batches.Add(new Batch(graph, events, folds, weight));
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

    private static int[] FoldsOf(string[] events) => [.. events.Select(FoldOf)];

    /// <summary>The fold of an event.</summary>
    public static int FoldOf(string label) => (int)(TermHash.Of(Topic(label)) / 7 % 5);

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

    private sealed record Batch(EventGraph Graph, string[] Events, int[] Folds, double Weight = 1);
}
