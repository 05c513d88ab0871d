using StoryCompare.Text;

namespace StoryCompare.Times;

/// <content>Days named by their weekday or by their number in a month.</content>
internal ref partial struct TimeParser
{
    /// <summary>"Tuesday", "Tuesday, June 13, 2017", "Sunday the 18th", "last Monday" without its modifier.</summary>
    private int Weekday(int i, out Period p)
    {
        p = default;
        int weekday = WeekdayAt(i, out bool misspelt);
        if (weekday == 0)
        {
            return -1;
        }

        int at = i + 1;
        if (Is(i, TimeClass.WeekdayCue) && IsMark(at, '.') && Glued(at))
        {
            at++;
        }

        if (!IsPossessive(i))
        {
            int date = IsMark(at, ',') || IsMark(at, '(') ? at + 1 : at;
            int skipped = SkipThe(Is(date, TimeClass.On) ? date + 1 : date);
            int end = -1;
            if (skipped < _words.Length)
            {
                end = NumericDate(skipped, out p);
                end = end > 0 ? end : DayMonth(skipped, out p);
                end = end > 0 ? end : Is(skipped, TimeClass.Month) || Is(skipped, TimeClass.MonthCue) ? MonthDay(skipped, out p) : -1;
                if (end > 0 && p.Kind == TimeKind.Day)
                {
                    p.Weekday = (byte)weekday;
                    FitWeekday(ref p);
                    p.Flags |= misspelt ? TimeFlags.Misspelt : TimeFlags.None;
                    return end;
                }

                end = OrdinalNumber(skipped, out int day);
                if (end < 0 && skipped == at && Is(at, TimeClass.Digits) && _words[at].Digits <= 2 && _words[at].Number is >= 1 and <= 31
                    && (at + 1 >= _words.Length || Is(at + 1, TimeClass.At) || (Is(at + 1, TimeClass.Mark) && (char)_words[at + 1].ValueA is '.' or ',' or '!' or '?')))
                {
                    (end, day) = (at + 1, _words[at].Number);
                }

                if (end > 0 && day <= 31 && !Is(end, TimeClass.Unit) && !Is(end, TimeClass.Of))
                {
                    return DayOfMonth(end, day, weekday, out p);
                }
            }
        }

        p = new Period { Kind = TimeKind.Weekday, Unit = TimeUnit.Day, Weekday = (byte)weekday, Flags = TimeFlags.Deictic | TimeFlags.Nearest };
        p.Flags |= misspelt ? TimeFlags.Misspelt : TimeFlags.None;
        if (_reference is { } today)
        {
            int ahead = (weekday - CalendarMath.IsoWeekday(today) + 7) % 7;
            p.From = p.To = CalendarMath.AddDays(today, IsFuture() || ahead == 0 ? ahead : ahead - 7);
        }

        p.Flags |= IsFuture() ? TimeFlags.Future : TimeFlags.None;
        return at;
    }

    // "Tuesday, June 13" without a year: the nearest year in which the weekday fits wins over the nearest year.
    private readonly void FitWeekday(ref Period p)
    {
        if (!p.YearOpen || p.From is not { } day || CalendarMath.IsoWeekday(day) == p.Weekday)
        {
            return;
        }

        int direction = IsFuture() ? 1 : -1;
        foreach (int y in (ReadOnlySpan<int>)[-direction, direction])
        {
            if (CalendarMath.Date(day.Year + y, p.Month, p.Day) is { } other && CalendarMath.IsoWeekday(other) == p.Weekday)
            {
                p.From = p.To = other;
                return;
            }
        }
    }

    /// <summary>"the 17th", "the 17th of the month": a day of the month that holds or is nearest to the reference.</summary>
    private int TheNth(int i, out Period p)
    {
        p = default;
        int end = OrdinalNumber(i + 1, out int day);
        if (end < 0 || day > 31 || day < 1 || !IsSuffixed(i + 1) || end - 1 <= i)
        {
            return -1;
        }

        if (Is(end, TimeClass.Month) || Is(end, TimeClass.MonthCue) || Is(end, TimeClass.Of) || Is(end, TimeClass.Unit) || Is(end, TimeClass.Units)
            || (end < _words.Length && _tokens[end].Kind == TokenKind.Word && !_tokens[end].IsStopWord && !Is(end, TimeClass.At)) || day < 4)
        {
            return -1;
        }

        bool cue = i > 0 && (Is(i - 1, TimeClass.On) || Is(i - 1, TimeClass.By) || Is(i - 1, TimeClass.Until) || Is(i - 1, TimeClass.Since) || Is(i - 1, TimeClass.To) || Is(i - 1, TimeClass.Before) || Is(i - 1, TimeClass.After));
        return cue ? DayOfMonth(end, day, 0, out p) : -1;
    }

    private int DayOfMonth(int end, int day, int weekday, out Period p)
    {
        p = new Period { Kind = TimeKind.Day, Unit = TimeUnit.Day, Weekday = (byte)weekday, Flags = TimeFlags.Deictic | TimeFlags.Nearest };
        if (_reference is not { } today)
        {
            return end;
        }

        bool future = IsFuture();
        if (weekday != 0)
        {
            // Weekday and day fix the month: the nearest one in which they meet.
            for (int k = 0; k < 24; k++)
            {
                DateOnly near = CalendarMath.AddMonths(new DateOnly(today.Year, today.Month, 1), (k & 1) == 0 == future ? (k + 1) / 2 : -((k + 1) / 2));
                if (CalendarMath.Date(near.Year, near.Month, day) is { } fits && CalendarMath.IsoWeekday(fits) == weekday)
                {
                    p.From = p.To = fits;
                    break;
                }
            }

            return end;
        }

        for (int k = 0; k < 12; k++)
        {
            DateOnly month = CalendarMath.AddMonths(new DateOnly(today.Year, today.Month, 1), future ? k : -k);
            if (CalendarMath.Date(month.Year, month.Month, day) is { } candidate && (future ? candidate >= today : candidate <= today)
                && (weekday == 0 || CalendarMath.IsoWeekday(candidate) == weekday))
            {
                p.From = p.To = candidate;
                break;
            }
        }

        return end;
    }
}
