using StoryCompare.Benchmarks.Generation;

namespace StoryCompare.Benchmarks.Measures;

/// <summary>Precision, recall and F1 over pairs.</summary>
/// <param name="Threshold">The score from which a pair was called the same; NaN where the method decides itself.</param>
internal readonly record struct PairAccuracy(double Precision, double Recall, double Threshold)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>
/// Pairs of a story's sentences on which every method is judged. Pairs that tell the same are one in a thousand: so recall is taken on some of those, and the rate of
/// false alarms on pairs drawn at random; precision follows from both and from how many pairs there are.
/// </summary>
internal sealed class PairSample
{
    private readonly int _same;
    private readonly double _allSame;
    private readonly double _allOther;

    public PairSample(StorySentences story, int same, int other)
    {
        IReadOnlyList<(int A, int B)> all = story.SamePairs();
        SeededRandom random = new(7);
        (int A, int B)[] some = all.Count <= same ? [.. all] : [.. Enumerable.Range(0, same).Select(_ => random.Pick(all))];
        Pairs = [.. some, .. story.RandomPairs(other).Where(p => !story.Same(p.A, p.B))];
        _same = some.Length;
        _allSame = all.Count;
        _allOther = story.Pairs - all.Count;
    }

    /// <summary>All of the given pairs, nothing estimated.</summary>
    public PairSample(StorySentences story, IReadOnlyCollection<(int A, int B)> pairs)
    {
        Pairs = [.. pairs.Where(p => story.Same(p.A, p.B)), .. pairs.Where(p => !story.Same(p.A, p.B))];
        _same = pairs.Count(p => story.Same(p.A, p.B));
        _allSame = _same;
        _allOther = pairs.Count - _same;
    }

    /// <summary>First those that tell the same, then the others.</summary>
    public IReadOnlyList<(int A, int B)> Pairs { get; }

    /// <summary>What the tables say of it.</summary>
    public string Description => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"recall on {_same:#,##0} of {_allSame:#,##0} pairs that tell the same, false alarms on {Pairs.Count - _same:#,##0} random others");

    public PairAccuracy Of(Func<int, int, bool> same)
    {
        int right = Pairs.Take(_same).Count(p => same(p.A, p.B));
        int wrong = Pairs.Skip(_same).Count(p => same(p.A, p.B));
        return Accuracy(right, wrong, double.NaN);
    }

    /// <summary>At the threshold that gives the best F1 on this very sample, which no user can know: the most a score can reach.</summary>
    public PairAccuracy AtBestThreshold(IReadOnlyList<double> scores)
    {
        int[] order = [.. Enumerable.Range(0, scores.Count).OrderByDescending(i => scores[i])];
        int right = 0;
        PairAccuracy best = default;
        for (int said = 1; said <= order.Length; said++)
        {
            right += order[said - 1] < _same ? 1 : 0;
            if (said == order.Length || scores[order[said]] != scores[order[said - 1]])
            {
                PairAccuracy here = Accuracy(right, said - right, scores[order[said - 1]]);
                best = here.F1 > best.F1 ? here : best;
            }
        }

        return best;
    }

    private PairAccuracy Accuracy(int right, int wrong, double threshold)
    {
        double found = (double)right / Math.Max(1, _same) * _allSame;
        double invented = (double)wrong / Math.Max(1, Pairs.Count - _same) * _allOther;
        return new PairAccuracy(found + invented == 0 ? 0 : found / (found + invented), found / Math.Max(1, _allSame), threshold);
    }
}
