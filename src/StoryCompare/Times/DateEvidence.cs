using StoryCompare.Text;

namespace StoryCompare.Times;

/// <summary>What an undated article's own words say of its date.</summary>
internal sealed class DateEvidence
{
    private static readonly uint[] Subordinators = [.. new[] { "after", "before", "since", "when", "until", "following" }.Select(w => TermHash.OfFolded(w))];

    /// <summary>A day that stands in a dateline, byline or time stamp: the date itself.</summary>
    public (DateOnly Day, string Words)? Stamp { get; private set; }

    /// <summary>The latest day that a caption gives its photograph: the article is not older.</summary>
    public (DateOnly Day, string Words)? Photo { get; private set; }

    /// <summary>The latest day that a caption gives another event ("shortly after they arrived on May 29").</summary>
    public (DateOnly Day, string Words)? CaptionEvent { get; private set; }

    /// <summary>A day with its year told in the past tense in the first sentences: fresh news.</summary>
    public (DateOnly Day, string Words)? Lead { get; private set; }

    /// <summary>The latest day, month or year that the body names without looking ahead.</summary>
    public (DateOnly Day, string Words)? Latest { get; private set; }

    /// <summary>The weekdays the body tells of in the past, in text order, each once.</summary>
    public List<(DayOfWeek Day, string Words)> Weekdays { get; } = [];

    /// <summary>Number of first body sentences that tell the news itself; set by eye, as leads of news agencies are two to three sentences.</summary>
    private const int LeadSentences = 3;

    /// <summary>Reads the article; its time expressions, resolved without a date, go to <paramref name="mentions"/>.</summary>
    public static DateEvidence Read(CleanedArticle cleaned, List<TimeMention> mentions)
    {
        DateEvidence evidence = new();
        DateOrder order = DateOrders.Of(cleaned.Text.Source, published: null);
        foreach (DroppedText dropped in cleaned.Dropped)
        {
            evidence.ReadDropped(cleaned.Text.Source, dropped, order);
        }

        TimeExtractor.Extract(cleaned.Text, PublicationDate.Unknown, mentions, cleaned.Language, order);
        int first = cleaned.Text.Sentences.Length > 0 && cleaned.Text.Sentences[0].Kind == SentenceKind.Title ? 1 : 0;
        foreach (TimeMention mention in mentions)
        {
            evidence.ReadBody(cleaned.Text, mention, mention.Sentence - first < LeadSentences);
        }

        return evidence;
    }

    private void ReadDropped(string source, DroppedText dropped, DateOrder order)
    {
        bool caption = dropped.Kind.Contains("caption", StringComparison.Ordinal);
        bool stamp = dropped.Kind is "dateline" or "byline" or "timestamp" or "date-line" or "time-stamp" or "posted-at" or "published" or "date";
        if (!caption && !stamp)
        {
            return;
        }

        string text = source.Substring(dropped.Span.Start, dropped.Span.Length);
        if (caption && IsFilePhoto(text))
        {
            return;
        }

        TokenizedText tokens = TextAnalyzer.Prose(text);
        List<TimeMention> mentions = [];
        TimeExtractor.Extract(tokens, PublicationDate.Unknown, mentions, "en", order);
        foreach (TimeMention mention in mentions)
        {
            if (mention.Kind != TimeKind.Day || !mention.IsSingleDay)
            {
                continue;
            }

            if (stamp)
            {
                Stamp = Later(Stamp, mention.From!.Value, tokens, mention.Span);
            }
            else if (IsSubordinate(tokens, mention))
            {
                CaptionEvent = Later(CaptionEvent, mention.From!.Value, tokens, mention.Span);
            }
            else
            {
                Photo = Later(Photo, mention.From!.Value, tokens, mention.Span);
            }
        }
    }

    private void ReadBody(TokenizedText text, TimeMention mention, bool lead)
    {
        bool future = (mention.Flags & TimeFlags.Future) != TimeFlags.None;
        if (mention.Kind == TimeKind.Weekday && mention.Weekday is { } weekday && !future)
        {
            Add(weekday, text, mention.Span);
        }

        if (future || mention.From is not { } from)
        {
            return;
        }

        Latest = Later(Latest, from, text, mention.Span);
        if (lead && mention.Kind == TimeKind.Day && mention.IsSingleDay)
        {
            Lead = Later(Lead, from, text, mention.Span);
        }
    }

    private void Add(DayOfWeek weekday, TokenizedText text, TextSpan span)
    {
        foreach ((DayOfWeek Day, string Words) known in Weekdays)
        {
            if (known.Day == weekday)
            {
                return;
            }
        }

        Weekdays.Add((weekday, text.String(span)));
    }

    private static (DateOnly, string)? Later((DateOnly Day, string Words)? best, DateOnly day, TokenizedText text, TextSpan words) =>
        best is { } b && b.Day >= day ? best : (day, text.String(words));

    private static bool IsFilePhoto(string caption) =>
        caption.Contains("file photo", StringComparison.OrdinalIgnoreCase) || caption.Contains("file picture", StringComparison.OrdinalIgnoreCase)
        || caption.Contains("file image", StringComparison.OrdinalIgnoreCase) || caption.Contains("archive photo", StringComparison.OrdinalIgnoreCase);

    // "…, shortly after they reached the area on May 29, 2017": the day of the clause, not of the photograph.
    private static bool IsSubordinate(TokenizedText text, TimeMention mention)
    {
        foreach (Token token in text.TokensOf(text.Sentences[mention.Sentence]))
        {
            if (token.Start >= mention.Span.Start)
            {
                break;
            }

            if (Array.IndexOf(Subordinators, token.Term) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
