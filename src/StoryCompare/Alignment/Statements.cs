namespace StoryCompare.Alignment;

/// <summary>Compares what two sentences state, word by word: how much of it the other lacks, whoever is said to have said it.</summary>
internal static class Statements
{
    /// <summary>Fills the three features. No allocation; time |a| × |b|, at most <see cref="SentenceProfiler.MaxSequence"/> squared. Symmetric.</summary>
    public static void Measure(SentenceProfile a, SentenceProfile b, Span<float> f)
    {
        ReadOnlySpan<uint> wa = a.WordSequence;
        ReadOnlySpan<uint> wb = b.WordSequence;
        ulong takenA = 0;
        ulong takenB = 0;
        for (int i = 0; i < wa.Length; i++)
        {
            for (int j = 0; j < wb.Length; j++)
            {
                if (wa[i] == wb[j] && (takenB & (1UL << j)) == 0)
                {
                    takenA |= 1UL << i;
                    takenB |= 1UL << j;
                    break;
                }
            }
        }

        Side x = Side.Of(a.StatementWeights, takenA);
        Side y = Side.Of(b.StatementWeights, takenB);
        f[(int)PairFeature.StatementDice] = 1 - ((float)(x.Lacking + y.Lacking) / Math.Max(1, x.Words + y.Words));
        f[(int)PairFeature.StatementContainmentMin] = Math.Min(x.Share, y.Share);
        f[(int)PairFeature.WordSequence] = 2f * WordOrder.Compare(wa, wb).Subsequence / Math.Max(1, wa.Length + wb.Length);
    }

    private readonly record struct Side(int Words, int Lacking, float Share)
    {
        public static Side Of(ReadOnlySpan<float> weights, ulong taken)
        {
            int words = 0;
            int lacking = 0;
            float held = 0;
            float all = 0;
            for (int i = 0; i < weights.Length; i++)
            {
                bool shared = (taken & (1UL << i)) != 0;
                words += weights[i] > 0 ? 1 : 0;
                lacking += weights[i] > 0 && !shared ? 1 : 0;
                all += weights[i];
                held += shared ? weights[i] : 0;
            }

            return new Side(words, lacking, held / Math.Max(0.01f, all));
        }
    }
}
