namespace StoryCompare.Times;

/// <summary>Intervals of the Gregorian calendar; weeks run from Monday to Sunday. Never throws: what lies outside years 1 to 9999 is null or clamped.</summary>
internal static class CalendarMath
{
    public static DateOnly? Date(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    public static (DateOnly? From, DateOnly? To) Month(int year, int month) =>
        year is >= 1 and <= 9999 ? (new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month))) : (null, null);

    public static (DateOnly? From, DateOnly? To) Months(int year, int month, int count)
    {
        (DateOnly? from, _) = Month(year, month);
        return from is null ? (null, null) : (from, AddDays(AddMonths(from.Value, count), -1));
    }

    public static (DateOnly? From, DateOnly? To) Years(int year, int count) => (Date(year, 1, 1), Date(year + count - 1, 12, 31));

    /// <summary>ISO number of the weekday: Monday 1 to Sunday 7.</summary>
    public static int IsoWeekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    public static DateOnly Monday(DateOnly day) => AddDays(day, 1 - IsoWeekday(day));

    /// <summary>A year of two digits is one of 1940-2039.</summary>
    public static int FullYear(int year, int digits) => digits > 2 ? year : year < 40 ? 2000 + year : 1900 + year;

    public static DateOnly AddDays(DateOnly day, long count) => DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + count, 0, DateOnly.MaxValue.DayNumber));

    public static DateOnly AddMonths(DateOnly day, long count)
    {
        long month = (day.Year * 12L) + day.Month - 1 + count;
        return month < 12 ? DateOnly.MinValue
            : month >= 120000 ? DateOnly.MaxValue
            : new DateOnly((int)(month / 12), (int)(month % 12) + 1, Math.Min(day.Day, DateTime.DaysInMonth((int)(month / 12), (int)(month % 12) + 1)));
    }

    /// <summary>Moves a day by units; units below a day do not move it.</summary>
    public static DateOnly Add(DateOnly day, long count, TimeUnit unit) => unit switch
    {
        TimeUnit.Day or TimeUnit.Night => AddDays(day, count),
        TimeUnit.Week or TimeUnit.Weekend => AddDays(day, 7 * count),
        TimeUnit.Fortnight => AddDays(day, 14 * count),
        TimeUnit.Month => AddMonths(day, count),
        TimeUnit.Quarter => AddMonths(day, 3 * count),
        TimeUnit.HalfYear => AddMonths(day, 6 * count),
        TimeUnit.Year or TimeUnit.Season => AddMonths(day, 12 * count),
        TimeUnit.Decade => AddMonths(day, 120 * count),
        TimeUnit.Century => AddMonths(day, 1200 * count),
        _ => day,
    };

    /// <summary>The calendar unit that lies <paramref name="offset"/> units from the one that holds <paramref name="day"/>.</summary>
    public static (DateOnly? From, DateOnly? To) Calendar(DateOnly day, TimeUnit unit, int offset)
    {
        DateOnly moved = Add(day, offset, unit);
        switch (unit)
        {
            case TimeUnit.Day or TimeUnit.Night:
                return (moved, moved);
            case TimeUnit.Week:
                return (Monday(moved), AddDays(Monday(moved), 6));
            case TimeUnit.Fortnight:
                return (Monday(moved), AddDays(Monday(moved), 13));
            case TimeUnit.Weekend:
                return (AddDays(Monday(moved), 5), AddDays(Monday(moved), 6));
            case TimeUnit.Month:
                return Month(moved.Year, moved.Month);
            case TimeUnit.Quarter:
                return Months(moved.Year, ((moved.Month - 1) / 3 * 3) + 1, 3);
            case TimeUnit.HalfYear:
                return Months(moved.Year, ((moved.Month - 1) / 6 * 6) + 1, 6);
            case TimeUnit.Year:
                return Years(moved.Year, 1);
            case TimeUnit.Decade:
                return Years(moved.Year / 10 * 10, 10);
            case TimeUnit.Century:
                return Years(((moved.Year - 1) / 100 * 100) + 1, 100);
            default:
                return (day, day);
        }
    }

    /// <summary>The weekend that a holiday makes long: Saturday to Sunday nearest to the day, stretched to hold it.</summary>
    public static (DateOnly? From, DateOnly? To) WeekendOf(DateOnly day)
    {
        DateOnly saturday = AddDays(Monday(day), IsoWeekday(day) <= 2 ? -2 : 5);
        DateOnly sunday = AddDays(saturday, 1);
        return (day < saturday ? day : saturday, day > sunday ? day : sunday);
    }

    /// <summary>Meteorological seasons of the northern hemisphere; winter is named by the year it begins in.</summary>
    public static (DateOnly? From, DateOnly? To) Season(int year, int season) => Months(year, season * 3, 3);

    /// <summary>Western Easter (Meeus, Jones, Butcher).</summary>
    public static DateOnly? Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, g = ((8 * b) + 13) / 25;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return Date(year, n / 31, (n % 31) + 1);
    }

    /// <summary>The nth given weekday of a month; the last one for -1.</summary>
    public static DateOnly? NthWeekday(int year, int month, int weekday, int n)
    {
        if (Date(year, month, 1) is not { } first)
        {
            return null;
        }

        if (n < 0)
        {
            DateOnly last = new(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-((IsoWeekday(last) - weekday + 7) % 7));
        }

        return Date(year, month, 1 + ((weekday - IsoWeekday(first) + 7) % 7) + (7 * (n - 1)));
    }

    /// <summary>A part of a period: early, mid, late; start, middle, end. Months split at the 10th, 15th and 20th, longer periods in thirds.</summary>
    /// <remarks>The cuts of months are those of Recognizers-Text's date specifications: "early May" 1 to 15, "mid-May" 10 to 20, "late May" from 16.</remarks>
    public static (DateOnly From, DateOnly To) Part(DateOnly from, DateOnly to, TimeUnit unit, int edge)
    {
        int third = edge is 1 or 4 ? 0 : edge is 2 or 5 ? 1 : 2;
        if (unit == TimeUnit.Day)
        {
            return (from, to);
        }

        if (unit == TimeUnit.Month)
        {
            return third switch
            {
                0 => (from, AddDays(from, 14)),
                1 => (AddDays(from, 9), AddDays(from, 19)),
                _ => (AddDays(from, 15), to),
            };
        }

        if (unit is TimeUnit.Year or TimeUnit.Quarter or TimeUnit.HalfYear)
        {
            int step = unit == TimeUnit.Year ? 4 : unit == TimeUnit.Quarter ? 1 : 2;
            DateOnly a = AddMonths(from, step), b = AddMonths(from, 2 * step);
            return third switch { 0 => (from, AddDays(a, -1)), 1 => (a, AddDays(b, -1)), _ => (b, to) };
        }

        if (unit is TimeUnit.Decade)
        {
            return third switch
            {
                0 => (from, AddDays(AddMonths(from, 48), -1)),
                1 => (AddMonths(from, 48), AddDays(AddMonths(from, 84), -1)),
                _ => (AddMonths(from, 84), to),
            };
        }

        int days = to.DayNumber - from.DayNumber + 1;
        return third switch
        {
            0 => (from, AddDays(from, Math.Max(0, (days / 2) - 1))),
            1 => (AddDays(from, days / 3), AddDays(to, -(days / 3))),
            _ => (AddDays(from, days / 2), to),
        };
    }
}
