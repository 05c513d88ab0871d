namespace StoryCompare.Figures;

/// <content>Measures of their own kind: magnitudes, ages, temperatures, compounds, tolerances.</content>
internal ref partial struct FigureScanner
{
    // "12.5±0.1 pounds": the tolerance is passed over.
    private readonly void SkipTolerance(ref Draft d)
    {
        int k = d.Next;
        k += k + 2 < _lx.Length && _lx[k].Is('+') && _lx[k + 1].Is('/') && _lx[k + 2].Kind == LexemeKind.Mark ? 2 : 0;
        if (d.Unit is null && k + 1 < _lx.Length && (_lx[k].Is('\u00B1') || k > d.Next) && _lx[k + 1].IsNumber)
        {
            d.Next = k + 2;
            d.Number.Next = k + 2;
            ReadUnitAfter(ref d);
        }
    }

    // "warmed by 1.84 degrees Celsius", "2 degrees warmer": a difference has no zero point.
    private readonly void ReadTemperatureChange(ref Draft d)
    {
        if (d.Unit is not { Symbol: "C" or "F" } unit)
        {
            return;
        }

        int before = BeforeHedge(d.First);
        bool change = (before >= 0 && _lx[before].IsWord && Entry(before).TemperatureChangeBefore) || (d.Next < _lx.Length && _lx[d.Next].IsWord && Entry(d.Next).TemperatureChangeAfter);
        d.Unit = change ? FigureUnits.OfSymbol("d" + unit.Symbol) : unit;
    }

    // "magnitude 7.8", "magnitude-5.9", "a magnitude of 6.1".
    private readonly bool ReadMagnitudeName(ref int i, ref int first, ref FigureUnit? unit)
    {
        if (_lx[i].IsWord || i == 0)
        {
            return false;
        }

        int k = i - 1;
        k -= k > 0 && (_lx[k].IsDash || Has(k, WordRole.Of)) ? 1 : 0;
        if (k >= _floor && _lx[k].IsWord && Entry(k).Magnitude && _lx[i].Value is > 0 and <= 10)
        {
            unit = FigureUnits.OfSymbol("magnitude");
            first = k;
        }

        return false;
    }

    private readonly void ReadMagnitudeAfter(ref Draft d, int at, bool hyphen)
    {
        if (Has(at, WordRole.Quake) && _lx[d.Number.First].IsNumber && d.Number.Scale == 1 && d.Number.Value is > 1 and < 10 && d.Number.Value != Math.Floor(d.Number.Value))
        {
            // "a 5.2 quake".
            d.Unit = FigureUnits.OfSymbol("magnitude");
            return;
        }

        ulong phrase = 0;
        for (int k = at; k < Math.Min(_lx.Length, at + 4) && _lx[k].IsWord; k++)
        {
            phrase = FigureLexicon.Extend(phrase, _lx[k].Term);
            if (d.Number.Value is > 0 and <= 10 && lexicon.IsMagnitudeAfter(phrase) && (hyphen || k > at || Entry(k).Magnitude))
            {
                d.Unit = FigureUnits.OfSymbol("magnitude");
                d.Next = k + 1;
                d.Hyphened = hyphen;
                return;
            }
        }
    }

    // "5 feet 2 inches", "3 dollars 50 cents", "12 pounds 4 ounces".
    private readonly void ReadCompound(ref Draft d)
    {
        if (d.Unit is not { } unit || d.MoneyBefore || d.Next >= _lx.Length || d.Hyphened)
        {
            return;
        }

        double part = unit.Symbol switch { "ft" => 12, "lb" => 16, "st" => 14, "USD" or "EUR" => 100, "GBP" => 100, "min" when IsTimeBehind(d.Next) => 60, _ => 0 };
        if (part == 0 || d.Value != Math.Floor(d.Value))
        {
            return;
        }

        int k = d.Next;
        k += k + 1 < _lx.Length && (Has(k, WordRole.Join) || _lx[k].Is(',')) ? 1 : 0;
        if (!(_lx[k].IsNumber || Entry(k).Number == NumberRole.Small) || !ReadNumber(k, false, out NumberRead n) || n.Value >= part || n.Value <= 0 || n.IsVague)
        {
            return;
        }

        if (unit.IsMoney && n.Value is >= 10 and < 100 && n.Value == Math.Floor(n.Value) && n.Scale == 1 && (n.Next >= _lx.Length || (_lx[n.Next].Kind == LexemeKind.Mark && _lx[n.Next].Mark is '.' or ',' or ';' or '!' or '?')))
        {
            // "9 dollars 25."
            d.Value += n.Value / part;
            d.Step = n.Step / part;
            d.Next = n.Next;
            return;
        }

        string? symbol = n.Next < _lx.Length ? UnitAt(n.Next, out int behind)?.Symbol : null;
        behind = n.Next + 1;
        bool fits = (unit.Symbol, symbol) is ("ft", "in") or ("lb", "oz") or ("st", "lb") or ("USD", "cent") or ("EUR", "cent") or ("GBP", "pence") or ("min", "s");
        if (!fits || (_lx[n.Next].IsWord && UnitPhrase(n.Next, out int b) is not null && (behind = b) < 0))
        {
            return;
        }

        d.Value += n.Value / part;
        d.Step = n.Step / part;
        d.Next = behind;
    }

    // "1 minute 54.2 seconds": without a comma or "and", as results are told.
    private readonly bool IsTimeBehind(int k) =>
        k + 1 < _lx.Length && _lx[k].IsNumber && _lx[k + 1].IsWord && UnitPhrase(k + 1, out int _)?.Symbol == "s";

    // "$500+", "50-plus".
    private readonly void ReadPlus(ref Draft d)
    {
        if (d.Next < _lx.Length && _lx[d.Next].Is('+') && !_lx[d.Next].SpaceBefore)
        {
            d.Number.Plus = true;
            d.Next++;
            if (d.Unit is null)
            {
                ReadUnitAfter(ref d);
            }
        }
    }

    private readonly void ReadAge(ref Draft d)
    {
        int k = d.Next;
        if (k >= _lx.Length || d.Unit is not { Symbol: "yr" or "mo" or "wk" or "d" })
        {
            return;
        }

        int at = _lx[k].IsDash && k + 1 < _lx.Length && !_lx[k].SpaceBefore ? k + 1 : k;
        if (_lx[at].IsWord && Entry(at).AgeOld)
        {
            d.Unit = FigureUnits.OfSymbol(d.Unit.Symbol == "yr" ? "age" : "age:" + d.Unit.Symbol);
            d.Next = at + 1;
        }
    }

    // "98 degrees", "100° Celsius", "-40° on the Celsius scale": the scale may follow; a bare degree of weather is told by nothing.
    private readonly void ReadDegrees(ref Draft d)
    {
        if (d.Next < _lx.Length && _lx[d.Next].IsWord && Has(d.Next, WordRole.Quake) && d.Number.Value is > 0 and <= 10)
        {
            d.Unit = FigureUnits.OfSymbol("magnitude");
            return;
        }

        // "-40° on the Celsius scale".
        int scaleAt = d.Next + 2 < _lx.Length && Has(d.Next + 1, WordRole.Determiner) && Has(d.Next, WordRole.Stop) && Entry(d.Next + 2).StartsUnit ? d.Next + 2 : d.Next;
        if (scaleAt > d.Next && UnitAt(scaleAt, out int _) is { IsTemperature: true } named)
        {
            d.Unit = named;
            return;
        }

        if (d.Next < _lx.Length && _lx[d.Next].IsWord && UnitAt(d.Next, out int behind) is { IsTemperature: true } scale)
        {
            d.Unit = scale;
            d.Next = behind;
        }
    }
}
