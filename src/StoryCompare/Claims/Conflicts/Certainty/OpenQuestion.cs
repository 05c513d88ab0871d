using StoryCompare.Alignment;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Claims.Conflicts;

/// <summary>A question that a sentence leaves open.</summary>
/// <param name="At">The sentence.</param>
/// <param name="Asked">What is asked for.</param>
/// <param name="Span">The words that leave it open, with the question.</param>
/// <param name="Body">The content words of the question, in text order, with what each weighs: modifiers of the subject half.</param>
/// <param name="Core">Index in the body of what the question tells first of all ("received" in "whether the church had received threats" gives way to "threats"); -1 where word order does not tell.</param>
/// <param name="Noun">What is counted ("how many shots": shots), lower case; empty for other questions.</param>
/// <param name="Tie">The preposition that ties the answer ("treated for"), or the stem of the verb of "who owns the gun"; 0 where none does.</param>
/// <param name="IsUntold">Whether somebody does not say it, rather than does not know it.</param>
internal sealed record OpenQuestion(SentenceRef At, Asked Asked, TextSpan Span, (SlotWord Word, float Weight)[] Body, int Core, string Noun, uint Tie, bool IsUntold)
{
    /// <summary>Whether it asks for anybody ("if anyone else was inside"): "nobody" answers.</summary>
    public bool IsOfAnyone { get; init; }
}
