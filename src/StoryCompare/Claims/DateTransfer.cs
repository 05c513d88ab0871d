using StoryCompare.Analysis;
using StoryCompare.Times;

namespace StoryCompare.Claims;

/// <summary>Passes dates on from the dated articles of a story to the undated ones, and reads the latter's time expressions again.</summary>
internal static class DateTransfer
{
    /// <summary>The date of each article. <paramref name="input"/> is replaced by one whose articles carry these dates.</summary>
    public static IReadOnlyList<PublicationDate> Apply(ref StoryInput input)
    {
        IReadOnlyList<AnalyzedArticle> articles = input.Articles;
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

        input = any ? input with { Articles = dated } : input;
        return [.. dated.Select(static a => a.Published)];
    }
}
