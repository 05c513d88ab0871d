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
        int[] clauses = new int[tokens.Length];
        ClauseSplitter.Split(text, tokens, clauses);
        byte[] negated = new byte[tokens.Length];
        bool[] focus = new bool[tokens.Length];
        bool[] unreal = new bool[clauses.Length == 0 ? 0 : clauses[^1] + 1];
        for (int i = 0; i < tokens.Length; i++)
        {
            unreal[clauses[i]] |= UnrealWords.Contains(tokens[i].Term);
        }

        bool any = NegationScope.Mark(text, tokens, clauses, negated, focus);
        List<SlotWord> words = [];
        List<SlotWord> particles = [];
        for (int i = 0; i < tokens.Length && words.Count < MaxWords; i++)
        {
            ref readonly Token t = ref tokens[i];
            if (t.Kind > TokenKind.Number || Negations.At(tokens, i, text.Chars(t)) != NegationReach.None)
            {
                continue;
            }

            if (t.IsContent)
            {
                words.Add(new SlotWord(sentence.FirstToken + i, t.Term, t.Stem, clauses[i], (negated[i] & 1) != 0, focus[i], unreal[clauses[i]], WeightOf(t), Kinship.BitsOf(t.Stem)));
            }
            else if (Oppositions.Contains(t.Stem))
            {
                particles.Add(new SlotWord(sentence.FirstToken + i, t.Term, t.Stem, clauses[i], (negated[i] & 1) != 0, focus[i], unreal[clauses[i]], 0.2f, Kinship.BitsOf(t.Stem)));
            }
        }

        (Certainty certainty, TextSpan? cue) = CertaintyReader.Read(tokens);
        return new SentenceSlots { Text = text, Sentence = sentence, Words = [.. words], Particles = [.. particles], Certainty = certainty, CertaintyCue = cue, HasNegation = any };
    }

    private static float WeightOf(in Token token) =>
        Generic.Contains(token.Term) ? 0.1f : (float)(0.5 + (Math.Min(BackgroundFrequencies.Default.IdfOfStem(token), 7) / 7));
}
