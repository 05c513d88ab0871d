namespace StoryCompare;

/// <summary>Why two articles are in one story, or, for a near miss, why they are not.</summary>
/// <param name="A">Id of the first article (ordinal order).</param>
/// <param name="B">Id of the second.</param>
/// <param name="Joined">Whether the pair joins the story or was kept out.</param>
/// <param name="Score">Probability that both tell of one event, in [0, 1].</param>
/// <param name="Parts">Similarity by part, each in [0, 1] (<c>title lead body names time act</c>, in that order), or null where a side lacks the part.</param>
/// <param name="Why">What decided, in a few words.</param>
public sealed record PairReason(string A, string B, bool Joined, double Score, IReadOnlyList<KeyValuePair<string, double?>> Parts, string Why);
