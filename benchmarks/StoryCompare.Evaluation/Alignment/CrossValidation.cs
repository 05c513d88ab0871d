using StoryCompare.Alignment;

namespace StoryCompare.Evaluation.Alignment;

/// <summary>Scores each example by a model learned from the other topics, and picks thresholds on those scores.</summary>
internal static class CrossValidation
{
    private const int Folds = 8;

    /// <summary>Out-of-topic scores of the examples.</summary>
    /// <param name="examples">Examples.</param>
    /// <param name="learn">Learns from examples and gives the score of a feature vector.</param>
    public static double[] Scores(List<Example> examples, Func<List<Example>, Func<float[], double>> learn) => ScoresOf(examples, examples, learn);

    /// <summary>Scores of <paramref name="examples"/> by models learned from the topics of <paramref name="training"/> that lie in other folds.</summary>
    public static double[] ScoresOf(List<Example> examples, List<Example> training, Func<List<Example>, Func<float[], double>> learn)
    {
        string[] topics = [.. training.Select(static e => e.Topic).Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, int> foldOf = topics.Select(static (t, i) => (t, i)).ToDictionary(static p => p.t, static p => p.i % Folds, StringComparer.Ordinal);
        Func<float[], double>[] models = [.. Enumerable.Range(0, Folds).AsParallel().AsOrdered().Select(f => learn([.. training.Where(e => foldOf[e.Topic] != f)]))];
        return [.. examples.Select(e => models[foldOf[e.Topic]](e.Features))];
    }

    /// <summary>Area under the ROC curve.</summary>
    public static double Auc(List<Example> examples, double[] scores)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length).OrderBy(i => scores[i])];
        double positives = 0;
        double below = 0;
        double negatives = 0;
        foreach (int i in order)
        {
            if (examples[i].Positive)
            {
                positives++;
                below += negatives;
            }
            else
            {
                negatives++;
            }
        }

        return below / Math.Max(1, positives * negatives);
    }

    /// <summary>F1 at a threshold.</summary>
    public static double F1(List<Example> examples, double[] scores, double threshold)
    {
        int right = 0;
        int found = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= threshold)
            {
                found++;
                right += examples[i].Positive ? 1 : 0;
            }
        }

        return ScoreTable.Ratio(2.0 * right, found + examples.Count(static e => e.Positive));
    }

    /// <summary>The threshold of best F1: the middle of all that come within half a point of the best, since the peak itself is noise.</summary>
    public static double BestThreshold(List<Example> examples, double[] scores)
    {
        (double Threshold, double F1)[] all = [.. Enumerable.Range(1, 99).Select(static s => s / 100.0).Select(t => (t, F1(examples, scores, t)))];
        double best = all.Max(static t => t.F1);
        return all.Where(t => t.F1 >= best - 0.005).Average(static t => t.Threshold);
    }

    /// <summary>The mean score of pairs of like length that share just under half of their words: below it, each leaves out more than half of what the other says.</summary>
    /// <remarks>A boundary of meaning, not of the training set's mixture: sets differ widely in how many of their pairs are paraphrases. On 870 pairs of news sentences judged by hand the best threshold lies at pairs that share .44 to .5.</remarks>
    public static double HalfSharedThreshold(List<Example> examples, double[] scores)
    {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (examples[i].Features[(int)PairFeature.LengthRatio] >= 0.66f && Math.Abs(examples[i].Features[(int)PairFeature.WordDice] - 0.47f) <= 0.03f)
            {
                sum += scores[i];
                n++;
            }
        }

        return sum / Math.Max(1, n);
    }

    /// <summary>The threshold of best F1 after decoding.</summary>
    public static double BestDecodingThreshold((DocumentExamples Set, double[] Scores) set) =>
        Enumerable.Range(4, 90).Select(static s => s / 100.0).MaxBy(t =>
        {
            (double precision, double recall) = Decoded(set.Set, set.Scores, t);
            return ScoreTable.F1(precision, recall);
        });

    /// <summary>Precision and recall of the decoded pairs of a set.</summary>
    public static (double Precision, double Recall) Decoded(DocumentExamples set, double[] scores, double threshold)
    {
        Dictionary<(int, int, int), double> best = [];
        for (int i = 0; i < scores.Length; i++)
        {
            (int row, int a, int b) = set.Where[i];
            best[(row, a, -1)] = Math.Max(best.GetValueOrDefault((row, a, -1)), scores[i]);
            best[(row, -1, b)] = Math.Max(best.GetValueOrDefault((row, -1, b)), scores[i]);
        }

        int kept = 0;
        int right = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            (int row, int a, int b) = set.Where[i];
            if (scores[i] >= threshold && scores[i] >= PairDecoder.Contrast * Math.Min(best[(row, a, -1)], best[(row, -1, b)]))
            {
                kept++;
                right += set.Examples[i].Positive ? 1 : 0;
            }
        }

        return (ScoreTable.Ratio(right, kept), ScoreTable.Ratio(right, set.Gold));
    }
}
