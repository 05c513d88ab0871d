namespace StoryCompare;

/// <summary>Different words of the outlets for one act or referent. No judgement of which is right.</summary>
/// <param name="Id">Stable for the same input.</param>
/// <param name="About">What the words stand for.</param>
/// <param name="Forms">Two or more forms.</param>
public sealed record WordingDifference(string Id, string About, IReadOnlyList<Statement> Forms);
