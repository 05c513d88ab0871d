namespace StoryCompare.Figures;

/// <content>A number with its sign, its money in front and its unit behind.</content>
internal ref partial struct FigureScanner
{
    // Number and unit, without range, noun or hedge.
    private readonly bool ReadCore(int i, out Draft d)
    {
        d = default;
        int first = i;
        double sign = ReadSign(i, ref first);
        FigureUnit? money = MoneyBefore(first, out int moneyFirst, out bool weak);
        if (money is not null && sign > 0)
        {
            // "-$15", "minus $3".
            sign = ReadSign(moneyFirst, ref moneyFirst);
        }

        if (!ReadMagnitudeName(ref i, ref first, ref money) && !ReadNumber(i, money is not null, out d.Number))
        {
            return false;
        }

        if (d.Number.Next == 0 && !ReadNumber(i, false, out d.Number))
        {
            return false;
        }

        if (weak && d.Number.Scale == 1 && _lx[i].IsNumber && (_lx[i].Shape & (DigitShape.Decimal | DigitShape.Grouped)) == DigitShape.None)
        {
            money = null;
        }

        d.First = money is null or { IsMoney: false } ? first : moneyFirst;
        d.Next = d.Number.Next;
        d.Unit = money;
        d.MoneyBefore = money is not null;
        if (money is null)
        {
            if (ReadShare(ref d.Number))
            {
                d.Unit = FigureUnits.Percent;
                d.Next = d.Number.Next;
            }
            else
            {
                ReadUnitAfter(ref d);
            }
        }
        else if (d.Next < _lx.Length && Entry(d.Next).StartsUnit && UnitPhrase(d.Next, out int behind) is { IsMoney: true } named && (named == money || money.Symbol == "USD"))
        {
            // "$5 million dollars", "$1.25 Canadian dollars".
            d.Unit = named.Symbol is "cent" or "pence" ? money : named;
            d.Next = named.Symbol is "cent" or "pence" ? d.Next : behind;
        }

        SkipTolerance(ref d);
        d.Value = sign * d.Number.Value;
        d.High = d.Number.IsVague ? d.Number.High : 0;
        d.Step = d.Number.Step;
        ReadPlus(ref d);
        ReadCompound(ref d);
        return true;
    }

    // "2,000.45±0.01 pounds": the tolerance is passed over.
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

    // "-5", "minus 387", "minus-130".
    private readonly double ReadSign(int i, ref int first)
    {
        int k = i - 1;
        if (k < _floor)
        {
            return 1;
        }

        if (Has(k, WordRole.Minus) && _lx[k].IsWord && !FindQualifier(k, out _, out _))
        {
            first = k;
            return -1;
        }

        if (_lx[k].Kind == LexemeKind.Mark && _lx[k].Mark is '-' or '\u2212' or '\u2013' && !_lx[i].SpaceBefore)
        {
            if (k - 1 >= _floor && Has(k - 1, WordRole.Minus) && _lx[k - 1].IsWord)
            {
                first = k - 1;
                return -1;
            }

            bool open = _lx[k].SpaceBefore || k == 0 || _lx[k - 1].Is('(') || (_lx[k - 1].Kind == LexemeKind.Mark && FigureUnits.OfNotation(Chars(k - 1)) is { IsMoney: true });
            if (open && !(k > 0 && _lx[k - 1].IsNumber))
            {
                first = k;
                return -1;
            }
        }

        return 1;
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

    // The currency whose notation ends right before the number: "$", "US$", "RM", "USD ", "us $".
    private readonly FigureUnit? MoneyBefore(int number, out int first, out bool weak)
    {
        first = number;
        weak = false;
        int end = _lx[number].Start;
        int floor = _floor < _lx.Length ? _lx[_floor].Start : end;
        bool space = false;
        if (end > floor && _source[end - 1] is ' ' or '\u00A0' or '\u202F')
        {
            end--;
            space = true;
        }

        for (int length = Math.Min(5, end - floor); length > 0; length--)
        {
            ReadOnlySpan<char> notation = _source.AsSpan(end - length, length);
            if (notation[^1] is ' ' or '\u00A0' || FigureUnits.OfNotation(notation) is not { IsMoney: true } unit || unit.Symbol is "pence" or "cent")
            {
                continue;
            }

            bool letters = char.IsLetter(notation[^1]);
            if ((end - length > 0 && char.IsLetterOrDigit(_source[end - length - 1]) && char.IsLetter(notation[0])) || (letters && space && length < 2))
            {
                continue;
            }

            weak = FigureUnits.IsWeak(notation);
            while (first > 0 && _lx[first - 1].Start >= end - length)
            {
                first--;
            }

            if (unit.Symbol == "USD" && first - 1 >= _floor && _lx[first - 1].IsWord && Entry(first - 1).MoneyPrefix is { } prefix && (_lx[first].SpaceBefore || _lx[first - 1].End - _lx[first - 1].Start > 2))
            {
                first--;
                return FigureUnits.OfSymbol(prefix);
            }

            return unit;
        }

        return null;
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

    private readonly void ReadUnitAfter(ref Draft d)
    {
        int k = d.Next;
        if (k >= _lx.Length)
        {
            return;
        }

        if (d.Number.IsVague || d.Number.IsFraction || d.Number.Scale >= 1e6)
        {
            // "tens of millions of dollars", "1/16 of a pint".
            int of = k + 1 < _lx.Length && Has(k, WordRole.Of) ? k + 1 : k;
            of += of > k && d.Number.IsFraction && Has(of, WordRole.Article) && of + 1 < _lx.Length ? 1 : 0;
            if (of > k + (d.Number.IsFraction ? 1 : 0) && _lx[of].IsWord && Entry(of).StartsUnit && UnitPhrase(of, out int behindOf) is { } measure)
            {
                d.Unit = measure;
                d.Next = behindOf;
                d.Number.IsFraction = false;
                return;
            }
        }

        // "5-year", "3-inch", "a 25-year-old", "8- to" is left to the range.
        bool hyphen = _lx[k].IsDash && !_lx[k].SpaceBefore && k + 1 < _lx.Length && !_lx[k + 1].SpaceBefore && _lx[k + 1].IsWord;
        int at = hyphen ? k + 1 : k;
        bool bracket = _lx[k].Kind == LexemeKind.Mark && _lx[k].Mark is '(' or '[' or '{' or '<' && k + 2 < _lx.Length && _lx[k + 2].Kind == LexemeKind.Mark && _lx[k + 2].Mark is ')' or ']' or '}' or '>';
        at = bracket ? k + 1 : at;
        if (UnitAt(at, out int behind) is not { } unit || (bracket && behind != k + 2) || IsNameNotUnit(d, at, behind, unit))
        {
            ReadMagnitudeAfter(ref d, at, hyphen);
            return;
        }

        d.Unit = unit.Symbol == "lb" && d.Number.Scale >= 1e6 && !(behind < _lx.Length && Has(behind, WordRole.Of)) && !hyphen && Chars(at)[0] is 'p' ? FigureUnits.OfSymbol("GBP")! : unit;
        d.Next = bracket ? behind + 1 : behind;
        d.Hyphened = hyphen;
        if (unit.IsMoney && d.Number.Scale == 1 && d.Next < _lx.Length && Entry(d.Next).Number == NumberRole.Scale)
        {
            // "75 USD million".
            int unitEnd = d.Next;
            d.Number.Next = unitEnd;
            ReadScale(false, ref d.Number);
            d.Next = d.Number.Next;
        }

        if (unit.IsTime)
        {
            ReadAge(ref d);
        }
        else if (unit.Symbol == "deg")
        {
            ReadDegrees(ref d);
        }
    }

    // "during 2016 Stone told": a capital makes a single word a name, outside headlines and scales of temperature.
    private readonly bool IsNameNotUnit(in Draft d, int at, int behind, FigureUnit unit) =>
        !_titleCase && behind == at + 1 && _lx[at].IsCapitalised && (_lx[at].Flags & Text.TokenFlags.AllCaps) == 0 && _lx[at].End - _lx[at].Start > 3
        && !unit.IsTemperature && !unit.IsMoney && _lx[d.Number.First].IsNumber && _lx[at].SpaceBefore;

    private readonly void ReadMagnitudeAfter(ref Draft d, int at, bool hyphen)
    {
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

    /// <summary>The unit whose words or notation start at lexeme <paramref name="k"/>.</summary>
    private readonly FigureUnit? UnitAt(int k, out int behind)
    {
        behind = k;
        if (k >= _lx.Length)
        {
            return null;
        }

        FigureUnit? notation = NotationAt(k, out int behindNotation);
        FigureUnit? words = _lx[k].IsWord && Entry(k).StartsUnit ? UnitPhrase(k, out behind) : null;
        if (notation is not null && (words is null || behindNotation > behind || !_lx[k].SpaceBefore))
        {
            behind = behindNotation;
            return notation;
        }

        return words;
    }

    /// <summary>The longest unit phrase at <paramref name="k"/>; hyphens and points between its words are passed over.</summary>
    private readonly FigureUnit? UnitPhrase(int k, out int behind)
    {
        behind = k;
        FigureUnit? found = null;
        ulong phrase = 0;
        int words = 0;
        for (int at = k; at < _lx.Length && words < FigureLexicon.MaxPhrase; at++)
        {
            if (_lx[at].Kind == LexemeKind.Mark)
            {
                if (words > 0 && !_lx[at].SpaceBefore && at + 1 < _lx.Length && ((_lx[at].IsDash && !_lx[at + 1].SpaceBefore) || (_lx[at].Is('.') && _lx[at + 1].IsWord)))
                {
                    continue;
                }

                break;
            }

            if (!_lx[at].IsWord)
            {
                break;
            }

            words++;
            phrase = FigureLexicon.Extend(phrase, _lx[at].Term);
            if (lexicon.TryUnit(phrase, out FigureUnit? unit))
            {
                found = unit;
                behind = at + 1;
            }
        }

        return found;
    }

    // Notations are matched by characters, so that it does not matter how "km²" or "°C" was cut into tokens.
    private readonly FigureUnit? NotationAt(int k, out int behind)
    {
        behind = k;
        int start = _lx[k].Start;
        bool space = _lx[k].SpaceBefore;
        int last = _lx[^1].End;
        for (int length = Math.Min(FigureUnits.MaxNotationLength, last - start); length > 0; length--)
        {
            ReadOnlySpan<char> notation = _source.AsSpan(start, length);
            if (FigureUnits.OfNotation(notation) is not { } unit)
            {
                continue;
            }

            char end = notation[^1];
            int next = start + length;
            if ((char.IsLetterOrDigit(end) && next < last && (char.IsLetterOrDigit(_source[next]) || (_source[next] is '\'' or '\u2019' && next + 1 < last && char.IsLetter(_source[next + 1]))))
                || !NotationFits(k, notation, unit, space, next, last))
            {
                continue;
            }

            while (behind < _lx.Length && _lx[behind].Start < next)
            {
                behind++;
            }

            return unit;
        }

        return null;
    }

    private readonly bool NotationFits(int k, ReadOnlySpan<char> notation, FigureUnit unit, bool space, int next, int last)
    {
        if (unit.IsMoney && FigureUnits.IsWeak(notation) && notation is not "R")
        {
            return false;
        }

        switch (notation)
        {
            case "in" or "in." when space:
                // "2 in" ends a clause or has its measure named; else it is the preposition.
                return next >= last || _source[next] is '.' or ',' or ';' or ')' || (k + 1 < _lx.Length && Chars(k + 1) is "thick" or "long" or "wide" or "high" or "tall" or "deep" or "x" or "by" or "more" or "less");
            case "\"" or "\u2033":
                return !space || notation is "\u2033" ? ClosedQuotes(_lx[k].Start) : next >= last || _source[next] == ' ' && ClosedQuotes(_lx[k].Start);
            case "'" or "\u2032":
                return !space && next < last && char.IsDigit(_source[next]);
            case "am" or "pm" when k > 0 && _lx[k - 1].IsNumber:
                return (_lx[k - 1].Shape & DigitShape.Decimal) != DigitShape.None && _lx[k - 1].Step is not 0.01;
            case "c" or "p" or "cal" or "LE":
                return !space || (next >= last || !char.IsLetter(_source[Math.Min(next + 1, last - 1)]) || notation is "p");
            case "m":
                return !space || !(k + 1 < _lx.Length && HeadIsPlural(k + 1));
            case "PS":
                return false;
        }

        if (notation.Length == 1 && char.IsLetter(notation[0]) && space)
        {
            // One letter apart from its number is a unit only where no name can stand: "12 C melting point", "18 R".
            return (next < last && _source[next] == '/') || notation is not ("a" or "A" or "T" or "N" or "B" or "s" or "d" or "J") && !(next + 1 < last && _source[next] is ' ' && char.IsUpper(_source[next + 1])) && !(next < last && _source[next] == '-');
        }

        if (notation is "C" or "F" or "K" or "A" or "T" or "N" or "V" or "J" or "B" or "R" && !space && k > 0 && _lx[k - 1].IsNumber)
        {
            // "777F", "13F": only plausible temperatures and the like.
            return notation is not ("T" or "N" or "B") && !(notation is "F" && _lx[k - 1].Value > 200) && (next >= last || _source[next] is not '/' and not '-');
        }

        return true;
    }

    // Whether no straight quotation mark is open before the place: then one that follows digits means inches.
    private readonly bool ClosedQuotes(int place)
    {
        int from = Math.Max(_lx[0].Start, place - 300);
        return _source.AsSpan(from, place - from).Count('"') % 2 == 0 && _source.AsSpan(from, place - from).IndexOf('\u201C') < 0;
    }

    // "5 feet 2 inches", "3 dollars 50 cents", "12 pounds 4 ounces".
    private readonly void ReadCompound(ref Draft d)
    {
        if (d.Unit is not { } unit || d.MoneyBefore || d.Next >= _lx.Length || d.Hyphened)
        {
            return;
        }

        double part = unit.Symbol switch { "ft" => 12, "lb" => 16, "st" => 14, "USD" or "EUR" => 100, "GBP" => 100, _ => 0 };
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

        string? symbol = n.Next < _lx.Length ? UnitAt(n.Next, out int behind)?.Symbol : null;
        behind = n.Next + 1;
        bool fits = (unit.Symbol, symbol) is ("ft", "in") or ("lb", "oz") or ("st", "lb") or ("USD", "cent") or ("EUR", "cent") or ("GBP", "pence");
        if (!fits || (_lx[n.Next].IsWord && UnitPhrase(n.Next, out int b) is not null && (behind = b) < 0))
        {
            return;
        }

        d.Value += n.Value / part;
        d.Step = n.Step / part;
        d.Next = behind;
    }

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

    // "98 degrees", "100° Celsius", "-273.15° on the Celsius scale": the scale may follow; a bare degree of weather is told by nothing.
    private readonly void ReadDegrees(ref Draft d)
    {
        if (d.Next < _lx.Length && _lx[d.Next].IsWord && Has(d.Next, WordRole.Quake) && d.Number.Value is > 0 and <= 10)
        {
            d.Unit = FigureUnits.OfSymbol("magnitude");
            return;
        }

        if (d.Next < _lx.Length && _lx[d.Next].IsWord && UnitAt(d.Next, out int behind) is { IsTemperature: true } scale)
        {
            d.Unit = scale;
            d.Next = behind;
        }
    }
}
