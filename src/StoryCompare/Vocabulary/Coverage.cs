namespace StoryCompare;

/// <summary>Which articles of the story carry a finding and which leave it out.</summary>
/// <param name="Finding">Id of a fact, figure or quotation.</param>
/// <param name="Has">Ids, ordinal order.</param>
/// <param name="Missing">Ids, ordinal order.</param>
public sealed record Coverage(string Finding, IReadOnlyList<string> Has, IReadOnlyList<string> Missing);
