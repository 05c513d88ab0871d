namespace StoryCompare.Clustering;

/// <summary>Sums of products of one article with all others, reused from article to article.</summary>
/// <param name="articles">Articles of the batch.</param>
/// <param name="most">Neighbours to keep of each.</param>
internal sealed class CandidateSums(int articles, int most)
{
    // A sum of two unit vectors' products is below 2^34: it shares 64 bits with an article number of 30 bits.
    private const int ArticleBits = 30;
    private const ulong ArticleMask = (1UL << ArticleBits) - 1;

    private readonly ulong[] _sums = new ulong[articles];
    private int[] _touched = new int[1024];
    private int _count;
    private readonly HighestRanks _best = new(most);

    /// <summary>Adds the products of one list of the index.</summary>
    public void Add(ReadOnlySpan<int> filed, ReadOnlySpan<ushort> weights, ushort weight)
    {
        // One place more than can be touched: each article is written, and stays when it is new, so that nothing hangs on a guess of which it is.
        if (_touched.Length <= _count + filed.Length)
        {
            Array.Resize(ref _touched, Math.Max(_touched.Length * 2, _count + filed.Length + 1));
        }

        ulong[] sums = _sums;
        int[] touched = _touched;
        int count = _count;
        weights = weights[..filed.Length];
        for (int p = 0; p < filed.Length; p++)
        {
            int article = filed[p];
            ulong sum = sums[article];
            touched[count] = article;
            count += sum == 0 ? 1 : 0;

            // One more than the product, so that an article once touched stays touched.
            sums[article] = sum + ((ulong)weight * weights[p]) + 1;
        }

        _count = count;
    }

    /// <summary>Adds these sums to another's and starts anew.</summary>
    public void MoveTo(CandidateSums other)
    {
        for (int t = 0; t < _count; t++)
        {
            int article = _touched[t];
            if (other._sums[article] == 0)
            {
                if (other._touched.Length == other._count)
                {
                    Array.Resize(ref other._touched, other._count * 2);
                }

                other._touched[other._count++] = article;
            }

            other._sums[article] += _sums[article];
            _sums[article] = 0;
        }

        _count = 0;
    }

    /// <summary>The articles of the highest sums, without <paramref name="self"/>; of equal sums the smaller number. Starts anew.</summary>
    public int[] TakeNearest(int self)
    {
        _best.Clear();
        for (int t = 0; t < _count; t++)
        {
            int article = _touched[t];
            if (article != self)
            {
                _best.Offer(_sums[article] << ArticleBits | (ArticleMask - (uint)article));
            }

            _sums[article] = 0;
        }

        _count = 0;
        int[] nearest = new int[_best.Kept.Length];
        for (int i = 0; i < nearest.Length; i++)
        {
            nearest[i] = (int)(ArticleMask - (_best.Kept[i] & ArticleMask));
        }

        return nearest;
    }
}
