namespace StoryCompare.Times;

/// <content>What is told from the article's day or from another event: "last week", "two days earlier", "the past year".</content>
internal ref partial struct TimeParser
{
    private const int Last = -1, Past = -2, Previous = -3, Preceding = -5, Next = 1, Following = 5, Same = 6, Recent = 9;

    private readonly TimeUnit UnitAt(int i) => Is(i, TimeClass.Unit) ? (TimeUnit)Value(i, TimeClass.Unit) : Is(i, TimeClass.Units) ? (TimeUnit)Value(i, TimeClass.Units) : TimeUnit.None;

    private readonly int RelativeDay(int i, out Period p)
    {
        p = default;
        bool name = _words[i].Capitalised && i > 0 && _words[i - 1].Capitalised && _words[i - 1].A == TimeClass.None;
        if (Is(i, TimeClass.Relday) && !name)
        {
            p = new Period { Kind = TimeKind.Day, Unit = TimeUnit.Day, Flags = TimeFlags.Deictic };
            p.From = p.To = Shift(Value(i, TimeClass.Relday), TimeUnit.Day);
            return i + 1;
        }

        if (Is(i, TimeClass.Overnight))
        {
            p = new Period { Kind = TimeKind.Day, Unit = TimeUnit.Day, Flags = TimeFlags.Deictic | TimeFlags.Approximate, From = Shift(-1, TimeUnit.Day), To = _reference };
            return i + 1;
        }

        // "now" only ends a range: "between January and now".
        if (Is(i, TimeClass.Now) && i > 0 && (Is(i - 1, TimeClass.And) || Is(i - 1, TimeClass.To) || Is(i - 1, TimeClass.Until) || Is(i - 1, TimeClass.Between) || Is(i - 1, TimeClass.From)))
        {
            p = new Period { Kind = TimeKind.Day, Unit = TimeUnit.Day, Flags = TimeFlags.Deictic, From = _reference, To = _reference };
            return i + 1;
        }

        return -1;
    }

    private readonly DateOnly? Shift(long count, TimeUnit unit) => _reference is { } day ? CalendarMath.Add(day, count, unit) : null;

    /// <summary>"last week", "the past three months", "this morning", "next Friday", "last August", "earlier this year".</summary>
    private int Modified(int i, out Period p)
    {
        p = default;
        if ((Is(i, TimeClass.Earlier) || Is(i, TimeClass.Later)) && i + 2 < _words.Length)
        {
            return EarlierLater(i, out p);
        }

        if (!Is(i, TimeClass.Mod))
        {
            return FrenchModified(i, out p);
        }

        int mod = Value(i, TimeClass.Mod);
        int at = i + 1;
        if (Is(at, TimeClass.Mod) && Value(at, TimeClass.Mod) is Past or Next)
        {
            // "this past Wednesday", "this coming weekend".
            mod = Value(at, TimeClass.Mod) == Past ? Last : Next;
            at++;
            if (UnitAt(at) is TimeUnit.Year or TimeUnit.Month)
            {
                mod = Past;
            }
        }

        if (Is(at, TimeClass.Fiscal) && UnitAt(at + 1) == TimeUnit.Year)
        {
            int fiscal = ModifiedUnit(i, mod, 1, false, false, TimeUnit.Year, at + 2, out p);
            if (Value(at, TimeClass.Fiscal) == 0)
            {
                (p.From, p.To) = (null, null);
            }

            return fiscal;
        }

        int number = 0;
        int unitAt = at;
        bool counted = false;
        if (!Is(at, TimeClass.Unit) && !Is(at, TimeClass.Article))
        {
            int next = Count(at, out number);
            if (next > 0 && UnitAt(next) != TimeUnit.None)
            {
                (unitAt, counted) = (next, true);
            }
        }

        TimeUnit unit = UnitAt(unitAt);
        if (unit != TimeUnit.None && !(Is(unitAt, TimeClass.Ordinal) && unit == TimeUnit.Second))
        {
            // "last two-year period" and "this year-long strike" count as their head does.
            return ModifiedUnit(i, mod, counted ? number : 1, counted || Is(unitAt, TimeClass.Units), counted, unit, unitAt + 1, out p);
        }

        if (Is(at, TimeClass.Daypart) && mod is Last or 0 or Next)
        {
            p = new Period { Kind = TimeKind.Day, Unit = TimeUnit.Day, Flags = TimeFlags.Deictic, Time = DaypartStart(Value(at, TimeClass.Daypart)) };
            p.From = p.To = Shift(mod, TimeUnit.Day);
            return at + 1;
        }

        int weekday = WeekdayAt(at, out bool misspelt);
        if (weekday > 0)
        {
            p = new Period { Kind = TimeKind.Weekday, Unit = TimeUnit.Day, Weekday = (byte)weekday, Flags = TimeFlags.Deictic | (misspelt ? TimeFlags.Misspelt : TimeFlags.None) };
            if (_reference is { } today)
            {
                DateOnly thisWeek = CalendarMath.AddDays(CalendarMath.Monday(today), weekday - 1);
                DateOnly lastOne = CalendarMath.AddDays(thisWeek, thisWeek < today ? 0 : -7);
                p.From = p.To = mod switch
                {
                    0 => thisWeek,
                    Next when at > i + 1 => CalendarMath.AddDays(thisWeek, thisWeek < today ? 7 : 0),
                    Next or Following => CalendarMath.AddDays(thisWeek, 7),
                    // A weekday of the last two days would be told bare: "last Wednesday" on a Thursday is the one before.
                    Last or Previous when at == i + 1 => CalendarMath.AddDays(lastOne, today.DayNumber - lastOne.DayNumber <= 2 ? -7 : 0),
                    _ => lastOne,
                };
            }

            return at + 1;
        }

        int month = MonthAt(at, cue: true);
        bool verb = Is(at, TimeClass.MonthCue) && month is 3 or 5 && (!_words[at].Capitalised || (mod is 0 or Same && i == 0));
        if (month > 0 && !verb && BareDay(at + 1, out _) < 0 && YearAt(at + 1) == 0)
        {
            p = new Period { Kind = TimeKind.Month, Unit = TimeUnit.Month, Month = (byte)month, Flags = TimeFlags.Deictic };
            if (_reference is { } today)
            {
                int year = mod == 0 ? today.Year : mod > 0 ? today.Year + (month <= today.Month ? 1 : 0) : today.Year - (month >= today.Month ? 1 : 0);
                (p.From, p.To) = CalendarMath.Month(year, month);
            }

            return at + 1;
        }

        if (Is(at, TimeClass.Season) && mod != Recent)
        {
            p = new Period { Kind = TimeKind.Season, Unit = TimeUnit.Season, Flags = TimeFlags.Deictic };
            if (_reference is { } today)
            {
                (p.From, p.To) = NearestSeason(today, Value(at, TimeClass.Season), mod);
            }

            return at + 1;
        }

        if (mod is Last or Next or 0 or Past or Following && at < _words.Length && Holiday(at, out p) is var end and > 0)
        {
            if (mod is Next or Following && _reference is { } now && p.From < now)
            {
                _ = Holiday(at, out p, future: true);
            }

            return end;
        }

        return -1;
    }

    private static (DateOnly? From, DateOnly? To) NearestSeason(DateOnly today, int season, int mod)
    {
        for (int y = today.Year + 1; y >= today.Year - 2; y--)
        {
            (DateOnly? from, DateOnly? to) = CalendarMath.Season(y, season);
            bool fits = mod < 0 ? to < today : mod == 0 ? from <= today || from?.Year == today.Year : CalendarMath.Season(y - 1, season).From <= today;
            if (fits)
            {
                return (from, to);
            }
        }

        return (null, null);
    }

    private readonly int ModifiedUnit(int i, int mod, int number, bool plural, bool counted, TimeUnit unit, int end, out Period p)
    {
        p = new Period { Flags = TimeFlags.Deictic, Unit = unit, Kind = KindOf(unit) };
        bool the = i > 0 && Is(i - 1, TimeClass.The);
        if (mod == Recent || (plural && (number == 0 || !counted)))
        {
            p.Kind = TimeKind.Vague;
            return end;
        }

        if (unit < TimeUnit.Day)
        {
            p.Kind = TimeKind.Range;
            (p.From, p.To) = unit == TimeUnit.Hour && number > 24
                ? mod < 0 ? (Shift(-((number + 23) / 24), TimeUnit.Day), _reference) : (_reference, Shift((number + 23) / 24, TimeUnit.Day))
                : (_reference, _reference);
            return mod is Last or Past or Previous or Next && (counted || unit == TimeUnit.Hour) ? end : -1;
        }

        // Told from the event just narrated: "the next day", "the following week", "the same day".
        bool toEvent = mod is Same or Preceding || (the && mod == Following) || (unit is TimeUnit.Day or TimeUnit.Night && mod is Previous or Following or Next && (the || !counted) && !counted);
        if (toEvent)
        {
            int days = mod is Same ? 0 : mod < 0 ? -number : number;
            p.Kind = TimeKind.RelativeToEvent;
            p.Flags = TimeFlags.None;
            p.OffsetDays = Days(days, unit);
            if (mod == Same && i > 0 && !the && unit is not (TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Weekend or TimeUnit.Night))
            {
                return -1;
            }

            return end;
        }

        if (unit is TimeUnit.Day && mod is Last or Past && !counted)
        {
            // "the last day (of the visit)" tells nothing by itself.
            return -1;
        }

        if (_reference is not { } today)
        {
            p.Kind = counted || (mod == Past && unit is not TimeUnit.Weekend) ? TimeKind.Range : p.Kind;
            return end;
        }

        bool rolling = counted && number >= 1 && mod != 0 && !(unit is TimeUnit.Quarter or TimeUnit.Century or TimeUnit.Weekend || (unit is TimeUnit.Decade && mod > 0));
        rolling |= mod == Past && unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Fortnight or TimeUnit.Decade;
        rolling |= mod == Last && unit is TimeUnit.Decade;
        if (rolling)
        {
            p.Kind = TimeKind.Range;
            (p.From, p.To) = mod < 0 ? (CalendarMath.Add(today, -number, unit), today) : (CalendarMath.AddDays(today, 1), CalendarMath.Add(today, number, unit));
            return end;
        }

        if (counted && mod != 0)
        {
            p.Kind = TimeKind.Range;
            (p.From, _) = CalendarMath.Calendar(today, unit, mod < 0 ? -number : 1);
            (_, p.To) = CalendarMath.Calendar(today, unit, mod < 0 ? -1 : number);
            return end;
        }

        int offset = mod < 0 ? -1 : mod == 0 ? 0 : 1;
        if (unit == TimeUnit.Weekend && mod < 0 && CalendarMath.IsoWeekday(today) == 7)
        {
            offset = -1;
        }

        (p.From, p.To) = CalendarMath.Calendar(today, unit, offset);
        if (unit is TimeUnit.Day or TimeUnit.Night && mod is 0 && _depth == 0)
        {
            return -1;
        }

        return end;
    }

    private static TimeKind KindOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Day or TimeUnit.Night => TimeKind.Day,
        TimeUnit.Week or TimeUnit.Fortnight or TimeUnit.Weekend => TimeKind.Week,
        TimeUnit.Month => TimeKind.Month,
        TimeUnit.Quarter or TimeUnit.HalfYear => TimeKind.Quarter,
        TimeUnit.Year => TimeKind.Year,
        TimeUnit.Decade or TimeUnit.Century => TimeKind.Decade,
        TimeUnit.Season => TimeKind.Season,
        _ => TimeKind.Duration,
    };

    private static int? Days(int count, TimeUnit unit) => unit switch
    {
        TimeUnit.Day or TimeUnit.Night => Math.Clamp(count, -100_000, 100_000),
        TimeUnit.Week => 7 * Math.Clamp(count, -10_000, 10_000),
        TimeUnit.Fortnight => 14 * Math.Clamp(count, -5_000, 5_000),
        _ => null,
    };

    /// <summary>"earlier this month", "later in the year", "earlier on Friday" (the day alone).</summary>
    private int EarlierLater(int i, out Period p)
    {
        bool later = Is(i, TimeClass.Later);
        int at = Is(i + 1, TimeClass.In) ? SkipThe(i + 2) : i + 1;
        p = default;
        int end = Is(at, TimeClass.Mod) && Value(at, TimeClass.Mod) is 0 or Last or Next ? Modified(at, out p) : -1;
        if (end < 0 && at > i + 1 && Is(at, TimeClass.Unit) && UnitAt(at) is var unit and (TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Day))
        {
            p = new Period { Kind = KindOf(unit), Unit = unit, Flags = TimeFlags.Deictic };
            (p.From, p.To) = _reference is { } day ? CalendarMath.Calendar(day, unit, 0) : (null, null);
            end = at + 1;
        }

        if (end < 0 || !IsDated(p.Kind))
        {
            return -1;
        }

        p.Flags |= TimeFlags.Approximate;
        if (_reference is { } today && p.From <= today && p.To >= today && p.Unit != TimeUnit.Day)
        {
            (p.From, p.To) = later ? ((DateOnly?)today, p.To) : (p.From, (DateOnly?)today);
        }

        p.Start = i;
        return end;
    }

    /// <summary>Unit or weekday before its modifier, as French has it: "la semaine dernière", "mardi prochain".</summary>
    private readonly int FrenchModified(int i, out Period p)
    {
        p = default;
        if (!Is(i, TimeClass.Unit) || !Is(i + 1, TimeClass.Postmod))
        {
            return -1;
        }

        int mod = Value(i + 1, TimeClass.Postmod);
        TimeUnit unit = UnitAt(i);
        p = new Period { Kind = KindOf(unit), Unit = unit, Flags = TimeFlags.Deictic };
        (p.From, p.To) = _reference is { } today ? CalendarMath.Calendar(today, unit, mod) : (null, null);
        return unit >= TimeUnit.Day ? i + 2 : -1;
    }
}
