namespace StoryCompare;

/// <summary>What a caller's pair classifier says of two statements.</summary>
public enum PairRelation
{
    /// <summary>It cannot tell, or they speak of different things.</summary>
    Unrelated,
    /// <summary>They say the same.</summary>
    Agree,
    /// <summary>They cannot both hold.</summary>
    Conflict,
}
