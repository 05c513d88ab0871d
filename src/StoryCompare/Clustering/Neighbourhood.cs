namespace StoryCompare.Clustering;

/// <summary>Similarities that depend on the two articles alone, kept for every candidate pair.</summary>
internal readonly record struct PairSimilarity(float Words, float Bigrams, float Names)
{
    /// <summary>What ranks neighbours and measures crowding.</summary>
    public double Blend => (0.5 * Words) + (0.3 * Bigrams) + (0.2 * Names);

    public static PairSimilarity Of(ArticleVectors a, ArticleVectors b) => new(
        (float)ArticleVectors.Cosine(a, b, Channel.Words), (float)ArticleVectors.Cosine(a, b, Channel.Bigrams), (float)ArticleVectors.Cosine(a, b, Channel.Names));
}

/// <summary>How crowded an article stands.</summary>
/// <param name="Level">Mean similarity of the neighbours looked at.</param>
/// <param name="Missing">Share of them the batch is too small to have, in [0, 1].</param>
/// <param name="Near">The article itself and its neighbours, ascending, each with how far it stands out from the level: a unit vector.</param>
/// <param name="Full">How surely all of the neighbours looked at tell of the article's own event, which then has more reports than neighbours are kept, in [0, 1].</param>
internal readonly record struct Crowd(double Level, double Missing, (int Article, float Weight)[] Near, double Full = 0)
{
    /// <summary>Of an event of hundreds of reports each keeps forty others, mostly not the same: so much is taken to be shared.</summary>
    private const double SharedByFull = 0.5;

    /// <summary>
    /// Cosine of two crowds, in [0, 1]: near 1 where both articles stand among the same others. Holds for events of two articles and of twenty, since a
    /// neighbour weighs by how far it stands out (shared nearest neighbours, Jarvis and Patrick 1973, weighted).
    /// </summary>
    public static double Shared(in Crowd a, in Crowd b)
    {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < a.Near.Length && j < b.Near.Length)
        {
            int x = a.Near[i].Article;
            int y = b.Near[j].Article;
            if (x == y)
            {
                sum += (double)a.Near[i].Weight * b.Near[j].Weight;
            }

            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return Math.Max(Math.Min(1, sum), SharedByFull * Math.Min(a.Full, b.Full));
    }
}

/// <summary>How crowded each article stands: the mean similarity of its 20th to 40th neighbour. The local scale that lets one threshold serve every collection.</summary>
/// <remarks>
/// Nearer ranks (5th to 15th) hold the event itself where events are large: leaving a development set out of training, they lost
/// 16 points of B-cubed F1 on ECB+, whose events have eleven articles, against the ranks used here.
/// </remarks>
internal static class Neighbourhood
{
    private const int From = 19;
    private const int To = 40;
    private const int FewNear = 64;

    /// <summary>About what the 20th to 40th neighbour of an article scores in a mixed collection; stands in where a batch has none.</summary>
    public const double Unrelated = 0.05;

    /// <summary>A crowd as alike as this is one event told many times, not a manner of telling: it must not make its own members look ordinary.</summary>
    private const double MostLevel = 0.4;

    /// <summary>From here on the level may be that of one event: 1 % of the articles of the development sets stand as crowded, none as the second.</summary>
    private const double HighLevel = 0.2;
    private const double HighestLevel = 0.26;

    /// <summary>Leads of reports of one event have a mean cosine of 0.3, those of others of 0.04, those of pages that share a site's furniture hardly more.</summary>
    private const double OtherLeads = 0.1;
    private const double SameLeads = 0.2;

    /// <summary>Squared excess that every article is taken to have for itself alone: keeps two strangers of a small batch from looking like a crowd of two.</summary>
    private const double Privacy = 0.06 * 0.06;

    /// <summary>Crowding of each article from its candidate pairs.</summary>
    public static Crowd[] Crowding(ArticleVectors[] vectors, ulong[] pairs, PairSimilarity[] similarities, ParallelOptions parallel)
    {
        int articles = vectors.Length;
        double Leads(int a, int b) => ArticleVectors.Cosine(vectors[a], vectors[b], Channel.Lead);
        Func<int, int, double> leads = Leads;
        int[] starts = new int[articles + 1];
        foreach (ulong pair in pairs)
        {
            starts[(int)(pair >> 32) + 1]++;
            starts[(int)(uint)pair + 1]++;
        }

        for (int a = 0; a < articles; a++)
        {
            starts[a + 1] += starts[a];
        }

        double[] around = new double[starts[^1]];
        int[] who = new int[starts[^1]];
        int[] next = starts[..^1];
        for (int p = 0; p < pairs.Length; p++)
        {
            (int a, int b) = ((int)(pairs[p] >> 32), (int)(uint)pairs[p]);
            who[next[a]] = b;
            around[next[a]++] = similarities[p].Blend;
            who[next[b]] = a;
            around[next[b]++] = similarities[p].Blend;
        }

        Crowd[] crowding = new Crowd[articles];
        Parallel.For(0, articles, parallel, a => crowding[a] = Crowding(a, around.AsSpan(starts[a]..starts[a + 1]), who.AsSpan(starts[a]..starts[a + 1]), leads));
        return crowding;
    }

    /// <summary>Crowding from the similarities of one article's neighbours.</summary>
    public static Crowd Crowding(int article, ReadOnlySpan<double> neighbours, ReadOnlySpan<int> who, Func<int, int, double> leads)
    {
        double[] sorted = neighbours.ToArray();
        Array.Sort(sorted);
        Array.Reverse(sorted);
        return Crowding(article, sorted, neighbours, who, leads);
    }

    /// <summary>The same for neighbours that stand in order, the most similar first.</summary>
    public static Crowd CrowdingOfSorted(int article, ReadOnlySpan<double> neighbours, ReadOnlySpan<int> who, Func<int, int, double> leads) =>
        Crowding(article, neighbours, neighbours, who, leads);

    private static Crowd Crowding(int article, ReadOnlySpan<double> sorted, ReadOnlySpan<double> neighbours, ReadOnlySpan<int> who, Func<int, int, double> leads)
    {
        double sum = 0;
        for (int rank = From; rank < To; rank++)
        {
            sum += Math.Max(Unrelated, rank < sorted.Length ? sorted[rank] : 0);
        }

        double level = Math.Min(MostLevel, sum / (To - From));
        int missing = Math.Clamp(To - sorted.Length, 0, To - From);
        double full = Full(article, level, sorted, neighbours, who, leads);
        level += full * (Unrelated - level);
        return new Crowd(level, (double)missing / (To - From), Near(article, level, neighbours, who), full);
    }

    // Where an event has more reports than neighbours are kept, the 20th to 40th are reports of it too, and show it by their leads.
    private static double Full(int article, double level, ReadOnlySpan<double> sorted, ReadOnlySpan<double> neighbours, ReadOnlySpan<int> who, Func<int, int, double> leads)
    {
        if (level <= HighLevel || sorted.Length <= From)
        {
            return 0;
        }

        double sum = 0;
        int count = 0;
        for (int i = 0; i < who.Length; i++)
        {
            if (neighbours[i] <= sorted[From] && neighbours[i] >= sorted[Math.Min(To, sorted.Length) - 1])
            {
                sum += leads(article, who[i]);
                count++;
            }
        }

        return Math.Clamp((level - HighLevel) / (HighestLevel - HighLevel), 0, 1) * Math.Clamp(((sum / count) - OtherLeads) / (SameLeads - OtherLeads), 0, 1);
    }

    private static (int Article, float Weight)[] Near(int article, double level, ReadOnlySpan<double> neighbours, ReadOnlySpan<int> who)
    {
        int count = 1;
        double most = 0;
        double squares = Privacy * Privacy;
        foreach (double neighbour in neighbours)
        {
            double excess = neighbour - level;
            if (excess > 0)
            {
                count++;
                most = Math.Max(most, excess * excess);
            }
        }

        // Article and weight in one number: sorted by article, no two of which are the same.
        Span<ulong> packed = count <= FewNear ? stackalloc ulong[FewNear] : new ulong[count];
        packed = packed[..count];
        packed[0] = Pack(article, (float)most);
        int n = 1;
        for (int i = 0; i < who.Length; i++)
        {
            double excess = neighbours[i] - level;
            if (excess > 0)
            {
                packed[n++] = Pack(who[i], (float)(excess * excess));
            }
        }

        packed.Sort();
        foreach (ulong one in packed)
        {
            float weight = BitConverter.UInt32BitsToSingle((uint)one);
            squares += (double)weight * weight;
        }

        double scale = 1 / Math.Sqrt(squares);
        (int Article, float Weight)[] near = new (int, float)[count];
        for (int i = 0; i < near.Length; i++)
        {
            near[i] = ((int)(packed[i] >> 32), (float)(BitConverter.UInt32BitsToSingle((uint)packed[i]) * scale));
        }

        return near;
    }

    private static ulong Pack(int article, float weight) => ((ulong)(uint)article << 32) | BitConverter.SingleToUInt32Bits(weight);
}
