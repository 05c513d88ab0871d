namespace StoryCompare.Times;

/// <summary>Units of time in the order of <c>time_words.tsv</c>.</summary>
internal enum TimeUnit : byte
{
    None, Second, Minute, Hour, Day, Week, Fortnight, Month, Quarter, Year, Decade, Century, Weekend, Season, Night, HalfYear,
}

/// <summary>The value of an expression while it is read: an interval of days, open or unknown at either end.</summary>
internal struct Period
{
    public DateOnly? From;
    public DateOnly? To;
    public TimeKind Kind;
    public TimeFlags Flags;
    /// <summary>Its own length: a day, a month, a year.</summary>
    public TimeUnit Unit;
    /// <summary>First and one past the last token.</summary>
    public int Start;
    public int End;
    /// <summary>Month and day of a date whose year is not said (0 when it is); a month alone has day 0.</summary>
    public byte Month;
    public byte Day;
    /// <summary>ISO number of the weekday it names, 1 to 7, or 0.</summary>
    public byte Weekday;
    public TimeOnly? Time;
    public int? OffsetDays;
    /// <summary>"beginning of" (4), "end of" (6) and the like; 0 for a whole period. The whole period's ends then bound "before" and "after".</summary>
    public byte Edge;
    /// <summary>Its year is not said.</summary>
    public bool YearOpen;

    public readonly bool IsKnown => From is not null || To is not null;

    /// <summary>The same date, its missing year filled in.</summary>
    public void SetYear(int year)
    {
        if (!YearOpen || Month == 0)
        {
            return;
        }

        if (Day == 0)
        {
            (From, To) = CalendarMath.Month(year, Month);
        }
        else if (CalendarMath.Date(year, Month, Day) is { } day)
        {
            (From, To) = (day, day);
        }

        YearOpen = false;
        Flags &= ~(TimeFlags.Nearest | TimeFlags.Deictic);
    }
}
