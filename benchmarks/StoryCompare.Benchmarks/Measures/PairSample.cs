using System.Globalization;
using StoryCompare.Benchmarks.Generation;

namespace StoryCompare.Benchmarks.Measures;

/// <summary>Precision, recall and F1 over pairs.</summary>
/// <param name="Threshold">The score from which a pair was called the same; NaN where the method decides itself.</param>
internal readonly record struct PairAccuracy(double Precision, double Recall, double Threshold)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>
/// Pairs of a story's sentences on which every method is judged. Pairs that tell the same are one in a thousand: so recall is taken on some of those, and the rates of
/// false alarms on some others that are alike and on some that are not, as the false alarms lie nearly all among the former; precision follows from these and from how many pairs of each kind there are.
/// </summary>
internal sealed class PairSample
{
    // Pairs drawn to find the alike ones among them, at most.
    private const int MostDrawn = 8_000_000;

    // Those that tell the same, the alike others, the rest: how many pairs of the story one of the sample stands for.
    private readonly double[] _weights;
    private readonly double _allSame;
    private readonly int _same;

    /// <param name="story">The story.</param>
    /// <param name="same">Pairs that tell the same, at most.</param>
    /// <param name="other">Others: half of them alike.</param>
    /// <param name="alike">Whether two sentences have much in common.</param>
    public PairSample(StorySentences story, int same, int other, Func<int, int, bool> alike)
    {
        IReadOnlyList<(int A, int B)> all = story.SamePairs();
        SeededRandom random = new(7);
        (int A, int B)[] some = all.Count <= same ? [.. all] : [.. Enumerable.Range(0, same).Select(_ => random.Pick(all))];
        List<(int A, int B)> near = [];
        List<(int A, int B)> far = [];
        int drawn = 0;
        int drawnNear = 0;
        foreach ((int a, int b) in story.RandomPairs().Where(p => !story.Same(p.A, p.B)).Take(MostDrawn))
        {
            drawn++;
            bool isNear = alike(a, b);
            drawnNear += isNear ? 1 : 0;
            List<(int A, int B)> kept = isNear ? near : far;
            if (kept.Count < other / 2)
            {
                kept.Add((a, b));
            }

            if (near.Count == other / 2 && far.Count == other / 2)
            {
                break;
            }
        }

        Pairs = [.. some, .. near, .. far];
        _same = some.Length;
        _allSame = all.Count;
        double others = story.Pairs - all.Count;
        double nearShare = (double)drawnNear / drawn;
        Random = _same + near.Count;
        _weights = [_allSame / Math.Max(1, _same), others * nearShare / Math.Max(1, near.Count), others * (1 - nearShare) / Math.Max(1, far.Count)];
        Description = string.Create(CultureInfo.InvariantCulture, $"recall on {_same:#,##0} of {_allSame:#,##0} pairs that tell the same, false alarms on {near.Count:#,##0} of {others * nearShare:#,##0} other pairs that are alike and {far.Count:#,##0} of those that are not");
    }

    /// <summary>All of the given pairs, nothing estimated.</summary>
    public PairSample(StorySentences story, IReadOnlyCollection<(int A, int B)> pairs)
    {
        Pairs = [.. pairs.Where(p => story.Same(p.A, p.B)), .. pairs.Where(p => !story.Same(p.A, p.B))];
        _same = pairs.Count(p => story.Same(p.A, p.B));
        _allSame = _same;
        _weights = [1, 1, 1];
        Random = _same;
        Description = "all pairs";
    }

    /// <summary>First those that tell the same, then the alike others, then the rest.</summary>
    public IReadOnlyList<(int A, int B)> Pairs { get; }

    /// <summary>Number of the first pair of the rest, which are most of a story: what the time of a score over all pairs is told by.</summary>
    public int Random { get; }

    /// <summary>What the tables say of it.</summary>
    public string Description { get; }

    public PairAccuracy Of(Func<int, int, bool> same)
    {
        double right = 0;
        double wrong = 0;
        for (int i = 0; i < Pairs.Count; i++)
        {
            Count(i, same(Pairs[i].A, Pairs[i].B), ref right, ref wrong);
        }

        return Accuracy(right, wrong, double.NaN);
    }

    /// <summary>At the threshold that gives the best F1 on this very sample, which no user can know: the most a score can reach.</summary>
    public PairAccuracy AtBestThreshold(IReadOnlyList<double> scores)
    {
        int[] order = [.. Enumerable.Range(0, scores.Count).OrderByDescending(i => scores[i])];
        double right = 0;
        double wrong = 0;
        PairAccuracy best = default;
        for (int said = 1; said <= order.Length; said++)
        {
            Count(order[said - 1], true, ref right, ref wrong);
            if (said == order.Length || scores[order[said]] != scores[order[said - 1]])
            {
                PairAccuracy here = Accuracy(right, wrong, scores[order[said - 1]]);
                best = here.F1 > best.F1 ? here : best;
            }
        }

        return best;
    }

    private void Count(int pair, bool said, ref double right, ref double wrong)
    {
        right += said && pair < _same ? _weights[0] : 0;
        wrong += said && pair >= _same ? _weights[pair < Random ? 1 : 2] : 0;
    }

    private PairAccuracy Accuracy(double found, double invented, double threshold) =>
        new(found + invented == 0 ? 0 : found / (found + invented), found / Math.Max(1, _allSame), threshold);
}
