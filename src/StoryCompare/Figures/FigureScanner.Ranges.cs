namespace StoryCompare.Figures;

/// <content>Ranges, rates, bracketed conversions.</content>
internal ref partial struct FigureScanner
{
    // "20 to 30", "15-20", "between 3 and 5 billion dollars", "$3-5bn", "from 1.1 to 1.5".
    private readonly void ReadRange(ref Draft d)
    {
        int k = d.Next;
        if (d.Number.IsVague || d.Number.IsShare || k + 1 >= _lx.Length)
        {
            return;
        }

        int before = BeforeHedge(d.First);
        bool between = before >= _floor && Has(before, WordRole.Between);
        bool from = before >= _floor && Has(before, WordRole.From);
        bool dash = _lx[k].IsDash;
        bool open = dash;
        int second;
        if (dash)
        {
            // "8- to 16-meter"; "200,000 to-260,000" below.
            second = k + 1;
            if (_lx[second].IsWord && Has(second, WordRole.To) && second + 1 < _lx.Length)
            {
                second++;
                open = false;
            }
            else if (!_lx[k].SpaceBefore && _lx[second].SpaceBefore)
            {
                return;
            }
        }
        else if (Has(k, WordRole.To) || (between && Has(k, WordRole.And | WordRole.Join)))
        {
            second = k + 1;
            if (_lx[second].IsDash && !_lx[second].SpaceBefore && second + 1 < _lx.Length)
            {
                second++;
            }
        }
        else if (from && Has(k, WordRole.Up) && k + 2 < _lx.Length && Has(k + 1, WordRole.To))
        {
            // "from 450 up to 900".
            second = k + 2;
        }
        else
        {
            return;
        }

        second = SkipSecondHedge(second);
        int number = MoneyThenNumber(second);
        if (number < 0 || !ReadSecond(second, number, dash, out Draft e) || e.Number.IsVague)
        {
            return;
        }

        if (!RangeFits(ref d, ref e, open, between || from, k))
        {
            return;
        }

        d.IsRange = true;
        double low = Math.Min(d.Value, e.Value);
        double high = Math.Max(d.Value, e.Value);
        d.Value = low;
        d.High = high;
        d.Step = Math.Min(d.Step, e.Step);
        d.Unit ??= e.Unit;
        d.Unit = d.Unit is { Symbol: "deg" } && e.Unit is { IsTemperature: true } ? e.Unit : d.Unit;
        d.Next = e.Next;
        d.Number.Next = e.Number.Next;
        d.Number.IsFraction &= e.Number.IsFraction;
        d.Hyphened |= e.Hyphened;
        if (between || from)
        {
            d.First = before;
        }
    }

    // "from $350 per kg to $680 per kg".
    private readonly void ReadRangeOfRates(ref Draft d)
    {
        if (d.IsRange || d.Unit is null || d.Number.IsVague)
        {
            return;
        }

        Draft rate = d;
        ReadRate(ref rate);
        if (rate.Rate is null)
        {
            return;
        }

        ReadRange(ref rate);
        if (rate.IsRange)
        {
            ReadRate(ref rate);
            d = rate;
        }
    }

    private readonly int BeforeHedge(int first)
    {
        int at = first - 1;
        while (at > _floor && _lx[at].IsWord && FindQualifier(at, out QualifierPhrase phrase, out int start) && phrase.Qualifier is FigureQualifier.About or FigureQualifier.Exactly && start > _floor)
        {
            at = start - 1;
        }

        return at;
    }

    private readonly int SkipSecondHedge(int k) =>
        k + 1 < _lx.Length && _lx[k].IsWord && Entry(k).StartsQualifier && Entry(k).Number == NumberRole.None && (_lx[k + 1].IsNumber || Entry(k + 1).Number == NumberRole.Small || _lx[k + 1].Kind == LexemeKind.Mark) ? k + 1 : k;

    // The lexeme of the number behind its sign and currency, or -1.
    private readonly int MoneyThenNumber(int k)
    {
        for (int at = k; at < Math.Min(_lx.Length, k + 4); at++)
        {
            if (_lx[at].IsNumber || (_lx[at].IsWord && Entry(at).Number is NumberRole.Small or NumberRole.Hundred or NumberRole.Half or NumberRole.Scale))
            {
                return at;
            }

            bool inside = (_lx[at].Kind == LexemeKind.Mark && (_lx[at].Mark is '-' or '\u2212' || FigureUnits.OfNotation(Chars(at)) is { IsMoney: true }))
                || (_lx[at].IsWord && (Has(at, WordRole.Minus) || Has(at, WordRole.Article) || FigureUnits.OfNotation(Chars(at)) is { IsMoney: true } || Entry(at).MoneyPrefix is not null));
            if (!inside)
            {
                return -1;
            }
        }

        return -1;
    }

    private readonly bool ReadSecond(int second, int number, bool dash, out Draft e)
    {
        FigureScanner inner = this;
        inner._floor = second;
        int start = _lx[second].IsWord && Has(second, WordRole.Article) ? second : number;
        if (!inner.ReadCore(start, out e))
        {
            return false;
        }

        if (!dash && e.Next + 1 < _lx.Length && _lx[e.Next].IsDash && !_lx[e.Next].SpaceBefore && !_lx[e.Next + 1].SpaceBefore && _lx[e.Next + 1].IsNumber)
        {
            // "from 24.2 to 33-35 billion": up to the end of the second range.
            Draft upper = e;
            inner.ReadRange(ref upper);
            if (upper.IsRange)
            {
                upper.Value = upper.High;
                e = upper;
            }
        }

        if (dash && e.Value < 0 && number == second)
        {
            e.Value = -e.Value;
        }

        return true;
    }

    private readonly bool RangeFits(ref Draft d, ref Draft e, bool dash, bool introduced, int join)
    {
        if (d.Unit is not null && e.Unit is not null && d.Unit != e.Unit && !(d.Unit.Symbol == "deg" && e.Unit.IsTemperature))
        {
            return false;
        }

        bool ownUnit = d.Unit is not null;
        if (d.Unit is not null && e.Unit is null)
        {
            // "$10-15", "$1 million to 1.5 million" share the currency; "rose 5 percent to 27,349" does not share the unit.
            if (!d.Unit.IsMoney || !d.MoneyBefore || (!introduced && !dash && d.Number.Scale != e.Number.Scale) || HeadIsPlural(e.Next))
            {
                return false;
            }

            e.Unit = d.Unit;
        }

        if (d.Number.Scale == 1 && e.Number.Scale > 1 && d.Value <= e.Number.Coefficient && d.Value > 0 && d.Value < 1000 && !d.Number.IsFraction)
        {
            d.Value *= e.Number.Scale;
            d.Step *= e.Number.Scale;
            d.Number.Scale = e.Number.Scale;
        }

        bool bare = e.Unit is null;
        if (bare && introduced && IsYearLike(d.Number.First) && IsYearLike(e.Number.First) && d.Number.First <= 1)
        {
            // "Between 1600 and 1900 temperatures fell".
            return false;
        }

        bool years = IsYearLike(d.Number.First) && (IsYearLike(e.Number.First) || (dash && e.Number.Value < 100));
        if (bare && years && !HeadIsPlural(e.Next))
        {
            return false;
        }

        if (bare && dash)
        {
            // A score or a vote: the smaller number last, or nothing counted behind.
            return d.Value < e.Value && CountedBehind(e.Next) && !(_lx[d.Number.First].IsNumber && !_lx[e.Number.First].IsNumber);
        }

        if (!introduced && d.Value >= e.Value)
        {
            return !bare && d.Value != e.Value && (dash || (d.Unit is { IsMoney: false } && !ChangeBefore(d.First)));
        }

        if (!introduced && !dash && ownUnit && ChangeBefore(d.First))
        {
            // "rose 5 cents to 20 cents" tells the rise and the new price.
            return false;
        }

        return d.Value != e.Value;
    }

    private readonly bool ChangeBefore(int first)
    {
        int at = first - 1;
        at -= at > _floor && _lx[at].IsWord && Entry(at).TemperatureChangeBefore ? 1 : 0;
        return at >= _floor && _lx[at].IsWord && Has(at, WordRole.Up | WordRole.Down);
    }

    private readonly bool CountedBehind(int k) =>
        k < _lx.Length && ((_lx[k].IsDash && !_lx[k].SpaceBefore && k + 1 < _lx.Length && _lx[k + 1].IsWord && !Has(k + 1, WordRole.ScoreNoun))
        || (HeadIsPlural(k) && !Has(k, WordRole.ScoreNoun)));

    private readonly bool IsYearLike(int i) => _lx[i].IsPlainInteger && _lx[i].Digits == 4 && _lx[i].Value is >= 1000 and <= 2199;

    // "$52 a barrel", "per day", "/kg", "barrels a day", "52,000 barrel-a-day", "20 per 100,000 people".
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
        bool per = Has(k, WordRole.Per) || slash;
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

    // "(9,600 square miles)", "/62 miles".
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
