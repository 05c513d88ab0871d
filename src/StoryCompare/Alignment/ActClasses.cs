using StoryCompare.Text.Lexicon;

namespace StoryCompare.Alignment;

/// <summary>Compares the act classes of two words.</summary>
internal static class ActClasses
{
    /// <summary>Whether a class is common to both; <paramref name="opposed"/> tells whether a class of one is contrary to a class of the other.</summary>
    public static bool Share(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b, out bool opposed)
    {
        opposed = false;
        foreach (ushort x in a)
        {
            foreach (ushort y in b)
            {
                if (x == y)
                {
                    return true;
                }

                opposed |= ActLexicon.Default.AreOpposed(x, y);
            }
        }

        return false;
    }
}
