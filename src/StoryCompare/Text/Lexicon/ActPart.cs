namespace StoryCompare.Text.Lexicon;

/// <summary>Parts of speech under which a word stands in a class of the lexicon.</summary>
[Flags]
internal enum ActPart : byte
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Verb ("captured").</summary>
    Verb = 1,
    /// <summary>Noun ("the capture").</summary>
    Noun = 2,
    /// <summary>Adjective ("dead").</summary>
    Adjective = 4,
}
