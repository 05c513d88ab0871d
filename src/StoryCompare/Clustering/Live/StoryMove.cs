namespace StoryCompare.Clustering.Live;

/// <summary>Texts that went from one story into another because of an arrival.</summary>
/// <param name="Kind">Whether a story ended in another, a part of a story began one, or texts changed between stories that both go on.</param>
/// <param name="Into">Where they are now.</param>
/// <param name="From">Where they were.</param>
/// <param name="Texts">By number.</param>
internal sealed record StoryMove(StoryUpdateKind Kind, HeldStory Into, HeldStory From, IReadOnlyList<HeldText> Texts);
