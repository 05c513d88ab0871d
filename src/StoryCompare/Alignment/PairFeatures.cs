namespace StoryCompare.Alignment;

/// <summary>Measures two sentences. No allocation; time linear in their lengths, but for the unmatched words (bounded) and the word order (64 × 64 at most).</summary>
internal static class PairFeatures
{
    /// <summary>Number of features that need nothing but the two sentences.</summary>
    public const int SentenceCount = (int)PairFeature.StoryDice;

    /// <summary>Length of a feature vector.</summary>
    public const int Count = (int)PairFeature.Count;

    // Credit for words that are not equal but joined: a folded name is the same name; a root is mostly the same word; an act class is a near synonym.
    private const float GroupCredit = 1f;
    private const float RootCredit = 0.9f;
    private const float ClassCredit = 0.7f;
    private const int MaxUnmatched = 48;

    /// <summary>Fills the features of the two sentences, the story-weighted ones included. Symmetric.</summary>
    public static void Measure(SentenceProfile a, SentenceProfile b, Span<float> f)
    {
        MeasureWords(a, b, f);
        FillText(a, b, f);
    }

    /// <summary>Fills those features alone that come from the words and the character 4-grams: all that <see cref="AlignmentModel.Story"/> reads. Symmetric.</summary>
    public static void MeasureWords(SentenceProfile a, SentenceProfile b, Span<float> f)
    {
        if (a.Wording > b.Wording)
        {
            (a, b) = (b, a);
        }

        Span<int> restA = stackalloc int[MaxUnmatched];
        Span<int> restB = stackalloc int[MaxUnmatched];
        Matches m = default;
        int countA = 0;
        int countB = 0;
        ReadOnlySpan<ProfileWord> wa = a.Words;
        ReadOnlySpan<ProfileWord> wb = b.Words;
        int i = 0;
        int j = 0;
        while (i < wa.Length || j < wb.Length)
        {
            if (j == wb.Length || (i < wa.Length && wa[i].Stem < wb[j].Stem))
            {
                Matches.CountUnmatched(wa[i], ref m.NumbersA, ref m.NamesA);
                if (countA < MaxUnmatched)
                {
                    restA[countA++] = i;
                }

                i++;
            }
            else if (i == wa.Length || wb[j].Stem < wa[i].Stem)
            {
                Matches.CountUnmatched(wb[j], ref m.NumbersB, ref m.NamesB);
                if (countB < MaxUnmatched)
                {
                    restB[countB++] = j;
                }

                j++;
            }
            else
            {
                m.Match(wa[i], wb[j]);
                i++;
                j++;
            }
        }

        m.Relaxed = m.Exact;
        m.StoryRelaxed = m.Story;
        Join(a, b, restA[..countA], restB[..countB], ref m);
        FillWords(a, b, m, f);
    }

    /// <summary>Number of common elements of two sorted sets.</summary>
    public static int Common(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < a.Length && j < b.Length)
        {
            uint x = a[i];
            uint y = b[j];
            common += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return common;
    }

    private static (int Count, float Weight) CommonGrams(SentenceProfile a, SentenceProfile b)
    {
        int common = 0;
        float weight = 0;
        int i = 0;
        int j = 0;
        while (i < a.Grams.Length && j < b.Grams.Length)
        {
            uint x = a.Grams[i];
            uint y = b.Grams[j];
            if (x == y)
            {
                common++;
                weight += Math.Min(a.GramWeights[i], b.GramWeights[j]);
            }

            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return (common, weight);
    }

    private static void FillWords(SentenceProfile a, SentenceProfile b, Matches m, Span<float> f)
    {
        float light = Math.Max(0.01f, Math.Min(a.Mass, b.Mass));
        float heavy = Math.Max(0.01f, Math.Max(a.Mass, b.Mass));
        float sum = Math.Max(0.01f, a.Mass + b.Mass);
        Set(f, PairFeature.Dice, 2 * m.Exact / sum);
        Set(f, PairFeature.ContainmentMax, m.Exact / light);
        Set(f, PairFeature.ContainmentMin, m.Exact / heavy);
        float relaxed = Math.Min(light, m.Relaxed);
        Set(f, PairFeature.RelaxedDice, 2 * relaxed / sum);
        Set(f, PairFeature.RelaxedContainmentMin, relaxed / heavy);
        Set(f, PairFeature.RelaxedContainmentMax, relaxed / light);
        Set(f, PairFeature.RelaxedDiceSquared, 4 * relaxed * relaxed / (sum * sum));
        (int grams, float gramWeight) = CommonGrams(a, b);
        Set(f, PairFeature.GramDice, 2f * grams / Math.Max(1, a.Grams.Length + b.Grams.Length));
        Set(f, PairFeature.GramWeighted, 2 * gramWeight / Math.Max(0.01f, a.GramMass + b.GramMass));
        Set(f, PairFeature.GramContainment, gramWeight / Math.Max(0.01f, Math.Min(a.GramMass, b.GramMass)));
        int words = Common(a.Stems, b.Stems);
        Set(f, PairFeature.WordDice, 2f * words / Math.Max(1, a.Stems.Length + b.Stems.Length));
        Set(f, PairFeature.WordContainmentMin, (float)words / Math.Max(1, Math.Max(a.Stems.Length, b.Stems.Length)));
        float names = (2 * m.NamesShared) + m.NamesA + m.NamesB;
        Set(f, PairFeature.Names, names > 0 ? 2 * m.NamesShared / names : 0);
        Set(f, PairFeature.NamesDiffer, Math.Min(m.NamesA, m.NamesB) / light);
        float numbers = (2 * m.NumbersShared) + m.NumbersA + m.NumbersB;
        Set(f, PairFeature.Numbers, numbers > 0 ? 2 * m.NumbersShared / numbers : 0);
        Set(f, PairFeature.NumbersDiffer, m.NumbersA > 0 && m.NumbersB > 0 ? 1 : 0);
        Set(f, PairFeature.NumbersOneSided, m.NumbersA > 0 != m.NumbersB > 0 ? 1 : 0);
        Set(f, PairFeature.LengthRatio, (float)Math.Min(a.Length, b.Length) / Math.Max(1, Math.Max(a.Length, b.Length)));
        Set(f, PairFeature.Negation, a.Negated != b.Negated ? 1 : 0);
        Set(f, PairFeature.Opposed, m.Opposed ? 1 : 0);
        Set(f, PairFeature.TimesDiffer, TimeAnchors.Differ(a, b) ? 1 : 0);
        Set(f, PairFeature.Acts, Math.Min(3, m.Acts) / 3f);
        Set(f, PairFeature.MatchedMass, MathF.Log(1 + relaxed) / 4);
        Set(f, PairFeature.UnmatchedMin, MathF.Log(1 + light - relaxed) / 4);
        Set(f, PairFeature.UnmatchedMax, MathF.Log(1 + heavy - relaxed) / 4);
        float storyLight = Math.Max(0.01f, Math.Min(a.StoryMass, b.StoryMass));
        float story = Math.Min(storyLight, m.StoryRelaxed);
        Set(f, PairFeature.StoryDice, 2 * m.Story / Math.Max(0.01f, a.StoryMass + b.StoryMass));
        Set(f, PairFeature.StoryRelaxedDice, 2 * story / Math.Max(0.01f, a.StoryMass + b.StoryMass));
        Set(f, PairFeature.StoryContainmentMax, story / storyLight);
        Set(f, PairFeature.StoryMatchedMass, MathF.Log(1 + story) / 4);
    }

    /// <summary>Fills what <see cref="PairKind"/> and <see cref="PairParts"/> read: all but what compares the statements. Symmetric.</summary>
    public static void MeasureForKind(SentenceProfile a, SentenceProfile b, Span<float> f)
    {
        MeasureWords(a, b, f);
        FillOrder(a, b, f);
    }

    private static void FillText(SentenceProfile a, SentenceProfile b, Span<float> f)
    {
        FillOrder(a, b, f);
        Statements.Measure(a, b, f);
    }

    private static void FillOrder(SentenceProfile a, SentenceProfile b, Span<float> f)
    {
        Set(f, PairFeature.BigramDice, 2f * Common(a.Bigrams, b.Bigrams) / Math.Max(1, a.Bigrams.Length + b.Bigrams.Length));
        (int order, int run) = WordOrder.Compare(a.Sequence, b.Sequence);
        Set(f, PairFeature.Order, 2f * order / Math.Max(1, a.Sequence.Length + b.Sequence.Length));
        Set(f, PairFeature.Run, (float)run / Math.Max(1, Math.Min(a.Sequence.Length, b.Sequence.Length)));
        int quoted = Math.Min(a.Quoted.Length, b.Quoted.Length);
        Set(f, PairFeature.Quoted, quoted < 3 ? 0 : (float)Common(a.Quoted, b.Quoted) / quoted);
    }

    private static void Set(Span<float> f, PairFeature feature, float value) => f[(int)feature] = value;

    // Each unmatched word of A takes the first free partner in B, best reason first; order by stem keeps it deterministic.
    private static void Join(SentenceProfile a, SentenceProfile b, Span<int> restA, Span<int> restB, ref Matches m)
    {
        for (int step = 0; step < 3; step++)
        {
            // A word can only join where one of the other side has a key with the same low bits.
            ulong keys = 0;
            foreach (int y in restB)
            {
                keys |= y < 0 ? 0 : KeyBits(step, b.Words[y]);
            }

            for (int x = 0; x < restA.Length; x++)
            {
                if (restA[x] < 0 || (keys & KeyBits(step, a.Words[restA[x]])) == 0)
                {
                    continue;
                }

                ulong key = KeyBits(step, a.Words[restA[x]]);
                for (int y = 0; y < restB.Length && restA[x] >= 0; y++)
                {
                    if (restB[y] < 0 || (key & KeyBits(step, b.Words[restB[y]])) == 0)
                    {
                        continue;
                    }

                    ref readonly ProfileWord wa = ref a.Words[restA[x]];
                    ref readonly ProfileWord wb = ref b.Words[restB[y]];
                    float c = Credit(step, a, wa, b, wb, ref m);
                    if (c > 0)
                    {
                        m.Relaxed += c * Math.Min(wa.Weight, wb.Weight);
                        m.StoryRelaxed += c * Math.Min(wa.StoryWeight, wb.StoryWeight);
                        restA[x] = -1;
                        restB[y] = -1;
                    }
                }
            }
        }
    }

    private static ulong KeyBits(int step, in ProfileWord word)
    {
        switch (step)
        {
            case 0:
                return word.Group == 0 ? 0 : 1UL << (int)(word.Group & 63);
            case 1:
                return word.Kind == ProfileWordKind.Number ? 0 : 1UL << (int)(word.Root & 63);
            default:
                return word.ClassBits;
        }
    }

    private static float Credit(int step, SentenceProfile a, in ProfileWord wa, SentenceProfile b, in ProfileWord wb, ref Matches m)
    {
        switch (step)
        {
            case 0:
                return wa.Group != 0 && wa.Group == wb.Group ? GroupCredit : 0;
            case 1:
                return wa.Root == wb.Root && wa.Kind != ProfileWordKind.Number ? RootCredit : 0;
            default:
                if (wa.ClassCount == 0 || wb.ClassCount == 0)
                {
                    return 0;
                }

                bool shared = ActClasses.Share(a.ClassesOf(wa), b.ClassesOf(wb), out bool opposed);
                m.Opposed |= opposed && !shared;
                m.Acts += shared ? 1 : 0;
                return shared ? ClassCredit : 0;
        }
    }

    private struct Matches
    {
        public float Exact;
        public float Relaxed;
        public float Story;
        public float StoryRelaxed;
        public float NamesShared;
        public float NamesA;
        public float NamesB;
        public float NumbersShared;
        public float NumbersA;
        public float NumbersB;
        public int Acts;
        public bool Opposed;

        public void Match(in ProfileWord a, in ProfileWord b)
        {
            Exact += a.Weight;
            Story += a.StoryWeight;
            Acts += a.ClassCount > 0 ? 1 : 0;
            if (a.Kind == ProfileWordKind.Number)
            {
                NumbersShared++;
            }
            else if (a.Kind == ProfileWordKind.Name || b.Kind == ProfileWordKind.Name)
            {
                NamesShared += a.Weight;
            }
        }

        public static void CountUnmatched(in ProfileWord word, ref float numbers, ref float names)
        {
            if (word.Kind == ProfileWordKind.Number)
            {
                numbers++;
            }
            else if (word.Kind == ProfileWordKind.Name)
            {
                names += word.Weight;
            }
        }
    }
}
