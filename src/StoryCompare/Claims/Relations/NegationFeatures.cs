using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Relations;

/// <summary>What the negations of two sentences tell about each other, as numbers in [0, 1] for <see cref="NegationModel"/>.</summary>
internal static class NegationFeatures
{
    private static readonly TermSet Definite = TermHash.SetOf("the", "this", "these", "that", "those", "his", "her", "their", "our", "my", "your", "its", "it", "he", "she", "they", "we", "you", "i");

    private static readonly TermSet ThereIsNo = TermHash.SetOf("there", "is", "are", "was", "were", "no", "not", "isn't", "aren't", "one", "the", "a", "an", "this", "nobody");
    private static readonly TermSet Ends = WordSets.Of("participant.auxiliaries").Concat(WordSets.Of("participant.prepositions")).Concat(WordSets.Of("participant.relatives")).Concat(WordSets.Of("participant.joiners")).ToTermSet();
    private static readonly uint There = TermHash.Of("there");
    private static readonly uint No = TermHash.Of("no");

    /// <summary>How many there are.</summary>
    public const int Count = 40;

    /// <summary>The one that tells whether both sentences open with something certain.</summary>
    public const int BothDefinite = 24;

    /// <summary>The one that tells whether a negated word but for the first is missing on the other side.</summary>
    public const int LooseScope = 35;

    /// <summary>The one that tells whether the negated sentence opens with "there is no" or "no".</summary>
    public const int Existential = 37;

    /// <summary>Reads them into <paramref name="into"/> (length <see cref="Count"/>).</summary>
    public static void Read(WordAlignment alignment, bool byRule, Span<double> into)
    {
        SentenceSlots a = alignment.A;
        SentenceSlots b = alignment.B;
        double coveredA = WordCoverage.OfA(alignment);
        double coveredB = WordCoverage.OfB(alignment);
        double aligned = 0, flipped = 0;
        bool opposite = false, focusFlipped = false, focusLoose = false, focusBoth = false;
        for (int i = 0; i < a.Words.Length; i++)
        {
            int j = alignment.ToB[i];
            if (j < 0)
            {
                focusLoose |= a.Words[i].Focus && a.Words[i].Negated;
                continue;
            }

            SlotWord x = a.Words[i];
            SlotWord y = b.Words[j];
            if (alignment.Ties[i] == WordTie.Opposite)
            {
                opposite |= x.Negated == y.Negated;
                continue;
            }

            double weight = Math.Max(x.Weight, y.Weight);
            aligned += weight;
            flipped += x.Negated != y.Negated ? weight : 0;
            focusFlipped |= x.Negated != y.Negated && (x.Focus || y.Focus);
            focusBoth |= x.Negated && y.Negated;
        }

        for (int j = 0; j < b.Words.Length; j++)
        {
            focusLoose |= alignment.ToA[j] < 0 && b.Words[j].Focus && b.Words[j].Negated;
        }

        bool one = a.HasNegation != b.HasNegation;
        double share = aligned == 0 ? 0 : flipped / aligned;
        into[0] = 1;
        into[1] = coveredA;
        into[2] = coveredB;
        into[3] = one ? 1 : 0;
        into[4] = one && b.HasNegation ? 1 : 0;
        into[5] = a.HasNegation && b.HasNegation ? 1 : 0;
        into[6] = share;
        into[7] = focusFlipped ? 1 : 0;
        into[8] = focusFlipped ? coveredB : 0;
        into[9] = focusLoose ? 1 : 0;
        into[10] = one ? coveredB : 0;
        into[11] = opposite ? Math.Min(coveredA, coveredB) : 0;
        into[12] = byRule ? 1 : 0;
        // "Not P" excludes Q where Q tells at least P: what the negated sentence has more than the other weakens it.
        bool negatedIsA = a.HasNegation;
        double coveredNegated = negatedIsA ? coveredA : coveredB;
        double coveredStated = negatedIsA ? coveredB : coveredA;
        int looseNegated = Loose(negatedIsA ? a.Words : b.Words, negatedIsA ? alignment.ToB : alignment.ToA);
        int looseStated = Loose(negatedIsA ? b.Words : a.Words, negatedIsA ? alignment.ToA : alignment.ToB);
        bool first = a.Words.Length > 0 && b.Words.Length > 0 && alignment.ToB[0] == 0;
        bool last = a.Words.Length > 0 && b.Words.Length > 0 && alignment.ToB[^1] == b.Words.Length - 1;
        into[14] = one ? coveredNegated : 0;
        into[15] = one ? coveredNegated * coveredStated : 0;
        into[16] = one ? Math.Min(looseNegated, 5) / 5.0 : 0;
        into[17] = one ? Math.Min(looseStated, 10) / 10.0 : 0;
        into[18] = one && first ? 1 : 0;
        into[19] = one && last ? 1 : 0;
        into[20] = one ? Math.Min(a.Words.Length + b.Words.Length, 40) / 40.0 : 0;
        into[21] = one && !focusFlipped ? 1 : 0;
        into[22] = one ? coveredB * coveredB : 0;
        into[23] = one && focusLoose ? coveredB : 0;
        // "The men", "she", "Smith" are one on both sides; "a man" may be any.
        bool definite = IsDefinite(a) && IsDefinite(b);
        double scope = 0, scopeHit = 0;
        SlotWord[] negatedWords = negatedIsA ? a.Words : b.Words;
        int[] partner = negatedIsA ? alignment.ToB : alignment.ToA;
        for (int i = 0; i < negatedWords.Length; i++)
        {
            scope += negatedWords[i].Negated ? negatedWords[i].Weight : 0;
            scopeHit += negatedWords[i].Negated && partner[i] >= 0 ? negatedWords[i].Weight : 0;
        }

        double scopeCovered = scope == 0 ? 0 : scopeHit / scope;
        into[BothDefinite] = one && definite ? 1 : 0;
        into[25] = one && definite ? coveredB : 0;
        into[26] = one ? scopeCovered : 0;
        into[27] = one ? scopeCovered * coveredNegated : 0;
        into[28] = one && definite ? scopeCovered : 0;
        into[29] = one && scopeCovered >= 0.99 ? 1 : 0;
        SubjectFeatures(alignment, one, negatedIsA, scopeCovered, coveredB, into);
        into[13] = one ? 1.0 / Math.Max(1, Math.Min(a.Words.Length, b.Words.Length)) : 0;
    }

    // Whether both are told of one subject, and what the negation bears on.
    private static void SubjectFeatures(WordAlignment alignment, bool one, bool negatedIsA, double scopeCovered, double coveredB, Span<double> into)
    {
        if (!one)
        {
            return;
        }

        List<SlotWord> x = OpeningPhrase(alignment.A);
        List<SlotWord> y = OpeningPhrase(alignment.B);
        bool tied = x.Exists(w => y.Exists(v => w.Stem == v.Stem || Kinship.Of(w, v) != KinKind.None));
        bool headTied = x.Count > 0 && y.Count > 0 && (x[^1].Stem == y[^1].Stem || Kinship.Of(x[^1], y[^1]) != KinKind.None);
        bool both = x.Count > 0 && y.Count > 0;
        SlotWord[] words = negatedIsA ? alignment.A.Words : alignment.B.Words;
        int[] partner = negatedIsA ? alignment.ToB : alignment.ToA;
        bool focusTied = false;
        int looseScope = 0;
        for (int i = 0; i < words.Length; i++)
        {
            focusTied |= words[i].Focus && partner[i] >= 0;
            looseScope += words[i].Negated && !words[i].Focus && partner[i] < 0 ? 1 : 0;
        }

        bool exists = IsExistential(negatedIsA ? alignment.A : alignment.B);
        into[30] = headTied ? 1 : 0;
        into[31] = both && !tied ? 1 : 0;
        into[32] = tied ? scopeCovered : 0;
        into[33] = focusTied ? 1 : 0;
        into[34] = focusTied && headTied ? 1 : 0;
        into[LooseScope] = looseScope > 0 ? 1 : 0;
        into[36] = headTied && looseScope == 0 ? 1 : 0;
        into[Existential] = exists ? 1 : 0;
        into[38] = exists ? scopeCovered : 0;
        into[39] = headTied ? coveredB : 0;
    }

    private static bool IsExistential(SentenceSlots slots)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        return tokens.Length > 1 && (tokens[0].Term == There || tokens[0].Term == No);
    }

    // The content words of the noun phrase that opens the sentence, "there is no" passed over.
    private static List<SlotWord> OpeningPhrase(SentenceSlots slots)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        List<SlotWord> words = [];
        int at = 0;
        while (at < tokens.Length && (ThereIsNo.Contains(tokens[at].Term) || tokens[at].Kind == TokenKind.Punctuation))
        {
            at++;
        }

        int end = at;
        while (end < tokens.Length && !Ends.Contains(tokens[end].Term) && tokens[end].Kind != TokenKind.Punctuation
            && Negations.At(tokens, end, slots.Text.Chars(tokens[end])) == NegationReach.None
            && !(end > at + 1 && slots.Text.Chars(tokens[end]).EndsWith("ing", StringComparison.OrdinalIgnoreCase)))
        {
            end++;
        }

        foreach (SlotWord w in slots.Words)
        {
            int t = w.Token - slots.Sentence.FirstToken;
            if (t >= at && t < end)
            {
                words.Add(w);
            }
        }

        return words;
    }

    private static bool IsDefinite(SentenceSlots slots)
    {
        ReadOnlySpan<Token> tokens = slots.Text.TokensOf(slots.Sentence);
        for (int i = 0; i < Math.Min(tokens.Length, 4); i++)
        {
            if (Definite.Contains(tokens[i].Term) || (i > 0 && tokens[i].IsCapitalised))
            {
                return true;
            }
        }

        return false;
    }

    private static int Loose(SlotWord[] words, int[] partner)
    {
        int loose = 0;
        for (int i = 0; i < words.Length; i++)
        {
            loose += partner[i] < 0 && words[i].Weight > 0.2f ? 1 : 0;
        }

        return loose;
    }
}
