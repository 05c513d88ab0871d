using StoryCompare.Alignment;

namespace StoryCompare.Claims.Slots;

/// <summary>One part of an act filled: who found the body.</summary>
internal sealed record RoleFill
{
    /// <summary>Where.</summary>
    public required SentenceRef At { get; init; }
    /// <summary>The act.</summary>
    public required RoleAct Act { get; init; }
    /// <summary>The part.</summary>
    public required RolePart Part { get; init; }
    /// <summary>Who or what fills it.</summary>
    public required Referent Filler { get; init; }
    /// <summary>Who does it; null where nobody is told.</summary>
    public Referent? Who { get; init; }
    /// <summary>To whom or what it is done; null where nothing is told.</summary>
    public Referent? Whom { get; init; }
    /// <summary>Stems of words that say which one it was: "the medal for music".</summary>
    public required uint[] Beside { get; init; }
    /// <summary>Stems of the office that it is about: "as chief conductor".</summary>
    public required uint[] Office { get; init; }
}
