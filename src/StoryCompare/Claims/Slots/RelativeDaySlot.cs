using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>A day told from what was told before: "the next day", "later that day".</summary>
/// <param name="Offset">Days after it; 0 for the same day, below 0 for days before.</param>
/// <param name="Phrase">The words.</param>
/// <param name="Acts">First token, length and class of the verbs that it dates; tokens count from the sentence's first.</param>
internal sealed record RelativeDaySlot(int Offset, TextSpan Phrase, IReadOnlyList<(int First, int Count, int Class)> Acts);
