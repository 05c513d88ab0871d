using System.Globalization;

namespace StoryCompare;

/// <summary>An article, the id it has in the report, and its place in the input, from 0.</summary>
internal readonly record struct IdentifiedArticle(string Id, Article Article, int Position);

/// <summary>Gives every article an id of its own, and the report its order.</summary>
internal static class ArticleIds
{
    /// <summary>Articles with distinct ids, in ordinal order of id. An article without an id takes its position, from 1; a second one with an id in use becomes <c>id~2</c>.</summary>
    /// <remarks>
    /// Which of two articles with one id comes first is decided by their content, not by input order, so that order shows only where ids are missing.
    /// </remarks>
    public static IReadOnlyList<IdentifiedArticle> Assign(IEnumerable<Article> articles, List<Diagnostic> diagnostics)
    {
        List<IdentifiedArticle> all = [];
        int position = 0;
        foreach (Article? article in articles)
        {
            position++;
            if (article is null)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Article number {position} is null."), nameof(articles));
            }

            string id = string.IsNullOrWhiteSpace(article.Id) ? position.ToString(CultureInfo.InvariantCulture) : article.Id;
            all.Add(new IdentifiedArticle(id, article, position - 1));
        }

        all.Sort(static (x, y) => Compare(x, y));
        HashSet<string> used = [.. all.Select(a => a.Id)];
        List<IdentifiedArticle> result = [];
        string? previous = null;
        foreach ((string id, Article article, int place) in all)
        {
            string unique = id;
            if (string.Equals(id, previous, StringComparison.Ordinal))
            {
                for (int n = 2; !used.Add(unique = string.Create(CultureInfo.InvariantCulture, $"{id}~{n}")); n++)
                {
                }

                diagnostics.Add(new Diagnostic("duplicate-id", DiagnosticSeverity.Warning, unique, $"The id '{id}' is used by more than one article; this one became '{unique}'."));
            }

            previous = id;
            result.Add(new IdentifiedArticle(unique, article, place));
        }

        result.Sort(static (x, y) => string.CompareOrdinal(x.Id, y.Id));
        diagnostics.Sort(static (x, y) => string.CompareOrdinal(x.Article, y.Article));
        return result;
    }

    private static int Compare(IdentifiedArticle x, IdentifiedArticle y)
    {
        int c = string.CompareOrdinal(x.Id, y.Id);
        c = c != 0 ? c : string.CompareOrdinal(x.Article.Text, y.Article.Text);
        c = c != 0 ? c : string.CompareOrdinal(x.Article.Title, y.Article.Title);
        c = c != 0 ? c : string.CompareOrdinal(x.Article.Outlet, y.Article.Outlet);
        c = c != 0 ? c : Nullable.Compare(x.Article.Published, y.Article.Published);
        return c != 0 ? c : string.CompareOrdinal(x.Article.Url, y.Article.Url);
    }
}
