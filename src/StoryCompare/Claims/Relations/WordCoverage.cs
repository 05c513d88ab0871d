using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Relations;

/// <summary>How much of one sentence's content the other carries, by weight.</summary>
internal static class WordCoverage
{
    /// <summary>Share of A's words that have a partner in B (opposites not counted), in [0, 1]; 1 for a sentence without content.</summary>
    public static double OfA(WordAlignment alignment) => Of(alignment.A.Words, i => alignment.ToB[i] >= 0 && alignment.Ties[i] > WordTie.Opposite);

    /// <summary>Share of B's words that have a partner in A.</summary>
    public static double OfB(WordAlignment alignment) => Of(alignment.B.Words, j => alignment.TieOfB(j) > WordTie.Opposite);

    /// <summary>Share of the weight of the words for which <paramref name="covered"/> holds.</summary>
    public static double Of(SlotWord[] words, Func<int, bool> covered)
    {
        double sum = 0;
        double hit = 0;
        for (int i = 0; i < words.Length; i++)
        {
            sum += words[i].Weight;
            hit += covered(i) ? words[i].Weight : 0;
        }

        return sum == 0 ? 1 : hit / sum;
    }
}
