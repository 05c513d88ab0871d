using StoryCompare.Alignment;

namespace StoryCompare.Evaluation.Alignment;

/// <summary>Scores each example by a model learned from the other topics, and picks thresholds on those scores.</summary>
internal static class CrossValidation
{
    private const int Folds = 8;

    /// <summary>Out-of-topic scores of the examples.</summary>
    public static double[] Scores(List<Example> examples, int[] used, double penalty) => ScoresOf(examples, examples, used, penalty);

    /// <summary>Scores of <paramref name="examples"/> by models learned from the topics of <paramref name="training"/> that lie in other folds.</summary>
    public static double[] ScoresOf(List<Example> examples, List<Example> training, int[] used, double penalty)
    {
        string[] topics = [.. training.Select(static e => e.Topic).Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, int> foldOf = topics.Select(static (t, i) => (t, i)).ToDictionary(static p => p.t, static p => p.i % Folds, StringComparer.Ordinal);
        double[][] models = [.. Enumerable.Range(0, Folds).Select(f => Model([.. training.Where(e => foldOf[e.Topic] != f)], used, penalty))];
        return [.. examples.Select(e => LogisticFit.Score(models[foldOf[e.Topic]], e.Features))];
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

    /// <summary>The threshold of best F1, and that F1.</summary>
    /// <param name="examples">Labels.</param>
    /// <param name="scores">Scores.</param>
    /// <param name="positiveShare">Weigh positives and negatives as if this share were positive; null as they are.</param>
    public static (double Threshold, double F1) BestThreshold(List<Example> examples, double[] scores, double? positiveShare)
    {
        double positives = examples.Count(static e => e.Positive);
        double negatives = examples.Count - positives;
        double weight = positiveShare is { } share ? positives * (1 - share) / (share * negatives) : 1;
        (double Threshold, double F1) best = (0.5, 0);
        for (int step = 1; step < 100; step++)
        {
            double threshold = step / 100.0;
            double right = 0;
            double wrong = 0;
            for (int i = 0; i < scores.Length; i++)
            {
                if (scores[i] >= threshold)
                {
                    right += examples[i].Positive ? 1 : 0;
                    wrong += examples[i].Positive ? 0 : weight;
                }
            }

            double f1 = 2 * right / (right + wrong + positives);
            best = f1 > best.F1 ? (threshold, f1) : best;
        }

        return best;
    }

    /// <summary>The threshold of best mean F1 after decoding.</summary>
    public static double BestDecodingThreshold(List<(DocumentExamples Set, double[] Scores)> sets) =>
        Enumerable.Range(4, 90).Select(static s => s / 100.0).MaxBy(t => sets.Sum(s => DecodedF1(s.Set, s.Scores, t)));

    /// <summary>F1 of the decoded pairs of a set.</summary>
    public static double DecodedF1(DocumentExamples set, double[] scores, double threshold)
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

        return ScoreTable.Ratio(2.0 * right, kept + set.Gold);
    }

    private static double[] Model(List<Example> examples, int[] used, double penalty) => LogisticFit.Fit(examples, used, penalty);
}
