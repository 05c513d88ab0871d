using StoryCompare.Alignment;

namespace StoryCompare.Claims.Conflicts;

/// <summary>A sentence that tells a matter.</summary>
/// <param name="At">The sentence.</param>
/// <param name="Matter">The matter.</param>
/// <param name="Span">The words that tell it.</param>
/// <param name="Of">Stems of what or whom it is told of.</param>
/// <param name="Name">Story-wide group of the name it is told of, or which is told; -1 for none.</param>
internal sealed record ToldMatter(SentenceRef At, OpenMatter Matter, TextSpan Span, uint[] Of, int Name);
