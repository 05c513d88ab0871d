using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;
using StoryCompare.Text;

namespace StoryCompare.Claims.Conflicts;

/// <summary>An act with those to whom it happens, as far as word order tells.</summary>
/// <param name="At">Its sentence.</param>
/// <param name="Class">The class of the act.</param>
/// <param name="Verb">The words that tell it.</param>
/// <param name="Persons">Story-wide groups of those to whom it happens by name; also of who does it where nothing else stands there.</param>
/// <param name="Humans">Common nouns for them.</param>
internal sealed record Deed(SentenceRef At, int Class, TextSpan Verb, IReadOnlySet<int> Persons, SlotWord[] Humans);
