namespace StoryCompare.Tests.Claims.Checklist;

/// <summary>What was found of one pair of wordings, and elsewhere in its story.</summary>
internal sealed record ChecklistAnswer(string A, string B, IReadOnlyList<Conflict> OfPair, IReadOnlyList<Conflict> Elsewhere);
