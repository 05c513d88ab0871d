using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Syndication;

namespace StoryCompare.Claims;

/// <summary>What the Claims stage reads: one story, analysed and aligned.</summary>
/// <param name="Id">The story's id, prefix of all finding ids.</param>
/// <param name="Articles">Ordered by id.</param>
/// <param name="NameGroups">From name folding: group number by article and entity.</param>
/// <param name="Dependence">Who depends on whom.</param>
/// <param name="Alignments">Sentences that say the same.</param>
/// <param name="Options">Options.</param>
internal sealed record StoryInput(
    string Id,
    IReadOnlyList<AnalyzedArticle> Articles,
    int[][] NameGroups,
    Dependence Dependence,
    IReadOnlyList<AlignmentGroup> Alignments,
    StoryCompareOptions Options);
