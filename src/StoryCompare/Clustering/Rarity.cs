using StoryCompare.Text;

namespace StoryCompare.Clustering;

/// <summary>How common a feature is in news at large, in one byte: what a handful of articles cannot say of itself.</summary>
/// <remarks>
/// A byte is -ln(share of documents) in steps of 1/25: 0 for every document, 255 for one in 27,000 or fewer. Pairs of words and runs of names are in
/// no table: over one article an event of the development sets, a pair that occurs is in about 0.35 times as many documents as its rarer word, from
/// one in three hundred to one in three. Numbers go by their digits, counted in the same articles.
/// </remarks>
internal static class Rarity
{
    /// <summary>A feature that no background document holds.</summary>
    public const byte Unseen = 255;
    private const double Steps = 25;
    private const double ShareOfPair = 0.35;
    private static readonly byte PairStep = (byte)Math.Round(-Math.Log(ShareOfPair) * Steps);
    private static readonly double[] Shares = [.. Enumerable.Range(0, 256).Select(static r => r == Unseen ? 0 : Math.Exp(-r / Steps))];

    // A word is looked up at each place it stands: one logarithm for each count there is.
    private static readonly byte[] ByCount = [Unseen, .. Enumerable.Range(1, BackgroundFrequencies.Default.Documents).Select(static n => OfShare((double)n / BackgroundFrequencies.Default.Documents))];

    /// <summary>Share of background documents, in [0, 1].</summary>
    public static double Share(byte rarity) => Shares[rarity];

    public static byte OfStem(uint stem) => OfCount(BackgroundFrequencies.Default.OfStem(stem));

    public static byte OfTerm(uint term) => OfCount(BackgroundFrequencies.Default.OfTerm(term));

    /// <summary>Of a pair or run, from its parts.</summary>
    public static byte OfPair(byte a, byte b) => (byte)Math.Min(Unseen, Math.Max(a, b) + PairStep);

    /// <summary>Of a number of this many characters; years are as common as small numbers of two digits.</summary>
    public static byte OfNumber(int length) => OfShare(length switch { 1 => 0.15, 2 => 0.08, 3 => 0.013, 4 => 0.03, _ => 0.002 });

    private static byte OfCount(int documents) => ByCount[Math.Min(documents, ByCount.Length - 1)];

    private static byte OfShare(double share) => (byte)Math.Clamp(Math.Round(-Math.Log(Math.Min(1, share)) * Steps), 0, Unseen);
}
