namespace StoryCompare.Times;

/// <content>Ranges and bounds: "between June 14 and 16", "since March 2011", "2018 or later".</content>
internal ref partial struct TimeParser
{
    /// <summary>Two points joined by "to", "and" (after "between") or a dash; or -1.</summary>
    private int Range(int i, bool between, out Period p)
    {
        p = default;
        int start = i;
        int first = Point(i, out Period a);
        if (first < 0)
        {
            // "between 3 and 12 of September", "from the ninth till the seventeenth of April": the month stands behind.
            first = BareDay(SkipThe(i), out int day);
            if (first < 0 || !IsJoin(first, between, out int next))
            {
                return -1;
            }

            int last = Point(next, out Period b);
            if (last > 0 && b.Time is not null && day <= 24)
            {
                // "between 7 and 9:30 last night": hours, not days.
                p = b;
                p.Start = start;
                return last;
            }

            if (last < 0 || b.Kind != TimeKind.Day || b.Month == 0 || b.Weekday != 0)
            {
                return -1;
            }

            p = b;
            p.From = b.From is { } to ? CalendarMath.Date(to.Year, to.Month, day) : null;
            p.Kind = TimeKind.Range;
            p.Start = start;
            return day > b.Day ? -1 : last;
        }

        if (!IsJoin(first, between, out int second))
        {
            return -1;
        }

        int end = -1;
        Period z = default;
        if (a.Kind == TimeKind.Day && a.Day != 0)
        {
            // "June 14 to 16, 2017", "April ninth through seventeenth".
            end = BareDay(SkipThe(second), out int day);
            if (end > 0 && (MonthAt(end, cue: true) > 0 || Is(end, TimeClass.Of) || IsTaken(end) || UnitAt(end) != TimeUnit.None || IsDash(end) || IsMark(end, '/')))
            {
                end = -1;
            }

            if (end > 0)
            {
                int year = YearAfter(end, out int afterYear);
                if (year > 0)
                {
                    end = afterYear;
                    a.SetYear(year);
                }

                z = a;
                z.YearOpen = false;
                z.To = a.From is { } from ? CalendarMath.Date(from.Year, from.Month, day) : null;
                if (day < a.Day)
                {
                    return -1;
                }
            }
        }

        end = end > 0 ? end : Point(second, out z);
        if (end < 0 || !Joinable(a, z))
        {
            return -1;
        }

        p = Join(a, z);
        p.Start = a.Start == 0 ? start : Math.Max(start, a.Start);
        return end;
    }

    private readonly bool IsJoin(int i, bool between, out int next)
    {
        next = i + 1;
        if (Is(i, TimeClass.To) || Is(i, TimeClass.Until) || IsDash(i))
        {
            return true;
        }

        return between && Is(i, TimeClass.And);
    }

    private static bool Joinable(Period a, Period b) =>
        (IsDated(a.Kind) && IsDated(b.Kind)) || (a.Kind == TimeKind.Clock && b.Kind == TimeKind.Clock);

    private static bool IsDated(TimeKind kind) => kind is >= TimeKind.Day and <= TimeKind.Decade;

    private readonly Period Join(Period a, Period b)
    {
        if (a.Kind == TimeKind.Clock)
        {
            a.Kind = TimeKind.Clock;
            return a;
        }

        if (a.YearOpen && !b.YearOpen && b.From is { } known && (b.Flags & TimeFlags.Deictic) == TimeFlags.None)
        {
            a.SetYear(a.Month > b.From.Value.Month && b.Unit != TimeUnit.Year ? known.Year - 1 : known.Year);
        }
        else if (a.YearOpen && b.YearOpen && b.From is { } last && IsFuture())
        {
            // "will run from May to September", read in July: this May.
            a.SetYear(a.Month > b.Month ? last.Year - 1 : last.Year);
        }
        else if (b.YearOpen && a.From is { } from)
        {
            b.SetYear(b.Month < from.Month || (b.Month == from.Month && b.Day != 0 && b.Day < a.Day) ? from.Year + 1 : from.Year);
        }
        else if (b.Weekday != 0 && a.From is { } day && b.From < day)
        {
            b.To = CalendarMath.AddDays(day, (b.Weekday - CalendarMath.IsoWeekday(day) + 7) % 7);
        }

        Period p = a;
        p.To = b.To;
        p.Flags |= b.Flags;
        p.Kind = TimeKind.Range;
        p.Unit = b.Unit;
        p.YearOpen = false;
        p.Weekday = 0;
        if (p.From > p.To)
        {
            (p.From, p.To) = (null, null);
        }

        return p;
    }

    /// <summary>"since", "until", "by", "before", "after" with a point.</summary>
    private int Bound(int i, out Period p)
    {
        p = default;
        int comparative = Comparative(i, out TimeClass bound);
        foreach (TimeClass c in (ReadOnlySpan<TimeClass>)[TimeClass.Since, TimeClass.Until, TimeClass.By, TimeClass.Before, TimeClass.After, TimeClass.Starting])
        {
            bound = Is(i, c) ? c : bound;
        }

        if (bound == TimeClass.None)
        {
            return -1;
        }

        int start = comparative > 0 ? comparative : i + 1;
        if (bound == TimeClass.Starting)
        {
            start = Is(start, TimeClass.On) || Is(start, TimeClass.From) ? start + 1 : start;
        }

        _ahead = bound is TimeClass.Until or TimeClass.By;
        int end = Point(start, out p);
        _ahead = false;
        if (end < 0)
        {
            return -1;
        }

        if (IsPossessive(end - 1) && p.Kind is TimeKind.Day or TimeKind.Weekday)
        {
            // "after Monday’s robbery" is bounded by the robbery; the day is a day.
            return -1;
        }

        int pointStart = p.Start;
        p.Start = i;
        if (!IsDated(p.Kind))
        {
            if (p.Kind is TimeKind.Duration)
            {
                // "after two days", "since a week": a length, not a bound.
                p.Start = pointStart;
            }

            return end;
        }

        switch (bound)
        {
            case TimeClass.Since or TimeClass.Starting:
                p.To = null;
                p.Flags |= TimeFlags.OpenEnd;
                break;
            case TimeClass.Until or TimeClass.By:
                p.From = null;
                p.Flags |= TimeFlags.OpenStart;
                break;
            case TimeClass.Before:
                p.To = p.Edge is 3 or 6 ? p.To : p.From is { } first && p.Unit != TimeUnit.None ? CalendarMath.AddDays(first, -1) : p.From;
                p.From = null;
                p.Flags |= TimeFlags.OpenStart;
                break;
            default:
                p.From = p.Edge is 1 or 4 ? p.From : p.To is { } last ? CalendarMath.AddDays(last, 1) : null;
                p.To = null;
                p.Flags |= TimeFlags.OpenEnd;
                break;
        }

        p.YearOpen = false;
        return end;
    }

    /// <summary>"no later than", "later than", "earlier than" as bounds: the index after them, or -1.</summary>
    private readonly int Comparative(int i, out TimeClass bound)
    {
        bound = TimeClass.None;
        bool no = Is(i, TimeClass.No);
        int at = no ? i + 1 : i;
        if (!(Is(at, TimeClass.Later) || Is(at, TimeClass.Earlier)) || !Is(at + 1, TimeClass.Than))
        {
            return -1;
        }

        bound = Is(at, TimeClass.Later) ? (no ? TimeClass.Until : TimeClass.After) : no ? TimeClass.Since : TimeClass.Before;
        return at + 2;
    }

    /// <summary>"2018 or later", "June 3 and after".</summary>
    private readonly int OpenEnded(int end, ref Period p)
    {
        if ((Is(end, TimeClass.Or) || Is(end, TimeClass.And)) && (Is(end + 1, TimeClass.Later) || Is(end + 1, TimeClass.Earlier) || (Is(end + 1, TimeClass.After) && end + 2 >= _words.Length))
            && p.Kind is TimeKind.Day or TimeKind.Year or TimeKind.Month && (p.Unit != TimeUnit.Day || p.Weekday == 0))
        {
            (p.From, p.To) = Is(end + 1, TimeClass.Earlier) ? (null, p.To) : (p.From, (DateOnly?)null);
            p.Flags |= Is(end + 1, TimeClass.Earlier) ? TimeFlags.OpenStart : TimeFlags.OpenEnd;
            return end + 2;
        }

        return end;
    }

    /// <summary>"at 5 p.m.", "in the morning".</summary>
    private int PrefixedClock(int i, out Period p)
    {
        p = default;
        if (Is(i, TimeClass.At))
        {
            int at = Hedge(SkipThe(i + 1));
            int end = Point(at, out p);
            p.Start = p.Kind == TimeKind.Clock ? i : at;
            return end > 0 && (p.Kind == TimeKind.Clock || p.Time is not null) ? end : -1;
        }

        if ((Is(i, TimeClass.In) || Is(i, TimeClass.During)) && Is(i + 1, TimeClass.The))
        {
            int at = Is(i + 2, TimeClass.Edge) ? i + 3 : i + 2;
            if (Is(at, TimeClass.Daypart))
            {
                p = new Period { Start = i, Kind = TimeKind.Clock, Time = DaypartStart(Value(at, TimeClass.Daypart)) };
                int day = DateAfterClock(at + 1, ref p);
                p.Start = i;
                return day;
            }
        }

        return -1;
    }
}
