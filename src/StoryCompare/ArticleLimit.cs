using System.Globalization;

namespace StoryCompare;

/// <summary>Cuts what is longer than <see cref="StoryCompareOptions.MaxArticleLength"/>.</summary>
internal static class ArticleLimit
{
    private const string Kind = "too-long";
    private const string Rule = "longest-article";

    /// <summary>The article as it is analysed: the same one, or one with the head of its text and title. Offsets stay those of the whole text.</summary>
    public static Article Apply(Article article, int most)
    {
        if (article.Text.Length <= most && (article.Title?.Length ?? 0) <= most)
        {
            return article;
        }

        return new Article(Head(article.Text, most))
        {
            Id = article.Id,
            Outlet = article.Outlet,
            Title = article.Title is null ? null : Head(article.Title, most),
            Published = article.Published,
            Url = article.Url,
        };
    }

    /// <summary>What was left out of the text, or null.</summary>
    public static DroppedText? Dropped(Article whole, Article analyzed) =>
        whole.Text.Length == analyzed.Text.Length ? null : new DroppedText(new TextSpan(analyzed.Text.Length, whole.Text.Length), Kind, Rule);

    /// <summary>Says what was left out, or null.</summary>
    public static Diagnostic? Diagnose(string id, Article whole, Article analyzed)
    {
        if (Dropped(whole, analyzed) is { } rest)
        {
            return new Diagnostic("article-too-long", DiagnosticSeverity.Warning, id, string.Create(CultureInfo.InvariantCulture, $"The text has {whole.Text.Length} characters; the last {rest.Span.Length} were left out."), rest.Span);
        }

        return whole.Title?.Length == analyzed.Title?.Length ? null : new Diagnostic("title-too-long", DiagnosticSeverity.Warning, id, string.Create(CultureInfo.InvariantCulture, $"The title has {whole.Title!.Length} characters; only the first {analyzed.Title!.Length} were read."));
    }

    // Never inside a surrogate pair.
    private static string Head(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
