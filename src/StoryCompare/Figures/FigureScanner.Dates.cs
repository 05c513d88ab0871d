namespace StoryCompare.Figures;

/// <content>Clock times, dates and years, which are no figures.</content>
internal ref partial struct FigureScanner
{
    private readonly int SkipTimeOrDate(int i)
    {
        int next = i + 1;
        ref readonly Lexeme lexeme = ref _lx[i];
        if (next < _lx.Length && _lx[next].IsWord && !_lx[next].SpaceBefore && IsOrdinalSuffix(next))
        {
            return next + 1;
        }

        if (next < _lx.Length && _lx[next].IsWord && Has(next, WordRole.Clock))
        {
            bool hour = lexeme.Value <= 24 && ((lexeme.Shape & DigitShape.Decimal) == DigitShape.None || (lexeme.Step == 0.01 && lexeme.Value % 1 < 0.6) || lexeme.Step == 0.1 && lexeme.Value % 1 < 0.6 && _lx[i].End - _lx[i].Start > 3);
            if (hour || lexeme.Digits == 4)
            {
                return next + 1;
            }
        }

        if (lexeme.Value <= 24 && SplitMeridiem(next) is var behind and > 0)
        {
            return behind;
        }

        bool day = lexeme.IsPlainInteger && lexeme.Value is >= 1 and <= 31;
        bool year = IsYearLike(i);
        if (i > 0 && (day || year))
        {
            int before = _lx[i - 1].Is('.') && i > 1 ? i - 2 : i - 1;
            if (IsMonth(before) && !(before == i - 2 && _lx[i].SpaceBefore && _lx[i - 1].SpaceBefore))
            {
                return SkipYear(next);
            }

            // "Will be held May 3 to 17": the second day of a range.
            if (day && i > 2 && Chars(i - 1) is "to" or "through" or "until" && _lx[i - 2].IsPlainInteger && _lx[i - 2].Value < lexeme.Value && IsMonth(i - 3) && !CountedUnit(next) && (next >= _lx.Length || !_lx[next].IsWord || Has(next, WordRole.Stop | WordRole.Aux)))
            {
                return SkipYear(next);
            }

            if (Has(before, WordRole.Era) && _lx[before].IsCapitalised)
            {
                return next;
            }
        }

        if (day && Has(next, WordRole.Of) && IsMonth(next + 1))
        {
            return SkipYear(next + 2);
        }

        if (day && next < _lx.Length && IsMonth(next))
        {
            return SkipYear(next + 1);
        }

        if (next < _lx.Length && _lx[next].IsWord && Has(next, WordRole.Era) && _lx[next].IsCapitalised && (_lx[next].Flags & Text.TokenFlags.AllCaps) != Text.TokenFlags.None && lexeme.Digits <= 4)
        {
            return next + 1;
        }

        return 0;
    }

    // "p. m.", set apart: the lexeme behind it, or 0.
    private readonly int SplitMeridiem(int k)
    {
        if (k + 2 >= _lx.Length || !_lx[k].IsWord || _lx[k].End - _lx[k].Start != 1 || (_source[_lx[k].Start] | 0x20) is not ('a' or 'p')
            || !_lx[k + 1].Is('.') || _lx[k + 1].SpaceBefore || !_lx[k + 2].IsWord || _lx[k + 2].End - _lx[k + 2].Start != 1 || (_source[_lx[k + 2].Start] | 0x20) != 'm')
        {
            return 0;
        }

        return k + 3 < _lx.Length && _lx[k + 3].Is('.') && !_lx[k + 3].SpaceBefore ? k + 4 : k + 3;
    }

    // "8: 30 pm": a blank slipped in behind the colon.
    private readonly int SkipSplitClock(int i)
    {
        bool split = i + 3 < _lx.Length && _lx[i].Value <= 24 && _lx[i + 1].Is(':') && !_lx[i + 1].SpaceBefore && _lx[i + 2].IsPlainInteger && _lx[i + 2].Digits == 2 && _lx[i + 2].Value < 60;
        return !split ? 0 : Has(i + 3, WordRole.Clock) && _lx[i + 3].IsWord ? i + 4 : SplitMeridiem(i + 3);
    }

    // "March 29, 2019", "9 May 2016".
    private readonly int SkipYear(int k)
    {
        if (k + 1 < _lx.Length && _lx[k].Kind == LexemeKind.Mark && _lx[k].Mark is ',' or '-' or '\u2013' && _lx[k + 1].IsPlainInteger && (IsYearLike(k + 1) || (_lx[k].IsDash && _lx[k + 1].Value <= 31)))
        {
            k += 2;
        }

        k += Has(k, WordRole.Of) && k + 1 < _lx.Length && IsYearLike(k + 1) ? 1 : 0;
        return k < _lx.Length && IsYearLike(k) ? k + 1 : k;
    }

    private readonly bool IsMonth(int k) => k >= 0 && k < _lx.Length && _lx[k].IsWord && Entry(k).Month is var m and > 0 && (lexicon.Language != "en" || _lx[k].IsCapitalised || !(m is 3 or 5 || _lx[k].End - _lx[k].Start == 3));

    private readonly bool IsOrdinalSuffix(int k) => Chars(k) is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH" or "s" or "S" or "\u00BA" or "\u00AA" or "D" or "st." or "'s" or "\u2019s";

    private readonly bool IsYear(ref Draft d)
    {
        int i = d.Number.First;
        if (!IsYearLike(i) || d.IsRange)
        {
            return false;
        }

        bool recent = _lx[i].Value is >= 1800 and <= 2199;
        int before = i - 1;
        if (before >= 0 && _lx[before].IsWord && FindQualifier(before, out QualifierPhrase phrase, out int start) && phrase.Qualifier != FigureQualifier.Exactly && !(recent && start == before && Has(before, WordRole.YearWord)))
        {
            return false;
        }

        bool plural = HeadIsPlural(d.Next);
        if (plural && before >= 0 && _lx[before].IsWord && !recent)
        {
            return false;
        }

        if (before >= 0 && (Has(before, WordRole.YearWord) || Entry(before).Month > 0 || (_lx[before].Kind == LexemeKind.Mark && _lx[before].Mark is '(' or '\'' or '\u2019')))
        {
            bool of = Has(before, WordRole.Of);
            return recent ? !(of && plural && _lx[i].Value % 100 == 0) : !plural && !of && !Has(before, WordRole.To | WordRole.And | WordRole.From);
        }

        // "2019 elections", "the 1995 proposal": a year; "1500 people", "2,000 people": a count.
        if (plural)
        {
            if (_lx[i].Value is >= 1950 and <= 2035 && _lx[i].Value % 50 != 0)
            {
                // Counts of this size carry a comma in most papers; "had 1996 sales of".
                return true;
            }

            return recent && _lx[i].Value % 100 != 0 && before >= 0 && _lx[before].IsWord && (Has(before, WordRole.Determiner | WordRole.Adjective) || _lx[before].IsCapitalised);
        }

        return recent;
    }
}
