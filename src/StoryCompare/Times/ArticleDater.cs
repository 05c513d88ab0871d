using System.Globalization;
using StoryCompare.Text;

namespace StoryCompare.Times;

/// <summary>Says when an article was published, as far as it can be told: given, inferred from its own words, or taken over from its story.</summary>
internal static class ArticleDater
{
    /// <summary>A photograph that a caption dates is at most so many days older than the article. An assumption: news runs fresh pictures.</summary>
    public const int PhotoAge = 7;

    /// <summary>An event that a caption or lead dates is at most so many days older than the article. An assumption, wide on purpose.</summary>
    public const int EventAge = 42;

    /// <summary>Mates whose dates lie further apart than this tell no date.</summary>
    public const int WidestTransfer = 21;

    /// <summary>The date given, or an interval inferred from the article's own words and captions, with reasons; else unknown, with reasons.</summary>
    public static PublicationDate Date(Article article, CleanedArticle cleaned) => Date(article, cleaned, []);

    /// <summary>The same; leaves the time expressions in <paramref name="times"/> where it had to read them and no date changes what they mean.</summary>
    /// <returns>The date; <paramref name="times"/> is filled if and only if it is unknown.</returns>
    public static PublicationDate Date(Article article, CleanedArticle cleaned, List<TimeMention> times)
    {
        if (article.Published is { } stated)
        {
            return new PublicationDate(DateOnly.FromDateTime(stated.Date), DateOnly.FromDateTime(stated.Date), DateBasis.Stated, []);
        }

        PublicationDate inferred = Infer(DateEvidence.Read(cleaned, times));
        if (inferred.Basis != DateBasis.Unknown)
        {
            times.Clear();
        }

        return inferred;
    }

    /// <summary>The article's own date, or one taken over from the dated articles of its story.</summary>
    /// <param name="own">What the article itself tells; returned unchanged unless unknown.</param>
    /// <param name="mentions">The article's time expressions: a past weekday it tells of narrows the mates' interval.</param>
    /// <param name="mates">Ids and dates of the other articles; those that are unknown or themselves transferred are passed over.</param>
    public static PublicationDate Transfer(PublicationDate own, IReadOnlyList<TimeMention> mentions, IReadOnlyList<(string Id, PublicationDate Date)> mates)
    {
        if (own.Basis != DateBasis.Unknown)
        {
            return own;
        }

        DateOnly? from = null;
        DateOnly? to = null;
        List<string> sources = [];
        foreach ((string id, PublicationDate date) in mates.OrderBy(m => m.Id, StringComparer.Ordinal))
        {
            if (date is { Basis: DateBasis.Stated or DateBasis.Inferred, From: { } mateFrom, To: { } mateTo })
            {
                from = from is null || mateFrom < from ? mateFrom : from;
                to = to is null || mateTo > to ? mateTo : to;
                sources.Add(id);
            }
        }

        if (from is not { } first || to is not { } last)
        {
            return own;
        }

        if (last.DayNumber - first.DayNumber > WidestTransfer)
        {
            return own with { Reasons = [.. own.Reasons, $"the other articles' dates lie too far apart ({Iso(first)} to {Iso(last)})"] };
        }

        List<string> reasons = [.. own.Reasons, $"taken over from {string.Join(", ", sources)}: {Iso(first)} to {Iso(last)}"];
        if (LastTold(mentions) is { } weekday)
        {
            // The latest day told lies on or before the day of publication: the one nearest to the mates' first day.
            int ahead = ((int)weekday - (int)first.DayOfWeek + 7) % 7;
            DateOnly told = CalendarMath.AddDays(first, ahead <= 1 ? ahead : ahead - 7);
            if (told > first)
            {
                first = told;
                last = last < told ? told : last;
            }

            reasons.Add($"tells of {weekday}: {Iso(told)}");
        }

        return new PublicationDate(first, last, DateBasis.Transferred, reasons);
    }

    private static PublicationDate Infer(DateEvidence evidence)
    {
        List<string> reasons = [];
        if (evidence.Stamp is { } stamp)
        {
            reasons.Add($"dated \"{stamp.Words}\"");
            return new PublicationDate(stamp.Day, stamp.Day, DateBasis.Inferred, reasons);
        }

        if (evidence.Photo is { } photo && !(evidence.CaptionEvent is { } other && other.Day > photo.Day))
        {
            return FromPhoto(photo, evidence, reasons);
        }

        if (evidence.CaptionEvent is { } shown)
        {
            reasons.Add($"a caption tells of an event of \"{shown.Words}\", before its photograph was taken: published on {Iso(CalendarMath.AddDays(shown.Day, 1))} or later");
            reasons.Add($"taken to be published at most {EventAge} days after it");
            AddWeekdays(evidence, reasons);
            return new PublicationDate(CalendarMath.AddDays(shown.Day, 1), CalendarMath.AddDays(shown.Day, EventAge), DateBasis.Inferred, reasons);
        }

        if (evidence.Lead is { } lead)
        {
            reasons.Add($"its first sentences tell of \"{lead.Words}\" as past: not before {Iso(lead.Day)}");
            reasons.Add($"taken to be published at most {PhotoAge} days after it");
            AddWeekdays(evidence, reasons);
            return new PublicationDate(lead.Day, CalendarMath.AddDays(lead.Day, PhotoAge), DateBasis.Inferred, reasons);
        }

        AddWeekdays(evidence, reasons);
        if (evidence.Latest is { } latest)
        {
            reasons.Add($"tells of \"{latest.Words}\": not before {Iso(latest.Day)}");
        }

        reasons.Add("no full date in the text or its captions");
        return new PublicationDate(null, null, DateBasis.Unknown, reasons);
    }

    private static PublicationDate FromPhoto((DateOnly Day, string Words) photo, DateEvidence evidence, List<string> reasons)
    {
        reasons.Add($"a photograph is dated \"{photo.Words}\": not before {Iso(photo.Day)}");
        reasons.Add($"taken to be at most {PhotoAge} days old when the news it shows happened");
        if (evidence.Weekdays.Count == 0)
        {
            return new PublicationDate(photo.Day, CalendarMath.AddDays(photo.Day, PhotoAge), DateBasis.Inferred, reasons);
        }

        // Of the weekdays told, the one that comes last in the week that the photograph opens.
        (DayOfWeek weekday, string words) = evidence.Weekdays[0];
        int ahead = -1;
        foreach ((DayOfWeek day, string told) in evidence.Weekdays)
        {
            int days = ((int)day - (int)photo.Day.DayOfWeek + 7) % 7;
            if (days > ahead && days <= 5)
            {
                (ahead, weekday, words) = (days, day, told);
            }
        }

        if (ahead < 0)
        {
            // Only the day before the photograph: the picture may show its morning after.
            AddWeekdays(evidence, reasons);
            return new PublicationDate(photo.Day, CalendarMath.AddDays(photo.Day, PhotoAge), DateBasis.Inferred, reasons);
        }

        DateOnly from = CalendarMath.AddDays(photo.Day, ahead);
        reasons.Add($"tells of \"{words}\": the first {weekday} from {Iso(photo.Day)} on is {Iso(from)}, and the next is not yet told of");
        return new PublicationDate(from, CalendarMath.AddDays(from, 6), DateBasis.Inferred, reasons);
    }

    private static void AddWeekdays(DateEvidence evidence, List<string> reasons)
    {
        foreach ((DayOfWeek day, string words) in evidence.Weekdays)
        {
            reasons.Add($"tells of \"{words}\": on a {day} or within a week of one");
        }
    }

    // The weekday of the news: the first one told in the past tense.
    private static DayOfWeek? LastTold(IReadOnlyList<TimeMention> mentions)
    {
        foreach (TimeMention mention in mentions)
        {
            if (mention is { Kind: TimeKind.Weekday, Weekday: { } weekday } && (mention.Flags & TimeFlags.Future) == TimeFlags.None)
            {
                return weekday;
            }
        }

        return null;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
