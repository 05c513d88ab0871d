namespace StoryCompare.Alignment;

/// <summary>Tells how two aligned sentences are related.</summary>
internal static class PairKind
{
    // Word bigrams in common: a text with one word in twelve changed keeps about .8 of them.
    private const float NearCopyBigrams = 0.7f;
    private const float NearCopyOrder = 0.85f;
    private const float SharedQuote = 0.6f;

    // One sentence told nearly whole by the other, which is half as heavy again or more.
    private const float PartialContainment = 0.5f;
    private const float PartialMass = 0.67f;

    /// <summary>The relation, from the measured features.</summary>
    public static AlignmentKind Of(SentenceProfile a, SentenceProfile b, ReadOnlySpan<float> features)
    {
        if (a.Wording == b.Wording)
        {
            return AlignmentKind.Identical;
        }

        if (features[(int)PairFeature.BigramDice] >= NearCopyBigrams && features[(int)PairFeature.Order] >= NearCopyOrder)
        {
            return AlignmentKind.NearCopy;
        }

        if (features[(int)PairFeature.Quoted] >= SharedQuote)
        {
            return AlignmentKind.Quotation;
        }

        bool lopsided = Math.Min(a.Mass, b.Mass) < PartialMass * Math.Max(a.Mass, b.Mass);
        return lopsided && features[(int)PairFeature.RelaxedContainmentMax] >= PartialContainment && features[(int)PairFeature.RelaxedContainmentMin] < PartialContainment
            ? AlignmentKind.Partial
            : AlignmentKind.Paraphrase;
    }
}
