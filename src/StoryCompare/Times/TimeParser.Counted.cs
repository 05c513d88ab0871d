namespace StoryCompare.Times;

/// <content>Counts of units with a direction, and units by name: "three days ago", "a day after the vote", "the week of April 10".</content>
internal ref partial struct TimeParser
{
    /// <summary>"two days ago", "a week later", "three weeks after Christmas", "six months" (a duration).</summary>
    private int Counted(int i, out Period p)
    {
        p = default;
        int unitAt = Count(i, out int number);
        bool bare = unitAt < 0 && Is(i, TimeClass.Units);
        unitAt = bare ? i : unitAt;
        if (unitAt < 0)
        {
            return -1;
        }

        bool glued = IsDash(unitAt) && Glued(unitAt) && Glued(unitAt + 1);
        if (glued)
        {
            if (UnitAt(unitAt + 1) < TimeUnit.Hour || _words[unitAt + 1].Capitalised || IsDash(unitAt + 2) || Is(unitAt + 2, TimeClass.Old) || Is(unitAt + 1, TimeClass.Ordinal))
            {
                return -1;
            }

            p = new Period { Kind = TimeKind.Duration };
            return unitAt + 2;
        }

        if (Is(unitAt, TimeClass.Mod) && Value(unitAt, TimeClass.Mod) is Past or Next or Previous or Last && Is(unitAt + 1, TimeClass.Units) && !bare)
        {
            return ModifiedUnit(unitAt, Value(unitAt, TimeClass.Mod), number, true, true, UnitAt(unitAt + 1), unitAt + 2, out p);
        }

        TimeUnit unit = UnitAt(unitAt);
        if (unit == TimeUnit.None || IsPossessive(unitAt) || unit == TimeUnit.Quarter && !Is(unitAt, TimeClass.Units) || (unit == TimeUnit.Second && Is(i, TimeClass.Article)) || (unit == TimeUnit.Weekend))
        {
            return -1;
        }

        int at = unitAt + 1;
        bool vague = bare || number == 0;
        int more = 0;
        TimeUnit moreUnit = TimeUnit.None;
        if (Is(at, TimeClass.And) && Is(at + 1, TimeClass.Article) && Is(at + 2, TimeClass.Half))
        {
            at += 3;
        }
        else if (!bare && Is(at, TimeClass.And) && Count(at + 1, out more) is var second and > 0 && UnitAt(second) is not TimeUnit.None)
        {
            moreUnit = UnitAt(second);
            at = second + 1;
        }

        if (Is(at, TimeClass.Ago))
        {
            p = new Period { Kind = vague ? TimeKind.Vague : KindOfCount(unit), Unit = TimeUnit.Day, Flags = TimeFlags.Deictic | (unit > TimeUnit.Week ? TimeFlags.Approximate : TimeFlags.None) };
            p.From = p.To = vague || Shift(-number, unit) is not { } ago ? null : CalendarMath.Add(ago, -more, moreUnit);
            return at + 1;
        }

        if (Is(at, TimeClass.Later) || Is(at, TimeClass.Earlier))
        {
            bool prior = Is(at, TimeClass.Earlier) && Is(at + 1, TimeClass.To);
            return ToEvent(Is(at, TimeClass.Later) ? number : -number, vague, unit, prior ? at + 2 : at + 1, out p);
        }

        if (Is(at, TimeClass.From) && (Is(at + 1, TimeClass.Now) || (Is(at + 1, TimeClass.Relday) && !bare)))
        {
            int shift = Is(at + 1, TimeClass.Relday) ? Value(at + 1, TimeClass.Relday) : 0;
            p = new Period { Kind = vague ? TimeKind.Vague : KindOfCount(unit), Unit = TimeUnit.Day, Flags = TimeFlags.Deictic };
            p.From = p.To = vague || Shift(shift, TimeUnit.Day) is not { } start ? null : CalendarMath.Add(start, number, unit);
            return at + 2;
        }

        if (Is(at, TimeClass.After) || Is(at, TimeClass.Before) || (Is(at, TimeClass.From) && unit >= TimeUnit.Day && !IsClockNext(at + 1)))
        {
            bool from = Is(at, TimeClass.From);
            int sign = Is(at, TimeClass.Before) ? -1 : 1;
            int end = !vague && _depth <= MaxDepth ? Point(at + 1, out Period anchor) : Unread(out anchor);
            if (end > 0 && anchor.Kind is TimeKind.Day or TimeKind.Weekday && !HasHead(end))
            {
                p = anchor;
                p.Start = i;
                p.Kind = TimeKind.Day;
                p.Weekday = 0;
                p.Time = null;
                p.YearOpen = false;
                p.From = p.To = anchor.From is { } day ? CalendarMath.Add(day, (long)sign * number, unit) : null;
                return end;
            }

            if (!from)
            {
                return ToEvent(sign * number, vague, unit, at + 1, out p);
            }
        }

        if (bare || (Is(i, TimeClass.Article) && !(i > 0 && (Is(i - 1, TimeClass.For) || Is(i - 1, TimeClass.Within) || Is(i - 1, TimeClass.In) || Is(i - 1, TimeClass.Than)))))
        {
            return -1;
        }

        if (Is(at, TimeClass.Old) || IsDash(at) && Is(at + 1, TimeClass.Old))
        {
            return -1;
        }

        p = new Period { Kind = number == 0 ? TimeKind.Vague : TimeKind.Duration };
        return at;
    }

    private readonly bool IsClockNext(int i) => Clock(i, out _) > 0;

    private static int Unread(out Period p)
    {
        p = default;
        return -1;
    }

    // "a day after Friday's attack": what follows the day is the event, and the day is its day.
    private readonly bool HasHead(int end) => IsPossessive(end - 1);

    private static TimeKind KindOfCount(TimeUnit unit) => unit < TimeUnit.Day ? TimeKind.Day : unit is TimeUnit.Year or TimeUnit.Month ? KindOf(unit) : TimeKind.Day;

    private static int ToEvent(int count, bool vague, TimeUnit unit, int end, out Period p)
    {
        p = new Period { Kind = TimeKind.RelativeToEvent, Unit = unit, OffsetDays = vague ? null : Days(count, unit) };
        return end;
    }

    /// <summary>"in two weeks" and "within three days" of the future; "for weeks".</summary>
    private int PrefixedCount(int i, out Period p)
    {
        p = default;
        bool within = Is(i, TimeClass.Within);
        if (Is(i, TimeClass.For) && Is(i + 1, TimeClass.Units))
        {
            p = new Period { Start = i, Kind = TimeKind.Vague };
            return UnitAt(i + 1) >= TimeUnit.Day ? i + 2 : -1;
        }

        if (!Is(i, TimeClass.In) && !within)
        {
            return -1;
        }

        int at = Hedge(SkipThe(i + 1));
        at = within && Is(at, TimeClass.Mod) ? at + 1 : at;
        int unitAt = Count(at, out int number);
        if (unitAt < 0 || UnitAt(unitAt) is not (not TimeUnit.None and var unit) || (unit == TimeUnit.Second && Is(unitAt, TimeClass.Ordinal)) || Is(unitAt + 1, TimeClass.Of))
        {
            return -1;
        }

        int end = unitAt + 1;
        if (Is(end, TimeClass.Later) || Is(end, TimeClass.Ago) || Is(end, TimeClass.After) || Is(end, TimeClass.Before) || Is(end, TimeClass.Earlier) || Is(end, TimeClass.From))
        {
            return -1;
        }

        bool later = Is(end, TimeClass.Of);
        p = new Period { Start = i, Kind = TimeKind.Duration };
        if (Tense() < 0 || later)
        {
            p.Start = at;
            p.Kind = number == 0 ? TimeKind.Vague : TimeKind.Duration;
            return end;
        }

        p.Flags = TimeFlags.Deictic | TimeFlags.Future;
        p.Unit = TimeUnit.Day;
        p.Kind = number == 0 ? TimeKind.Vague : within ? TimeKind.Range : KindOfCount(unit);
        if (number > 0)
        {
            p.To = Shift(number, unit);
            p.From = within ? _reference : p.To;
        }

        return end;
    }

    /// <summary>"the week of April 10", "the year 2008", "the weekend", "the day after tomorrow", "week 31", "the week after next".</summary>
    private int NamedUnit(int i, out Period p)
    {
        p = default;
        int at = SkipThe(i);
        if (Is(at, TimeClass.Fiscal) && UnitAt(at + 1) == TimeUnit.Year)
        {
            int fiscal = YearAt(at + 2);
            p = new Period { Kind = TimeKind.Year, Unit = TimeUnit.Year, Flags = TimeFlags.Approximate };
            if (fiscal > 0 && Value(at, TimeClass.Fiscal) == 1)
            {
                (p.From, p.To) = CalendarMath.Years(fiscal, 1);
            }

            return fiscal > 0 ? at + 3 : -1;
        }

        if (!Is(at, TimeClass.Unit))
        {
            return -1;
        }

        TimeUnit unit = UnitAt(at);
        bool the = at > i;
        if (unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Night && (Is(at + 1, TimeClass.Before) || Is(at + 1, TimeClass.After)))
        {
            int sign = Is(at + 1, TimeClass.After) ? 1 : -1;
            if (unit == TimeUnit.Week && sign > 0 && Is(at + 2, TimeClass.Mod) && Value(at + 2, TimeClass.Mod) == Next)
            {
                p = new Period { Kind = TimeKind.Week, Unit = unit, Flags = TimeFlags.Deictic };
                (p.From, p.To) = _reference is { } today ? CalendarMath.Calendar(today, unit, 2) : (null, null);
                return at + 3;
            }

            if (unit == TimeUnit.Day && Point(at + 2, out Period anchor) is var end and > 0 && anchor.Kind is TimeKind.Day or TimeKind.Weekday && !HasHead(end))
            {
                p = anchor;
                p.Start = i;
                p.Kind = TimeKind.Day;
                p.Weekday = 0;
                p.Time = null;
                p.YearOpen = false;
                p.From = p.To = anchor.From is { } day ? CalendarMath.AddDays(day, sign) : null;
                return end;
            }

            if (the && unit is not TimeUnit.Night && YearAt(at + 2) == 0)
            {
                int stop = ToEvent(sign, false, unit, at + 2, out p);
                p.Start = i;
                return stop;
            }

            return -1;
        }

        if (unit == TimeUnit.Week && Is(at + 1, TimeClass.Digits) && _words[at + 1].Number is >= 1 and <= 53)
        {
            int year = YearAfter(at + 2, out int stop);
            p = new Period { Kind = TimeKind.Week, Unit = unit, Flags = year > 0 ? TimeFlags.None : TimeFlags.Deictic };
            year = year > 0 ? year : _reference?.Year ?? 0;
            (p.From, p.To) = year > 0 ? Nth(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), unit, _words[at + 1].Number, 1) : (null, null);
            return stop;
        }

        if (unit == TimeUnit.Year && YearAt(at + 1) > 0)
        {
            p = new Period { Kind = TimeKind.Year, Unit = unit };
            (p.From, p.To) = CalendarMath.Years(YearAt(at + 1), 1);
            return at + 2;
        }

        if (unit == TimeUnit.Year && Is(at + 1, TimeClass.Of) && YearAt(at + 2) > 0)
        {
            p = new Period { Kind = TimeKind.Year, Unit = unit };
            (p.From, p.To) = CalendarMath.Years(YearAt(at + 2), 1);
            return at + 3;
        }

        if (unit is TimeUnit.Week or TimeUnit.Weekend && (Is(at + 1, TimeClass.Of) || Is(at + 1, TimeClass.Starting)))
        {
            int dateAt = Is(at + 1, TimeClass.Starting) && Is(at + 2, TimeClass.On) ? at + 3 : at + 2;
            if (Point(dateAt, out Period inner) is var end and > 0 && inner.Kind == TimeKind.Day)
            {
                p = new Period { Kind = TimeKind.Week, Unit = unit, Flags = inner.Flags, Start = i };
                bool starting = Is(at + 1, TimeClass.Starting);
                (p.From, p.To) = inner.From is not { } day ? (null, null) : unit == TimeUnit.Weekend ? CalendarMath.WeekendOf(day) : starting ? (day, CalendarMath.AddDays(day, 6)) : CalendarMath.Calendar(day, unit, 0);
                return end;
            }
        }

        bool inside = _depth > 1 || (i > 0 && (Is(i - 1, TimeClass.Of) || Is(i - 1, TimeClass.By)));
        if ((the || inside) && (unit == TimeUnit.Weekend || (inside && unit is TimeUnit.Day or TimeUnit.Year or TimeUnit.Month or TimeUnit.Week or TimeUnit.Decade or TimeUnit.Century)))
        {
            p = new Period { Kind = KindOf(unit), Unit = unit, Flags = TimeFlags.Deictic };
            if (_reference is { } today)
            {
                bool past = unit == TimeUnit.Weekend && CalendarMath.IsoWeekday(today) < 6 && !IsFuture();
                (p.From, p.To) = CalendarMath.Calendar(today, unit, past ? -1 : 0);
            }

            return at + 1;
        }

        return -1;
    }
}
