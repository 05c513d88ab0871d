using StoryCompare.Text;

namespace StoryCompare.Claims.Slots;

/// <summary>A place told by a common noun and the acts that happen there: "died at the hospital", "shot outside the court".</summary>
/// <param name="Kind">The kind of place ("hospital"), as <c>settings.tsv</c> names it.</param>
/// <param name="Noun">Stem of the noun that names it.</param>
/// <param name="IsInside">Whether it is said to be in the place.</param>
/// <param name="IsOutside">Whether it is said to be outside or beside it.</param>
/// <param name="Phrase">The words that tell the place.</param>
/// <param name="Acts">First token, length and class of the verbs that happen there; tokens count from the sentence's first.</param>
internal sealed record SettingSlot(string Kind, uint Noun, bool IsInside, bool IsOutside, TextSpan Phrase, IReadOnlyList<(int First, int Count, int Class)> Acts);
