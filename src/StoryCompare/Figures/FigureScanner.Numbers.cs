namespace StoryCompare.Figures;

/// <content>Numbers: digits with multipliers, words, fractions, vague plurals.</content>
internal ref partial struct FigureScanner
{
    /// <summary>Reads the number that starts at lexeme <paramref name="i"/>.</summary>
    /// <param name="i">A number, number word or article.</param>
    /// <param name="money">Whether a currency stands before it: settles "m" and "b".</param>
    /// <param name="n">What is read.</param>
    private readonly bool ReadNumber(int i, bool money, out NumberRead n)
    {
        n = new NumberRead { First = i, Scale = 1 };
        return _lx[i].Kind switch
        {
            LexemeKind.Number => ReadDigits(i, money, ref n),
            LexemeKind.Word => ReadWords(i, ref n),
            _ => false,
        };
    }

    private readonly bool ReadDigits(int i, bool money, ref NumberRead n)
    {
        ref readonly Lexeme lexeme = ref _lx[i];
        if ((lexeme.Shape & DigitShape.Unreadable) != DigitShape.None)
        {
            return false;
        }

        n.Value = lexeme.Value;
        n.Step = lexeme.Step;
        n.Next = i + 1;
        n.IsFraction = (lexeme.Shape & DigitShape.Composed) != DigitShape.None && lexeme.Value < 1 && lexeme.Value > 0.001 && lexeme.Digits <= 1;
        ReadSlashFraction(i, ref n);
        ReadHalf(ref n);
        n.Coefficient = n.Value;
        ReadScale(money, ref n);
        return true;
    }

    // "1.2 billion", "34m", "12-million", "$3 bn", "25 lakh".
    private readonly void ReadScale(bool money, ref NumberRead n)
    {
        bool first = true;
        while (n.Next < _lx.Length)
        {
            int k = n.Next;
            bool attached = !_lx[k].SpaceBefore;
            if (_lx[k].IsDash && attached && k + 1 < _lx.Length && !_lx[k + 1].SpaceBefore && Entry(k + 1).Number is NumberRole.Scale or NumberRole.Hundred)
            {
                k++;
            }

            if (!_lx[k].IsWord)
            {
                break;
            }

            LexiconEntry entry = Entry(k);
            double scale = entry.Number is NumberRole.Scale or NumberRole.Hundred || (entry.Number == NumberRole.Dozen && n.IsWords is false && n.Value < 100) ? entry.Value : 0;
            if (scale == 0 && first && (attached || money))
            {
                scale = LetterScale(k, money, ref n);
            }
            else if (scale == 0 && first && _lx[k].End - _lx[k].Start == 1 && _source[_lx[k].Start] is 'B' or 'M' && k + 1 < _lx.Length && HeadIsPlural(k + 1))
            {
                scale = lexicon.Suffix(Chars(k));
            }

            if (scale == 0 || n.Scale >= 1e15)
            {
                break;
            }

            n.Step = Exact(n.Step * scale, 1e-9 < n.Step * scale && n.Step * scale > 0.999 ? 1 : 0);
            n.Value = Exact(n.Value * scale, n.Step);
            n.High *= scale;
            n.Scale *= scale;
            n.Next = k + 1;
            first = false;
        }
    }

    // 1.1 million is 1,100,000 to the last bit: products of decimals are brought back to the digits they show.
    private static double Exact(double value, double step) =>
        step >= 1 && value < 1e15 ? Math.Round(value) : value;

    private readonly double LetterScale(int k, bool money, ref NumberRead n)
    {
        ReadOnlySpan<char> letters = Chars(k);
        double scale = lexicon.Suffix(letters);
        if (scale == 0 || money)
        {
            return scale;
        }

        return letters switch
        {
            "K" => _lx[n.First].Step < 0.1 ? 0 : scale,
            // Metres, bits and tonnes use these letters as well: a multiplier only where something counted follows: "2m of its customers", not "80m of the summit".
            "m" or "b" or "T" => k + 1 < _lx.Length && (HeadIsPlural(Has(k + 1, WordRole.Of) ? SkipOf(k + 1) : k + 1) || UnitFollows(k + 1)) ? scale : 0,
            // A mill is a plant, too.
            "mill" => k + 1 < _lx.Length && UnitFollows(k + 1) ? scale : 0,
            _ => scale,
        };
    }

    private readonly bool UnitFollows(int k) => Entry(k).StartsUnit && UnitPhrase(k, out int _) is { } unit && unit.Dimension is not ("length" or "time");

    private readonly bool ReadWords(int i, ref NumberRead n)
    {
        LexiconEntry entry = Entry(i);
        n.IsWords = true;
        n.Scale = 1;
        if ((entry.Roles & WordRole.Article) != WordRole.None && entry.Number == NumberRole.None)
        {
            return ReadAfterArticle(i, ref n);
        }

        return entry.Number switch
        {
            NumberRole.Small or NumberRole.Hundred or NumberRole.Scale => ReadCardinal(i, ref n),
            NumberRole.Dozen => false,
            NumberRole.Vague => ReadVague(i, ref n),
            NumberRole.Half => ReadHalves(i, ref n),
            NumberRole.Couple => ReadCouple(i, ref n),
            NumberRole.Few => ReadFew(i, ref n),
            _ => false,
        };
    }

    // a hundred, a million, a dozen, a half-million, a third of, a couple of thousand, a few hundred.
    private readonly bool ReadAfterArticle(int i, ref NumberRead n)
    {
        int k = i + 1;
        if (k >= _lx.Length || !_lx[k].IsWord)
        {
            return false;
        }

        LexiconEntry next = Entry(k);
        switch (next.Number)
        {
            case NumberRole.Hundred or NumberRole.Scale:
                return ReadCardinal(k, ref n);
            case NumberRole.Dozen:
                n.Value = next.Value;
                n.Step = 1;
                n.Next = k + 1;
                n.Coefficient = 1;
                return true;
            case NumberRole.Half:
                return ReadHalves(k, ref n);
            case NumberRole.Couple:
                return ReadCouple(k, ref n);
            case NumberRole.Few:
                return ReadFew(k, ref n);
            default:
                return next.Denominator > 2 && ReadFraction(k, 1, ref n);
        }
    }

    private readonly bool ReadCouple(int k, ref NumberRead n)
    {
        int of = k + 1 < _lx.Length && Has(k + 1, WordRole.Of) ? 1 : 0;
        int scale = k + 1 + of;
        if (scale >= _lx.Length)
        {
            return false;
        }

        if (Entry(scale).Number is not (NumberRole.Hundred or NumberRole.Scale or NumberRole.Dozen))
        {
            return of > 0 && ReadPair(k, scale, ref n);
        }

        n.Value = 2 * Entry(scale).Value;
        n.Scale = Entry(scale).Value;
        n.Coefficient = 2;
        n.Step = Entry(scale).Value;
        n.Next = scale + 1;
        n.IsAbout = true;
        ReadScale(false, ref n);
        return true;
    }

    // "a couple of hours", "a pair of gunmen", "a trio of raiders"; not "a pair of glasses" or "a couple of the".
    private readonly bool ReadPair(int k, int noun, ref NumberRead n)
    {
        bool time = Entry(noun).StartsUnit && UnitPhrase(noun, out int _) is { IsTime: true };
        if (!time && (Has(noun, WordRole.Stop | WordRole.Determiner) || !_lx[noun].IsWord || !HeadIsPlural(noun) || FindHead(noun, false, out _) is var head && Has(head, WordRole.Paired)))
        {
            return false;
        }

        n.Value = Entry(k).Value;
        n.Coefficient = n.Value;
        n.Step = 1;
        n.Next = noun;
        n.IsAbout = Chars(k) is "couple";
        return true;
    }

    // "several hundred", "a few thousand", "several dozen".
    private readonly bool ReadFew(int k, ref NumberRead n)
    {
        if (k + 1 >= _lx.Length || Entry(k + 1).Number is not (NumberRole.Hundred or NumberRole.Scale or NumberRole.Dozen) || Entry(k).Value == 0)
        {
            return false;
        }

        double scale = Entry(k + 1).Value;
        n.Value = Entry(k).Value * scale;
        n.High = Entry(k).High * scale;
        n.Step = scale;
        n.Coefficient = 1;
        n.IsVague = true;
        n.Next = k + 2;
        ReadScale(false, ref n);
        return true;
    }

    // "dozens", "hundreds of thousands", "tens of millions".
    private readonly bool ReadVague(int k, ref NumberRead n)
    {
        n.Value = Entry(k).Value;
        n.High = Entry(k).High;
        n.IsVague = true;
        n.Coefficient = 1;
        n.Next = k + 1;
        while (n.Next + 1 < _lx.Length && Has(n.Next, WordRole.Of) && Entry(n.Next + 1).Number == NumberRole.Vague && n.Value < 1e15)
        {
            double low = Entry(n.Next + 1).Value;
            n.Value *= low;
            n.High = Math.Min(n.High, n.Value / low * 10) * low;
            n.Next += 2;
        }

        n.Step = n.Value;
        // "scores" are game results unless something is counted by them.
        return n.Next < _lx.Length && (n.Value != 20 || Has(n.Next, WordRole.Of)) && !(n.Next + 1 < _lx.Length && Has(n.Next, WordRole.Of) && _lx[n.Next + 1].IsNumber);
    }
}
