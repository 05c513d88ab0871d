namespace StoryCompare.Figures;

/// <content>What looks like a figure and is none: times, dates, scores, names, lists; and figures that borrow their noun.</content>
internal ref partial struct FigureScanner
{
    // Chains of digits that are no quantity, wherever they stand: returns the lexeme behind them, else 0.
    private readonly int SkipNonFigure(int i)
    {
        ref readonly Lexeme lexeme = ref _lx[i];
        if (!lexeme.IsNumber)
        {
            return SkipWords(i);
        }

        if ((lexeme.Shape & DigitShape.Unreadable) != DigitShape.None || IsPartOfWord(i))
        {
            return SkipChain(i);
        }

        if (i + 4 < _lx.Length && _lx[i + 1].IsDash && _lx[i + 2].IsWord && _lx[i + 3].IsDash && _lx[i + 4].IsNumber && !_lx[i + 1].SpaceBefore && !_lx[i + 2].SpaceBefore && !_lx[i + 4].SpaceBefore && !Has(i + 2, WordRole.To) && !Entry(i + 2).StartsUnit)
        {
            // "1-for-8".
            return i + 5;
        }

        if (IsHoursOfDay(i))
        {
            return i + 2;
        }

        if (i > 0 && i + 1 < _lx.Length && _lx[i - 1].Is('[') && _lx[i + 1].Is(']') && lexeme.IsPlainInteger && lexeme.Digits <= 3)
        {
            // "[13]": a footnote.
            return i + 1;
        }

        if (i > 0 && i + 2 < _lx.Length && lexeme.IsPlainInteger && _lx[i + 2].IsPlainInteger && (Has(i + 1, WordRole.Of) || _lx[i + 1].Is('/')) && lexeme.Value <= _lx[i + 2].Value && Chars(i - 1) is "Image" or "Photo" or "Picture" or "Slide" or "Caption" or "Page" or "Video" or "Frame")
        {
            // "Image 3 of 14": a gallery's caption.
            return i + 3;
        }

        if (SkipSplitClock(i) is var clock and > 0)
        {
            return clock;
        }

        int chain = ChainEnd(i, out int numbers, out bool colon, out bool slash);
        if (numbers >= 3 || colon || (slash && numbers == 2 && !IsSlashFraction(i)))
        {
            return chain;
        }

        if (numbers == 2 && _lx[i + 1].IsDash)
        {
            if (IsYearLike(i) && _lx[i].Value is >= 1900 and <= 2100 && _lx[i + 2].IsPlainInteger && (_lx[i + 2].Digits == 2 || IsYearLike(i + 2)) && !(chain < _lx.Length && Entry(chain).StartsUnit))
            {
                return chain;
            }

            bool phone = _lx[i].Digits == 3 && _lx[i + 2].Digits == 4 && _lx[i].IsPlainInteger && _lx[i + 2].IsPlainInteger;
            bool falling = _lx[i].Value >= _lx[i + 2].Value && !CountedUnit(chain) && MoneyBefore(i, out _, out _) is null && !(i > 0 && _lx[i - 1].IsDash);
            if (phone || falling)
            {
                return chain;
            }
        }

        return SkipTimeOrDate(i);
    }

    // "At 1230 hours", "about 0700 hrs"; not "1200 hours of service".
    private readonly bool IsHoursOfDay(int i) =>
        _lx[i].IsPlainInteger && _lx[i].End - _lx[i].Start == 4 && _lx[i].Value <= 2400 && _lx[i].Value % 100 < 60 && i + 1 < _lx.Length && i > 0 && Chars(i + 1) is "hours" or "hrs" && !(i + 2 < _lx.Length && Has(i + 2, WordRole.Of));

    private readonly int SkipWords(int i)
    {
        LexiconEntry entry = Entry(i);
        if (entry.Number is not NumberRole.Small)
        {
            return 0;
        }

        ref readonly Lexeme lexeme = ref _lx[i];
        int next = i + 1;
        bool clock = next < _lx.Length && _lx[next].IsWord && Has(next, WordRole.Clock);
        if (clock || (i > 0 && Entry(i - 1).LowersBefore))
        {
            return next;
        }

        // "nineteen seventies": a decade.
        if (entry.Value is >= 17 and <= 20 && next < _lx.Length && Has(next, WordRole.DecadeWord))
        {
            return next + 1;
        }

        // "page twenty of the copy", "chapter three": a number's name.
        if (i > 0 && _lx[i - 1].IsWord && Has(i - 1, WordRole.Label) && !LooksPlural(i - 1) && !_titleCase && next < _lx.Length && Has(next, WordRole.Of))
        {
            return next;
        }

        // "Seven News", "the Big Ten": part of a name.
        if (lexeme.IsCapitalised && !_titleCase && i > 0 && _lx[i - 1].IsCapitalised && !Has(i - 1, WordRole.Stop))
        {
            return next;
        }

        if (lexeme.IsCapitalised && !_titleCase && i > 0 && next < _lx.Length && _lx[next].IsCapitalised && !AfterSentenceStart(i) && !LooksPlural(next) && entry.Value < 20)
        {
            return next;
        }

        if (next >= _lx.Length || entry.Value > 2)
        {
            return 0;
        }

        // Idioms with "one" and "two".
        ulong phrase = 0;
        for (int k = next; k < Math.Min(_lx.Length, next + 4); k++)
        {
            if (!_lx[k].IsWord)
            {
                if (_lx[k].IsDash && !_lx[k].SpaceBefore)
                {
                    continue;
                }

                break;
            }

            phrase = FigureLexicon.Extend(phrase, _lx[k].Term);
            if (lexicon.IsNonFigure(phrase))
            {
                return k + 1;
            }
        }

        int word = _lx[next].IsDash && next + 1 < _lx.Length ? next + 1 : next;
        if (_lx[word].IsWord && ((entry.Value == 1 && Entry(word).OneStops) || (entry.Value == 2 && Entry(word).TwoStops)) && !(entry.Value == 1 && IsShareAhead(i)))
        {
            return next;
        }

        return entry.Value == 1 && !IsCountingOne(i) ? next : 0;
    }

    private readonly bool AfterSentenceStart(int i) => _lx[i - 1].Kind == LexemeKind.Mark && _lx[i - 1].Mark is '"' or '\u201C' or ':' or '-' or '\u2013' or '\u2014' or '\'' or '\u2018' or '(' or ')' or '\u201D';

    private readonly bool IsShareAhead(int i)
    {
        NumberRead n = new() { First = i, Next = i + 1, Value = 1, Scale = 1 };
        return ReadShare(ref n);
    }

    private readonly bool IsHalfAhead(int i)
    {
        NumberRead n = new() { First = i, Next = i + 1, Value = 1, Scale = 1 };
        ReadHalf(ref n);
        return n.Next > i + 1;
    }

    // "one" counts where a noun, a measure, a fraction or a multiplier follows, or "of" with a plural; as a pronoun it does not.
    private readonly bool IsCountingOne(int i)
    {
        int k = i + 1;
        if (IsLoneVictim(i, k))
        {
            return true;
        }

        if (k >= _lx.Length)
        {
            return false;
        }

        if (i > 0 && _lx[i - 1].IsWord && !(_lx[k].IsWord && Entry(k).StartsUnit) && (Has(i - 1, WordRole.Determiner | WordRole.Every | WordRole.Adjective) || Chars(i - 1) is "no" or "any" or "another" or "that" or "which"))
        {
            return false;
        }

        if (_lx[k].IsDash && !_lx[k].SpaceBefore)
        {
            return k + 1 < _lx.Length && (Entry(k + 1).StartsUnit || Entry(k + 1).Denominator > 0 || Entry(k + 1).Number != NumberRole.None);
        }

        if (!_lx[k].IsWord)
        {
            return false;
        }

        if (Has(k, WordRole.Of))
        {
            int noun = SkipOf(k);
            return noun > k + 1 && HeadIsPlural(noun) && !IsPluralName(noun);
        }

        LexiconEntry entry = Entry(k);
        return entry.StartsUnit || entry.Number != NumberRole.None || entry.Denominator > 0 || entry.StartsRole
            || ((entry.Roles & WordRole.To) != WordRole.None && k + 1 < _lx.Length && (_lx[k + 1].IsNumber || Entry(k + 1).Number == NumberRole.Small)) || IsHalfAhead(i) || IsShareAhead(i)
            || (entry.Roles & (WordRole.Stop | WordRole.Verb | WordRole.To)) == WordRole.None;
    }

    // "Killing one and wounding two", "left one dead": a verb of a role right before, and no noun behind.
    private readonly bool IsLoneVictim(int i, int next) =>
        i > 0 && _lx[i - 1].IsWord && (Chars(i - 1).EndsWith("ed") || Chars(i - 1).EndsWith("ing")) && (next >= _lx.Length || !_lx[next].IsWord || Has(next, WordRole.And) || Chars(next) is "in" or "at" or "on" or "before" or "outside" or "after")
        && RoleAt(i - 1, out int behind) is { } role && behind == i && lexicon.IsPersonRole(role);

    // "One of the United States": a name of two capitals or more counts nothing by its plural.
    private readonly bool IsPluralName(int k)
    {
        int words = 0;
        while (k < _lx.Length && _lx[k].IsWord && _lx[k].IsCapitalised)
        {
            words++;
            k++;
        }

        return !_titleCase && words > 1 && (k >= _lx.Length || !_lx[k].IsWord || Has(k, WordRole.Stop));
    }

    // Letters, "/", "=", "#" and the like right before the digits: WB-57, COVID-19, id=7, #5, §3.
    private readonly bool IsPartOfWord(int i)
    {
        if (i == 0 || _lx[i].SpaceBefore)
        {
            return false;
        }

        ref readonly Lexeme before = ref _lx[i - 1];
        if (before.IsWord)
        {
            return FigureUnits.OfNotation(Chars(i - 1)) is not { IsMoney: true } && !(i > 1 && FigureUnits.OfNotation(_source.AsSpan(_lx[i - 2].Start, before.End - _lx[i - 2].Start)) is { IsMoney: true });
        }

        if (before.Kind != LexemeKind.Mark)
        {
            return false;
        }

        if (before.Mark is '#' or '@' or '_' or '&' or '?' or '\u00A7' or '%' or '\\' || (before.Mark == '=' && !(i > 1 && _lx[i - 2].IsWord && Chars(i - 2) is "Y")))
        {
            return true;
        }

        if ((before.IsDash && before.Mark != '\u2014') || before.Mark is '/' or '.')
        {
            // "then-14-year-old": a unit behind makes it a measure all the same.
            if (before.IsDash && i + 2 < _lx.Length && ((_lx[i + 1].IsDash && Entry(i + 2).StartsUnit) || (_lx[i + 1].IsWord && Entry(i + 1).StartsUnit && UnitPhrase(i + 1, out _) is { IsTime: true })) && i > 1 && !_lx[i - 2].IsCapitalised)
            {
                return false;
            }

            bool attached = !before.SpaceBefore && i > 1 && _lx[i - 2].IsWord;
            return attached && !Has(i - 2, WordRole.Minus | WordRole.To | WordRole.Of) && !Entry(i - 2).Magnitude && !Entry(i - 2).StartsUnit
                && !(Chars(i - 2).Equals("sub", StringComparison.OrdinalIgnoreCase)) && FigureUnits.OfNotation(Chars(i - 2)) is not { IsMoney: true } && Entry(i - 2).Number == NumberRole.None;
        }

        return before.Mark == '+' && _lx[i].Digits >= 8;
    }

    private readonly int SkipChain(int i)
    {
        int k = i + 1;
        while (k < _lx.Length && !_lx[k].SpaceBefore && (_lx[k].IsNumber || _lx[k].IsWord || (_lx[k].Kind == LexemeKind.Mark && _lx[k].Mark is '-' or '/' or '.' or '_' or '=' or '&' or '%' or ':' && k + 1 < _lx.Length && !_lx[k + 1].SpaceBefore && !_lx[k + 1].Is('"'))))
        {
            k++;
        }

        return k;
    }

    // Numbers joined by marks without spaces: 10:27, 217-732-2156, 9/11, 3-1.
    private readonly int ChainEnd(int i, out int numbers, out bool colon, out bool slash)
    {
        numbers = 1;
        colon = false;
        slash = false;
        int k = i + 1;
        while (k + 1 < _lx.Length && _lx[k].Kind == LexemeKind.Mark && !_lx[k].SpaceBefore && _lx[k + 1].IsNumber && !_lx[k + 1].SpaceBefore && (_lx[k].IsDash || _lx[k].Mark is ':' or '/' or '.'))
        {
            colon |= _lx[k].Mark == ':';
            slash |= _lx[k].Mark == '/';
            numbers++;
            k += 2;
        }

        return k;
    }

    private readonly bool IsSlashFraction(int i)
    {
        NumberRead n = new() { First = i, Next = i + 1, Value = _lx[i].Value };
        ReadSlashFraction(i, ref n);
        return n.Next > i + 1;
    }

    private readonly bool CountedUnit(int k) => k < _lx.Length && (UnitAt(k, out _) is not null || (_lx[k].IsDash && k + 1 < _lx.Length && UnitAt(k + 1, out _) is not null) || Entry(k).Number == NumberRole.Scale || lexicon.Suffix(Chars(k)) > 0);
}
