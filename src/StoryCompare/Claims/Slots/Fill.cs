using StoryCompare.Alignment;
using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>A slot filled by a sentence: "shot in the left leg" fills the place of the wound with leg, left.</summary>
/// <param name="At">The sentence.</param>
/// <param name="Slot">Index of the slot.</param>
/// <param name="Value">Index of the value.</param>
/// <param name="Side">What narrows it further: a side of the body, a colour; -1 where nothing does.</param>
/// <param name="Of">Stem of what the value is of ("murder" of its degree); 0 where the slot is of the person.</param>
/// <param name="Who">Whose slot it is; null where nobody is told or the slot is the event's.</param>
/// <param name="Span">The words that fill it.</param>
/// <param name="Lead">Stem of the word that leads to it ("broke"); that of the value where none does.</param>
/// <param name="First">First token of the value, counted in the sentence.</param>
internal sealed record Fill(SentenceRef At, int Slot, int Value, int Side, uint Of, PersonMention? Who, TextSpan Span, int First, uint Lead);
