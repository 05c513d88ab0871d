using System.Globalization;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Claims.Slots;

/// <summary>Month and day of a time expression as they are written, for articles whose year nobody tells.</summary>
internal static class CalendarWords
{
    // Letters by which months are abbreviated.
    private const int Abbreviated = 3;

    private const int DaysOfWeek = 7;

    /// <summary>The month (1 to 12) and the day of the month that the expression names; 0 for what it does not name.</summary>
    public static (int Month, int Day) Read(TokenizedText text, TextSpan span)
    {
        int month = 0;
        int day = 0;
        ReadOnlySpan<char> words = text.Chars(span);
        foreach (Range r in words.SplitAny(' ', ',', '.', '\u00A0'))
        {
            ReadOnlySpan<char> word = words[r];
            month = month == 0 ? MonthOf(word) : month;
            ReadOnlySpan<char> digits = word.TrimEnd("stndrh");
            if (day == 0 && digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is >= 1 and <= 31)
            {
                day = n;
            }
        }

        return month == 0 ? (0, 0) : (month, day);
    }

    /// <summary>The time in the year, or week, that its clause means: what "will" happen on a day without a year lies ahead of the article.</summary>
    public static TimeMention Settle(TimeMention time, DateOnly? published, bool future)
    {
        if (!future || published is not { } today || (time.Flags & TimeFlags.Nearest) == TimeFlags.None || time.From is not { } from || time.To is not { } to || to >= today)
        {
            return time;
        }

        return time.Kind switch
        {
            TimeKind.Day or TimeKind.Month => time with { From = from.AddYears(1), To = to.AddYears(1) },
            TimeKind.Weekday when from == to => time with { From = from.AddDays(DaysOfWeek), To = to.AddDays(DaysOfWeek) },
            _ => time,
        };
    }

    // "November", "Nov", "Sept": a longer word that only starts so ("marching") is none.
    private static int MonthOf(ReadOnlySpan<char> word)
    {
        if (word.Length < Abbreviated)
        {
            return 0;
        }

        for (int m = 1; m <= 12; m++)
        {
            string name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(m);
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase) || (word.Length <= Abbreviated + 1 && name.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            {
                return m;
            }
        }

        return 0;
    }
}
