using StoryCompare.Analysis;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Relations;

/// <summary>Judges two sentences on their aligned slots: do they agree, conflict, or speak of different things?</summary>
internal static class ClaimRelations
{
    /// <summary>Least coverage of both sentences for agreement.</summary>
    private const double AgreeCovered = 0.75;

    /// <summary>The relation of two sentences.</summary>
    public static ClaimRelation Judge(AnalyzedArticle a, int sentenceA, AnalyzedArticle b, int sentenceB) =>
        Judge(SlotReader.Read(a.Text, a.Text.Sentences[sentenceA]), SlotReader.Read(b.Text, b.Text.Sentences[sentenceB]));

    /// <summary>The relation of two sentences whose slots have been read.</summary>
    public static ClaimRelation Judge(SentenceSlots a, SentenceSlots b)
    {
        WordAlignment alignment = WordAlignment.Of(a, b);
        if (PolarityJudge.Judge(alignment) is { } polarity)
        {
            return polarity;
        }

        double coverage = Math.Min(WordCoverage.OfA(alignment), WordCoverage.OfB(alignment));
        return coverage >= AgreeCovered
            ? new ClaimRelation(PairRelation.Agree, coverage, null, "the words line up")
            : ClaimRelation.Unrelated with { Score = coverage };
    }
}
