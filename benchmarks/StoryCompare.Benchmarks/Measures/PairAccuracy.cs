namespace StoryCompare.Benchmarks.Measures;

/// <summary>Precision, recall and F1 over pairs that are told to be the same or not.</summary>
/// <param name="Threshold">The score from which a pair was called the same; NaN where the method decides itself.</param>
internal readonly record struct PairAccuracy(double Precision, double Recall, double Threshold)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static PairAccuracy Of(IReadOnlyList<bool> gold, IReadOnlyList<bool> said)
    {
        int right = Enumerable.Range(0, gold.Count).Count(i => gold[i] && said[i]);
        return new PairAccuracy(Share(right, said.Count(static s => s)), Share(right, gold.Count(static g => g)), double.NaN);
    }

    /// <summary>At the threshold that gives the best F1 on these very pairs, which no user can know: the most a score can reach.</summary>
    public static PairAccuracy AtBestThreshold(IReadOnlyList<bool> gold, IReadOnlyList<double> scores)
    {
        int[] order = [.. Enumerable.Range(0, gold.Count).OrderByDescending(i => scores[i])];
        int all = gold.Count(static g => g);
        int right = 0;
        PairAccuracy best = default;
        for (int said = 1; said <= order.Length; said++)
        {
            right += gold[order[said - 1]] ? 1 : 0;
            if (said == order.Length || scores[order[said]] != scores[order[said - 1]])
            {
                PairAccuracy here = new(Share(right, said), Share(right, all), scores[order[said - 1]]);
                best = here.F1 > best.F1 ? here : best;
            }
        }

        return best;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
