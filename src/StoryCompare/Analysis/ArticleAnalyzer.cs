using StoryCompare.Figures;
using StoryCompare.Names;
using StoryCompare.Quotes;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Analysis;

/// <summary>Runs Text, Figures, Times, Names and Quotes once over an article.</summary>
/// <remarks>
/// One object reads one article after the other: what the stages need while they read is made once, for all articles of a thread, so that an article leaves little but its results behind.
/// Not for two threads at once.
/// </remarks>
internal sealed class ArticleAnalyzer : IDisposable
{
    private readonly TextAnalyzer _text = new();
    private readonly NameExtractor _names = new();
    private readonly QuoteExtractor _quotes = new();
    private readonly List<TimeMention> _times = [];
    private readonly List<ExtractedFigure> _figures = [];

    /// <summary>Everything the later stages read, of one article.</summary>
    public static AnalyzedArticle Analyze(Article article, string id)
    {
        using ArticleAnalyzer analyzer = new();
        return analyzer.Read(article, id);
    }

    /// <summary>Only what clustering reads, of one article.</summary>
    public static AnalyzedArticle AnalyzeForClustering(Article article, string id)
    {
        using ArticleAnalyzer analyzer = new();
        return analyzer.ReadForClustering(article, id);
    }

    /// <summary>Everything the later stages read.</summary>
    public AnalyzedArticle Read(Article article, string id)
    {
        CleanedArticle cleaned = _text.Read(article);
        _times.Clear();
        PublicationDate published = ArticleDater.Date(article, cleaned, _times);
        if (published.Basis != DateBasis.Unknown)
        {
            TimeExtractor.Extract(cleaned.Text, published, _times, cleaned.Language);
        }

        _figures.Clear();
        FigureExtractor.Extract(cleaned.Text, _figures);
        return new AnalyzedArticle
        {
            Article = article,
            Id = id,
            Outlet = article.Outlet ?? cleaned.OutletInText,
            Cleaned = cleaned,
            Published = published,
            Figures = _figures.ToArray(),
            Times = _times.ToArray(),
            Names = _names.Read(cleaned),
            Quotes = _quotes.Read(cleaned.Text),
        };
    }

    /// <summary>Only what clustering reads: text, date and names. For corpora of many thousand articles.</summary>
    public AnalyzedArticle ReadForClustering(Article article, string id)
    {
        CleanedArticle cleaned = _text.Read(article);
        return new AnalyzedArticle
        {
            Article = article,
            Id = id,
            Outlet = article.Outlet ?? cleaned.OutletInText,
            Cleaned = cleaned,
            Published = ArticleDater.Date(article, cleaned),
            Names = _names.Read(cleaned),
        };
    }

    public void Dispose()
    {
        _text.Dispose();
        _names.Dispose();
    }
}
