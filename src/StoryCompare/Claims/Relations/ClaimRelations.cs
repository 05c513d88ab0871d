using StoryCompare.Analysis;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Claims.Relations;

/// <summary>Judges two sentences on their aligned slots: do they agree, conflict, or speak of different things?</summary>
internal static class ClaimRelations
{
    /// <summary>Least coverage of both sentences for agreement.</summary>
    private const double AgreeCovered = 0.75;

    private static readonly TermSet Conditions = TermHash.SetOf("if", "whether", "unless");

    /// <summary>The relation of two sentences, by their words and their figures.</summary>
    public static ClaimRelation Judge(AnalyzedArticle a, int sentenceA, AnalyzedArticle b, int sentenceB)
    {
        WordAlignment alignment = WordAlignment.Of(SlotReader.Read(a.Text, a.Text.Sentences[sentenceA]), SlotReader.Read(b.Text, b.Text.Sentences[sentenceB]));
        ClaimRelation words = Judge(alignment);
        return words.Relation == PairRelation.Conflict ? words : FigureJudge.Judge(a, sentenceA, b, sentenceB, alignment) ?? words;
    }

    /// <summary>The relation of two sentences by their words alone: negation and opposites.</summary>
    public static ClaimRelation Judge(SentenceSlots a, SentenceSlots b) => Judge(WordAlignment.Of(a, b));

    // A condition states nothing, and "not frying" says nothing against "cooking": asked of what the negation bears on first.
    private static bool IsStated(WordAlignment alignment)
    {
        bool fromA = alignment.A.HasNegation;
        SentenceSlots own = fromA ? alignment.A : alignment.B;
        SentenceSlots other = fromA ? alignment.B : alignment.A;
        int[] partner = fromA ? alignment.ToB : alignment.ToA;
        for (int i = 0; i < own.Words.Length; i++)
        {
            SlotWord w = own.Words[i];
            if (w.Focus && ((w.Unreal && IsCondition(own)) || (partner[i] >= 0 && w.Stem != other.Words[partner[i]].Stem && Kinship.Of(w.Stem, other.Words[partner[i]].Stem) == KinKind.SecondIsGeneral)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsCondition(SentenceSlots slots)
    {
        foreach (Token t in slots.Text.TokensOf(slots.Sentence))
        {
            if (Conditions.Contains(t.Term))
            {
                return true;
            }
        }

        return false;
    }

    private static ClaimRelation Judge(WordAlignment alignment)
    {
        ClaimRelation? polarity = PolarityJudge.Judge(alignment);
        bool? negation = NegationModel.Judge(alignment, polarity is not null, out double probability);
        if (polarity is not null && negation != false)
        {
            return polarity;
        }

        if (polarity is null && negation == true && IsStated(alignment))
        {
            return new ClaimRelation(PairRelation.Conflict, probability, ConflictKind.Polarity, "a negation on one side of what both tell");
        }

        double coverage = Math.Min(WordCoverage.OfA(alignment), WordCoverage.OfB(alignment));
        return coverage >= AgreeCovered
            ? new ClaimRelation(PairRelation.Agree, coverage, null, "the words line up")
            : ClaimRelation.Unrelated with { Score = coverage };
    }
}
