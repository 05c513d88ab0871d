namespace StoryCompare.Internals;

/// <summary>Dense vectors, as embeddings come.</summary>
internal static class Dense
{
    /// <summary>Cosine in [-1, 1]; 0 when one of the two is nothing or no finite number comes out. Dimensions beyond the shorter one do not count.</summary>
    public static double Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double dot = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            dot += (double)a[i] * b[i];
            squareA += (double)a[i] * a[i];
            squareB += (double)b[i] * b[i];
        }

        double cosine = dot / Math.Sqrt(squareA * squareB);
        return double.IsFinite(cosine) ? cosine : 0;
    }
}
