namespace StoryCompare;

/// <summary>The slot in which two claims differ.</summary>
public enum ConflictKind
{
    /// <summary>Different values of one count or measure.</summary>
    Figure,
    /// <summary>Different times of one event.</summary>
    Date,
    /// <summary>Different places of one event.</summary>
    Place,
    /// <summary>Different participants in one role.</summary>
    Actor,
    /// <summary>One statement credited to different sources.</summary>
    Attribution,
    /// <summary>Asserted against unconfirmed, planned or hedged.</summary>
    Certainty,
    /// <summary>Asserted against negated or opposite.</summary>
    Polarity,
    /// <summary>One quotation printed in different words.</summary>
    Quotation,
}
