using System.Globalization;

namespace StoryCompare.Times;

/// <content>Clock times.</content>
internal ref partial struct TimeParser
{
    /// <summary>"14:30", "2.15pm", "5 p.m. ET", "0400 GMT", "half past nine", "noon"; the index after it, or -1.</summary>
    private readonly int Clock(int i, out Period p)
    {
        p = new Period { Start = i, Kind = TimeKind.Clock };
        if ((uint)i >= (uint)_words.Length)
        {
            return -1;
        }

        // "8-9am", "2 to 4 p.m.": the marker behind the second hour serves both.
        if (Is(i, TimeClass.Digits) && _words[i].Digits <= 2 && _words[i].Number is >= 1 and <= 12 && (IsDash(i + 1) || Is(i + 1, TimeClass.To)) && Digital(i + 2, out _, out _) is var second and > 0
            && Is(second, TimeClass.Ampm))
        {
            p.Time = new TimeOnly((_words[i].Number % 12) + (Value(second, TimeClass.Ampm) == 1 ? 12 : 0), 0);
            return Zone(AfterMeridiem(second), ref p);
        }

        int end = Digital(i, out int hour, out int minute);
        end = end > 0 ? end : Spoken(i, out hour, out minute);
        if (end < 0)
        {
            if (Is(i, TimeClass.Daypart) && Value(i, TimeClass.Daypart) >= 5)
            {
                p.Time = DaypartStart(Value(i, TimeClass.Daypart));
                return i + 1;
            }

            return -1;
        }

        if (Is(end, TimeClass.Ampm))
        {
            bool pm = Value(end, TimeClass.Ampm) == 1;
            if (hour <= 12)
            {
                hour = (hour % 12) + (pm ? 12 : 0);
            }

            end = AfterMeridiem(end);
        }

        end = Zone(end, ref p);
        p.Time = new TimeOnly(hour % 24, minute);
        return end;
    }

    // "pm" is one word, "p. m." four.
    private readonly int AfterMeridiem(int i) =>
        _tokens[i].Length > 1 || !IsMark(i + 1, '.') ? i + 1 : IsMark(i + 3, '.') && Glued(i + 3) ? i + 4 : i + 3;

    private readonly int Zone(int i, ref Period p)
    {
        if (!IsZone(i))
        {
            return i;
        }

        ReadOnlySpan<char> name = Chars(i);
        p.Flags |= name.Equals("GMT", StringComparison.OrdinalIgnoreCase) || name.Equals("UTC", StringComparison.OrdinalIgnoreCase) ? TimeFlags.Utc : TimeFlags.None;
        return name.Equals("local", StringComparison.OrdinalIgnoreCase) ? i + 2 : i + 1;
    }

    private readonly bool IsZone(int i)
    {
        if (!Is(i, TimeClass.Zone))
        {
            return false;
        }

        ReadOnlySpan<char> name = Chars(i);
        return name.Equals("local", StringComparison.OrdinalIgnoreCase)
            ? i + 1 < _words.Length && Chars(i + 1).Equals("time", StringComparison.OrdinalIgnoreCase)
            : Value(i, TimeClass.Zone) == 1 || char.IsUpper(name[^1]);
    }

    private readonly int Digital(int i, out int hour, out int minute)
    {
        (hour, minute) = (0, 0);
        if (i > 0 && Glued(i) && (IsMark(i - 1, ':') || IsMark(i - 1, '.') || IsMark(i - 1, '/') || Is(i - 1, TimeClass.Digits)))
        {
            return -1;
        }

        if (Is(i, TimeClass.Decimal))
        {
            ReadOnlySpan<char> text = Chars(i);
            int dot = text.IndexOf('.');
            return dot is 1 or 2 && text.Length == dot + 3 && int.TryParse(text[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out hour) && int.TryParse(text[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out minute)
                && hour is >= 0 and < 24 && minute < 60 && Is(i + 1, TimeClass.Ampm) ? i + 1 : -1;
        }

        if (!Is(i, TimeClass.Digits))
        {
            return -1;
        }

        hour = _words[i].Number;
        // "8: 30 pm" has a blank that slipped in behind the colon.
        if (_words[i].Digits <= 2 && IsMark(i + 1, ':') && Glued(i + 1) && Is(i + 2, TimeClass.Digits) && _words[i + 2].Digits == 2 && (Glued(i + 2) || Is(i + 3, TimeClass.Ampm)))
        {
            minute = _words[i + 2].Number;
            int end = i + 3;
            if (IsMark(end, ':') && Glued(end) && Glued(end + 1) && Is(end + 1, TimeClass.Digits) && _words[end + 1].Digits == 2)
            {
                end += 2;
            }

            return hour <= 24 && minute < 60 ? end : -1;
        }

        if (_words[i].Digits <= 2 && hour <= 24 && (Is(i + 1, TimeClass.Ampm) || Is(i + 1, TimeClass.Oclock) || (IsZone(i + 1) && Value(i + 1, TimeClass.Zone) == 0)))
        {
            // "5 am" but not "the 2 am I in" – the marker must close the hour; lower-case "am" behind a number is one.
            return hour is >= 1 and <= 12 || Is(i + 1, TimeClass.Zone) ? (Is(i + 1, TimeClass.Oclock) ? i + 2 : i + 1) : -1;
        }

        if (_words[i].Digits is 3 or 4 && (IsZone(i + 1) || Is(i + 1, TimeClass.Ampm)) && hour % 100 < 60 && hour / 100 <= 24)
        {
            minute = hour % 100;
            hour /= 100;
            return i + 1;
        }

        return -1;
    }

    private readonly int Spoken(int i, out int hour, out int minute)
    {
        minute = 0;
        int at = Count(i, out hour);
        if (at > 0 && !Is(i, TimeClass.Article) && !Is(i, TimeClass.Few) && hour is >= 1 and <= 12)
        {
            if (Is(at, TimeClass.Oclock))
            {
                return at + 1;
            }

            if (Is(at, TimeClass.Ampm))
            {
                return at;
            }

            if (Is(i, TimeClass.Number) && Count(at, out minute) is var next and > 0 && Is(at, TimeClass.Number) && minute is >= 5 and < 60 && Is(next, TimeClass.Ampm))
            {
                return next;
            }

            minute = 0;
        }

        // "half past nine", "ten past two".
        int past = Is(i, TimeClass.Half) ? i + 1 : Is(i, TimeClass.Unit) && (TimeUnit)Value(i, TimeClass.Unit) == TimeUnit.Quarter ? i + 1 : Is(i, TimeClass.Digits) || Is(i, TimeClass.Number) ? at : -1;
        if (past > 0 && Is(past, TimeClass.Mod) && Value(past, TimeClass.Mod) == Past)
        {
            minute = Is(i, TimeClass.Half) ? 30 : Is(i, TimeClass.Unit) ? 15 : hour;
            int end = Count(past + 1, out hour);
            return end > 0 && minute is > 0 and < 60 && hour is >= 1 and <= 12 && UnitAt(end) == TimeUnit.None ? end : -1;
        }

        return -1;
    }
}
