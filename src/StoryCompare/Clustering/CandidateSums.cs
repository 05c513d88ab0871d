namespace StoryCompare.Clustering;

/// <summary>Sums of products of one article with all others, reused from article to article.</summary>
internal sealed class CandidateSums(int articles)
{
    // A sum of two unit vectors' products is below 2^34: it shares 64 bits with an article number of 30 bits.
    private const int ArticleBits = 30;
    private const ulong ArticleMask = (1UL << ArticleBits) - 1;

    private readonly ulong[] _sums = new ulong[articles];
    private int[] _touched = new int[1024];
    private int _count;
    private ulong[] _ranked = new ulong[1024];

    /// <summary>Adds the products of one list of the index.</summary>
    public void Add(ReadOnlySpan<int> filed, ReadOnlySpan<ushort> weights, ushort weight)
    {
        if (_touched.Length < _count + filed.Length)
        {
            Array.Resize(ref _touched, Math.Max(_touched.Length * 2, _count + filed.Length));
        }

        for (int p = 0; p < filed.Length; p++)
        {
            ref ulong sum = ref _sums[filed[p]];
            if (sum == 0)
            {
                _touched[_count++] = filed[p];
            }

            // One more than the product, so that an article once touched stays touched.
            sum += ((ulong)weight * weights[p]) + 1;
        }
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
    public int[] TakeNearest(int self, int most)
    {
        if (_ranked.Length < _count)
        {
            _ranked = new ulong[Math.Max(_count, _ranked.Length * 2)];
        }

        int n = 0;
        ulong floor = 0;
        for (int t = 0; t < _count; t++)
        {
            int article = _touched[t];
            ulong rank = _sums[article] << ArticleBits | (ArticleMask - (uint)article);
            _sums[article] = 0;
            if (article != self && rank > floor)
            {
                _ranked[n++] = rank;

                // Now and then the list is cut back to the best: linear work in all.
                if (n == 8 * most)
                {
                    floor = Cut(n, most);
                    n = most;
                }
            }
        }

        _count = 0;
        Cut(n, most);
        int[] nearest = new int[Math.Min(n, most)];
        for (int i = 0; i < nearest.Length; i++)
        {
            nearest[i] = (int)(ArticleMask - (_ranked[i] & ArticleMask));
        }

        return nearest;
    }

    // Highest first; returns the lowest rank kept.
    private ulong Cut(int n, int most)
    {
        Span<ulong> ranked = _ranked.AsSpan(0, n);
        ranked.Sort();
        ranked.Reverse();
        return n >= most ? ranked[most - 1] : 0;
    }
}
