namespace StoryCompare.Times;

/// <content>Years, decades, centuries, quarters, halves, seasons and numbered parts ("the second week of May").</content>
internal ref partial struct TimeParser
{
    /// <summary>A year by itself needs a word beside it that makes it one: "in 2011", "the 2014 war", "2012-13".</summary>
    private int BareYear(int i, out Period p)
    {
        p = default;
        int year = YearAt(i);
        int end = i + 1;
        if (year == 0)
        {
            year = YearInWords(i, out end);
            if (year == 0)
            {
                return -1;
            }
        }

        p = new Period { Kind = TimeKind.Year, Unit = TimeUnit.Year };
        (p.From, p.To) = CalendarMath.Years(year, 1);
        if (end > i + 1)
        {
            return i > 0 && (Is(i - 1, TimeClass.In) || Is(i - 1, TimeClass.Since) || Is(i - 1, TimeClass.Unit)) ? end : -1;
        }

        int sep = (IsDash(end) || IsMark(end, '/')) && Glued(end) && Glued(end + 1) ? end + 1 : end;
        if (sep > end && Is(sep, TimeClass.Digits))
        {
            int low = _words[sep].Number;
            if (_words[sep].Digits == 2 && low == (year + 1) % 100)
            {
                (p.From, p.To) = CalendarMath.Years(year, 2);
                p.Kind = TimeKind.Range;
                return sep + 1;
            }

            // "(2000-04)", "from 2000-04" are years; "2000-04" elsewhere is a month.
            bool years = i > 0 && (Is(i - 1, TimeClass.From) || IsMark(i - 1, '('));
            if (_words[sep].Digits == 2 && low > year % 100 && (low > 12 || years))
            {
                (p.From, p.To) = CalendarMath.Years(year, low - (year % 100) + 1);
                p.Kind = TimeKind.Range;
                return sep + 1;
            }

            if (_words[sep].Digits <= 2 && low is >= 1 and <= 12 && IsDash(end) && !IsDash(sep + 1))
            {
                (p.From, p.To) = CalendarMath.Month(year, low);
                (p.Kind, p.Unit) = (TimeKind.Month, TimeUnit.Month);
                return sep + 1;
            }

            if (YearAt(sep) == 0)
            {
                return -1;
            }
        }

        // "2017 April", "2017-Q1", "2019/Aug/01".
        int month = MonthAt(sep, cue: true);
        if (month > 0 && year >= 1900)
        {
            int dayAt = sep + 1;
            dayAt = (IsDash(dayAt) || IsMark(dayAt, '/')) && Glued(dayAt) ? dayAt + 1 : dayAt;
            if (dayAt > sep + 1 && BareDay(dayAt, out int day) is var stop and > 0 && CalendarMath.Date(year, month, day) is { } date)
            {
                (p.From, p.To, p.Kind, p.Unit) = (date, date, TimeKind.Day, TimeUnit.Day);
                return stop;
            }

            if (sep > end || !_words[sep].Capitalised || Is(sep, TimeClass.Month))
            {
                (p.From, p.To) = CalendarMath.Month(year, month);
                (p.Kind, p.Unit) = (TimeKind.Month, TimeUnit.Month);
                return sep + 1;
            }
        }

        if (QuarterOf(sep, year, ref p))
        {
            return sep + 1;
        }

        return IsYearHere(i, year) ? end : -1;
    }

    private readonly bool IsYearHere(int i, int year)
    {
        TimeWord before = i > 0 ? _words[i - 1] : default;
        bool countedNext = Is(i + 1, TimeClass.Counted) || IsMark(i + 1, '%') || (i + 1 < _words.Length && _tokens[i + 1].Kind == Text.TokenKind.Symbol && !IsDash(i + 1));
        if (countedNext || year is < 1500 or > 2150)
        {
            return false;
        }

        if (i == 0)
        {
            return year is >= 1900 and < 2050;
        }

        if ((_tokens[i - 1].Kind == Text.TokenKind.Symbol && !IsDash(i - 1)) || before.Is(TimeClass.More) || before.Is(TimeClass.Over) || before.Is(TimeClass.Few) || before.Is(TimeClass.Digits) || before.Is(TimeClass.Number) || before.Is(TimeClass.Numbered)
            || (before.Is(TimeClass.Mark) && Glued(i) && (char)before.ValueA is not ('(' or '[' or '\'' or '"' or '\u201C' or '\u2018') && !(IsDash(i - 1) && YearAt(i - 2) > 0)
                && !(IsDash(i - 1) && MonthAt(i - 2, cue: true) > 0) && !(IsDash(i - 1) && i > 1 && Is(i - 2, TimeClass.Edge))))
        {
            return false;
        }

        bool cue = before.Is(TimeClass.In) || before.Is(TimeClass.Since) || before.Is(TimeClass.Until) || before.Is(TimeClass.By) || before.Is(TimeClass.Before) || before.Is(TimeClass.After)
            || before.Is(TimeClass.From) || before.Is(TimeClass.Between) || before.Is(TimeClass.During) || before.Is(TimeClass.Of) || before.Is(TimeClass.To) || before.Is(TimeClass.And)
            || before.Is(TimeClass.Edge) || before.Is(TimeClass.Unit) || before.Is(TimeClass.Season) || before.Is(TimeClass.For);
        if (cue)
        {
            return year >= 1500 || before.Is(TimeClass.In) || before.Is(TimeClass.Since);
        }

        bool modern = year is >= 1900 and < 2050;
        bool closes = i + 1 >= _words.Length || Is(i + 1, TimeClass.Mark);
        return modern && (before.Is(TimeClass.The) || before.Is(TimeClass.Article) || before.Capitalised || before.Is(TimeClass.Mark) || before.Is(TimeClass.Or) || before.Is(TimeClass.Than) || closes || IsPossessive(i - 1) || _tokens[i - 1].IsStopWord);
    }

    private readonly bool QuarterOf(int i, int year, ref Period p)
    {
        if (i >= _words.Length || _tokens[i].Length != 2 || _tokens[i].Kind != Text.TokenKind.Word)
        {
            return false;
        }

        ReadOnlySpan<char> code = Chars(i);
        int n = code[1] - '0';
        if ((code[0] | 0x20) == 'q' && n is >= 1 and <= 4)
        {
            (p.From, p.To) = CalendarMath.Months(year, (n * 3) - 2, 3);
            p.Unit = TimeUnit.Quarter;
        }
        else if ((code[0] | 0x20) == 'h' && n is 1 or 2)
        {
            (p.From, p.To) = CalendarMath.Months(year, (n * 6) - 5, 6);
            p.Unit = TimeUnit.HalfYear;
        }
        else
        {
            return false;
        }

        p.Kind = TimeKind.Quarter;
        return true;
    }

    /// <summary>"Q3 2019", "Q1 of 2017", "Q2".</summary>
    private readonly int QuarterCode(int i, out Period p)
    {
        p = default;
        if (!QuarterOf(i, 2000, ref p))
        {
            return -1;
        }

        int year = YearAfter(i + 1, out int end);
        if (year == 0)
        {
            if (p.Unit == TimeUnit.HalfYear)
            {
                return -1;
            }

            p.Flags = TimeFlags.Deictic | TimeFlags.Nearest;
            NearestQuarter(Chars(i)[1] - '0', ref p);
            return i + 1;
        }

        QuarterOf(i, year, ref p);
        return end;
    }

    private readonly void NearestQuarter(int quarter, ref Period p)
    {
        (p.From, p.To) = (null, null);
        if (_reference is { } today)
        {
            int month = (quarter * 3) - 2;
            (p.From, p.To) = CalendarMath.Months(IsFuture() && month + 2 < today.Month ? today.Year + 1 : !IsFuture() && month > today.Month ? today.Year - 1 : today.Year, month, 3);
        }
    }

    /// <summary>"first quarter of 2017", "the 21st century", "the second week of May", "the first two weeks of 2021", "last week of July".</summary>
    private int Ordinal(int i, out Period p)
    {
        p = default;
        int at = OrdinalNumber(i, out int n);
        bool last = at < 0 && Is(i, TimeClass.Mod) && Value(i, TimeClass.Mod) == Last;
        at = last ? i + 1 : at;
        if (at < 0)
        {
            return -1;
        }

        at = IsDash(at) && Glued(at) && Glued(at + 1) ? at + 1 : at;
        int number = 1;
        if (!Is(at, TimeClass.Unit) && Count(at, out int counted) is var next and > 0 && Is(next, TimeClass.Units))
        {
            (number, at) = (counted, next);
        }

        if (at >= _words.Length)
        {
            return -1;
        }

        if (!last && UnitAt(at) == TimeUnit.Century)
        {
            p = new Period { Kind = TimeKind.Decade, Unit = TimeUnit.Century };
            (p.From, p.To) = n is >= 1 and <= 99 ? CalendarMath.Years(Math.Max(1, (n - 1) * 100), 100) : (null, null);
            return p.From is null ? -1 : at + 1;
        }

        bool half = Is(at, TimeClass.Half);
        TimeUnit unit = half ? TimeUnit.HalfYear : UnitAt(at);
        int weekday = unit == TimeUnit.None ? WeekdayAt(at, out _) : 0;
        if (unit < TimeUnit.Day && weekday == 0)
        {
            return -1;
        }

        int of = Is(at + 1, TimeClass.Of) || Is(at + 1, TimeClass.In) ? at + 2 : YearAt(at + 1) > 0 ? at + 1 : -1;
        _depth++;
        Period whole = default;
        int end = of < 0 || _depth > MaxDepth ? -1 : Core(of, out whole);
        _depth--;
        if (end > 0 && IsDated(whole.Kind) && whole.Unit is TimeUnit.Month or TimeUnit.Year or TimeUnit.Quarter or TimeUnit.Decade or TimeUnit.Century && (unit < whole.Unit || unit == TimeUnit.HalfYear))
        {
            p = whole;
            p.Start = i;
            p.Unit = unit;
            p.YearOpen = false;
            p.Kind = weekday > 0 ? TimeKind.Day : number > 1 ? TimeKind.Range : KindOf(unit);
            if (whole.From is { } from && whole.To is { } to)
            {
                (p.From, p.To) = weekday > 0 ? NthDay(from, weekday, last ? -1 : n) : Nth(from, to, unit, last ? -1 : n, number);
            }

            return end;
        }

        if (unit == TimeUnit.Quarter && !last && n is >= 1 and <= 4 && (i > 0 && Is(i - 1, TimeClass.The) || !_words[at].AfterSpace))
        {
            p = new Period { Kind = TimeKind.Quarter, Unit = unit, Flags = TimeFlags.Deictic | TimeFlags.Nearest };
            NearestQuarter(n, ref p);
            return at + 1;
        }

        return -1;
    }

    private static (DateOnly? From, DateOnly? To) NthDay(DateOnly from, int weekday, int n)
    {
        DateOnly? day = CalendarMath.NthWeekday(from.Year, from.Month, weekday, n);
        return (day, day);
    }

    /// <summary>The nth unit inside a period, or the last one; weeks are those whose Thursday lies in it, as ISO counts them.</summary>
    private static (DateOnly? From, DateOnly? To) Nth(DateOnly from, DateOnly to, TimeUnit unit, int n, int number)
    {
        number = Math.Clamp(number, 1, 1000);
        if (unit is TimeUnit.Week or TimeUnit.Weekend)
        {
            DateOnly monday = n > 0 ? CalendarMath.Monday(CalendarMath.AddDays(from, 3)) : CalendarMath.Monday(CalendarMath.AddDays(to, -3));
            DateOnly start = CalendarMath.AddDays(monday, n > 0 ? 7L * (n - 1) : -7L * (number - 1));
            return unit == TimeUnit.Week ? (start, CalendarMath.AddDays(start, (7 * number) - 1)) : (CalendarMath.AddDays(start, 5), CalendarMath.AddDays(start, 6));
        }

        DateOnly first = n > 0 ? CalendarMath.Add(from, (long)(n - 1) * number, unit) : CalendarMath.Add(CalendarMath.AddDays(to, 1), -number, unit);
        DateOnly last = CalendarMath.AddDays(CalendarMath.Add(first, number, unit), -1);
        return first > to ? (null, null) : (first, last);
    }

    /// <summary>"1990s", "the '90s", "the nineties".</summary>
    private readonly int DecadeOrCentury(int i, out Period p)
    {
        p = default;
        int at = IsMark(i, '\'') || IsMark(i, '\u2019') || IsMark(i, '\u2018') ? i + 1 : i;
        int start = 0;
        int end = at + 1;
        if (Is(at, TimeClass.Digits) && _words[at].Digits is 2 or 4 && _words[at].Number % 10 == 0 && IsPluralMark(end, out int stop))
        {
            start = _words[at].Digits == 4 ? _words[at].Number : _words[at].Number + (_words[at].Number < 30 ? 2000 : 1900);
            end = stop;
            if (_words[at].Digits == 2 && at == i && !(i > 0 && (Is(i - 1, TimeClass.The) || Is(i - 1, TimeClass.Edge) || IsDash(i - 1))))
            {
                return -1;
            }
        }
        else if (Is(at, TimeClass.DecadeWord) && i > 0 && (Is(i - 1, TimeClass.The) || Is(i - 1, TimeClass.Edge) || IsDash(i - 1)))
        {
            start = 1900 + Value(at, TimeClass.DecadeWord);
        }
        else if (Is(at, TimeClass.Number) && Value(at, TimeClass.Number) is >= 16 and <= 19 && Is(end, TimeClass.DecadeWord))
        {
            // "the nineteen seventies".
            start = (Value(at, TimeClass.Number) * 100) + Value(end, TimeClass.DecadeWord);
            end++;
        }

        if (start < 1000)
        {
            return -1;
        }

        p = new Period { Kind = TimeKind.Decade, Unit = TimeUnit.Decade };
        (p.From, p.To) = CalendarMath.Years(start, start % 100 == 0 && start < 2000 ? 100 : 10);
        return end;
    }

    private readonly bool IsPluralMark(int i, out int end)
    {
        end = i + 1;
        if (i < _words.Length && Glued(i) && _tokens[i].Length == 1 && Chars(i)[0] is 's' or 'S')
        {
            return true;
        }

        end = i + 2;
        return (IsMark(i, '\'') || IsMark(i, '\u2019')) && Glued(i) && i + 1 < _words.Length && Glued(i + 1) && _tokens[i + 1].Length == 1 && Chars(i + 1)[0] == 's';
    }

    /// <summary>"summer of 2016", "in the spring".</summary>
    private readonly int Season(int i, out Period p)
    {
        p = default;
        if (!Is(i, TimeClass.Season))
        {
            return -1;
        }

        int year = YearAfter(i + 1, out int end);
        p = new Period { Kind = TimeKind.Season, Unit = TimeUnit.Season };
        if (year > 0)
        {
            (p.From, p.To) = CalendarMath.Season(year, Value(i, TimeClass.Season));
            return end;
        }

        bool the = i > 1 && Is(i - 1, TimeClass.The) && (Is(i - 2, TimeClass.In) || Is(i - 2, TimeClass.During) || Is(i - 2, TimeClass.By) || Is(i - 2, TimeClass.Over) || Is(i - 2, TimeClass.Since) || Is(i - 2, TimeClass.Of) || Is(i - 2, TimeClass.Until));
        bool edge = i > 0 && (Is(i - 1, TimeClass.Edge) || (IsDash(i - 1) && i > 1 && Is(i - 2, TimeClass.Edge)) || Is(i - 1, TimeClass.In) || Is(i - 1, TimeClass.Since) || Is(i - 1, TimeClass.By));
        if (!the && !edge)
        {
            return -1;
        }

        p.Flags = TimeFlags.Deictic | TimeFlags.Nearest;
        if (_reference is { } today)
        {
            (p.From, p.To) = NearestSeason(today, Value(i, TimeClass.Season), 0);
        }

        return i + 1;
    }
}
