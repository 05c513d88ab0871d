using StoryCompare.Alignment;

namespace StoryCompare.Claims.Conflicts;

/// <summary>A matter that a sentence leaves open.</summary>
/// <param name="At">The sentence.</param>
/// <param name="Matter">The matter.</param>
/// <param name="Span">The words that leave it open, with the matter.</param>
/// <param name="Of">Stems of what or whom it is asked of: "the driver of the bus".</param>
internal sealed record LeftOpen(SentenceRef At, OpenMatter Matter, TextSpan Span, uint[] Of);
