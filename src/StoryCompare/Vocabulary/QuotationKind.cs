namespace StoryCompare;

/// <summary>Shape of a quotation.</summary>
public enum QuotationKind
{
    /// <summary>A full clause or more.</summary>
    Direct,
    /// <summary>A few words inside the outlet's own sentence.</summary>
    Partial,
    /// <summary>Carries on an earlier quotation without a cue of its own.</summary>
    Continued,
}
