using StoryCompare.Analysis;

namespace StoryCompare.Claims.Findings;

/// <summary>Writes quotation groups as findings.</summary>
internal static class QuotationFindings
{
    /// <summary>Every quotation of the story; those that several articles print first.</summary>
    public static IReadOnlyList<Quotation> Write(StoryContext story, IReadOnlyList<List<StoryQuote>> groups)
    {
        List<Quotation> found = [];
        foreach (List<StoryQuote> g in groups.Select(static (g, i) => (g, i)).OrderByDescending(static x => x.g.Count > 1).ThenBy(static x => x.i).Select(static x => x.g))
        {
            QuotationVersion[] versions = [.. g.OrderBy(static q => q.Article).ThenBy(static q => q.Mention.Span.Start).Select(q => Version(story.Analyzed(q.Article), q))];
            string? speaker = versions.Select(static v => v.Speaker).Where(static s => s is not null).OrderByDescending(static s => s!.Length).ThenBy(static s => s, StringComparer.Ordinal).FirstOrDefault();
            found.Add(new Quotation(story.IdOf('q', found.Count), speaker, versions));
        }

        return found;
    }

    private static QuotationVersion Version(AnalyzedArticle article, StoryQuote quote) => new(
        article.Cite(quote.Mention.Span),
        quote.Mention.Kind,
        quote.Mention.SpeakerName,
        quote.Mention.Cue is { } cue ? article.Text.String(cue) : null,
        quote.Mention.Channel is { } channel ? article.Text.String(channel) : null);
}
