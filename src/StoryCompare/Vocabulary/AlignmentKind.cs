namespace StoryCompare;

/// <summary>Why aligned sentences are held to say the same.</summary>
public enum AlignmentKind
{
    /// <summary>The same words.</summary>
    Identical,
    /// <summary>Small edits of one text.</summary>
    NearCopy,
    /// <summary>One statement in other words.</summary>
    Paraphrase,
    /// <summary>One tells a part of what the other tells.</summary>
    Partial,
    /// <summary>They carry one quotation.</summary>
    Quotation,
}
