using System.Numerics;
using StoryCompare.Internals;

namespace StoryCompare.Clustering;

/// <summary>Finds articles that are copies of an earlier one, so that 500 copies of a wire story weigh as one: in the counts, in the index and in the vote.</summary>
/// <remarks>
/// Equal texts fall together by hash. Near-copies are looked for among articles that share a min-hash of their bigrams (Broder 1997) and confirmed
/// by Jaccard similarity; in a bucket each article is compared with the bucket's first only, so the work is linear.
/// </remarks>
internal static class CopyFolding
{
    private const int Hashes = 6;
    private const int FewestBigrams = 12;
    private const double LeastJaccard = 0.8;
    private const int MostDaysApart = 3;

    /// <summary>For each article the smallest index of the article it copies; its own index when it is no copy.</summary>
    public static int[] Find(ArticleSketch[] sketches)
    {
        DisjointSets sets = new(sketches.Length);
        Dictionary<(ulong, int), int> equal = [];
        Dictionary<ulong, int> buckets = [];
        for (int i = 0; i < sketches.Length; i++)
        {
            ReadOnlySpan<uint> bigrams = sketches[i].Keys.AsSpan(sketches[i].Of(Channel.Bigrams));
            if (bigrams.Length < FewestBigrams)
            {
                continue;
            }

            if (!equal.TryAdd((sketches[i].Content, bigrams.Length), i))
            {
                int first = equal[(sketches[i].Content, bigrams.Length)];
                if (Near(sketches[first], sketches[i]))
                {
                    sets.Join(first, i);
                    continue;
                }
            }

            for (uint h = 0; h < Hashes; h++)
            {
                ulong bucket = ((ulong)h << 32) | LeastHash(bigrams, h * 0x9E3779B9);
                if (!buckets.TryAdd(bucket, i) && sets.Find(buckets[bucket]) != sets.Find(i) && Near(sketches[buckets[bucket]], sketches[i]))
                {
                    sets.Join(buckets[bucket], i);
                }
            }
        }

        return [.. Enumerable.Range(0, sketches.Length).Select(sets.Find)];
    }

    /// <summary>The least of the hashes of some features, by one hash function of a family.</summary>
    internal static uint LeastHash(ReadOnlySpan<uint> keys, uint salt)
    {
        const uint Factor = 0x85EBCA6B;
        uint least = uint.MaxValue;
        int i = 0;
        if (keys.Length >= Vector<uint>.Count)
        {
            Vector<uint> lanes = new(uint.MaxValue);
            for (; i <= keys.Length - Vector<uint>.Count; i += Vector<uint>.Count)
            {
                lanes = Vector.Min(lanes, (new Vector<uint>(keys[i..]) ^ new Vector<uint>(salt)) * Factor);
            }

            for (int lane = 0; lane < Vector<uint>.Count; lane++)
            {
                least = Math.Min(least, lanes[lane]);
            }
        }

        for (; i < keys.Length; i++)
        {
            least = Math.Min(least, (keys[i] ^ salt) * Factor);
        }

        return least;
    }

    // A template filled in anew each day (weather, prices) differs in date and in most of its numbers: such pages are no copies. An edition's number may differ.
    private static bool Near(ArticleSketch a, ArticleSketch b) =>
        EventTime.Gap(a.When, b.When) <= MostDaysApart
        && Jaccard(Shared(a, b, Channel.Bigrams)) >= LeastJaccard
        && Shared(a, b, Channel.Numbers) is var numbers
        && (Jaccard(numbers) >= LeastJaccard || Math.Max(numbers.OfA, numbers.OfB) - numbers.Both <= 1);

    private static double Jaccard((int OfA, int OfB, int Both) counts)
    {
        int all = counts.OfA + counts.OfB - counts.Both;
        return all == 0 ? 1 : (double)counts.Both / all;
    }

    private static (int OfA, int OfB, int Both) Shared(ArticleSketch a, ArticleSketch b, Channel channel)
    {
        ReadOnlySpan<uint> x = a.Keys.AsSpan(a.Of(channel));
        ReadOnlySpan<uint> y = b.Keys.AsSpan(b.Of(channel));
        int i = 0;
        int j = 0;
        int both = 0;
        while (i < x.Length && j < y.Length)
        {
            both += x[i] == y[j] ? 1 : 0;
            (i, j) = (i + (x[i] <= y[j] ? 1 : 0), j + (y[j] <= x[i] ? 1 : 0));
        }

        return (x.Length, y.Length, both);
    }
}
