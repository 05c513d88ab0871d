using StoryCompare.Analysis;
using StoryCompare.Figures;
using StoryCompare.Names;
using StoryCompare.Quotes;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Evaluation.Claims;

/// <summary>Analyses a row of an evaluation set as an article without furniture.</summary>
internal static class ClaimRow
{
    /// <summary>All that the claims stage reads, of a few sentences of plain prose.</summary>
    public static AnalyzedArticle Analyze(string text)
    {
        CleanedArticle cleaned = new() { Text = TextAnalyzer.Prose(text) };
        List<ExtractedFigure> figures = [];
        FigureExtractor.Extract(cleaned.Text, figures);
        List<TimeMention> times = [];
        TimeExtractor.Extract(cleaned.Text, PublicationDate.Unknown, times);
        return new AnalyzedArticle
        {
            Article = new Article(text),
            Id = "row",
            Cleaned = cleaned,
            Published = PublicationDate.Unknown,
            Figures = figures,
            Times = times,
            Names = NameExtractor.Extract(cleaned),
            Quotes = QuoteExtractor.Extract(cleaned.Text),
        };
    }
}
