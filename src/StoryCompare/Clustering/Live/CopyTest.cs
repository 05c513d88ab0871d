namespace StoryCompare.Clustering.Live;

/// <summary>Whether a text is a near-copy of one that is held: the test of <see cref="CopyFolding"/>, on weighed features.</summary>
internal static class CopyTest
{
    /// <summary>Texts less alike are not looked at.</summary>
    public const double LeastBlend = 0.6;
    private const double LeastJaccard = 0.8;
    private const int FewestBigrams = 12;
    public const int MostDaysApart = 3;

    public static bool IsCopy(ArticleVectors a, ArticleVectors b) =>
        a.Count(Channel.Bigrams) >= FewestBigrams && b.Count(Channel.Bigrams) >= FewestBigrams
        && EventTime.Gap(a.When, b.When) <= MostDaysApart
        && Jaccard(a.Keys(Channel.Bigrams), b.Keys(Channel.Bigrams)) >= LeastJaccard
        && Jaccard(a.Keys(Channel.Numbers), b.Keys(Channel.Numbers)) >= LeastJaccard;

    private static double Jaccard(ReadOnlySpan<uint> x, ReadOnlySpan<uint> y)
    {
        int i = 0;
        int j = 0;
        int both = 0;
        while (i < x.Length && j < y.Length)
        {
            both += x[i] == y[j] ? 1 : 0;
            (i, j) = (i + (x[i] <= y[j] ? 1 : 0), j + (y[j] <= x[i] ? 1 : 0));
        }

        int all = x.Length + y.Length - both;
        return all == 0 ? 1 : (double)both / all;
    }
}
