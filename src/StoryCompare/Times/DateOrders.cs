using System.Globalization;

namespace StoryCompare.Times;

/// <summary>Infers an article's order of day and month from its own slashed dates: one that can be read one way only settles the others.</summary>
internal static class DateOrders
{
    /// <summary>The order of the slashed dates with a year in <paramref name="source"/>; unknown where they disagree or all can be read both ways.</summary>
    /// <remarks>
    /// Text dropped as page furniture counts too: a time stamp is written in the page's own order. Where every date can be read both ways, one that
    /// names the day of publication (give or take a day, for time zones) in exactly one reading settles it. Linear in the text.
    /// </remarks>
    public static DateOrder Of(ReadOnlySpan<char> source, DateOnly? published)
    {
        int day = 0, month = 0, asDay = 0, asMonth = 0;
        for (int at = 0; source[at..].IndexOf('/') is var slash and >= 0; at += slash + 1)
        {
            if (!Read(source, at + slash, out int a, out int b, out int year))
            {
                continue;
            }

            bool dayFirst = CalendarMath.Date(year, b, a) is not null;
            bool monthFirst = CalendarMath.Date(year, a, b) is not null;
            day += dayFirst && !monthFirst ? 1 : 0;
            month += monthFirst && !dayFirst ? 1 : 0;
            if (dayFirst && monthFirst && a != b)
            {
                asDay += IsNear(CalendarMath.Date(year, b, a), published) ? 1 : 0;
                asMonth += IsNear(CalendarMath.Date(year, a, b), published) ? 1 : 0;
            }
        }

        return day + month > 0 ? Settle(day, month) : Settle(asDay, asMonth);
    }

    private static DateOrder Settle(int day, int month) => (day, month) switch
    {
        ( > 0, 0) => DateOrder.DayFirst,
        (0, > 0) => DateOrder.MonthFirst,
        _ => DateOrder.Unknown,
    };

    private static bool IsNear(DateOnly? day, DateOnly? published) => day is { } d && published is { } p && Math.Abs(d.DayNumber - p.DayNumber) <= 1;

    // "14/06/2017" around its first slash.
    private static bool Read(ReadOnlySpan<char> source, int slash, out int a, out int b, out int year)
    {
        int start = slash;
        while (start > 0 && slash - start < 3 && char.IsAsciiDigit(source[start - 1]))
        {
            start--;
        }

        int second = Digits(source, slash + 1);
        int last = slash + 1 + second < source.Length && source[slash + 1 + second] == '/' ? Digits(source, slash + 2 + second) : 0;
        bool framed = (start > 0 && source[start - 1] is '/' or '.') || (slash + 2 + second + last is var end && end < source.Length && source[end] == '/');
        if (slash - start is not (1 or 2) || second is not (1 or 2) || last is not (2 or 4) || framed)
        {
            (a, b, year) = (0, 0, 0);
            return false;
        }

        a = Number(source[start..slash]);
        b = Number(source.Slice(slash + 1, second));
        year = CalendarMath.FullYear(Number(source.Slice(slash + 2 + second, last)), last);
        return true;
    }

    // At most five: more are no part of a date.
    private static int Digits(ReadOnlySpan<char> source, int at)
    {
        int end = at;
        while (end < source.Length && end - at < 5 && char.IsAsciiDigit(source[end]))
        {
            end++;
        }

        return end - at;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
