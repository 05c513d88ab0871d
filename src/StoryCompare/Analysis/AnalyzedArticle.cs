using StoryCompare.Figures;
using StoryCompare.Names;
using StoryCompare.Quotes;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Analysis;

/// <summary>The waist: everything read from one article, made once, immutable, shared by all later stages.</summary>
internal sealed class AnalyzedArticle
{
    /// <summary>The article as given.</summary>
    public required Article Article { get; init; }
    /// <summary>Its id in the report.</summary>
    public required string Id { get; init; }
    /// <summary>The outlet given or found in the text; null when unknown.</summary>
    public string? Outlet { get; init; }
    public required CleanedArticle Cleaned { get; init; }
    public required PublicationDate Published { get; init; }
    public IReadOnlyList<ExtractedFigure> Figures { get; init; } = [];
    public IReadOnlyList<TimeMention> Times { get; init; } = [];
    public ArticleNames Names { get; init; } = ArticleNames.Empty;
    public ArticleQuotes Quotes { get; init; } = ArticleQuotes.Empty;
    public TokenizedText Text => Cleaned.Text;

    /// <summary>A piece of evidence in this article.</summary>
    public Provenance Cite(TextSpan span) => new(Id, span, Text.String(span));
}
