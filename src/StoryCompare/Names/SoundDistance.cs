using System.Numerics;

namespace StoryCompare.Names;

/// <summary>How alike two words sound, over their <see cref="Sound"/>s.</summary>
internal static class SoundDistance
{
    /// <summary>Longest word compared; what is beyond is cut.</summary>
    public const int MaxSounds = 40;

    /// <summary>Similarity in [0, 1]: 1 minus the cheapest edit over the mean weight of the two words. Symmetric. O(n·m), no allocation.</summary>
    /// <remarks>
    /// A swap of two neighbours costs 0.5 (typing slips, metathesis). The first sound counts one and a half times: variants of one name
    /// rarely differ there. Returns 0 early where the classes of consonants alone rule out <paramref name="floor"/>.
    /// </remarks>
    public static float Similarity(NameKeyWord a, NameKeyWord b, float floor) =>
        Similarity(a.Sounds, b.Sounds, a.Classes ^ b.Classes, a.SoundWeight + b.SoundWeight, floor);

    /// <summary>The same for two names, each with its words written together.</summary>
    public static float Similarity(NameKey a, NameKey b, float floor) =>
        Similarity(a.Joined, b.Joined, a.JoinedClasses ^ b.JoinedClasses, a.JoinedWeight + b.JoinedWeight, floor);

    /// <summary>Summed weight of sounds.</summary>
    public static float Weight(ReadOnlySpan<byte> sounds)
    {
        float weight = 0;
        foreach (byte s in sounds)
        {
            weight += SoundCosts.Weight(s);
        }

        return weight;
    }

    /// <summary>Bits of the classes of consonants that occur.</summary>
    public static int Classes(ReadOnlySpan<byte> sounds)
    {
        int classes = 0;
        foreach (byte s in sounds)
        {
            classes |= SoundCosts.ClassBit(s);
        }

        return classes;
    }

    private static float Similarity(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int differing, float bothWeights, float floor)
    {
        if (a.IsEmpty || b.IsEmpty || a.Length > MaxSounds || b.Length > MaxSounds)
        {
            return 0;
        }

        float weight = Math.Max(1.8f, bothWeights / 2);
        float allowed = (1 - floor) * weight;
        if (BitOperations.PopCount((uint)differing) * 0.35f > allowed)
        {
            return 0;
        }

        if (a.Length > b.Length || (a.Length == b.Length && a.SequenceCompareTo(b) > 0))
        {
            ReadOnlySpan<byte> t = a;
            a = b;
            b = t;
        }

        float cost = Cost(a, b, allowed);
        return Math.Max(0, 1 - (cost / weight));
    }

    private static float Cost(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, float allowed)
    {
        Span<float> rows = stackalloc float[3 * (MaxSounds + 1)];
        Span<float> before = rows[..(MaxSounds + 1)];
        Span<float> previous = rows.Slice(MaxSounds + 1, MaxSounds + 1);
        Span<float> current = rows[(2 * (MaxSounds + 1))..];
        previous[0] = 0;
        for (int j = 1; j <= b.Length; j++)
        {
            previous[j] = previous[j - 1] + (SoundCosts.Drop(b[j - 1]) * (j == 1 ? 1.5f : 1f));
        }

        for (int i = 1; i <= a.Length; i++)
        {
            byte x = a[i - 1];
            float first = i == 1 ? 1.5f : 1f;
            float drop = SoundCosts.Drop(x);
            current[0] = previous[0] + (drop * first);
            float best = current[0];
            for (int j = 1; j <= b.Length; j++)
            {
                byte y = b[j - 1];
                float factor = i == 1 && j == 1 ? 1.5f : 1f;
                float cost = previous[j - 1] + (SoundCosts.Substitute(x, y) * factor);
                cost = Math.Min(cost, previous[j] + drop);
                cost = Math.Min(cost, current[j - 1] + SoundCosts.Drop(y));
                if (i > 1 && j > 1 && x == b[j - 2] && a[i - 2] == y)
                {
                    cost = Math.Min(cost, before[j - 2] + 0.5f);
                }

                current[j] = cost;
                best = Math.Min(best, cost);
            }

            if (best > allowed)
            {
                return float.MaxValue;
            }

            Span<float> spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return previous[b.Length];
    }
}
