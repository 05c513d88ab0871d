namespace StoryCompare.Claims.Slots;

/// <summary>How sure a text is of what it says; a higher value is further from a plain assertion.</summary>
internal enum Certainty : byte
{
    /// <summary>Plainly stated.</summary>
    Asserted,
    /// <summary>"may", "apparently".</summary>
    Hedged,
    /// <summary>It has not happened yet.</summary>
    Planned,
    /// <summary>It is said not to be known or confirmed.</summary>
    Unconfirmed,
    /// <summary>It is said not to be so.</summary>
    Denied,
}
