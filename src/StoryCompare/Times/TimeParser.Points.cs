namespace StoryCompare.Times;

/// <content>Points in time: a day with its clock time, a part of a period, a holiday.</content>
internal ref partial struct TimeParser
{
    private const int MaxDepth = 4;

    /// <summary>A date or period with what belongs to it: clock time, part of day, "of last week".</summary>
    private int Point(int i, out Period p)
    {
        p = default;
        if ((uint)i >= (uint)_words.Length || _depth > MaxDepth)
        {
            return -1;
        }

        _depth++;
        int end = Clock(i, out p);
        if (end > 0)
        {
            end = DateAfterClock(end, ref p);
        }
        else
        {
            end = Core(i, out p);
            if (end > 0)
            {
                end = After(end, ref p);
            }
        }

        _depth--;
        if (end > 0 && p.Start < i)
        {
            p.Start = i;
        }

        return end;
    }

    private int Core(int i, out Period p)
    {
        p = default;
        int at = SkipThe(i);
        if (at >= _words.Length || NameAt(at) > 0)
        {
            return -1;
        }

        int end = Holiday(at, out p);
        end = end > 0 ? end : Edged(at, out p);
        end = end > 0 ? end : at > i ? TheNth(i, out p) : -1;
        if (end > 0)
        {
            return end;
        }

        end = NumericDate(at, out p);
        end = end > 0 ? end : DayMonth(at, out p);
        end = end > 0 ? end : MonthDay(at, out p);
        end = end > 0 ? end : Weekday(at, out p);
        end = end > 0 ? end : RelativeDay(at, out p);
        end = end > 0 ? end : Ordinal(at, out p);
        end = end > 0 ? end : QuarterCode(at, out p);
        end = end > 0 ? end : Modified(at, out p);
        end = end > 0 ? end : DecadeOrCentury(at, out p);
        end = end > 0 ? end : Season(at, out p);
        end = end > 0 ? end : Counted(at, out p);
        end = end > 0 ? end : NamedUnit(i, out p);
        end = end > 0 ? end : BareYear(at, out p);
        if (end > 0 && p.Start == 0)
        {
            p.Start = at;
        }

        return end;
    }

    /// <summary>What may stand behind a day: "morning", "at 5 p.m.", "of last week", "next week".</summary>
    private int After(int end, ref Period p)
    {
        if (p.Kind == TimeKind.Week && p.Unit == TimeUnit.Week)
        {
            int named = Is(end, TimeClass.On) || IsDash(end) ? end + 1 : end;
            int weekday = named < _words.Length ? WeekdayAt(named, out _) : 0;
            if (weekday == 0 || IsPossessive(end - 1))
            {
                return end;
            }

            p.From = p.To = p.From is { } monday ? CalendarMath.AddDays(monday, weekday - 1) : null;
            p.Kind = TimeKind.Day;
            p.Unit = TimeUnit.Day;
            p.Weekday = (byte)weekday;
            end = named + 1;
        }

        if (p.Kind is not (TimeKind.Day or TimeKind.Weekday))
        {
            return end;
        }

        if (p.Weekday != 0 && p.Kind == TimeKind.Weekday)
        {
            int at = Is(end, TimeClass.Of) || Is(end, TimeClass.In) ? SkipThe(end + 1) : SkipThe(end);
            if (Is(at, TimeClass.Mod) && (Is(at + 1, TimeClass.Unit) && Value(at + 1, TimeClass.Unit) == (int)TimeUnit.Week))
            {
                int last = Modified(at, out Period week);
                if (last > 0)
                {
                    p.From = p.To = week.From is { } monday ? CalendarMath.AddDays(monday, p.Weekday - 1) : null;
                    return last;
                }
            }

            // "Saturday 3 days from now" and the like give the same day twice.
        }

        int dayEnd = end;
        int part = Is(end, TimeClass.Mark) && IsMark(end, ',') ? end + 1 : end;
        part = part > end && !Is(part, TimeClass.At) && !Is(part, TimeClass.Digits) ? end : part;
        int skip = Is(part, TimeClass.At) || Is(part, TimeClass.In) || Is(part, TimeClass.By) || Is(part, TimeClass.Before) || Is(part, TimeClass.After) ? SkipThe(part + 1) : part;
        skip = Is(skip, TimeClass.Approx) ? skip + 1 : skip;
        if (Is(skip, TimeClass.Edge) && Is(skip + 1, TimeClass.Daypart))
        {
            skip++;
        }

        if (Is(skip, TimeClass.Daypart))
        {
            p.Time = p.Time ?? DaypartStart(Value(skip, TimeClass.Daypart));
            dayEnd = skip + 1;
            if (p.Kind == TimeKind.Weekday && Is(dayEnd, TimeClass.Mod) && UnitAt(dayEnd + 1) == TimeUnit.Week && Modified(dayEnd, out Period later) is var weekEnd and > 0)
            {
                p.From = p.To = later.From is { } monday ? CalendarMath.AddDays(monday, p.Weekday - 1) : null;
                return weekEnd;
            }

            part = dayEnd;
            skip = Is(part, TimeClass.At) ? part + 1 : part;
        }

        if (skip < _words.Length)
        {
            int time = Clock(skip, out Period clock);
            if (time > 0)
            {
                p.Time = clock.Time;
                p.Flags |= clock.Flags & TimeFlags.Utc;
                return time;
            }

            // "Tuesday from 2:00 to 2:30 pm", "tomorrow between 7 and 9 a.m."
            if (Is(skip, TimeClass.From) || Is(skip, TimeClass.Between))
            {
                _depth++;
                int range = Range(skip + 1, Is(skip, TimeClass.Between), out Period hours);
                range = range > 0 || Is(skip, TimeClass.Between) ? range : Point(skip + 1, out hours);
                _depth--;
                if (range > 0 && hours.Kind == TimeKind.Clock)
                {
                    p.Time = hours.Time;
                    return range;
                }
            }

            // "Friday at 5": a bare hour counts only behind "at".
            if (skip > part && Is(part, TimeClass.At) && Is(skip, TimeClass.Digits) && _words[skip].Number is >= 0 and <= 24 && _words[skip].Digits <= 2
                && !Is(skip + 1, TimeClass.Units) && !IsMark(skip + 1, '%'))
            {
                p.Time = new TimeOnly(_words[skip].Number % 24, 0);
                return skip + 1;
            }
        }

        return dayEnd;
    }

    private static TimeOnly DaypartStart(int part) => part switch
    {
        1 => new TimeOnly(6, 0),
        2 or 5 => new TimeOnly(12, 0),
        3 => new TimeOnly(18, 0),
        4 => new TimeOnly(20, 0),
        6 => new TimeOnly(0, 0),
        7 => new TimeOnly(5, 0),
        _ => new TimeOnly(18, 0),
    };

    /// <summary>"0400 GMT on Friday", "5 p.m. Tuesday", "3pm on June 14": one expression with the day.</summary>
    private int DateAfterClock(int end, ref Period clock)
    {
        int at = end;
        if (Is(at, TimeClass.To) || IsDash(at))
        {
            int second = Clock(at + 1, out _);
            at = end = second > 0 ? second : end;
        }

        if (IsMark(at, ','))
        {
            at++;
        }

        if (Is(at, TimeClass.On) || Is(at, TimeClass.Of) || Is(at, TimeClass.In))
        {
            at++;
        }

        if (at >= _words.Length)
        {
            return end;
        }

        int day = Core(at, out Period date);
        if (day > 0 && date.Kind is TimeKind.Day or TimeKind.Weekday)
        {
            date.Time = clock.Time;
            date.Flags |= clock.Flags & TimeFlags.Utc;
            date.Start = clock.Start;
            clock = date;
            return day;
        }

        return end;
    }

    private readonly int Holiday(int i, out Period p, bool future = false)
    {
        p = default;
        if (_words[i].Phrases is not { } phrases)
        {
            return -1;
        }

        foreach (TimePhrase phrase in phrases)
        {
            if (phrase.Holiday is not { } rule || !Matches(phrase, i))
            {
                continue;
            }

            // "may day" and "earth day" in lower case are no holidays in edited text, but whole lower-case text has them.
            int end = i + 1 + phrase.Rest.Length;
            bool weekend = UnitAt(end) == TimeUnit.Weekend;
            int year = YearAfter(weekend ? end + 1 : end, out int afterYear);
            weekend |= year > 0 && UnitAt(afterYear) == TimeUnit.Weekend;
            p = new Period { Start = i, Kind = TimeKind.Day, Unit = TimeUnit.Day };
            if (year > 0)
            {
                p.From = p.To = rule.In(year);
                afterYear += weekend && UnitAt(end) != TimeUnit.Weekend ? 1 : 0;
                return weekend ? Weekend(afterYear, ref p) : afterYear;
            }

            p.Flags = TimeFlags.Nearest | TimeFlags.Deictic;
            if (_reference is { } day)
            {
                future |= IsFuture();
                int first = future ? day.Year : day.Year - 1;
                for (int y = first; y <= first + 1; y++)
                {
                    if (rule.In(y) is { } candidate && (future ? candidate >= day : candidate <= day))
                    {
                        p.From = p.To = candidate;
                        if (future)
                        {
                            break;
                        }
                    }
                }
            }

            return weekend ? Weekend(end + 1, ref p) : end;
        }

        return -1;
    }

    // "Labor Day weekend": Saturday and Sunday, with the holiday beside them.
    private static int Weekend(int end, ref Period p)
    {
        (p.From, p.To) = p.From is { } day ? CalendarMath.WeekendOf(day) : (null, null);
        (p.Kind, p.Unit) = (TimeKind.Week, TimeUnit.Weekend);
        return end;
    }

    /// <summary>"early May", "mid-1989", "the end of the year", "the first half".</summary>
    private int Edged(int i, out Period p)
    {
        p = default;
        if (!Is(i, TimeClass.Edge))
        {
            return -1;
        }

        int edge = Value(i, TimeClass.Edge);
        int at = i + 1;
        bool joined = false;
        if (IsDash(at))
        {
            at++;
            joined = true;
        }

        if (Is(at, TimeClass.Of) || (Is(at, TimeClass.In) && edge < 4))
        {
            at++;
            joined = true;
        }
        else if (edge >= 4)
        {
            return -1;
        }

        if (edge <= 3 && Is(at, TimeClass.Daypart))
        {
            p = new Period { Start = i, Kind = TimeKind.Clock, Flags = TimeFlags.Approximate, Time = DaypartStart(Value(at, TimeClass.Daypart)) };
            return at + 1;
        }

        _depth++;
        int end = _depth > MaxDepth ? -1 : Core(at, out p);
        _depth--;
        if (end < 0 || (p.Kind is TimeKind.Day or TimeKind.Weekday && edge <= 3) || !IsDated(p.Kind) || (p.Kind == TimeKind.Year && edge <= 3 && !joined && at == i + 1 && !_words[at].Is(TimeClass.Digits) && !_words[at].Is(TimeClass.Mod)))
        {
            return -1;
        }

        if (edge == 7)
        {
            p.From = _reference is { } now && p.From < now && p.To >= now ? now : p.From;
        }
        else if (p.From is { } from && p.To is { } to)
        {
            (p.From, p.To) = CalendarMath.Part(from, to, p.Unit, edge);
        }

        p.Start = i;
        p.Edge = (byte)edge;
        p.YearOpen = false;
        p.Flags |= TimeFlags.Approximate;
        return end;
    }
}
