namespace StoryCompare.Figures;

/// <content>Ranges.</content>
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
        // "between the ages of 20 and 29" has its "between" further left.
        bool aged = before > _floor && Has(before, WordRole.Of) && Has(before - 1, WordRole.AgeName);
        bool between = (before >= _floor && Has(before, WordRole.Between)) || aged;
        bool from = before >= _floor && Has(before, WordRole.From);
        bool dash = _lx[k].IsDash;
        bool open = dash;
        int second;
        if (dash)
        {
            // "8- to 16-meter"; "100,000 to-150,000" below.
            second = k + 1;
            if (_lx[second].IsWord && Has(second, WordRole.To) && second + 1 < _lx.Length)
            {
                second++;
                open = false;
            }
            else if (!_lx[k].SpaceBefore && _lx[second].SpaceBefore && !(d.MoneyBefore && MoneyThenNumber(second) > second))
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
            // "from 300 up to 700".
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
        if ((between && !aged) || from)
        {
            d.First = before;
        }
    }

    // "from $40 per kg to $75 per kg".
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

    // "from $10 to $20 to $40": the second leg of a range in steps.
    private readonly bool Chain(Draft leg, out Draft rest)
    {
        rest = leg;
        rest.First = leg.Next;
        rest.Value = leg.High;
        rest.IsRange = false;
        if (leg.Unit is null || leg.Rate is not null)
        {
            return false;
        }

        ReadRange(ref rest);
        rest.Change = FigureChange.None;
        return rest.IsRange && rest.Value == leg.High;
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
            // "from 12 to 18-20 billion": up to the end of the second range.
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
            // "Between 1500 and 1700 prices fell".
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
            return d.Value < e.Value && (CountedBehind(e.Next) || IsAgeNamed(d.First)) && !(_lx[d.Number.First].IsNumber && !_lx[e.Number.First].IsNumber);
        }

        if (!introduced && d.Value >= e.Value)
        {
            return !bare && d.Value != e.Value && (dash || (d.Unit is { IsMoney: false } && !ChangeBefore(d.First)));
        }

        if (!introduced && !dash && (ownUnit || (bare && !CountedBehind(e.Next))) && ChangeBefore(d.First))
        {
            // "rose 5 cents to 20 cents" tells the rise and the new price.
            return false;
        }

        return d.Value != e.Value;
    }

    // "ages 20-29", "the ages of 20-29", "aged between 20-29".
    private readonly bool IsAgeNamed(int first)
    {
        int k = first - 1;
        k -= k > _floor && Has(k, WordRole.Of | WordRole.Between) ? 1 : 0;
        return k >= _floor && _lx[k].IsWord && Has(k, WordRole.AgeName);
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
}
