using System.Globalization;
using System.Text;
using StoryCompare.Alignment;

namespace StoryCompare.Evaluation.Alignment;

/// <summary>Learns the coefficients and thresholds of the aligner and writes the shipped table. Deterministic: same sets, same bytes.</summary>
internal sealed class TrainAlignmentTask : EvaluationTask
{
    private static readonly int[] SentenceFeatures = [.. Enumerable.Range(0, PairFeatures.SentenceCount)];
    private static readonly int[] AllFeatures = [.. Enumerable.Range(0, PairFeatures.Count)];

    // Inside a story "same story" is always true; what tells stories apart would only teach the sets' habits.
    private static readonly int[] StoryFeatures =
    [
        .. SentenceFeatures, (int)PairFeature.StoryDice, (int)PairFeature.Neighbours, (int)PairFeature.ContrastMax, (int)PairFeature.ContrastMin,
    ];

    public override string Name => "train-alignment";

    public override string Summary => "learns the aligner: --pairs ROWS --documents ARTICLES --aligned ROWS ROWS [--out alignment_model.tsv] [--features FOLDER]";

    public override void Run(TaskArguments arguments)
    {
        List<Example> pairs = TrainingExamples.Pairs(File(arguments, "pairs"), File(arguments, "documents"), out List<PairLabels> labels);
        List<DocumentExamples> aligned = [.. arguments.Files("aligned").Select(TrainingExamples.Aligned)];
        StringBuilder table = new();
        table.Append("# Blend of pair features by head: head, feature, coefficient; \"bias\" and \"threshold\" are rows of their own. Written by the evaluation host's train-alignment.\n");
        table.Append("# Learned from: ").AppendJoin(", ", arguments.Files("aligned").Prepend(File(arguments, "pairs")).Select(Path.GetFileName)).Append(".\n");
        PairHead(table, "sentence", Relabel(pairs, labels, static l => l.IsOneStatement, static l => l.IsComparable), SentenceFeatures, positiveShare: 2.0 / 3);
        PairHead(table, "several", Relabel(pairs, labels, static l => l.Shared >= 2, static _ => true), SentenceFeatures, null);
        PairHead(table, "relatedInArticles", Relabel(pairs, labels, static l => l.Shared >= 1, static _ => true), AllFeatures, null);
        PairHead(table, "severalInArticles", Relabel(pairs, labels, static l => l.Shared >= 2, static _ => true), AllFeatures, null);
        StoryHead(table, aligned);
        if (arguments.Get("out") is { Length: > 0 } path)
        {
            System.IO.File.WriteAllText(path, table.ToString());
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

    private static void PairHead(StringBuilder table, string head, List<Example> examples, int[] used, double? positiveShare)
    {
        double[] scores = CrossValidation.Scores(examples, used, Penalty);
        (double threshold, double f1) = CrossValidation.BestThreshold(examples, scores, positiveShare);
        ScoreTable.Print($"{head}: cross-validated by topic", [("pairs", examples.Count), ("AUC", CrossValidation.Auc(examples, scores)), ("F1", f1), ("threshold", threshold)]);
        Append(table, head, LogisticFit.Fit(examples, used, Penalty), threshold);
    }

    private static void StoryHead(StringBuilder table, List<DocumentExamples> sets)
    {
        List<Example> examples = TrainingExamples.Balance(sets);
        List<(DocumentExamples Set, double[] Scores)> scored = [.. sets.Select(s => (s, CrossValidation.ScoresOf(s.Examples, examples, StoryFeatures, Penalty)))];
        double threshold = CrossValidation.BestDecodingThreshold(scored);
        foreach ((DocumentExamples set, double[] scores) in scored)
        {
            ScoreTable.Print($"story: {set.Name}, cross-validated by topic", [("F1", CrossValidation.DecodedF1(set, scores, threshold)), ("threshold", threshold)]);
        }

        Append(table, "story", LogisticFit.Fit(examples, StoryFeatures, Penalty), threshold);
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

    private static void Row(StringBuilder table, string head, string name, double value) =>
        table.Append(head).Append('\t').Append(name).Append('\t').Append(value.ToString("0.####", CultureInfo.InvariantCulture)).Append('\n');

    // Strong: the sets are small and the features overlap; measured .005 to .02 above none on topics left out.
    private const double Penalty = 30;
}
