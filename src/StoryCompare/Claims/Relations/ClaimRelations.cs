using StoryCompare.Analysis;
using StoryCompare.Claims.Lexicon;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Relations;

/// <summary>Judges two sentences on their aligned slots: do they agree, conflict, or speak of different things?</summary>
internal static class ClaimRelations
{
    /// <summary>Least coverage of both sentences for agreement.</summary>
    private const double AgreeCovered = 0.75;

    /// <summary>The relation of two sentences, by their words and their figures.</summary>
    public static ClaimRelation Judge(AnalyzedArticle a, int sentenceA, AnalyzedArticle b, int sentenceB)
    {
        WordAlignment alignment = WordAlignment.Of(SlotReader.Read(a.Text, a.Text.Sentences[sentenceA]), SlotReader.Read(b.Text, b.Text.Sentences[sentenceB]));
        ClaimRelation words = Judge(alignment);
        return words.Relation == PairRelation.Conflict ? words : FigureJudge.Judge(a, sentenceA, b, sentenceB, alignment) ?? words;
    }

    /// <summary>The relation of two sentences by their words alone: negation and opposites.</summary>
    public static ClaimRelation Judge(SentenceSlots a, SentenceSlots b) => Judge(WordAlignment.Of(a, b));

    private static ClaimRelation Judge(WordAlignment alignment)
    {
        ClaimRelation? polarity = PolarityJudge.Judge(alignment);
        bool? negation = NegationModel.Judge(alignment, polarity is not null, out double probability);
        if (polarity is not null && negation != false)
        {
            return polarity;
        }

        if (polarity is null && negation == true)
        {
            return new ClaimRelation(PairRelation.Conflict, probability, ConflictKind.Polarity, "a negation on one side of what both tell");
        }

        double coverage = Math.Min(WordCoverage.OfA(alignment), WordCoverage.OfB(alignment));
        return coverage >= AgreeCovered
            ? new ClaimRelation(PairRelation.Agree, coverage, null, "the words line up")
            : ClaimRelation.Unrelated with { Score = coverage };
    }
}
