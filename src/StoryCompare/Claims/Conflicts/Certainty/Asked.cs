namespace StoryCompare.Claims.Conflicts;

/// <summary>What an open question asks for.</summary>
internal enum Asked : byte
{
    /// <summary>"How many shots were fired".</summary>
    Amount,
    /// <summary>"How long he had worked there".</summary>
    Duration,
    /// <summary>"Where she is treated".</summary>
    Place,
    /// <summary>"When it will reopen".</summary>
    Time,
    /// <summary>"Who fired first".</summary>
    Actor,
    /// <summary>"Why he was dismissed", "what led to the crash".</summary>
    Cause,
    /// <summary>"How she died".</summary>
    Manner,
    /// <summary>"What she is treated for", "to which country they go".</summary>
    Object,
    /// <summary>"Whether he had a licence".</summary>
    Truth,
    /// <summary>"The condition of the wounded".</summary>
    Condition,
    /// <summary>"The price", "the terms of the deal".</summary>
    Money,
}
