using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Relations;

/// <summary>How two words were laid side by side.</summary>
internal enum WordTie : byte
{
    /// <summary>Not aligned.</summary>
    None,
    /// <summary>Opposites.</summary>
    Opposite,
    /// <summary>Kin.</summary>
    Kin,
    /// <summary>One stem.</summary>
    Stem,
    /// <summary>One word.</summary>
    Term,
}

/// <summary>Which content words of two sentences stand for each other: one to one, the closest tie first, then the nearest position.</summary>
/// <remarks>O(n·m) in content words, both at most <see cref="SlotReader.MaxWords"/>; only short-listed pairs come here.</remarks>
internal sealed class WordAlignment
{
    private WordAlignment(SentenceSlots a, SentenceSlots b, int[] toB, WordTie[] ties, int[] toA)
    {
        A = a;
        B = b;
        ToB = toB;
        Ties = ties;
        ToA = toA;
    }

    public SentenceSlots A { get; }
    public SentenceSlots B { get; }
    /// <summary>For each word of A: its partner in B, or -1.</summary>
    public int[] ToB { get; }
    /// <summary>For each word of A: the tie to its partner.</summary>
    public WordTie[] Ties { get; }
    /// <summary>For each word of B: its partner in A, or -1.</summary>
    public int[] ToA { get; }

    /// <summary>Aligns the words of two sentences.</summary>
    public static WordAlignment Of(SentenceSlots a, SentenceSlots b)
    {
        int[] toB = new int[a.Words.Length];
        int[] toA = new int[b.Words.Length];
        WordTie[] ties = new WordTie[a.Words.Length];
        Array.Fill(toB, -1);
        Array.Fill(toA, -1);
        for (WordTie tie = WordTie.Term; tie > WordTie.None; tie--)
        {
            for (int i = 0; i < toB.Length; i++)
            {
                if (toB[i] < 0)
                {
                    int best = Nearest(a, b, i, toA, tie);
                    if (best >= 0)
                    {
                        toB[i] = best;
                        toA[best] = i;
                        ties[i] = tie;
                    }
                }
            }
        }

        return new WordAlignment(a, b, toB, ties, toA);
    }

    /// <summary>The tie of a word of B.</summary>
    public WordTie TieOfB(int word) => ToA[word] < 0 ? WordTie.None : Ties[ToA[word]];

    private static int Nearest(SentenceSlots a, SentenceSlots b, int i, int[] taken, WordTie tie)
    {
        int best = -1;
        double bestDistance = double.MaxValue;
        double at = (double)i / a.Words.Length;
        for (int j = 0; j < taken.Length; j++)
        {
            if (taken[j] >= 0 || !Tied(a.Words[i], b.Words[j], tie))
            {
                continue;
            }

            double distance = Math.Abs(at - ((double)j / b.Words.Length));
            if (distance < bestDistance)
            {
                bestDistance = distance;
                best = j;
            }
        }

        return best;
    }

    private static bool Tied(in SlotWord a, in SlotWord b, WordTie tie) => tie switch
    {
        WordTie.Term => a.Term == b.Term,
        WordTie.Stem => a.Stem == b.Stem,
        WordTie.Kin => Kinship.Of(a, b) != KinKind.None || ActKinship.ShareClass(a.Term, b.Term),
        WordTie.Opposite => Oppositions.AreOpposed(a.Stem, b.Stem),
        _ => false,
    };
}
