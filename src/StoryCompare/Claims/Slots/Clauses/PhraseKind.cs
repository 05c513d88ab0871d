namespace StoryCompare.Claims.Slots;

/// <summary>What a phrase is.</summary>
internal enum PhraseKind : byte
{
    /// <summary>Nothing was found.</summary>
    None,
    /// <summary>A noun or name.</summary>
    Noun,
    /// <summary>A pronoun.</summary>
    Pronoun,
    /// <summary>A day or other time: it takes no part.</summary>
    Time,
}
