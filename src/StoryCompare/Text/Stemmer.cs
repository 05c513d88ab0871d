namespace StoryCompare.Text;

/// <summary>Cuts English inflections from a folded word, in place.</summary>
internal static class Stemmer
{
    /// <summary>Length of the stem, which is left at the start of <paramref name="folded"/>.</summary>
    public static int Stem(Span<char> folded, int length)
    {
        ReadOnlySpan<char> w = folded[..length];
        if (length > 4 && w.EndsWith("ies")) { folded[length - 3] = 'y'; return length - 2; }
        if (length > 4 && (w.EndsWith("sses") || w.EndsWith("shes") || w.EndsWith("ches") || w.EndsWith("xes"))) { return length - 2; }
        if (length > 3 && w[^1] == 's' && w[^2] is not ('s' or 'u' or 'i')) { return length - 1; }
        if (length > 5 && w.EndsWith("ing")) { return length - 3; }
        if (length > 4 && w.EndsWith("ed")) { return length - 2; }
        return length;
    }
}
