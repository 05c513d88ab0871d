using StoryCompare.Internals;

namespace StoryCompare.Quotes;

/// <summary>A quotation of an article.</summary>
internal sealed record QuoteMention
{
    /// <summary>The quotation with its marks.</summary>
    public required TextSpan Span { get; init; }
    public required int FirstSentence { get; init; }
    public required int LastSentence { get; init; }
    public required QuotationKind Kind { get; init; }
    /// <summary>The speaker's words in the text, or null; resolved from "he", "the general" where that is certain.</summary>
    public TextSpan? Speaker { get; init; }
    /// <summary>The speaker's name or description, or null.</summary>
    public string? SpeakerName { get; init; }
    public TextSpan? Cue { get; init; }
    public TextSpan? Channel { get; init; }
}

/// <summary>Reported speech: who is said to assert what, quoted or not. "X, citing Y, reported that P" gives Y as source and X as channel.</summary>
internal sealed record Attribution
{
    public required int Sentence { get; init; }
    /// <summary>The source's words ("the Centre for Marine Research").</summary>
    public required TextSpan Source { get; init; }
    /// <summary>The source's name or description, resolved from "he", "the general" where that is certain; empty for a hedge that names nobody.</summary>
    public required string SourceName { get; init; }
    /// <summary>The cue ("said", "according to", "shows").</summary>
    public required TextSpan Cue { get; init; }
    /// <summary>What is attributed.</summary>
    public required TextSpan Content { get; init; }
    /// <summary>The medium it came through, or null.</summary>
    public TextSpan? Channel { get; init; }
    /// <summary>What the cue does. With <see cref="CueKind.Hedged"/> nobody is named: <see cref="SourceName"/> is empty and <see cref="Source"/> is the cue.</summary>
    public CueKind Kind { get; init; }
}

/// <summary>The quotations and attributions of one article, each in text order. No quotation overlaps another, so one is found by halving.</summary>
internal sealed record ArticleQuotes(IReadOnlyList<QuoteMention> Quotes, IReadOnlyList<Attribution> Attributions)
{
    public static ArticleQuotes Empty { get; } = new([], []);

    /// <summary>The quotation that holds the whole span, or null.</summary>
    public QuoteMention? Around(TextSpan span)
    {
        int i = Halving.FirstFrom(Quotes, 0, Quotes.Count, span.End, static (q, k) => q[k].Span.End);
        return i < Quotes.Count && Quotes[i].Span.Contains(span) ? Quotes[i] : null;
    }

    /// <summary>The quotations that overlap the span, in order.</summary>
    public IEnumerable<QuoteMention> Touching(TextSpan span)
    {
        for (int i = Halving.FirstFrom(Quotes, 0, Quotes.Count, span.Start + 1, static (q, k) => q[k].Span.End); i < Quotes.Count && Quotes[i].Span.Start < span.End; i++)
        {
            yield return Quotes[i];
        }
    }

    /// <summary>The quotations that stand in the sentence, with a part of theirs at least, in order.</summary>
    public IEnumerable<QuoteMention> InSentence(int sentence)
    {
        for (int i = Halving.FirstFrom(Quotes, 0, Quotes.Count, sentence, static (q, k) => q[k].LastSentence); i < Quotes.Count && Quotes[i].FirstSentence <= sentence; i++)
        {
            yield return Quotes[i];
        }
    }
}
