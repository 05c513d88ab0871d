namespace StoryCompare.Figures;

/// <content>Rates, intervals of one, and bracketed conversions.</content>
internal ref partial struct FigureScanner
{
    // "$52 a barrel", "per day", "/kg", "barrels a day", "60,000 barrel-a-day", "20 per 100,000 people".
    private readonly void ReadRate(ref Draft d)
    {
        int k = d.Next;
        if (k >= _lx.Length || (d.Unit is { Symbol: "age" or "magnitude" or "C" or "F" }))
        {
            return;
        }

        int skip = 0;
        while (skip < 2 && k < _lx.Length && _lx[k].IsDash && !_lx[k].SpaceBefore && k + 1 < _lx.Length)
        {
            k++;
            skip++;
        }

        bool slash = _lx[k].Is('/') && !_lx[k].SpaceBefore;
        bool per = Has(k, WordRole.Per) || slash || (Has(k, WordRole.Every) && d.Unit is { IsMoney: true } && UnitAt(k + 1, out _) is { IsTime: true });
        bool article = Has(k, WordRole.Article) && _lx[k].IsWord;
        if (!per && !article)
        {
            return;
        }

        k++;
        while (k < _lx.Length && _lx[k].IsDash && !_lx[k].SpaceBefore)
        {
            k++;
        }

        if (k >= _lx.Length)
        {
            return;
        }

        if (per && !slash && (_lx[k].IsNumber || Entry(k).Number is NumberRole.Small or NumberRole.Scale or NumberRole.Hundred) && ReadNumber(k, false, out NumberRead n))
        {
            int noun = n.Next < _lx.Length && _lx[n.Next].IsWord ? FindHead(n.Next, false, out bool many) is var h and >= 0 && many ? h : -1 : -1;
            d.Rate = n.Value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) + (noun >= 0 ? " " + HeadWord(noun, true) : "");
            d.Next = noun >= 0 ? noun + 1 : n.Next;
            return;
        }

        if (!_lx[k].IsWord)
        {
            return;
        }

        if (UnitAt(k, out int behind) is { } unit && (!article || !TimeTurns(behind) || !unit.IsTime) && !(slash && unit.IsMoney))
        {
            if (article && d.Unit is null && !unit.IsTime)
            {
                return;
            }

            d.Rate = unit.Symbol;
            d.Next = behind;
            return;
        }

        if (article ? d.Unit is { IsMoney: true } && Has(k, WordRole.RateNoun) && !(k + 1 < _lx.Length && LooksPlural(k + 1)) : per && !Has(k, WordRole.Stop))
        {
            d.Rate = HeadWord(k, false);
            d.Next = k + 1;
        }
    }

    // "a year earlier", "a day after": the article starts a time, not a rate.
    private readonly bool TimeTurns(int k) => k < _lx.Length && _lx[k].IsWord && Has(k, WordRole.TimeAfter | WordRole.TimeAgo);

    /// <summary>"a day after", "almost a year ago": an interval of one. "a year earlier" alone is a date, not a figure.</summary>
    private int ReadIndefiniteTime(int i)
    {
        int k = i + 1;
        if (k + 1 >= _lx.Length || !_lx[k].IsWord || !Entry(k).StartsUnit || UnitPhrase(k, out int behind) is not { IsTime: true } unit || behind >= _lx.Length || !_lx[behind].IsWord)
        {
            return 0;
        }

        Draft d = new() { First = i, Next = behind, Value = 1, Step = 1, Unit = unit };
        d.Number = new NumberRead { First = i, Next = i + 1, Value = 1, Coefficient = 1, Scale = 1, Step = 1, IsWords = true };
        bool after = Has(behind, WordRole.TimeAfter);
        ReadQualifier(ref d);
        if (!(after || (Has(behind, WordRole.TimeAgo) && d.IsHedged)))
        {
            return 0;
        }

        Emit(ref d);
        return d.Next;
    }

    // "The hour-long siege", "a monthlong strike": one of the unit.
    private int ReadLong(int i)
    {
        FigureUnit? unit = Entry(i).LongUnit is { } named ? FigureUnits.OfSymbol(named) : null;
        int behind = i + 1;
        if (unit is null)
        {
            bool hyphened = i + 2 < _lx.Length && Entry(i).StartsUnit && _lx[i + 1].IsDash && !_lx[i + 1].SpaceBefore && Chars(i + 2) is "long" && !_lx[i + 2].SpaceBefore && !LooksPlural(i) && !(i > 0 && (_lx[i - 1].IsDash || _lx[i - 1].IsNumber || Entry(i - 1).Number != NumberRole.None));
            unit = hyphened && UnitPhrase(i, out int end) is { IsTime: true } time && end == i + 1 ? time : null;
            behind = i + 3;
        }

        if (unit is null)
        {
            return 0;
        }

        Draft d = new() { First = i, Next = behind, Value = 1, Step = 1, Unit = unit, Hyphened = true };
        d.Number = new NumberRead { First = i, Next = behind, Value = 1, Coefficient = 1, Scale = 1, Step = 1, IsWords = true };
        ReadQualifier(ref d);
        Emit(ref d);
        return d.Next;
    }

    // "Killing two and wounding another", "another was injured": one more person in the role told beside it.
    private int ReadAnother(int i)
    {
        if (!Has(i, WordRole.Another))
        {
            return 0;
        }

        int next = i + 1;
        int role = IsLoneVictim(i, next) ? i - 1 : -1;
        for (int k = next; role < 0 && k < Math.Min(_lx.Length, next + 3) && _lx[k].IsWord; k++)
        {
            if (RoleAt(k, out int past) is not null)
            {
                role = past >= _lx.Length || !_lx[past].IsWord || Has(past, WordRole.Stop | WordRole.And) ? k : -1;
                break;
            }

            if (!Has(k, WordRole.Aux))
            {
                return 0;
            }
        }

        if (role < 0 || RoleAt(role, out int behind) is not { } told || !lexicon.IsPersonRole(told) || (role == i - 1 && behind != i))
        {
            return 0;
        }

        Draft d = new() { First = i, Next = next, Value = 1, Step = 1, Noun = "people", Role = told };
        d.Number = new NumberRead { First = i, Next = next, Value = 1, Coefficient = 1, Scale = 1, Step = 1, IsWords = true };
        Emit(ref d);
        return d.Next;
    }

    // "(7,000 square miles)", "/62 miles".
    private readonly bool ReadConversion(ref Draft d, out Draft converted, out int behind)
    {
        converted = default;
        behind = d.Next;
        int k = d.Next;
        if (k + 2 >= _lx.Length || d.Unit is not { } unit)
        {
            return false;
        }

        bool bracket = _lx[k].Is('(') || _lx[k].Is('[');
        if (!bracket && !_lx[k].Is('/'))
        {
            return false;
        }

        int start = SkipSecondHedge(k + 1);
        start = start < _lx.Length && _lx[start].Kind == LexemeKind.Mark && _lx[start].Mark is '~' or '\u2248' ? start + 1 : start;
        int number = MoneyThenNumber(start);
        FigureScanner inner = this;
        inner._floor = k + 1;
        if (number < 0 || !inner.ReadCore(number, out converted) || converted.Unit is null)
        {
            return false;
        }

        inner.ReadRange(ref converted);
        inner.ReadRate(ref converted);
        if (unit.Dimension == "temperature change" && converted.Unit is { Symbol: "C" or "F" } degrees)
        {
            converted.Unit = FigureUnits.OfSymbol("d" + degrees.Symbol);
        }

        behind = converted.Next;
        if (bracket)
        {
            // More may stand in the bracket ("185 mph; 160 knots"): up to its end, if that is near.
            int close = behind;
            while (close < _lx.Length && close < behind + 8 && !(_lx[close].Is(')') || _lx[close].Is(']')))
            {
                close++;
            }

            if (close >= _lx.Length || !(_lx[close].Is(')') || _lx[close].Is(']')) || (close > behind && !(_lx[behind].Kind == LexemeKind.Mark && _lx[behind].Mark is ',' or ';' or '/')))
            {
                return false;
            }

            behind = close + 1;
        }

        return Converts(ref d, unit, ref converted);
    }

    // One measure in two units: same dimension, another unit, values that agree within 15 % (rounding); money by any rate.
    private static bool Converts(ref Draft d, FigureUnit unit, ref Draft converted)
    {
        FigureUnit other = converted.Unit!;
        if (other == unit || other.Dimension != unit.Dimension)
        {
            return false;
        }

        if (unit.IsMoney)
        {
            return converted.IsRange == d.IsRange && unit.Symbol is not ("cent" or "pence") && other.Symbol is not ("cent" or "pence");
        }

        double a = (d.Value * unit.Factor) + unit.Offset;
        double b = (converted.Value * other.Factor) + other.Offset;
        double difference = Math.Abs(a - b);
        return difference <= 0.15 * Math.Max(Math.Abs(a), Math.Abs(b)) || (unit.IsTemperature && Math.Abs((d.Value * unit.Factor) - (converted.Value * other.Factor)) <= 0.15 * Math.Abs(d.Value * unit.Factor));
    }
}
