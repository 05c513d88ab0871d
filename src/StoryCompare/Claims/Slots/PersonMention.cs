using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>Somebody a sentence speaks of: a name, a common noun for one person, or "he" and "she" once it is known who is meant.</summary>
internal sealed record PersonMention
{
    /// <summary>First token, counted in the sentence.</summary>
    public required int First { get; init; }
    /// <summary>Token behind the last one.</summary>
    public required int End { get; init; }
    /// <summary>Story-wide group of the name; -1 where only a noun tells.</summary>
    public int Group { get; init; } = -1;
    /// <summary>Age told beside it; -1 where none is.</summary>
    public int Age { get; init; } = -1;
    /// <summary>The role, one stem for all words of a role; 0 where the noun tells none ("man", "victim").</summary>
    public uint Role { get; init; }
    /// <summary>'m', 'f', or 0 where it is not known.</summary>
    public char Sex { get; init; }
    /// <summary>Whether it is several, or a further one of several: nothing told of it is held against another.</summary>
    public bool IsSeveral { get; init; }
    /// <summary>Whether it is a pronoun.</summary>
    public bool IsPronoun { get; init; }
    /// <summary>Whether it only speaks there, or is the owner of what follows ("Velm's car").</summary>
    public bool IsAside { get; init; }
    /// <summary>The words.</summary>
    public TextSpan Span { get; init; }
}
