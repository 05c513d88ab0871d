using StoryCompare.Text;

namespace StoryCompare.Times;

/// <content>Single words of dates: months, weekdays (misspelt ones too), numbers, ordinals, years.</content>
internal ref partial struct TimeParser
{
    private static readonly string[] WeekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private readonly int MonthAt(int i, bool cue)
    {
        if ((uint)i >= (uint)_words.Length)
        {
            return 0;
        }

        if (Is(i, TimeClass.Month))
        {
            return Value(i, TimeClass.Month);
        }

        if (Is(i, TimeClass.MonthMisspelt))
        {
            return Value(i, TimeClass.MonthMisspelt);
        }

        return cue && Is(i, TimeClass.MonthCue) ? Value(i, TimeClass.MonthCue) : 0;
    }

    /// <summary>Whether a month's name without day and year is a month here: not "May said", "April Smith", "a march".</summary>
    private readonly bool IsMonthAlone(int i, int after)
    {
        TimeWord before = i > 0 ? _words[i - 1] : default;
        bool cue = i > 0 && (before.Is(TimeClass.In) || before.Is(TimeClass.Since) || before.Is(TimeClass.Until) || before.Is(TimeClass.By) || before.Is(TimeClass.Mod)
            || before.Is(TimeClass.Edge) || before.Is(TimeClass.Before) || before.Is(TimeClass.After) || before.Is(TimeClass.During) || before.Is(TimeClass.From)
            || before.Is(TimeClass.Between) || before.Is(TimeClass.Every) || before.Is(TimeClass.Starting) || IsDash(i - 1) && i > 1 && Is(i - 2, TimeClass.Edge)
            || ((before.Is(TimeClass.To) || before.Is(TimeClass.And) || IsDash(i - 1)) && i > 1 && (Is(i - 2, TimeClass.Month) || Is(i - 2, TimeClass.MonthCue)))
            || (before.Is(TimeClass.Of) && i > 1 && (Is(i - 2, TimeClass.Edge) || Is(i - 2, TimeClass.Unit) || Is(i - 2, TimeClass.Units))));
        bool ambiguous = Is(i, TimeClass.MonthCue);
        if (ambiguous)
        {
            bool abbreviation = _tokens[i].Length <= 4 && !(Value(i, TimeClass.MonthCue) is 3 or 5 && _tokens[i].Length is 3 or 5 && Value(i, TimeClass.MonthCue) == 5);
            bool strong = cue && !(before.Is(TimeClass.By) || before.Is(TimeClass.Mod) && before.Value(TimeClass.Mod) == 6 || before.Is(TimeClass.After) || before.Is(TimeClass.Before) || before.Is(TimeClass.From));
            bool joins = Is(after, TimeClass.To) || IsDash(after);
            bool verbNext = Is(after, TimeClass.Past) || Is(after, TimeClass.Future);
            bool nameNext = after < _words.Length && _words[after].Capitalised && !Is(after, TimeClass.Month);
            bool plainIn = before.Is(TimeClass.In) && (after >= _words.Length || Is(after, TimeClass.Mark));
            return (_words[i].Capitalised || plainIn) && !verbNext && !nameNext && (strong || (joins && MonthAt(after + 1, cue: true) > 0) || (cue && (abbreviation || !before.Is(TimeClass.By))));
        }

        if (cue)
        {
            return true;
        }

        // "June Carter", "Judge April Jones": a capitalised neighbour without a cue makes it a name.
        bool name = _words[i].Capitalised && ((i > 0 && before.Capitalised && before.A == TimeClass.None && _words[i].AfterSpace && i > 1)
            || (after < _words.Length && _words[after].Capitalised && _words[after].A == TimeClass.None && _tokens[after].Kind == TokenKind.Word && !IsPossessive(i)));
        bool verb = Is(after, TimeClass.Past) && (i == 0 || !before.Is(TimeClass.The));
        return !name && !verb;
    }

    private readonly int WeekdayAt(int i, out bool misspelt)
    {
        misspelt = false;
        if ((uint)i >= (uint)_words.Length)
        {
            return 0;
        }

        if (Is(i, TimeClass.Weekday))
        {
            return Value(i, TimeClass.Weekday);
        }

        if (Is(i, TimeClass.WeekdayMisspelt))
        {
            misspelt = true;
            return Value(i, TimeClass.WeekdayMisspelt);
        }

        bool cued = i > 0 && (Is(i - 1, TimeClass.On) || Is(i - 1, TimeClass.Mod) || Is(i - 1, TimeClass.Until) || Is(i - 1, TimeClass.Since) || Is(i - 1, TimeClass.By));
        if (Is(i, TimeClass.WeekdayCue))
        {
            bool dated = Is(i + 1, TimeClass.Month) || Is(i + 1, TimeClass.MonthCue) || (IsMark(i + 1, ',') && (MonthAt(i + 2, cue: true) > 0 || Is(i + 2, TimeClass.Digits)))
                || (IsMark(i + 1, '.') && MonthAt(i + 2, cue: true) > 0) || Is(i + 1, TimeClass.Daypart) || Is(i + 1, TimeClass.At) || (Is(i + 1, TimeClass.Digits) && BareDay(i + 1, out _) > 0);
            bool afterWeek = i > 1 && Is(i - 1, TimeClass.Unit) && Is(i - 2, TimeClass.Mod);
            return (cued && _words[i].Capitalised) || dated && (_words[i].Capitalised || cued || Is(i + 1, TimeClass.At)) || afterWeek ? Value(i, TimeClass.WeekdayCue) : 0;
        }

        if (cued && _words[i].Capitalised && _words[i].A == TimeClass.None && _tokens[i].Length is >= 5 and <= 10)
        {
            int near = NearestWeekday(Chars(i));
            misspelt = near > 0;
            return near;
        }

        return 0;
    }

    /// <summary>The weekday one slip away from a word (a letter left out, added, changed, or two swapped), or 0.</summary>
    private static int NearestWeekday(ReadOnlySpan<char> word)
    {
        if (char.ToLowerInvariant(word[^1]) != 'y')
        {
            return 0;
        }

        for (int w = 0; w < WeekdayNames.Length; w++)
        {
            if (char.ToLowerInvariant(word[0]) == WeekdayNames[w][0] && IsOneSlip(word, WeekdayNames[w]))
            {
                return w + 1;
            }
        }

        return 0;
    }

    private static bool IsOneSlip(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        int i = 0;
        while (i < a.Length && i < b.Length && char.ToLowerInvariant(a[i]) == b[i])
        {
            i++;
        }

        if (a.Length == b.Length)
        {
            return i == a.Length || Alike(a[(i + 1)..], b[(i + 1)..])
                || (i + 1 < a.Length && char.ToLowerInvariant(a[i]) == b[i + 1] && char.ToLowerInvariant(a[i + 1]) == b[i] && Alike(a[(i + 2)..], b[(i + 2)..]));
        }

        return a.Length < b.Length ? Alike(a[i..], b[(i + 1)..]) : Alike(a[(i + 1)..], b[i..]);
    }

    private static bool Alike(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    /// <summary>A count: digits, words up to 99, "a", "a few", "a couple of"; 0 for an open one. The index after it, or -1.</summary>
    private readonly int Count(int i, out int value)
    {
        value = 0;
        if (Is(i, TimeClass.Digits))
        {
            value = _words[i].Number;
            return i + 1;
        }

        if (Is(i, TimeClass.Article) && Is(i + 1, TimeClass.Few))
        {
            i++;
        }

        if (Is(i, TimeClass.Few))
        {
            value = Value(i, TimeClass.Few);
            return Is(i + 1, TimeClass.Of) ? i + 2 : i + 1;
        }

        if (Is(i, TimeClass.Article))
        {
            value = 1;
            return i + 1;
        }

        if (!Is(i, TimeClass.Number))
        {
            return -1;
        }

        value = Value(i, TimeClass.Number);
        int next = IsDash(i + 1) && Glued(i + 1) ? i + 2 : i + 1;
        if (value is >= 20 and <= 90 && Is(next, TimeClass.Number) && Value(next, TimeClass.Number) < 10)
        {
            value += Value(next, TimeClass.Number);
            return next + 1;
        }

        return i + 1;
    }

    /// <summary>"first", "1st", "twenty-third"; the index after it, or -1.</summary>
    private readonly int OrdinalNumber(int i, out int value)
    {
        value = 0;
        if (Is(i, TimeClass.Digits) && Is(i + 1, TimeClass.Suffix) && Glued(i + 1))
        {
            value = _words[i].Number;
            return i + 2;
        }

        if (Is(i, TimeClass.Ordinal))
        {
            value = Value(i, TimeClass.Ordinal);
            return i + 1;
        }

        if (Is(i, TimeClass.Number) && Value(i, TimeClass.Number) is >= 20 and <= 90)
        {
            int next = IsDash(i + 1) ? i + 2 : i + 1;
            if (Is(next, TimeClass.Ordinal) && Value(next, TimeClass.Ordinal) < 10)
            {
                value = Value(i, TimeClass.Number) + Value(next, TimeClass.Ordinal);
                return next + 1;
            }
        }

        return -1;
    }

    private readonly bool IsSuffixed(int i) => (Is(i, TimeClass.Digits) && Is(i + 1, TimeClass.Suffix)) || Is(i, TimeClass.Ordinal) || Is(i, TimeClass.Number);

    /// <summary>Four digits that can be a year, or 0.</summary>
    private readonly int YearAt(int i) =>
        Is(i, TimeClass.Digits) && _words[i].Digits == 4 && _words[i].Number is >= 1000 and < 2200 && !(IsMark(i + 1, ':') && Glued(i + 1)) ? _words[i].Number : 0;

    /// <summary>The year behind a day or holiday: "2017", ", 2017", "of 2017", "in 2017".</summary>
    private readonly int YearAfter(int i, out int end)
    {
        int at = IsMark(i, ',') || Is(i, TimeClass.Of) || Is(i, TimeClass.In) || ((IsDash(i) || IsMark(i, '/')) && Glued(i) && Glued(i + 1)) ? i + 1 : i;
        int year = YearAt(at);
        end = at + 1;
        if (year > 0 && at > i && IsMark(i, ',') && Is(end, TimeClass.Counted))
        {
            year = 0;
        }

        if (year == 0)
        {
            year = YearInWords(at, out end);
        }

        end = year > 0 ? end : i;
        return year;
    }

    /// <summary>"two thousand and fifteen" is read as far as the number words go; "nineteen ninety-six".</summary>
    private readonly int YearInWords(int i, out int end)
    {
        end = i;
        if (Is(i, TimeClass.Number) && Value(i, TimeClass.Number) == 2 && Is(i + 1, TimeClass.Big) && Value(i + 1, TimeClass.Big) == 1000)
        {
            int tens = Is(i + 2, TimeClass.And) ? i + 3 : i + 2;
            end = Count(tens, out int small) is var stop and > 0 && Is(tens, TimeClass.Number) && small < 100 && UnitAt(stop) == TimeUnit.None ? stop : i + 2;
            return end > i + 2 ? 2000 + small : 2000;
        }

        if (!Is(i, TimeClass.Number) || Value(i, TimeClass.Number) is not (>= 17 and <= 20) || !Is(i + 1, TimeClass.Number))
        {
            return 0;
        }

        int next = Count(i + 1, out int rest);
        if (next < 0 || rest is < 10 or > 99)
        {
            return 0;
        }

        end = next;
        return (Value(i, TimeClass.Number) * 100) + rest;
    }
}
