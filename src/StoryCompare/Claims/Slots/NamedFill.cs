using StoryCompare.Alignment;

namespace StoryCompare.Claims.Slots;

/// <summary>A slot that a name fills: the hospital somebody is in, the town he lives in.</summary>
/// <param name="At">The sentence.</param>
/// <param name="Slot">Index of the slot.</param>
/// <param name="Words">The words of the name that tell something, lower case.</param>
/// <param name="Span">The name.</param>
/// <param name="Who">Whose slot it is; null where the slot is the event's.</param>
/// <param name="IsRegion">Whether it is a county, state or part of a town: a town may lie in it.</param>
internal sealed record NamedFill(SentenceRef At, int Slot, string[] Words, TextSpan Span, PersonMention? Who, bool IsRegion);
