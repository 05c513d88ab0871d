using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>The slots of one sentence that need no more than its words: content words by clause, negation, certainty.</summary>
internal sealed class SentenceSlots
{
    // One byte, so that several threads may set it.
    private sbyte _leavesOpen;

    public required TokenizedText Text { get; init; }
    public required Sentence Sentence { get; init; }
    /// <summary>Content words in text order, at most <see cref="SlotReader.MaxWords"/>.</summary>
    public required SlotWord[] Words { get; init; }
    /// <summary>Function words that have an opposite ("in", "out", "up"): looked at only where all else is equal.</summary>
    public required SlotWord[] Particles { get; init; }
    /// <summary>How sure the sentence is of its main statement.</summary>
    public required Certainty Certainty { get; init; }
    /// <summary>The words that show it, or null.</summary>
    public TextSpan? CertaintyCue { get; init; }
    /// <summary>Number of the clause the certainty cue bears on; -1 for the whole sentence.</summary>
    public bool HasNegation { get; init; }

    /// <summary>Whether it leaves a question open, once that was read: finders hold many sentences against this one.</summary>
    public bool? LeavesOpen
    {
        get => _leavesOpen == 0 ? null : _leavesOpen > 0;
        set => _leavesOpen = value is { } leaves ? (sbyte)(leaves ? 1 : -1) : (sbyte)0;
    }

    /// <summary>Total weight of the content words.</summary>
    public float Weight
    {
        get
        {
            float sum = 0;
            foreach (SlotWord w in Words)
            {
                sum += w.Weight;
            }

            return sum;
        }
    }

    /// <summary>The word as written.</summary>
    public string WordText(in SlotWord word) => Text.String(Text.Tokens[word.Token].Span);
}
