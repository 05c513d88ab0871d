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
            return noun > k + 1 && HeadIsPlural(noun);
        }

        LexiconEntry entry = Entry(k);
        return entry.StartsUnit || entry.Number != NumberRole.None || entry.Denominator > 0 || entry.StartsRole
            || ((entry.Roles & WordRole.To) != 0 && k + 1 < _lx.Length && (_lx[k + 1].IsNumber || Entry(k + 1).Number == NumberRole.Small)) || IsHalfAhead(i) || IsShareAhead(i)
            || (entry.Roles & (WordRole.Stop | WordRole.Verb | WordRole.To)) == 0;
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
            // "then-11-year-old": a unit behind makes it a measure all the same.
            if (before.IsDash && i + 2 < _lx.Length && ((_lx[i + 1].IsDash && Entry(i + 2).StartsUnit) || (_lx[i + 1].IsWord && Entry(i + 1).StartsUnit && UnitPhrase(i + 1, out _) is { IsTime: true })) && i > 1 && !_lx[i - 2].IsCapitalised)
            {
                return false;
            }

            bool attached = !before.SpaceBefore && i > 1 && _lx[i - 2].IsWord;
            return attached && !Has(i - 2, WordRole.Minus | WordRole.To) && !Entry(i - 2).Magnitude && !Entry(i - 2).StartsUnit
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

        bool day = lexeme.IsPlainInteger && lexeme.Value is >= 1 and <= 31;
        bool year = IsYearLike(i);
        if (i > 0 && (day || year))
        {
            int before = _lx[i - 1].Is('.') && i > 1 ? i - 2 : i - 1;
            if (IsMonth(before) && !(before == i - 2 && _lx[i].SpaceBefore && _lx[i - 1].SpaceBefore))
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

        if (next < _lx.Length && _lx[next].IsWord && Has(next, WordRole.Era) && _lx[next].IsCapitalised && (_lx[next].Flags & Text.TokenFlags.AllCaps) != 0 && lexeme.Digits <= 4)
        {
            return next + 1;
        }

        return 0;
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

    // A bare number that is a year, a name's number, a list number, an address.
    private readonly bool IsNonFigure(ref Draft d)
    {
        int i = d.Number.First;
        if (!_lx[i].IsNumber)
        {
            return false;
        }

        if (d.Unit is not null)
        {
            return d.Unit.Symbol == "s" && IsYearLike(i) && !d.IsRange;
        }

        ref readonly Lexeme lexeme = ref _lx[i];
        int next = d.Next;
        if (d.Number.Scale != 1 || d.Number.IsFraction)
        {
            return false;
        }

        if ((lexeme.Shape & DigitShape.LeadingZero) != DigitShape.None && (lexeme.Shape & DigitShape.Decimal) == DigitShape.None)
        {
            return true;
        }

        // Letters attached behind that no table knows: 5G, 777F, 24703L202.
        if (next < _lx.Length && _lx[next].IsWord && !_lx[next].SpaceBefore)
        {
            return true;
        }

        if (IsYear(d) || IsListNumber(i) || IsNamed(d))
        {
            return true;
        }

        return lexeme.IsPlainInteger && lexeme.Digits >= 8 && !HeadIsPlural(next);
    }

    private readonly bool IsYear(in Draft d)
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
            return recent && _lx[i].Value % 100 != 0 && before >= 0 && _lx[before].IsWord && (Has(before, WordRole.Determiner | WordRole.Adjective) || _lx[before].IsCapitalised);
        }

        return recent;
    }

    // "1. Introduction", "(2) The ...", "3)".
    private readonly bool IsListNumber(int i)
    {
        if (!_lx[i].IsPlainInteger || i + 1 >= _lx.Length || _lx[i].Value > 99)
        {
            return false;
        }

        bool opened = i > 0 && _lx[i - 1].Is('(');
        bool first = i == 0 || (i == 1 && opened);
        return (_lx[i + 1].Is(')') && (opened || first)) || (i == 0 && _lx[i + 1].Is('.') && i + 2 < _lx.Length);
    }

    // "Section 427", "Boeing 787", "iPhone 11", "S&P 500", "737 MAX", "123 Random Street".
    private readonly bool IsNamed(in Draft d)
    {
        int i = d.Number.First;
        ref readonly Lexeme lexeme = ref _lx[i];
        int next = d.Next;
        bool plain = lexeme.IsPlainInteger || (lexeme.Digits <= 2 && (lexeme.Shape & DigitShape.Grouped) == DigitShape.None);
        if (!plain || d.IsRange)
        {
            return false;
        }

        for (int k = next, steps = 0; k < _lx.Length && steps < 5 && (_lx[k].IsCapitalised || _lx[k].IsNumber || (!_lx[k].SpaceBefore && _lx[k].IsWord && IsOrdinalSuffix(k))); k++, steps++)
        {
            if (Has(k, WordRole.Street) && (steps > 0 || k + 1 >= _lx.Length || !_lx[k + 1].IsCapitalised))
            {
                return !_titleCase || steps > 0;
            }
        }

        bool plural = HeadIsPlural(next);
        if (i > d.First - 1 && i > 0 && (_lx[i].SpaceBefore || _lx[i - 1].Is('.')))
        {
            int before = _lx[i - 1].Is('.') && i > 1 && !_lx[i - 1].SpaceBefore ? i - 2 : i - 1;
            ref readonly Lexeme word = ref _lx[before];
            if (before == i - 2 && !(word.IsWord && Has(before, WordRole.Label)))
            {
                return false;
            }

            if (word.IsWord && Has(before, WordRole.Label) && (!plural || word.IsCapitalised) && !(word.Kind == LexemeKind.Word && LooksPlural(before) && plural))
            {
                return lexeme.IsPlainInteger || word.IsCapitalised;
            }

            bool name = word.IsCapitalised && before > 0 && !_titleCase;
            bool inner = word.IsWord && !word.IsCapitalised && HasInnerCapital(before);
            if ((name || inner) && !Has(before, WordRole.Stop) && !Has(before, WordRole.Up | WordRole.Down | WordRole.Weekday) && Entry(before).Month == 0 && !Entry(before).StartsQualifier && !Entry(before).StartsRole)
            {
                // "In Gaza 20 people": a plural in lower case behind makes it a count.
                return !plural || (next < _lx.Length && _lx[next].IsCapitalised && _lx[next].SpaceBefore && !LooksPlural(next) && lexeme.Digits <= 3 && HasInnerCapital(before));
            }
        }

        // "the 737 MAX", "own 787 Dreamliner".
        return next < _lx.Length && _lx[next].IsCapitalised && !_titleCase && lexeme.Digits is 3 or >= 5 && lexeme.Value % 10 != 0 && i > 0 && Has(i - 1, WordRole.Determiner | WordRole.Article | WordRole.Adjective) && !LooksPlural(next);
    }

    private readonly bool HasInnerCapital(int k)
    {
        ReadOnlySpan<char> word = Chars(k);
        for (int c = 1; c < word.Length; c++)
        {
            if (char.IsUpper(word[c]) && char.IsLower(word[c - 1]))
            {
                return true;
            }
        }

        return false;
    }

    // "460 vehicles have been stolen compared with 63": the noun of the figure before; "killed 10 and wounded 20" has its role. Ages: "Smith, 25, said".
    private readonly bool Inherit(ref Draft d)
    {
        int i = d.First;
        if (ReadBareAge(ref d))
        {
            return true;
        }

        if (!_hasPrevious || figures.Count <= _firstFigure || i < 1 || d.Number.IsFraction || !_lx[i - 1].IsWord || _previous.Next > i)
        {
            return false;
        }

        i = BeforeHedge(i) + 1;
        if (i < 1 || !_lx[i - 1].IsWord)
        {
            return false;
        }

        bool compared = Chars(i - 1) is "with" or "than" or "versus" or "and" or "or" or "by" or "from" || (Chars(i - 1) is "to" && i > 1 && Chars(i - 2) is "compared");
        if (compared && _hasCounted && (!_previous.HasUnit || _previous.Noun is null) && Chars(i - 1) is "and" or "with")
        {
            // "68,400 people unemployed for a year and 95,800 for two".
            bool who = d.Next < _lx.Length && _lx[d.Next].IsWord && Has(d.Next, WordRole.Stop);
            if (who && _previous.Unit is null or { IsTime: true })
            {
                d.Noun = _counted.Noun;
                return true;
            }
        }

        if (!compared || !_previous.HasUnit || _previous.Unit is { Symbol: "age" or "yr" or "mo" or "wk" or "d" or "h" or "min" } || (_previous.Unit is { IsMoney: true, } && _previous.MoneyBefore))
        {
            return false;
        }

        if (Chars(i - 1) is "from" or "by" && _previous.Unit is null)
        {
            return false;
        }

        d.Unit = _previous.Unit;
        d.Noun = _previous.Noun;
        return true;
    }

    private readonly bool ReadBareAge(ref Draft d)
    {
        int i = d.First;
        if (!_lx[d.Number.First].IsNumber || d.Value is < 1 or > 119 || d.Value != Math.Floor(d.Value) || i < 1)
        {
            return false;
        }

        int next = d.Next;
        bool closed = next >= _lx.Length || (_lx[next].Kind == LexemeKind.Mark && _lx[next].Mark is ',' or '.' or ')' or ';' or '-' or '\u2013' or '\u2014');
        bool aged = _lx[i - 1].IsWord && Has(i - 1, WordRole.AgeName);
        bool apposition = closed && i > 1 && _lx[i - 1].Kind == LexemeKind.Mark && _lx[i - 1].Mark is ',' or '(' && _lx[i - 2].IsCapitalised && !_titleCase && next < _lx.Length && !_lx[next].Is('.')
            && Entry(i - 2).Month == 0 && !Has(i - 2, WordRole.Weekday | WordRole.Stop) && d.Value >= 1 && !d.IsRange && (_lx[next].Is(')') == _lx[i - 1].Is('('));
        bool turned = _lx[i - 1].IsWord && Has(i - 1, WordRole.AgeVerb) && (next >= _lx.Length || !_lx[next].IsWord || Has(next, WordRole.Stop)) && i > 1 && PersonSubject(i - 1);
        if (!aged && !apposition && !turned)
        {
            return false;
        }

        d.Unit = FigureUnits.OfSymbol("age");
        return true;
    }

    // "He will be 35", "she turned 30": a personal pronoun within three words.
    private readonly bool PersonSubject(int verb)
    {
        for (int k = verb - 1; k >= Math.Max(0, verb - 2); k--)
        {
            if (Chars(k).Equals("he", StringComparison.OrdinalIgnoreCase) || Chars(k).Equals("she", StringComparison.OrdinalIgnoreCase) || Chars(k) is "I" or "who")
            {
                return true;
            }
        }

        return false;
    }

    // A small number word with nothing counted: "the two", "all three".
    private readonly bool IsBareNoise(in Draft d)
    {
        int i = d.Number.First;
        if (d.Number.IsFraction || d.IsRange)
        {
            return false;
        }

        if (d.Number.IsWords && d.Value <= 10 && d.Number.Scale == 1 && !d.Number.IsVague)
        {
            bool role = d.Next < _lx.Length && RoleAt(d.Next, out _) is not null;
            bool determined = i > 0 && (Has(i - 1, WordRole.Determiner | WordRole.Every | WordRole.Between) || Entry(i - 1).Number != NumberRole.None);
            return (!role && determined) || d.Value == 1 && !role;
        }

        return false;
    }
}
