namespace StoryCompare.Figures;

/// <content>Bare numbers that belong to a name, a list or an address.</content>
internal ref partial struct FigureScanner
{
    // A bare number that is a year, a name's number, a list number, an address.
    private readonly bool IsNonFigure(ref Draft d)
    {
        int i = d.Number.First;
        if (!_lx[i].IsNumber)
        {
            return false;
        }

        if (_lx[i].SpaceBefore && Has(d.Number.Next, WordRole.OrdinalScale) && d.Number.Next < _lx.Length && _lx[d.Number.Next].SpaceBefore)
        {
            return true;
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

        // Letters attached behind that no table knows: 5G, 777F, 30412L17.
        if (next < _lx.Length && _lx[next].IsWord && !_lx[next].SpaceBefore)
        {
            return true;
        }

        bool hedged = i > 0 && _lx[i - 1].IsWord && FindQualifier(i - 1, out _, out _);
        if (lexeme.IsPlainInteger && !hedged && lexicon.IsNever(lexeme.Value))
        {
            return true;
        }

        // "the 4100 block of Main Street".
        if (lexeme.IsPlainInteger && lexeme.Digits >= 3 && lexeme.Value % 100 == 0 && Has(next, WordRole.Street) && Has(next + 1, WordRole.Of))
        {
            return true;
        }

        if (IsYear(ref d) || IsListNumber(i) || IsNamed(ref d))
        {
            return true;
        }

        return lexeme.IsPlainInteger && lexeme.Digits >= 8 && !HeadIsPlural(next);
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
    private readonly bool IsNamed(ref Draft d)
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
            if (Has(k, WordRole.Outlet) && !_titleCase && (k + 1 >= _lx.Length || !_lx[k + 1].IsCapitalised))
            {
                return true;
            }

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
}
