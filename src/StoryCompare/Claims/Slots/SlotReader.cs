using StoryCompare.Claims.Lexicon;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Reads the word slots of a sentence: linear in its tokens.</summary>
internal static class SlotReader
{
    /// <summary>Words of one sentence that are compared; a longer one is cut.</summary>
    public const int MaxWords = 96;

    // Words that stand for anyone or anything: they align with all their kind and tell next to nothing.
    private static readonly TermSet Generic = TermHash.SetOf("someone", "somebody", "anyone", "anybody", "something", "anything", "thing", "one", "ones", "person", "people", "group", "lot", "way", "there", "said", "say", "says", "get", "getting", "got", "make", "making", "made", "use", "using", "used", "also", "according", "report", "reported", "reports");

    private static readonly TermSet UnrealWords = TermHash.SetOf("if", "whether", "unless", "would", "wouldn't", "might", "may", "could", "should", "can", "enough");

    /// <summary>The slots of one sentence.</summary>
    public static SentenceSlots Read(TokenizedText text, in Sentence sentence)
    {
        ReadOnlySpan<Token> tokens = text.TokensOf(sentence);

        // A sentence has at most 300 tokens.
        Span<int> clauses = stackalloc int[tokens.Length];
        ClauseSplitter.Split(text, tokens, clauses);
        Span<byte> negated = stackalloc byte[tokens.Length];
        Span<bool> focus = stackalloc bool[tokens.Length];
        Span<bool> negates = stackalloc bool[tokens.Length];
        Span<bool> unreal = stackalloc bool[clauses.Length == 0 ? 0 : clauses[^1] + 1];
        for (int i = 0; i < tokens.Length; i++)
        {
            unreal[clauses[i]] |= UnrealWords.Contains(tokens[i].Term);
        }

        bool any = NegationScope.Mark(text, tokens, clauses, negated, focus, negates);
        Span<SlotWord> words = stackalloc SlotWord[Math.Min(tokens.Length, MaxWords)];
        Span<SlotWord> particles = stackalloc SlotWord[tokens.Length];
        int count = 0, particleCount = 0;
        for (int i = 0; i < tokens.Length && count < MaxWords; i++)
        {
            ref readonly Token t = ref tokens[i];
            if (t.Kind > TokenKind.Number || negates[i])
            {
                continue;
            }

            if (t.IsContent)
            {
                words[count++] = new SlotWord(sentence.FirstToken + i, t.Term, t.Stem, clauses[i], (negated[i] & 1) != 0, focus[i], unreal[clauses[i]], WeightOf(t), Kinship.BitsOf(t.Stem));
            }
            else if (Oppositions.Contains(t.Stem))
            {
                particles[particleCount++] = new SlotWord(sentence.FirstToken + i, t.Term, t.Stem, clauses[i], (negated[i] & 1) != 0, focus[i], unreal[clauses[i]], 0.2f, Kinship.BitsOf(t.Stem));
            }
        }

        (Certainty certainty, TextSpan? cue) = CertaintyReader.Read(tokens);
        return new SentenceSlots { Text = text, Sentence = sentence, Words = words[..count].ToArray(), Particles = particles[..particleCount].ToArray(), Certainty = certainty, CertaintyCue = cue, HasNegation = any };
    }

    private static float WeightOf(in Token token) =>
        Generic.Contains(token.Term) ? 0.1f : (float)(0.5 + (Math.Min(BackgroundFrequencies.Default.IdfOfStem(token), 7) / 7));
}
