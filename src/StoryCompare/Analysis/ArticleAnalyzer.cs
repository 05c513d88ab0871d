using StoryCompare.Figures;
using StoryCompare.Names;
using StoryCompare.Quotes;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Analysis;

/// <summary>Runs Text, Figures, Times, Names and Quotes once over an article.</summary>
internal static class ArticleAnalyzer
{
    // Room for the figures of most articles, without growing and without much to spare.
    private const int TokensPerFigure = 40;

    /// <summary>Everything the later stages read.</summary>
    public static AnalyzedArticle Analyze(Article article, string id)
    {
        CleanedArticle cleaned = TextAnalyzer.Analyze(article);
        List<TimeMention> times = [];
        PublicationDate published = ArticleDater.Date(article, cleaned, times);
        if (published.Basis != DateBasis.Unknown)
        {
            TimeExtractor.Extract(cleaned.Text, published, times, cleaned.Language);
        }

        List<ExtractedFigure> figures = new(cleaned.Text.Tokens.Length / TokensPerFigure);
        FigureExtractor.Extract(cleaned.Text, figures);
        return new AnalyzedArticle
        {
            Article = article,
            Id = id,
            Outlet = article.Outlet ?? cleaned.OutletInText,
            Cleaned = cleaned,
            Published = published,
            Figures = figures,
            Times = times,
            Names = NameExtractor.Extract(cleaned),
            Quotes = QuoteExtractor.Extract(cleaned.Text),
        };
    }

    /// <summary>Only what clustering reads: text, date and names. For corpora of many thousand articles.</summary>
    public static AnalyzedArticle AnalyzeForClustering(Article article, string id)
    {
        CleanedArticle cleaned = TextAnalyzer.Analyze(article);
        return new AnalyzedArticle
        {
            Article = article,
            Id = id,
            Outlet = article.Outlet ?? cleaned.OutletInText,
            Cleaned = cleaned,
            Published = ArticleDater.Date(article, cleaned),
            Names = NameExtractor.Extract(cleaned),
        };
    }
}
