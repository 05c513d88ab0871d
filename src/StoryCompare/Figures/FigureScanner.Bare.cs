namespace StoryCompare.Figures;

/// <content>Bare numbers: what they borrow from the figure before, ages, and what is left as noise.</content>
internal ref partial struct FigureScanner
{
    /// <summary>Words between a bare number and the figure it borrows from, at most: what lies farther off is another thought, and looking back stays bounded.</summary>
    private const int FarthestLender = 24;

    // "90 cars were stolen compared with 21": the noun of the figure before; "killed 10 and wounded 20" has its role. Ages: "Smith, 25, said".
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

        i = BeforeBound(BeforeHedge(i)) + 1;
        if (i < 1 || !_lx[i - 1].IsWord || IsOtherClause(ref d, i - 1))
        {
            return false;
        }

        if (IsSameVerb(i - 1) && d.Number.Scale == 1)
        {
            // "Hill scored 14 points and Wood scored 13".
            d.Unit = _previous.Unit;
            d.Noun = _previous.Noun;
            return true;
        }

        bool compared = Chars(i - 1) is "with" or "than" or "versus" or "and" or "or" or "by" or "from" || (Chars(i - 1) is "to" && i > 1 && Chars(i - 2) is "compared");
        if (compared && _hasCounted && (!_previous.HasUnit || _previous.Noun is null) && Chars(i - 1) is "and" or "with")
        {
            // "41,000 people jailed for a year and 7,000 for two".
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

    // The verb right before the number is the one right before the figure that lends: one thing told of two.
    private readonly bool IsSameVerb(int verb)
    {
        int other = _previous.First - 1;
        return other >= 0 && verb - _previous.Next <= FarthestLender && _lx[other].IsWord && _lx[other].Term == _lx[verb].Term && Has(verb, WordRole.Verb) && Entry(verb).Number == NumberRole.None
            && _previous.HasUnit && _previous.Unit is null or { IsTime: false, Symbol: not "age" };
    }

    // The "than" of "more than 100,000" is part of a hedge and compares with nothing.
    private readonly int BeforeBound(int at) =>
        at > _floor && _lx[at].IsWord && Chars(at) is "than" && FindQualifier(at, out _, out int start) && start < at ? start - 1 : at;

    // A figure's unit does not reach over a verb or a clause's end: "1,500 km away, the town has grown by 300"; nor to the subject of a verb:
    // "20 km long and 300 were hurt". A comparison in so many words does: "90 cars were stolen compared with 21".
    private readonly bool IsOtherClause(ref Draft d, int connective)
    {
        bool explicitly = Chars(connective) is "than" or "versus" || (connective > 0 && Chars(connective - 1) is "compared");
        if (connective - _previous.Next > FarthestLender)
        {
            return true;
        }

        for (int k = _previous.Next; k < connective; k++)
        {
            bool verb = _lx[k].IsWord && Has(k, WordRole.Verb | WordRole.Aux);
            if (!explicitly && verb || _lx[k].Is(';') || _lx[k].Is(':'))
            {
                return true;
            }
        }

        return !explicitly && _previous.Unit is not null && d.Next < _lx.Length && _lx[d.Next].IsWord && Has(d.Next, WordRole.Verb | WordRole.Aux);
    }

    // Words of a day between a death and "at".
    private const int DayWords = 4;

    private readonly bool ReadBareAge(ref Draft d)
    {
        int i = d.First;
        int next = d.Next;
        if (d.Value is < 1 or > 119 || d.Value != Math.Floor(d.Value) || i < 1)
        {
            return false;
        }

        if (!_lx[d.Number.First].IsNumber)
        {
            // "Aged nine and 11".
            bool word = d.Number.IsWords && Has(i - 1, WordRole.AgeName) && (next >= _lx.Length || !_lx[next].IsWord || Has(next, WordRole.And));
            d.Unit = word ? FigureUnits.OfSymbol("age") : d.Unit;
            return word;
        }

        bool closed = next >= _lx.Length || (_lx[next].Kind == LexemeKind.Mark && _lx[next].Mark is ',' or '.' or ')' or ';' or '-' or '\u2013' or '\u2014');
        bool aged = (_lx[i - 1].IsWord && Has(i - 1, WordRole.AgeName)) || (i > 1 && Has(i - 1, WordRole.Of) && Has(i - 2, WordRole.AgeName))
            || (i > 1 && closed && Has(i - 1, WordRole.AgeAt) && IsDeathBefore(i - 2));
        // "Sam Hill Jr., 25": the point is the title's.
        int who = i > 3 && _lx[i - 2].Is('.') && !_lx[i - 2].SpaceBefore && Chars(i - 3) is "Jr" or "Sr" ? i - 3 : i - 2;
        // "Ann Field, 14 and Sam Hill, 17", "Ann Field, 14; and Sam Hill, 17": the first tells what the others are.
        bool series = !d.IsRange && i > 1 && _lx[i - 1].Is(',') && IsFullName(who)
            && ((_hasPrevious && _previous.Unit is { Symbol: "age" } && !_previous.Hyphened && figures.Count > _firstFigure && (closed || next >= _lx.Length || Has(next, WordRole.And)))
                || (next + 2 < _lx.Length && Has(next, WordRole.And) && !_titleCase && IsFullName(next + 2)));
        // "Sam Hill and Ann Field, both 28, said", "Hill, now 16, was".
        bool both = i > 2 && Chars(i - 1) is "both" or "now" or "then" or "also" && _lx[i - 2].Is(',') && (closed || next >= _lx.Length) && IsPersonLike(i - 3);
        bool apposition = closed && i > 1 && !d.IsRange && _lx[i - 1].Kind == LexemeKind.Mark && _lx[i - 1].Mark is ',' or '(' && IsPersonLike(who)
            && (next >= _lx.Length ? _titleCase : _lx[next].Is('.') ? EndsWithAge(who, next) : _lx[next].Is(')') == _lx[i - 1].Is('(') && (_lx[who].IsCapitalised || _lx[next].Is(',')));
        bool turned = _lx[i - 1].IsWord && Has(i - 1, WordRole.AgeVerb) && (next >= _lx.Length || !_lx[next].IsWord || Has(next, WordRole.Stop)) && i > 1 && PersonSubject(i - 1);
        turned |= _lx[i - 1].IsWord && Chars(i - 1) is "was" or "is" && i > 1 && (_lx[i - 2].IsWord || _lx[i - 2].Is(',')) && IsAgeThen(i - 2, next, closed);
        bool beyond = !d.IsRange && IsPeopleBeyond(i) && (closed || next >= _lx.Length || !_lx[next].IsWord || Has(next, WordRole.Stop));
        // "aged 17, 19 and 23": the ages behind the first.
        bool listed = _hasPrevious && _previous.Unit is { Symbol: "age" } && !_previous.Hyphened && figures.Count > _firstFigure && (closed || next >= _lx.Length || (_lx[next].IsWord && Has(next, WordRole.And | WordRole.Stop | WordRole.Aux | WordRole.Verb)))
            && (i - _previous.Next == 1 && (_lx[i - 1].Is(',') || Has(i - 1, WordRole.And)) || (i - _previous.Next == 2 && _lx[i - 2].Is(',') && Has(i - 1, WordRole.And))) && _previous.First > 0 && IsListedAge(_previous.First);
        if (!aged && !apposition && !turned && !beyond && !listed && !series && !both)
        {
            return false;
        }

        d.Unit = FigureUnits.OfSymbol("age");
        return true;
    }

    // "Died at 91", "died on Thursday at 91".
    private readonly bool IsDeathBefore(int k)
    {
        int floor = Math.Max(0, k - DayWords);
        while (k > floor && _lx[k].IsWord && (Has(k, WordRole.Weekday) || Chars(k) is "on" or "early" or "late" or "last" or "today" or "yesterday"))
        {
            k--;
        }

        return RoleAt(k, out _) == "killed";
    }

    // "Aged between 9 and 14 years", "the 6 to 10 age group", "died at age 84 of a stroke".
    private readonly void ReadAgeOfGroup(ref Draft d)
    {
        int number = d.Number.First;
        bool aged = number > 0 && (Has(number - 1, WordRole.AgeName) || (d.IsRange && number > 1 && Chars(number - 1) is "between" or "from" && Has(number - 2, WordRole.AgeName)));
        bool group = d.Noun is "group" or "bracket" && d.Next > 1 && Chars(d.Next - 2) is "age";
        bool of = aged && d.Unit is null && d.Number.Next < _lx.Length && Has(d.Number.Next, WordRole.Of);
        if (aged && d.Unit is { Symbol: "mo" or "wk" or "d" } && d.Rate is null)
        {
            // "Age 2 months".
            d.Unit = FigureUnits.OfSymbol("age:" + d.Unit.Symbol);
            return;
        }

        if ((group || of || (aged && d.Unit is { Symbol: "yr" })) && d.Value is >= 1 and <= 119 && d.Rate is null)
        {
            d.Unit = FigureUnits.OfSymbol("age");
            d.Noun = null;
            d.Role = null;
            d.CountsEnd = d.CountsStart;
            d.Next = of && !group ? d.Number.Next : d.Next;
        }
    }

    // "She was 14 when it happened", "Bell was 31 at the time", "he is 38.".
    private readonly bool IsAgeThen(int who, int next, bool closed)
    {
        bool then = next < _lx.Length && _lx[next].IsWord && (Chars(next) is "when" || (Chars(next) is "at" && next + 2 < _lx.Length && Chars(next + 2) is "time"));
        bool pronoun = Chars(who).Equals("he", StringComparison.OrdinalIgnoreCase) || Chars(who).Equals("she", StringComparison.OrdinalIgnoreCase) || Chars(who) is "who";
        return pronoun ? then || (closed && next == _lx.Length - 1) : then && (_lx[who].Is(',') || IsPersonLike(who));
    }

    // Ages stand without a break from "aged" on.
    private readonly bool IsListedAge(int first)
    {
        int k = first - 1;
        while (k > 0 && first - k < FarthestLender && (_lx[k].IsNumber || _lx[k].Is(',') || Has(k, WordRole.And)))
        {
            k--;
        }

        return k >= 0 && Has(k, WordRole.AgeName);
    }

    // Two words or more with capitals: "Ann Field", "Sam O. Hill".
    private readonly bool IsFullName(int who) =>
        IsPersonLike(who) && _lx[who].IsCapitalised && who > 0 && !Has(who, WordRole.Street) && _lx[who - 1].IsWord && _lx[who - 1].IsCapitalised && !Has(who - 1, WordRole.Stop);

    // "They charged Sam Hill, 25.": a name of two words or more, at the end of its sentence; no address.
    private readonly bool EndsWithAge(int who, int end) =>
        end == _lx.Length - 1 && (!_titleCase || who <= 2) && who > 0 && _lx[who].IsCapitalised && !Has(who, WordRole.Street) && _lx[who - 1].IsWord && _lx[who - 1].IsCapitalised && !Has(who - 1, WordRole.Stop)
        && !_lx[who + 1].Is('(') && _lx[end - 1].Value >= 5;

    // "People over 65", "children younger than 5".
    private readonly bool IsPeopleBeyond(int number)
    {
        int k = number - 1;
        bool than = k > 0 && Chars(k) is "than" && Chars(k - 1) is "older" or "younger";
        k -= than ? 2 : Chars(k) is "over" or "under" ? 1 : 0;
        return k >= 0 && k < number - 1 && _lx[k].IsWord && Has(k, WordRole.AgeGroup);
    }

    // A name, or a singular noun: "Jane Smith, 25, said", "the driver, 41, was held"; not "March 3, 25".
    private readonly bool IsPersonLike(int k) =>
        _lx[k].IsWord && !Has(k, WordRole.Weekday) && (!Has(k, WordRole.Adjective | WordRole.Verb | WordRole.Stop) || IsSurname(k)) && Entry(k).Month == 0 && Entry(k).Number == NumberRole.None && (!Entry(k).StartsUnit || IsSurname(k))
        && (_lx[k].IsCapitalised || !LooksPlural(k));

    // "Ann Brown", "Sam Young": a colour or quality behind a capital is a name's.
    private readonly bool IsSurname(int k) => _lx[k].IsCapitalised && k > 0 && _lx[k - 1].IsWord && _lx[k - 1].IsCapitalised && !Has(k - 1, WordRole.Stop | WordRole.Adjective);

    // "He will be 35", "she turned 30": a personal pronoun within three words; "Holm turns 30", "Holm will be 30 in May": a name.
    private readonly bool PersonSubject(int verb)
    {
        for (int k = verb - 1; k >= Math.Max(0, verb - 2); k--)
        {
            if (Chars(k).Equals("he", StringComparison.OrdinalIgnoreCase) || Chars(k).Equals("she", StringComparison.OrdinalIgnoreCase) || Chars(k) is "I" or "who")
            {
                return true;
            }
        }

        bool turns = Chars(verb) is "turned" or "turns" or "turn";
        bool dated = verb + 3 < _lx.Length && (Chars(verb + 2) is "in" or "on" or "next" or "this") && (IsMonth(verb + 3) || Has(verb + 3, WordRole.Weekday) || Chars(verb + 3) is "month" or "week" or "year");
        int name = Chars(verb - 1) is "will" ? verb - 2 : verb - 1;
        return (turns || (dated && name == verb - 2)) && name >= 0 && _lx[name].IsCapitalised && IsPersonLike(name);
    }

    // A small number word with nothing counted: "the two", "all three".
    private readonly bool IsBareNoise(ref Draft d)
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
            // "all five live in London" counts; "the two" points back.
            determined &= !(i > 0 && Has(i - 1, WordRole.All));
            return (!role && determined) || d.Value == 1 && !role && !IsLoneVictim(i, d.Next);
        }

        return false;
    }
}
