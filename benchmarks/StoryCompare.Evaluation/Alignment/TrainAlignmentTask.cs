using System.Globalization;
using System.Text;
using StoryCompare.Alignment;
using StoryCompare.Internals;

namespace StoryCompare.Evaluation.Alignment;

/// <summary>Learns the coefficients and thresholds of the aligner and writes the shipped table. Deterministic: same sets, same bytes.</summary>
internal sealed class TrainAlignmentTask : EvaluationTask
{
    // What is stated, whoever is said to have said it, carries the question. Few on purpose: six more features (names, numbers, order of words) gained a hundredth on the pairs
    // judged by hand that they were chosen on and lost five on the next ones.
    private static readonly int[] StatementFeatures = Of(
        PairFeature.StatementDice, PairFeature.StatementContainmentMin, PairFeature.GramDice, PairFeature.Run);

    // Few and robust. Names get a negative weight, rightly: matched words being equal, two sentences that have in common who and where, and little else,
    // tell different things. The better of the two contrasts is left out: some sentence of the other article is always the most alike.
    private static readonly int[] StoryFeatures = Of(
        PairFeature.GramDice, PairFeature.StoryContainmentMax, PairFeature.StoryRelaxedDice, PairFeature.StoryMatchedMass, PairFeature.ContrastMin,
        PairFeature.Numbers, PairFeature.Names, PairFeature.Neighbours, PairFeature.WordDice);

    private static readonly int[] SentenceFeatures = [.. Enumerable.Range(0, PairFeatures.SentenceCount)];
    private static readonly int[] AllFeatures = [.. Enumerable.Range(0, PairFeatures.Count)];

    // L2 penalties against a weight of one per example. Strong where the question is to carry over to other kinds of sets.
    private const double StatementPenalty = 30;
    private const double PairPenalty = 30;
    private const double StoryPenalty = 100;

    // Few and small: twice as many, or leaves of fewer pairs, score the same out of topic.
    private static readonly TreeFit.Shape TreeShape = new(Trees: 100, Leaves: 6, Rate: 0.05, Least: 150, Penalty: 5);

    public override string Name => "train-alignment";

    public override string Summary => "learns the aligner: --pairs ROWS --documents ARTICLES --aligned ROWS ROWS [--keep story] [--out alignment_model.tsv] [--features FOLDER]";

    public override void Run(TaskArguments arguments)
    {
        List<Example> pairs = TrainingExamples.Pairs(File(arguments, "pairs"), File(arguments, "documents"), out List<PairLabels> labels);
        List<DocumentExamples> aligned = [.. arguments.Files("aligned").Select(TrainingExamples.Aligned)];
        StringBuilder table = new();
        table.Append("# Blend of pair features by head: head, feature, coefficient; \"bias\" and \"threshold\" are rows of their own. Written by the evaluation host's train-alignment.\n");
        table.Append("# Learned from: ").AppendJoin(", ", arguments.Files("aligned").Prepend(File(arguments, "pairs")).Select(Path.GetFileName)).Append(".\n");
        StringBuilder trees = new();
        trees.Append("# Trees that correct the blend of two heads by head: head, then the tree in prefix order; a question as Feature>=value, its left branch where the answer is no. Written with alignment_model.tsv.\n");
        bool keepStory = arguments.Get("keep") == "story";
        table.Append(keepStory ? "# Kept as it was before: story.\n" : "");
        PairHead(table, "sentence", Relabel(pairs, labels, static l => l.IsOneStatement, static l => l.IsComparable), StatementFeatures, StatementPenalty, CrossValidation.HalfSharedThreshold);
        PairHead(table, "several", Relabel(pairs, labels, static l => l.Shared >= 2, static _ => true), SentenceFeatures, PairPenalty, CrossValidation.BestThreshold);
        PairHead(table, "relatedInArticles", Relabel(pairs, labels, static l => l.Shared >= 1, static _ => true), AllFeatures, PairPenalty, CrossValidation.BestThreshold, trees);
        PairHead(table, "severalInArticles", Relabel(pairs, labels, static l => l.Shared >= 2, static _ => true), AllFeatures, PairPenalty, CrossValidation.BestThreshold, trees);
        StoryHead(table, aligned, keepStory);
        if (arguments.Get("out") is { Length: > 0 } path)
        {
            System.IO.File.WriteAllText(path, table.ToString());
            System.IO.File.WriteAllText(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "alignment_trees.tsv"), trees.ToString());
        }

        if (arguments.Get("features") is { Length: > 0 } folder)
        {
            TrainingExamples.Write(Path.Combine(folder, "pairs.tsv"), pairs, labels);
            aligned.ForEach(d => TrainingExamples.Write(Path.Combine(folder, d.Name + ".tsv"), d));
        }
    }

    private static string File(TaskArguments arguments, string option) =>
        arguments.Files(option) is [var path, ..] ? path : throw new FileNotFoundException($"Give --{option} FILE.");

    private static List<Example> Relabel(List<Example> pairs, List<PairLabels> labels, Func<PairLabels, bool> positive, Func<PairLabels, bool> used)
    {
        List<Example> examples = [];
        for (int i = 0; i < pairs.Count; i++)
        {
            if (used(labels[i]))
            {
                examples.Add(pairs[i] with { Positive = positive(labels[i]) });
            }
        }

        return examples;
    }

    // The threshold goes into the bias, so that a score of one half is the decision.
    private static void PairHead(StringBuilder table, string head, List<Example> examples, int[] used, double penalty, Func<List<Example>, double[], double> choose, StringBuilder? trees = null)
    {
        double[] scores = CrossValidation.Scores(examples, e => trees is null ? Blend(e, used, penalty) : BlendWithTrees(e, used, penalty));
        double threshold = choose(examples, scores);
        ScoreTable.Print($"{head}: cross-validated by topic", [("pairs", examples.Count), ("AUC", CrossValidation.Auc(examples, scores)), ("F1", CrossValidation.F1(examples, scores, threshold)), ("threshold", threshold)]);
        double[] coefficients = LogisticFit.Fit(examples, used, penalty);
        if (trees is not null)
        {
            Append(trees, head, Trees(examples, coefficients, used));
        }

        coefficients[^1] -= Math.Log(threshold / (1 - threshold));
        Append(table, head, coefficients, 0.5);
    }

    private static Func<float[], double> Blend(List<Example> examples, int[] used, double penalty)
    {
        double[] coefficients = LogisticFit.Fit(examples, used, penalty);
        return f => LogisticFit.Score(coefficients, f);
    }

    private static Func<float[], double> BlendWithTrees(List<Example> examples, int[] used, double penalty)
    {
        double[] coefficients = LogisticFit.Fit(examples, used, penalty);
        PairTrees trees = Trees(examples, coefficients, used);
        return f => 1 / (1 + Math.Exp(-LogisticFit.Logit(coefficients, f) - trees.Sum(f)));
    }

    private static PairTrees Trees(List<Example> examples, double[] coefficients, int[] used) =>
        TreeFit.Fit(examples, [.. examples.Select(e => LogisticFit.Logit(coefficients, e.Features))], used, TreeShape);

    // Reports rest on this head alone: a new fit that scores the same and moves reports is left where it is.
    private static void StoryHead(StringBuilder table, List<DocumentExamples> sets, bool keep)
    {
        List<Example> examples = TrainingExamples.Join(sets);
        List<(DocumentExamples Set, double[] Scores)> scored = [.. sets.Select(s => (s, CrossValidation.ScoresOf(s.Examples, examples, static e => Blend(e, StoryFeatures, StoryPenalty))))];
        double threshold = CrossValidation.BestDecodingThreshold(scored[0]);
        foreach ((DocumentExamples set, double[] scores) in scored)
        {
            for (double t = threshold; t < 0.75; t += 0.1)
            {
                (double precision, double recall) = CrossValidation.Decoded(set, scores, t);
                ScoreTable.Print($"story: {set.Name}, cross-validated by topic", [("threshold", t), ("precision", precision), ("recall", recall), ("F1", ScoreTable.F1(precision, recall))]);
            }
        }

        if (keep)
        {
            table.AppendJoin("", EmbeddedData.Rows("alignment_model.tsv").Where(static r => r[0] == "story").Select(static r => string.Join('\t', r) + "\n"));
        }
        else
        {
            Append(table, "story", LogisticFit.Fit(examples, StoryFeatures, StoryPenalty), threshold);
        }
    }

    private static void Append(StringBuilder table, string head, double[] coefficients, double threshold)
    {
        for (int k = 0; k < coefficients.Length - 1; k++)
        {
            if (coefficients[k] != 0)
            {
                Row(table, head, ((PairFeature)k).ToString(), coefficients[k]);
            }
        }

        Row(table, head, "bias", coefficients[^1]);
        Row(table, head, "threshold", threshold);
    }

    private static void Append(StringBuilder table, string head, PairTrees trees)
    {
        foreach (TreeNode[] tree in trees.Trees)
        {
            table.Append(head).Append('\t').AppendJoin('\t', tree.Select(static n => (n.Feature < 0 ? "" : (PairFeature)n.Feature + ">=") + n.Value.ToString("0.####", CultureInfo.InvariantCulture))).Append('\n');
        }
    }

    private static void Row(StringBuilder table, string head, string name, double value) =>
        table.Append(head).Append('\t').Append(name).Append('\t').Append(value.ToString("0.####", CultureInfo.InvariantCulture)).Append('\n');

    private static int[] Of(params PairFeature[] features) => [.. features.Select(static f => (int)f)];
}
