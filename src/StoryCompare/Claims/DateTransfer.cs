using StoryCompare.Analysis;
using StoryCompare.Times;

namespace StoryCompare.Claims;

/// <summary>Passes dates on from the dated articles of a story to the undated ones, and reads the latter's time expressions again.</summary>
internal static class DateTransfer
{
    /// <summary>The articles, each with its date or that of its mates.</summary>
    public static IReadOnlyList<AnalyzedArticle> Apply(IReadOnlyList<AnalyzedArticle> articles)
    {
        (string, PublicationDate)[] mates = [.. articles.Select(static a => (a.Id, a.Published))];
        AnalyzedArticle[] dated = new AnalyzedArticle[articles.Count];
        bool any = false;
        for (int i = 0; i < dated.Length; i++)
        {
            AnalyzedArticle own = dated[i] = articles[i];
            if (own.Published.Basis != DateBasis.Unknown || mates.Length == 1)
            {
                continue;
            }

            PublicationDate transferred = ArticleDater.Transfer(own.Published, own.Times, [.. mates.Where(m => m.Item1 != own.Id)]);
            if (transferred.Basis == DateBasis.Transferred)
            {
                any = true;
                dated[i] = new AnalyzedArticle
                {
                    Article = own.Article,
                    Id = own.Id,
                    Outlet = own.Outlet,
                    Cleaned = own.Cleaned,
                    Published = transferred,
                    Figures = own.Figures,
                    Times = TimeResolver.Resolve(own.Cleaned, transferred),
                    Names = own.Names,
                    Quotes = own.Quotes,
                };
            }
        }

        return any ? dated : articles;
    }
}
