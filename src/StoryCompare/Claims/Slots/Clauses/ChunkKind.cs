namespace StoryCompare.Claims.Slots;

/// <summary>What a run of tokens is.</summary>
internal enum ChunkKind : byte
{
    /// <summary>A noun phrase.</summary>
    Phrase,
    /// <summary>A verb with its auxiliaries.</summary>
    Verb,
    /// <summary>A preposition.</summary>
    Preposition,
    /// <summary>A comma, bracket or dash.</summary>
    Comma,
    /// <summary>"And", "or", "but".</summary>
    Joiner,
    /// <summary>"Because", "while".</summary>
    Subordinator,
    /// <summary>"Who", "which".</summary>
    Relative,
    /// <summary>"That".</summary>
    That,
    /// <summary>A semicolon or colon.</summary>
    Bound,
}
