using StoryCompare.Alignment;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>A slot of a frame as a sentence fills it: who took the town, where the plane came down.</summary>
internal sealed record EventFill
{
    public required SentenceRef At { get; init; }
    /// <summary>Index of the frame; the office's number for an office.</summary>
    public required int Frame { get; init; }
    public required EventSlot Slot { get; init; }
    /// <summary>The words that fill it.</summary>
    public required TextSpan Span { get; init; }
    /// <summary>Story-wide groups of the names that fill it; empty where it is told by common nouns.</summary>
    public IReadOnlySet<int> Names { get; init; } = new HashSet<int>();
    /// <summary>Kinds of party, cause or place that its words tell (<see cref="Lexicon.FillValues"/>).</summary>
    public IReadOnlyList<int> Kinds { get; init; } = [];
    /// <summary>Stems of its content words, the head first.</summary>
    public IReadOnlyList<uint> Stems { get; init; } = [];
    /// <summary>Kind of place by <c>settings.tsv</c>; null where none is told.</summary>
    public string? Setting { get; init; }
    /// <summary>The street; null where none is told.</summary>
    public AddressSlot? Street { get; init; }
    /// <summary>What it was done to: stems of the nouns and groups of the names.</summary>
    public IReadOnlySet<uint> Things { get; init; } = new HashSet<uint>();
    public IReadOnlySet<int> NamedThings { get; init; } = new HashSet<int>();
    /// <summary>Stems of what narrows the thing ("the prize for poetry").</summary>
    public IReadOnlyList<uint> Beside { get; init; } = [];
    /// <summary>Of whom it is told; null where nobody stands there.</summary>
    public PersonMention? Owner { get; init; }
}
