using StoryCompare.Text;

namespace StoryCompare.Times;

/// <summary>Gives expressions told from another event ("two days earlier", "a day after the vote") their day, where the text tells it.</summary>
/// <remarks>
/// Never the publication date. "a day after" beside "on Sunday" in its own sentence is that Sunday, and the other event the Saturday;
/// "a day after Friday’s attack" is the Saturday; "two days earlier" counts from the day told last, at most a sentence back.
/// "The development came a day after …" speaks of the article's main event: the first day told in its first three sentences with a day.
/// </remarks>
internal static class EventAnchors
{
    /// <summary>Longest stretch, in characters, between "a day after" and the day in its clause.</summary>
    private const int Reach = 90;

    /// <summary>Longest stretch between a day and "…, just two days after": a comma and an adverb.</summary>
    private const int Apposition = 12;

    /// <summary>Completes the mentions from index <paramref name="start"/> on.</summary>
    public static void Apply(TokenizedText text, List<TimeMention> times, int start)
    {
        DateOnly? main = null;
        for (int i = start; i < times.Count; i++)
        {
            TimeMention mention = times[i];
            if (main is null && mention.IsSingleDay && mention.Kind is TimeKind.Day or TimeKind.Weekday && (mention.Flags & TimeFlags.Future) == TimeFlags.None)
            {
                main = mention.From;
            }

            if (mention.Kind == TimeKind.RelativeToEvent && mention.OffsetDays is { } offset)
            {
                times[i] = Resolve(text, times, start, i, offset, main);
            }
        }
    }

    private static TimeMention Resolve(TokenizedText text, List<TimeMention> times, int start, int i, int offset, DateOnly? main)
    {
        TimeMention mention = times[i];
        ReadOnlySpan<char> words = text.Chars(mention.Span);
        bool toClause = words.EndsWith("after", StringComparison.OrdinalIgnoreCase) || words.EndsWith("before", StringComparison.OrdinalIgnoreCase);
        if (toClause)
        {
            // "on Monday, two days after …": the day told right before is the narrated one.
            if (i > start && times[i - 1] is { } told && told.Sentence == mention.Sentence && IsDay(told) && mention.Span.Start - told.Span.End <= Apposition)
            {
                DateOnly anchor = CalendarMath.AddDays(told.From!.Value, -offset);
                if (i + 1 < times.Count && times[i + 1] is { Kind: TimeKind.Weekday } other && other.Sentence == mention.Sentence && other.Weekday == anchor.DayOfWeek && Connects(text, mention.Span.End, other.Span.Start))
                {
                    times[i + 1] = other with { From = anchor, To = anchor, Flags = other.Flags | TimeFlags.Anchored };
                }

                return With(mention, told.From.Value, anchor);
            }

            // The other event's own day, inside its clause.
            if (i + 1 < times.Count && times[i + 1] is { } next && next.Sentence == mention.Sentence && IsDay(next) && Connects(text, mention.Span.End, next.Span.Start))
            {
                return With(mention, CalendarMath.AddDays(next.From!.Value, offset), next.From);
            }

            if (Before(times, start, i, sameSentence: true) is { } own)
            {
                return With(mention, own, CalendarMath.AddDays(own, -offset));
            }

            return main is { } day && ComesFromMainEvent(text, mention) ? With(mention, day, CalendarMath.AddDays(day, -offset)) : mention;
        }

        return Before(times, start, i, sameSentence: false) is { } last ? With(mention, CalendarMath.AddDays(last, offset), last) : mention;
    }

    private static TimeMention With(TimeMention mention, DateOnly day, DateOnly? anchor) =>
        mention with { From = day, To = day, AnchorDay = anchor, Flags = mention.Flags | TimeFlags.Anchored };

    private static bool IsDay(TimeMention mention) => mention.IsSingleDay && mention.Kind is TimeKind.Day or TimeKind.Weekday;

    private static bool Connects(TokenizedText text, int from, int to) => to - from <= Reach && text.Source.AsSpan(from, to - from).IndexOfAny(',', ';', ':') < 0;

    private static DateOnly? Before(List<TimeMention> times, int start, int i, bool sameSentence)
    {
        for (int k = i - 1; k >= start && k >= i - 4; k--)
        {
            int back = times[i].Sentence - times[k].Sentence;
            if (back > (sameSentence ? 0 : 1))
            {
                return null;
            }

            if (times[k].IsSingleDay && times[k].Kind is TimeKind.Day or TimeKind.Weekday or TimeKind.RelativeToEvent)
            {
                return times[k].From;
            }
        }

        return null;
    }

    // "The development came (only) a day after …".
    private static bool ComesFromMainEvent(TokenizedText text, TimeMention mention)
    {
        ReadOnlySpan<Token> tokens = text.TokensOf(text.Sentences[mention.Sentence]);
        for (int k = 0; k < tokens.Length && tokens[k].Start < mention.Span.Start; k++)
        {
            if (tokens[k].End + 2 >= mention.Span.Start && k <= 6 && TimeLexicon.English.Find(tokens[k]) is { A: TimeClass.Came } or { B: TimeClass.Came })
            {
                return true;
            }
        }

        return false;
    }
}
