using System.Globalization;
using StoryCompare.Text;

namespace StoryCompare.Times;

/// <content>Calendar dates: ISO and slashed, day and month in either order.</content>
internal ref partial struct TimeParser
{
    /// <summary>2017-06-14, 14/06/2017, 6/14/17, 14.06.2017: the order follows from what is possible, from the year's place, then from the article's other dates; dotted ones have the day first.</summary>
    private readonly int NumericDate(int i, out Period p)
    {
        p = default;
        if (!Is(i, TimeClass.Digits))
        {
            return Dotted(i, out p);
        }

        if (SlashedDay(i, out p) is var pair and > 0)
        {
            return pair;
        }

        if (!IsDateMark(i + 1) || !Glued(i + 1) || !Glued(i + 2) || !Is(i + 2, TimeClass.Digits)
            || !IsDateMark(i + 3) || !Glued(i + 3) || !Glued(i + 4) || !Is(i + 4, TimeClass.Digits) || _words[i + 1].ValueA != _words[i + 3].ValueA)
        {
            return -1;
        }

        if (_words[i].Digits > 4 || _words[i + 2].Digits > 2 || _words[i + 4].Digits > 4)
        {
            return -1;
        }

        int a = _words[i].Number, b = _words[i + 2].Number, c = _words[i + 4].Number;
        bool preceded = i > 0 && Glued(i) && ((IsDateMark(i - 1) && _words[i - 1].ValueA == _words[i + 1].ValueA) || Is(i - 1, TimeClass.Digits));
        if (preceded || (Glued(i + 5) && IsDateMark(i + 5) && _words[i + 5].ValueA == _words[i + 1].ValueA && Glued(i + 6) && Is(i + 6, TimeClass.Digits)))
        {
            return -1;
        }

        return Assign(a, b, c, _words[i].Digits, _words[i + 4].Digits, _words[i + 1].ValueA == '.' ? DateOrder.DayFirst : _order, out p) ? i + 5 : -1;
    }

    /// <summary>"on 11/20", "from 10/1 to 11/7": month and day alone count only behind a word that dates; "the 9/11 attacks" name an event.</summary>
    private readonly int SlashedDay(int i, out Period p)
    {
        p = default;
        if (!IsMark(i + 1, '/') || !Glued(i + 1) || !Glued(i + 2) || !Is(i + 2, TimeClass.Digits) || _words[i].Digits > 2 || _words[i + 2].Digits > 2
            || (IsMark(i + 3, '/') && Glued(i + 3)) || (IsMark(i - 1, '/') && Glued(i)))
        {
            return -1;
        }

        int a = _words[i].Number, b = _words[i + 2].Number;
        bool cue = i > 0 && (Is(i - 1, TimeClass.On) || Is(i - 1, TimeClass.From) || Is(i - 1, TimeClass.Between) || Is(i - 1, TimeClass.Until) || Is(i - 1, TimeClass.By)
            || Is(i - 1, TimeClass.Weekday) || (Is(i - 1, TimeClass.To) && Is(i - 2, TimeClass.Digits)) || (IsDash(i - 1) && Glued(i) && Is(i - 2, TimeClass.Digits)));
        // Without a year it is American usage, unless the article's other dates show the day in front.
        bool both = a <= 12 && b <= 12 && a != b;
        (int month, int day) = a > 12 || (both && _order == DateOrder.DayFirst) ? (b, a) : (a, b);
        if (!cue || (a, b) is (9, 11) or (11, 9) || (Glued(i + 3) && Is(i + 3, TimeClass.Digits)))
        {
            return -1;
        }

        int end = WithYear(i + 3, month, day, out p);
        p.Flags |= both && _order == DateOrder.Unknown ? TimeFlags.Approximate : TimeFlags.None;
        return CalendarMath.Date(2000, month, day) is null ? -1 : end;
    }

    private readonly bool IsDateMark(int i) => Is(i, TimeClass.Mark) && (char)_words[i].ValueA is '/' or '-' or '.';

    private readonly int Dotted(int i, out Period p)
    {
        p = default;
        if (!Is(i, TimeClass.Decimal))
        {
            return -1;
        }

        ReadOnlySpan<char> text = Chars(i);
        int first = text.IndexOf('.');
        int last = text.LastIndexOf('.');
        return first is 1 or 2 && last is > 2 and < 6 && last > first + 1 && text.Length - last == 5 && text.IndexOf(',') < 0
            && int.TryParse(text[..first], NumberStyles.None, CultureInfo.InvariantCulture, out int a)
            && int.TryParse(text[(first + 1)..last], NumberStyles.None, CultureInfo.InvariantCulture, out int b)
            && int.TryParse(text[(last + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int c)
            && Assign(a, b, c, 2, 4, DateOrder.DayFirst, out p) ? i + 1 : -1;
    }

    private static bool Assign(int a, int b, int c, int firstDigits, int lastDigits, DateOrder order, out Period p)
    {
        p = default;
        DateOnly? day = null;
        bool guessed = false;
        if (firstDigits == 4 && a is >= 1000 and < 2200)
        {
            day = CalendarMath.Date(a, b, c);
        }
        else if (lastDigits is 4 or 2)
        {
            int year = CalendarMath.FullYear(c, lastDigits);
            DateOnly? dayFirst = CalendarMath.Date(year, b, a);
            DateOnly? monthFirst = CalendarMath.Date(year, a, b);
            guessed = dayFirst is not null && monthFirst is not null && a != b && order == DateOrder.Unknown;
            day = order == DateOrder.DayFirst ? dayFirst ?? monthFirst : monthFirst ?? dayFirst;
        }

        if (day is null)
        {
            return false;
        }

        // Where nothing tells the order, the month-first reading is kept with a flag: a guess that no conflict may rest on.
        p = new Period { From = day, To = day, Kind = TimeKind.Day, Unit = TimeUnit.Day, Flags = guessed ? TimeFlags.Approximate : TimeFlags.None };
        return true;
    }

    /// <summary>"13 June 2017", "the 13th of June", "13-Jun-2017".</summary>
    private int DayMonth(int i, out Period p)
    {
        p = default;
        int after = BareDay(i, out int day);
        after = after < 0 && Is(i, TimeClass.Number) ? Count(i, out day) : after;
        if (after < 0 || day is < 1 or > 31 || (i > 0 && _tokens[i - 1].Kind == TokenKind.Symbol))
        {
            return -1;
        }

        int at = after;
        if (Is(at, TimeClass.Unit) && Value(at, TimeClass.Unit) == (int)TimeUnit.Day && Is(at + 1, TimeClass.Of))
        {
            at++;
        }

        if (Is(at, TimeClass.Of))
        {
            at = SkipThe(at + 1);
            if (Is(at, TimeClass.Mod) && Is(at + 1, TimeClass.Unit) && Value(at + 1, TimeClass.Unit) == (int)TimeUnit.Month)
            {
                int end = Modified(at, out Period month);
                p = month;
                p.From = p.To = month.From is { } m ? CalendarMath.Date(m.Year, m.Month, day) : null;
                p.Kind = TimeKind.Day;
                p.Unit = TimeUnit.Day;
                return end;
            }
        }
        else if ((IsDash(at) || IsMark(at, '/')) && Glued(at) && Glued(at + 1))
        {
            at++;
        }

        int number = MonthAt(at, cue: true);
        if (number == 0 || (Is(at, TimeClass.MonthCue) && _words[at].Is(TimeClass.MonthCue) && number is 3 or 5 && !_words[at].Capitalised))
        {
            return -1;
        }

        return WithYear(at + 1, number, day, out p);
    }

    /// <summary>"June 13, 2017", "June 13th", "June 2017", "May/22/2018", "June".</summary>
    private int MonthDay(int i, out Period p)
    {
        p = default;
        int month = MonthAt(i, cue: true);
        if (month == 0)
        {
            return -1;
        }

        bool misspelt = Is(i, TimeClass.MonthMisspelt);
        int at = i + 1;
        if (IsMark(at, '.') && Glued(at) && Is(i, TimeClass.MonthCue))
        {
            at++;
        }

        int sep = (IsDash(at) || IsMark(at, '/')) && Glued(at) && Glued(at + 1) ? at + 1 : at;
        int dayAt = sep > at ? sep : IsMark(at, ',') && OrdinalNumber(at + 1, out _) > 0 && Is(at + 1, TimeClass.Digits) ? at + 1 : SkipThe(at);
        int end = BareDay(dayAt, out int day);
        if (end < 0 && Is(dayAt, TimeClass.Number) && Count(dayAt, out day) is var spelt and > 0 && day is >= 1 and <= 31 && YearInWords(dayAt, out _) == 0)
        {
            end = UnitAt(spelt) == TimeUnit.None && _words[i].Capitalised ? spelt : -1;
        }

        if (end > 0 && !IsTaken(end))
        {
            int last = sep > at && (IsDash(end) || IsMark(end, '/')) && Glued(end) && Glued(end + 1) ? end + 1 : end;
            end = WithYear(last > end && YearAt(last) > 0 ? last : end, month, day, out p);
        }
        else
        {
            int yearAt = sep > at ? sep : IsMark(at, ',') || Is(at, TimeClass.Of) || Is(at, TimeClass.In) ? at + 1 : at;
            int year = YearAt(yearAt);
            int wordsEnd = yearAt + 1;
            if (year == 0)
            {
                year = YearInWords(yearAt, out wordsEnd);
            }

            if (year > 0)
            {
                (p.From, p.To) = CalendarMath.Month(year, month);
                end = wordsEnd;
                // "2020-September-23" the other way round: "September-2020-23".
                if (sep > at && IsDash(end) && Glued(end) && Glued(end + 1) && BareDay(end + 1, out int d) is var behind and > 0 && CalendarMath.Date(year, month, d) is { } day3)
                {
                    (p.From, p.To) = (day3, day3);
                    p.Kind = TimeKind.Day;
                    p.Unit = TimeUnit.Day;
                    return behind;
                }
            }
            else if (!IsMonthAlone(i, at))
            {
                return -1;
            }
            else
            {
                NearestMonth(month, ref p);
                end = i + 1;
            }

            p.Kind = TimeKind.Month;
            p.Unit = TimeUnit.Month;
            p.Month = (byte)month;
        }

        p.Flags |= misspelt ? TimeFlags.Misspelt : TimeFlags.None;
        return end;
    }

    // "May 5,000 people …", "March 3 percent": the number counts something else.
    private readonly bool IsTaken(int end) => Is(end, TimeClass.Counted) || IsMark(end, '%') || (IsMark(end, ':') && Glued(end) && Glued(end + 1));

    /// <summary>Finishes a day and month with the year that follows or the nearest one.</summary>
    private readonly int WithYear(int at, int month, int day, out Period p)
    {
        p = new Period { Kind = TimeKind.Day, Unit = TimeUnit.Day, Month = (byte)month, Day = (byte)day };
        int year = YearAfter(at, out int end);
        if (year > 0)
        {
            p.From = p.To = CalendarMath.Date(year, month, day);
            return p.From is null ? -1 : end;
        }

        if (day > 29 && CalendarMath.Date(2000, month, day) is null)
        {
            return -1;
        }

        p.YearOpen = true;
        p.Flags = TimeFlags.Nearest | TimeFlags.Deictic;
        if (_reference is { } today)
        {
            bool future = IsFuture();
            DateOnly? best = null;
            for (int y = today.Year - 4; y <= today.Year + 4; y++)
            {
                if (CalendarMath.Date(y, month, day) is { } candidate && (future ? candidate >= today && best is null : candidate <= today))
                {
                    best = candidate;
                }
            }

            p.From = p.To = best;
        }

        return at;
    }

    private void NearestMonth(int month, ref Period p)
    {
        p.YearOpen = true;
        p.Flags |= TimeFlags.Nearest | TimeFlags.Deictic;
        if (_reference is { } today)
        {
            int year = IsFuture() ? today.Year + (month < today.Month ? 1 : 0) : today.Year - (month > today.Month ? 1 : 0);
            (p.From, p.To) = CalendarMath.Month(year, month);
        }
    }

    /// <summary>A day of the month in digits or as an ordinal: the index after it, or -1.</summary>
    private readonly int BareDay(int i, out int day)
    {
        day = 0;
        if (Is(i, TimeClass.Digits) && _words[i].Digits <= 2 && _words[i].Number is >= 1 and <= 31)
        {
            day = _words[i].Number;
            return Is(i + 1, TimeClass.Suffix) && Glued(i + 1) ? i + 2 : i + 1;
        }

        int end = OrdinalNumber(i, out day);
        return end > 0 && day is >= 1 and <= 31 ? end : -1;
    }
}
