namespace StoryCompare;

/// <summary>A piece of evidence: a span of one article's raw text, and the text it holds.</summary>
/// <param name="Article">Id of the article, as in <see cref="ReportedArticle.Id"/>.</param>
/// <param name="Span">Where it stands in <see cref="StoryCompare.Article.Text"/>.</param>
/// <param name="Text">Exactly the characters of that span.</param>
public sealed record Provenance(string Article, TextSpan Span, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Article}[{Span.Start}..{Span.End}] {Text}";
}
