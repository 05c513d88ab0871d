namespace StoryCompare.Clustering;

/// <summary>
/// How often a pair of neighbours tells of one event in this collection, before anything is known of the pair: one in forty where most events have one report, one in four
/// where they have eleven. Read from the collection itself (Saerens, Latinne and Decaestecker 2002), so that one threshold serves both.
/// </summary>
/// <remarks>
/// A sum of integers over pairs: it adds up in any order and over machines. With each development set left out of training in turn, mean B-cubed F1 over 17 conditions
/// rose from .806 to .833. The full shift of the theory feeds on itself where look-alikes abound (ECB+ left out: .75 against .90 by half of it).
/// </remarks>
internal struct EventPrior
{
    /// <summary>Share of neighbours that tell of one event, of the three development sets: .03 to .24.</summary>
    private const double Usual = 0.08;

    /// <summary>How far the collection's own share is followed.</summary>
    private const double Trust = 0.5;

    /// <summary>So many pairs of the usual share are taken to have been seen before the first.</summary>
    private const double Assumed = 1000;

    private const double One = 1 << 20;
    private const int Rounds = 3;

    private static readonly double UsualOdds = Math.Log(Usual / (1 - Usual));

    private long _same;
    private long _pairs;

    /// <summary>The sums, to be kept.</summary>
    public readonly (long Same, long Pairs) Sums => (_same, _pairs);

    /// <summary>How far the log odds of a pair move that has neighbours enough.</summary>
    public readonly double Shift => ShiftOf(((_same / One) + (Assumed * Usual)) / ((_pairs / One) + Assumed));

    /// <summary>From sums kept before.</summary>
    public static EventPrior Of(long same, long pairs) => new() { _same = same, _pairs = pairs };

    /// <summary>The shift that belongs to a share of pairs that tell of one event.</summary>
    public static double ShiftOf(double share) => Trust * (Math.Log(share / (1 - share)) - UsualOdds);

    /// <summary>How much the shift counts for a pair: articles with few neighbours have no share.</summary>
    public static double Weight(in Crowd a, in Crowd b) => 1 - ((a.Missing + b.Missing) / 2);

    /// <summary>The shift of a batch.</summary>
    /// <param name="logits">Log odds of its candidate pairs, without a shift.</param>
    /// <param name="pairs">The pairs, A &lt;&lt; 32 | B.</param>
    /// <param name="crowding">How crowded each article stands.</param>
    public static double ShiftOf(ReadOnlySpan<double> logits, ReadOnlySpan<ulong> pairs, Crowd[] crowding)
    {
        double shift = 0;
        for (int round = 0; round < Rounds; round++)
        {
            EventPrior prior = default;
            for (int p = 0; p < logits.Length; p++)
            {
                (Crowd a, Crowd b) = (crowding[pairs[p] >> 32], crowding[(uint)pairs[p]]);
                prior.Add(1 / (1 + Math.Exp(-(logits[p] + (Weight(a, b) * shift)))), a, b);
            }

            shift = prior.Shift;
        }

        return shift;
    }

    /// <summary>Counts a pair of neighbours.</summary>
    /// <param name="probability">That it tells of one event, in [0, 1].</param>
    /// <param name="a">Crowd of the one.</param>
    /// <param name="b">Crowd of the other.</param>
    public void Add(double probability, in Crowd a, in Crowd b)
    {
        // An event with more reports than neighbours are kept says nothing of the others.
        double weight = Weight(a, b) * (1 - Math.Max(a.Full, b.Full));
        _same += (long)(probability * weight * One);
        _pairs += (long)(weight * One);
    }
}
