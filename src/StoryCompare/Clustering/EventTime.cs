namespace StoryCompare.Clustering;

/// <summary>What is known about when the event of an article happened.</summary>
/// <param name="From">First day the article can be from, as a day number; <see cref="int.MinValue"/> when unknown.</param>
/// <param name="To">Last such day, inclusive; <see cref="int.MaxValue"/> when unknown.</param>
/// <param name="Weekdays">Weekdays named in headline and lead, bit 0 = Sunday.</param>
/// <param name="Days">Calendar days named in headline and lead ("December 13"), as month * 32 + day, up to four, 16 bits each; 0 when none.</param>
internal readonly record struct EventTime(int From, int To, byte Weekdays, ulong Days)
{
    /// <summary>An interval wider than this says nothing.</summary>
    private const int WidestUseful = 21;

    public bool IsDated => From != int.MinValue && To != int.MaxValue && To - From <= WidestUseful;

    /// <summary>Days between two articles, 0 when their intervals touch; -1 when either is undated.</summary>
    public static int Gap(in EventTime a, in EventTime b) =>
        a.IsDated && b.IsDated ? Math.Max(0, Math.Max(a.From - b.To, b.From - a.To)) : -1;

    /// <summary>
    /// The day each article's first weekdays point to, compared: days between the nearest two, or -1 when either side names none. Where a date is missing the week is
    /// unknown, and the weekdays are compared round the week: 0 to 3.
    /// </summary>
    public static int WeekdayGap(in EventTime a, in EventTime b)
    {
        if (a.Weekdays == 0 || b.Weekdays == 0)
        {
            return -1;
        }

        bool dated = a.IsDated && b.IsDated;

        int best = int.MaxValue;
        for (int i = 0; i < 7; i++)
        {
            for (int j = 0; j < 7; j++)
            {
                if ((a.Weekdays >> i & 1) != 0 && (b.Weekdays >> j & 1) != 0)
                {
                    int round = Math.Abs(i - j);
                    best = Math.Min(best, dated ? Math.Abs(LastBefore(a.To, i) - LastBefore(b.To, j)) : Math.Min(round, 7 - round));
                }
            }
        }

        return best;
    }

    /// <summary>1 when both name calendar days and share one, -1 when both name some and share none, else 0.</summary>
    public static int SharedDays(in EventTime a, in EventTime b)
    {
        if (a.Days == 0 || b.Days == 0)
        {
            return 0;
        }

        for (ulong x = a.Days; x != 0; x >>= 16)
        {
            for (ulong y = b.Days; y != 0; y >>= 16)
            {
                if ((x & 0xFFFF) == (y & 0xFFFF))
                {
                    return 1;
                }
            }
        }

        return -1;
    }

    // DateOnly.DayNumber 0 is Monday 1 January 0001: (day + 1) % 7 is 0 on Sundays.
    private static int LastBefore(int day, int weekday) => day - ((day + 1 - weekday) % 7 + 7) % 7;
}
