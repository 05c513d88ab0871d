using StoryCompare.Claims.Slots;
using StoryCompare.Times;

namespace StoryCompare.Claims.Conflicts;

/// <summary>Compares two times of one act: what can both be true is no conflict.</summary>
/// <remarks>Days and longer stretches conflict where they do not overlap; clock times where they lie further apart than they are rounded.</remarks>
internal static class DateComparer
{
    // Minutes by which two clock times of one act differ without a word: reports round to five.
    private const int ClockSlack = 5;

    // The same where one is hedged or told in full or half hours.
    private const int RoundClockSlack = 15;

    // The same for "shortly before 7".
    private const int BoundClockSlack = 25;

    private const int HalfDay = 12 * 60;

    private const int DigitsOfYear = 4;

    /// <summary>What differs where only parts of the day do.</summary>
    public const string OtherPart = "different parts of the day";

    /// <summary>What differs where deadlines do.</summary>
    public const string OtherDeadline = "different deadlines";

    /// <summary>What differs where the clock times do.</summary>
    public const string OtherClock = "the clock times lie further apart than they are rounded";

    // A leap year, for days whose year nobody tells.
    private const int AnyYear = 2000;

    // Days of the longest stretch that is told as days, and as a month.
    private const int DaysOfWeekEnd = 8;
    private const int DaysOfMonth = 31;

    // Days by which days, months and years of one act differ at most.
    private const int NearDays = 31;
    private const int NearDayAndMonth = 62;
    private const int NearMonths = 400;
    private const int NearYears = 10 * 366;

    /// <summary>What differs, in words; null where both can be true, or nothing can be told.</summary>
    /// <param name="a">One.</param>
    /// <param name="wordsOfA">The expression as written.</param>
    /// <param name="b">The other.</param>
    /// <param name="wordsOfB">The expression as written.</param>
    public static string? Difference(DateSlot a, string wordsOfA, DateSlot b, string wordsOfB)
    {
        if (string.Equals(wordsOfA, wordsOfB, StringComparison.OrdinalIgnoreCase) && a.Time.From?.Year != b.Time.From?.Year)
        {
            // "June 20" in two articles: the years were read off their publication.
            return null;
        }

        if (string.Equals(wordsOfA, wordsOfB, StringComparison.OrdinalIgnoreCase) && (a.Time.Flags & b.Time.Flags & TimeFlags.Deictic) != TimeFlags.None && a.Time.Kind != TimeKind.Weekday)
        {
            // "This morning" in a text printed again some days later.
            return null;
        }

        if (IsOneDayOfYear(a.Time, b.Time) && !(SaysYear(wordsOfA) && SaysYear(wordsOfB)))
        {
            // "By Independence Day", "by July 4": one day of the year, and the years were read off the publication.
            return null;
        }

        Period x = Period.Of(a);
        Period y = Period.Of(b);
        if (!(x.IsKnown && y.IsKnown) && a.Month > 0 && b.Month > 0)
        {
            // An article without a date: "November 18" and "November 19" are of one year, whichever it is.
            int year = (x.From ?? y.From)?.Year ?? AnyYear;
            x = x.IsKnown ? x : Period.InYear(a, year);
            y = y.IsKnown ? y : Period.InYear(b, year);
        }

        // "At 5 p.m. Saturday", "about 3 p.m. Saturday" in articles dated weeks apart: one of them was dated when its page was read.
        bool undated = IsWeekday(a) && IsWeekday(b) && a.Time.Weekday == b.Time.Weekday && x.IsKnown && y.IsKnown && !x.Overlaps(y);
        if (undated)
        {
            x = y = default;
        }

        if (Apart(a, x, b, y, Math.Max(SlackOf(a, wordsOfA), SlackOf(b, wordsOfB))) is { } days)
        {
            return days;
        }

        bool sameDay = x.IsKnown && y.IsKnown ? x.Overlaps(y) : a.Time.Weekday is null || b.Time.Weekday is null || a.Time.Weekday == b.Time.Weekday;
        return sameDay && IsBoundClock(a, wordsOfA) == IsBoundClock(b, wordsOfB) && a.Time.TimeOfDay is { } t && b.Time.TimeOfDay is { } u && IsExact(wordsOfA) && IsExact(wordsOfB)
            && (a.Time.Flags & TimeFlags.Utc) == (b.Time.Flags & TimeFlags.Utc) && MinutesApart(t, wordsOfA, u, wordsOfB) > Slack(a, t, b, u)
            ? OtherClock
            : sameDay && !IsBound(a) && !IsBound(b) && DayParts.Differ(a, wordsOfA, b, wordsOfB) ? OtherPart
            : null;
    }

    private static bool IsWeekday(DateSlot slot) => slot.Time.Kind == TimeKind.Weekday && slot.Month == 0 && (slot.Time.Flags & TimeFlags.OpenStart) == TimeFlags.None && (slot.Time.Flags & TimeFlags.OpenEnd) == TimeFlags.None;

    private static bool IsOneDayOfYear(TimeMention a, TimeMention b) =>
        a.From?.Month == b.From?.Month && a.From?.Day == b.From?.Day && a.To?.Month == b.To?.Month && a.To?.Day == b.To?.Day && (a.From ?? a.To)?.Year != (b.From ?? b.To)?.Year
        && (a.From ?? a.To) is not null && (b.From ?? b.To) is not null && a.Kind == TimeKind.Day && b.Kind == TimeKind.Day;

    private static bool SaysYear(string words)
    {
        int digits = 0;
        foreach (char c in words)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == DigitsOfYear)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Apart(DateSlot a, Period x, DateSlot b, Period y, int slack)
    {
        if (!x.IsKnown || !y.IsKnown)
        {
            // Articles without a date: weekdays alone, which are near each other when both are told as past.
            return a.Time.Weekday is { } p && b.Time.Weekday is { } q && p != q && a.IsFuture == b.IsFuture && !(Neighbours(p, q) && (a.IsAtNight || b.IsAtNight)) && a.Time.Kind == TimeKind.Weekday && b.Time.Kind == TimeKind.Weekday && !IsBound(a) && !IsBound(b)
                ? "different weekdays" : null;
        }

        if (x.Overlaps(y))
        {
            // Two deadlines differ though both leave the time before them open.
            return IsDeadline(a) && IsDeadline(b) && x.To != y.To && !a.IsNegated && !b.IsNegated ? OtherDeadline : null;
        }

        int gap = x.GapTo(y);
        if (!IsNear(gap, x, y))
        {
            return null;
        }

        bool weekday = (a.Time.Kind == TimeKind.Weekday || b.Time.Kind == TimeKind.Weekday) && x.IsDay && y.IsDay;
        return weekday && (gap % 7 == 0 || ((a.IsAtNight || b.IsAtNight) && gap % 7 is 1 or 6)) ? null
            : gap <= slack ? null
            : gap == 1 && (a.IsAtNight || b.IsAtNight) ? null
            : "the days do not overlap";
    }

    // Two reports of one act differ by days where they tell days, by months where they tell months: what lies further apart is of two acts.
    private static bool IsNear(int gap, Period x, Period y)
    {
        int longest = Math.Max(x.Days, y.Days);
        int shortest = Math.Min(x.Days, y.Days);
        return longest <= DaysOfWeekEnd ? gap <= NearDays
            : longest <= DaysOfMonth ? gap <= (shortest <= DaysOfWeekEnd ? NearDayAndMonth : NearMonths)
            : shortest > DaysOfMonth && gap <= NearYears;
    }

    private static bool Neighbours(DayOfWeek a, DayOfWeek b) => ((int)a - (int)b + 7) % 7 is 1 or 6;

    private static bool IsBound(DateSlot slot) => (slot.Time.Flags & (TimeFlags.OpenStart | TimeFlags.OpenEnd)) != TimeFlags.None;

    private static bool IsDeadline(DateSlot slot) => (slot.Time.Flags & TimeFlags.OpenStart) != TimeFlags.None && slot.Time.To is not null;

    // "By 5:10" the fire was out that broke out "at 2:20"; "just before 9" is about 9.
    private static bool IsBoundClock(DateSlot slot, string words) => (IsBound(slot) && !slot.IsHedged) || words.StartsWith("by ", StringComparison.OrdinalIgnoreCase);

    // Days by which a time that is told from the day of writing may be off: an article may be dated by its last change; "two weeks ago" is no day count.
    private static int SlackOf(DateSlot slot, string words)
    {
        if ((slot.Time.Flags & TimeFlags.Deictic) == TimeFlags.None || slot.Time.Kind == TimeKind.Weekday || slot.Month > 0)
        {
            return 0;
        }

        // "Earlier this month": whichever month the article was written in.
        if (words.Contains("this month", StringComparison.OrdinalIgnoreCase))
        {
            return DaysOfMonth;
        }

        // "Last month": of the month in which the article was first written.
        if (words.Contains("last month", StringComparison.OrdinalIgnoreCase))
        {
            return DaysOfMonth;
        }

        bool ago = words.Contains("ago", StringComparison.OrdinalIgnoreCase);
        return ago && words.Contains("week", StringComparison.OrdinalIgnoreCase) ? 4
            : ago && words.Contains("month", StringComparison.OrdinalIgnoreCase) ? 31
            : ago && words.Contains("year", StringComparison.OrdinalIgnoreCase) ? 366
            : words.Contains("tomorrow", StringComparison.OrdinalIgnoreCase) ? 0
            : 1;
    }

    // "in the morning" has a clock time of its own, which nobody wrote.
    private static bool IsExact(string words) => words.AsSpan().ContainsAnyInRange('0', '9') || words.Contains("noon", StringComparison.OrdinalIgnoreCase) && !words.Contains("afternoon", StringComparison.OrdinalIgnoreCase)
        || words.Contains("midnight", StringComparison.OrdinalIgnoreCase) || words.Contains("o'clock", StringComparison.OrdinalIgnoreCase) || words.Contains(" past ", StringComparison.OrdinalIgnoreCase) || words.Contains(" to ", StringComparison.OrdinalIgnoreCase);

    private static int MinutesApart(TimeOnly a, string wordsOfA, TimeOnly b, string wordsOfB)
    {
        int apart = Math.Abs(Minutes(a) - Minutes(b));
        apart = Math.Min(apart, (24 * 60) - apart);
        return SaysHalf(wordsOfA) && SaysHalf(wordsOfB) ? apart : Math.Min(apart, Math.Abs(HalfDay - apart));
    }

    // Whether it says which half of the day: "p.m.", "in the evening", or 24 hours.
    private static bool SaysHalf(string words) =>
        words.Contains('m', StringComparison.OrdinalIgnoreCase) && (words.Contains("a.m", StringComparison.OrdinalIgnoreCase) || words.Contains("p.m", StringComparison.OrdinalIgnoreCase) || words.Contains("am", StringComparison.OrdinalIgnoreCase) || words.Contains("pm", StringComparison.OrdinalIgnoreCase) || words.Contains("p. m", StringComparison.OrdinalIgnoreCase) || words.Contains("morning", StringComparison.OrdinalIgnoreCase));

    private static int Minutes(TimeOnly time) => (time.Hour * 60) + time.Minute;

    // "Shortly before 7" may be 6:42.
    private static int Slack(DateSlot a, TimeOnly t, DateSlot b, TimeOnly u) => (IsBound(a) && a.IsHedged) || (IsBound(b) && b.IsHedged) ? BoundClockSlack : a.IsHedged || b.IsHedged || t.Minute % 30 == 0 || u.Minute % 30 == 0 ? RoundClockSlack : ClockSlack;

    /// <summary>The days an act can lie on.</summary>
    private readonly record struct Period(DateOnly? From, DateOnly? To)
    {
        public bool IsKnown => From is not null || To is not null;

        public bool IsDay => From is not null && From == To;

        /// <summary>Length in days; that of a month for what is open on one side.</summary>
        public int Days => From is { } from && To is { } to ? to.DayNumber - from.DayNumber + 1 : DaysOfMonth;

        public static Period InYear(DateSlot slot, int year)
        {
            int last = DateTime.DaysInMonth(year, slot.Month);
            int day = Math.Min(slot.DayOfMonth, last);
            return day > 0 ? new Period(new DateOnly(year, slot.Month, day), new DateOnly(year, slot.Month, day)) : new Period(new DateOnly(year, slot.Month, 1), new DateOnly(year, slot.Month, last));
        }

        public static Period Of(DateSlot slot) =>
            slot.Time.TimeOfDay is not null && (slot.Time.From ?? slot.Time.To) is { } day && slot.Time.From != slot.Time.To && (slot.Time.From is null || slot.Time.To is null) ? OfClock(slot.Time, day)
            : slot.IsNegated && IsDeadline(slot) ? new Period(slot.Time.To!.Value.AddDays(1), null) : new Period(slot.Time.From, slot.Time.To);

        // "Shortly before 7 a.m. on Sunday" is Sunday: what is open is the hour, and the open side begins or ends beside the day.
        private static Period OfClock(TimeMention time, DateOnly bound)
        {
            DateOnly day = bound.AddDays(time.From is null ? 1 : -1);
            return time.Weekday is { } named && day.DayOfWeek != named ? new Period(time.From, time.To) : new Period(day, day);
        }

        public bool Overlaps(Period other) => (From ?? DateOnly.MinValue) <= (other.To ?? DateOnly.MaxValue) && (other.From ?? DateOnly.MinValue) <= (To ?? DateOnly.MaxValue);

        public int GapTo(Period other) => (From ?? DateOnly.MinValue) > (other.To ?? DateOnly.MaxValue) ? From!.Value.DayNumber - other.To!.Value.DayNumber : other.From!.Value.DayNumber - To!.Value.DayNumber;
    }
}
