namespace StoryCompare;

/// <summary>A person, place or organisation and the forms it goes by in a story.</summary>
/// <param name="Id">Stable for the same input.</param>
/// <param name="Name">The preferred form.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Forms">All forms, ordinal order.</param>
/// <param name="Mentions">By article id, then position.</param>
public sealed record NamedEntity(string Id, string Name, NameKind Kind, IReadOnlyList<string> Forms, IReadOnlyList<Provenance> Mentions);
