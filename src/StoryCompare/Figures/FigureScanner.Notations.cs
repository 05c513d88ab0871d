namespace StoryCompare.Figures;

/// <content>Units as words and as notations.</content>
internal ref partial struct FigureScanner
{
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
            // One letter apart from its number is a unit only where no name can stand: "9 C", "40 R".
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
}
