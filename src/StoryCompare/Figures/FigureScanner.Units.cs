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
            return money is null && ReadOneAndPart(i, ref d);
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
            // "$5 million dollars", "$3 Canadian dollars".
            d.Unit = named.Symbol is "cent" or "pence" ? money : named;
            d.Next = named.Symbol is "cent" or "pence" ? d.Next : behind;
        }

        SkipTolerance(ref d);
        d.Value = sign * d.Number.Value;
        d.High = d.Number.IsVague ? d.Number.High : 0;
        d.Step = d.Number.Step;
        ReadPlus(ref d);
        ReadCompound(ref d);
        ReadPartBehind(ref d);
        return true;
    }

    // "-5", "minus 12", "minus-40".
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
        // "25- mile": a blank slipped in behind the hyphen.
        bool hyphen = _lx[k].IsDash && !_lx[k].SpaceBefore && k + 1 < _lx.Length && _lx[k + 1].IsWord && (!_lx[k + 1].SpaceBefore || (Entry(k + 1).StartsUnit && !LooksPlural(k + 1)));
        int at = hyphen ? k + 1 : k;
        bool bracket = _lx[k].Kind == LexemeKind.Mark && _lx[k].Mark is '(' or '[' or '{' or '<' && k + 2 < _lx.Length && _lx[k + 2].Kind == LexemeKind.Mark && _lx[k + 2].Mark is ')' or ']' or '}' or '>';
        at = bracket ? k + 1 : at;
        if (UnitAt(at, out int behind) is not { } unit || (bracket && behind != k + 2) || IsNameNotUnit(ref d, at, behind, unit))
        {
            ReadMagnitudeAfter(ref d, at, hyphen);
            return;
        }

        d.Unit = unit.Symbol == "lb" && d.Number.Scale >= 1e6 && !(behind < _lx.Length && Has(behind, WordRole.Of)) && !hyphen && Chars(at)[0] is 'p' ? FigureUnits.OfSymbol("GBP")! : unit;
        d.Next = bracket ? behind + 1 : behind;
        d.Hyphened = hyphen;
        if (unit.IsMoney && d.Number.Scale == 1 && d.Next < _lx.Length && Entry(d.Next).Number == NumberRole.Scale)
        {
            // "60 USD million".
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

    // "during 2014 Stone wrote": a capital makes a single word a name, outside headlines and scales of temperature.
    private readonly bool IsNameNotUnit(ref Draft d, int at, int behind, FigureUnit unit) =>
        !_titleCase && behind == at + 1 && _lx[at].IsCapitalised && (_lx[at].Flags & Text.TokenFlags.AllCaps) == Text.TokenFlags.None && _lx[at].End - _lx[at].Start > 3
        && !unit.IsTemperature && !unit.IsMoney && _lx[d.Number.First].IsNumber && _lx[at].SpaceBefore;
}
