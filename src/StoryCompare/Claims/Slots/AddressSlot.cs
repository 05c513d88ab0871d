using StoryCompare.Alignment;

namespace StoryCompare.Claims.Slots;

/// <summary>A street as a text tells it, with its block where it tells one: "the 400 block of North Elm Street".</summary>
/// <param name="At">The sentence.</param>
/// <param name="Block">The number of the block; -1 where none is told.</param>
/// <param name="Name">The words of its name, lower case, without type and point of the compass.</param>
/// <param name="Type">The word for its type, written out; empty where none is told.</param>
/// <param name="Point">The point of the compass before or behind the name; empty where none is told.</param>
/// <param name="Span">The words that tell it.</param>
internal sealed record AddressSlot(SentenceRef At, int Block, string Name, string Type, string Point, TextSpan Span);
