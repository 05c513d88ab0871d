namespace StoryCompare.Claims.Slots;

/// <summary>A noun phrase of a sentence, tokens counted in the sentence.</summary>
/// <param name="First">First token: article or first attribute.</param>
/// <param name="End">Token behind the last one.</param>
/// <param name="Head">The last noun, or the pronoun.</param>
/// <param name="Preposition">Token of the preposition before it; -1 where none is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsJoined">Whether another is joined to it by "and" or "or".</param>
internal readonly record struct Phrase(int First, int End, int Head, int Preposition, PhraseKind Kind, bool IsJoined)
{
    /// <summary>No phrase.</summary>
    public static Phrase None { get; } = new(-1, -1, -1, -1, PhraseKind.None, false);

    public bool Exists => Kind != PhraseKind.None;
}
