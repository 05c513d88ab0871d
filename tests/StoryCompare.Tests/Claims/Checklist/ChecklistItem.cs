namespace StoryCompare.Tests.Claims.Checklist;

/// <summary>One item of a checklist: two leads, and wordings of what the two articles tell.</summary>
internal sealed record ChecklistItem(string Name, string LeadA, string LeadB, string[] A, string[] B)
{
    /// <summary>Whether each pair is a conflict that must be found; else none may be.</summary>
    public bool IsConflict => Name.StartsWith("conflict", StringComparison.Ordinal);

    /// <summary>Whether it was written before the rules, and its misses never read.</summary>
    public bool IsHeldOut => Name.EndsWith("(held)", StringComparison.Ordinal);
}
