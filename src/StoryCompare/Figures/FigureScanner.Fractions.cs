namespace StoryCompare.Figures;

/// <content>Fractions and halves.</content>
internal ref partial struct FigureScanner
{
    // "1/2", "2 1/2", "7 3 / 4".
    private readonly void ReadSlashFraction(int i, ref NumberRead n)
    {
        int numerator = i;
        bool mixed = false;
        if (i + 3 < _lx.Length && _lx[i + 1].IsNumber && _lx[i + 1].SpaceBefore && _lx[i + 2].Is('/') && _lx[i].IsPlainInteger)
        {
            numerator = i + 1;
            mixed = true;
        }

        if (numerator + 2 >= _lx.Length || !_lx[numerator + 1].Is('/') || !_lx[numerator + 2].IsPlainInteger || !_lx[numerator].IsPlainInteger
            || (numerator + 3 < _lx.Length && _lx[numerator + 3].Is('/')) || (numerator > 0 && _lx[numerator - 1].Is('/')))
        {
            return;
        }

        double above = _lx[numerator].Value;
        double below = _lx[numerator + 2].Value;
        if (!(above >= 1 && above < below && (above == 1 || below is 3 or 4 or 5 or 8 or 10 or 16 or 32 or 64 or 100)))
        {
            return;
        }

        double part = above / below;
        n.Value = mixed ? n.Value + part : part;
        n.Step = part * 0.05;
        n.Next = numerator + 3;
        // "1/50 of the cost" is a share, "1/4 point" a number.
        n.IsFraction = !mixed && Has(n.Next, WordRole.Of);
    }

    // "and a half", "and one-half", "and a quarter".
    private readonly void ReadHalf(ref NumberRead n)
    {
        int k = n.Next;
        if (k + 1 >= _lx.Length || !Has(k, WordRole.And | WordRole.Join))
        {
            return;
        }

        k++;
        if (k + 1 < _lx.Length && (Has(k, WordRole.Article) || (Entry(k).Number == NumberRole.Small && Entry(k).Value is 1 or 3)))
        {
            double times = Has(k, WordRole.Article) ? 1 : Entry(k).Value;
            k++;
            k += _lx[k].IsDash && k + 1 < _lx.Length ? 1 : 0;
            LexiconEntry part = Entry(k);
            double fraction = part.Number == NumberRole.Half ? 0.5 : part.Denominator > 2 ? 1.0 / part.Denominator : 0;
            if (fraction > 0 && n.Value == Math.Floor(n.Value) && n.Value < 1000)
            {
                n.Value += times * fraction;
                n.Step = 0.1;
                n.Next = k + 1;
            }
        }
        else if (k < _lx.Length && Entry(k).Number == NumberRole.Half)
        {
            n.Value += 0.5;
            n.Step = 0.1;
            n.Next = k + 1;
        }
    }

    // "a mile and a half", "an hour and a quarter": the unit stands between the one and its part.
    private readonly bool ReadOneAndPart(int i, ref Draft d)
    {
        int k = i + 1;
        if (!Has(i, WordRole.Article) || k >= _lx.Length || !_lx[k].IsWord || !Entry(k).StartsUnit || UnitPhrase(k, out int behind) is not { } unit)
        {
            return false;
        }

        d.Number = new NumberRead { First = i, Next = k, Value = 1, Coefficient = 1, Scale = 1, Step = 1, IsWords = true };
        d.First = i;
        d.Next = behind;
        d.Unit = unit;
        d.Value = 1;
        d.Step = 1;
        return ReadPartBehind(ref d);
    }

    // "two miles and a half"; not "a year and a half of it", "a day and a quarter final".
    private readonly bool ReadPartBehind(ref Draft d)
    {
        int k = d.Next;
        if (d.Unit is null || d.MoneyBefore || d.Hyphened || d.Number.Scale != 1 || k + 2 >= _lx.Length || !Has(k, WordRole.And) || !Has(k + 1, WordRole.Article))
        {
            return false;
        }

        LexiconEntry part = Entry(k + 2);
        double fraction = part.Number == NumberRole.Half ? 0.5 : part.Denominator == 4 ? 0.25 : 0;
        bool noun = part.Denominator == 4 && k + 3 < _lx.Length && _lx[k + 3].IsWord && !Has(k + 3, WordRole.Stop);
        if (fraction == 0 || noun || Entry(k + 3).StartsUnit || Entry(k + 3).Number != NumberRole.None || d.Value != Math.Floor(d.Value) || d.Value >= 1000)
        {
            return false;
        }

        d.Value += fraction;
        d.Step = 0.1;
        d.Next = k + 3;
        return true;
    }

    private readonly bool ReadFraction(int k, double times, ref NumberRead n)
    {
        LexiconEntry entry = Entry(k);
        bool hyphen = k > n.First && _lx[k - 1].IsDash;
        bool of = k + 1 < _lx.Length && Has(k + 1, WordRole.Of);
        bool scaled = k + 2 < _lx.Length && _lx[k + 1].IsDash && Entry(k + 2).Number == NumberRole.Scale;
        scaled |= k + 1 < _lx.Length && Entry(k + 1).Number == NumberRole.Scale;
        bool unit = k + 1 < _lx.Length && (UnitFollows(k + 1) || (Entry(k + 1).StartsUnit && hyphen));
        // "a quarter-mile from the bridge".
        bool joined = entry.Denominator == 4 && k + 2 < _lx.Length && _lx[k + 1].IsDash && !_lx[k + 1].SpaceBefore && Entry(k + 2).StartsUnit && UnitPhrase(k + 2, out int _) is { Dimension: "length" or "time" };
        bool plain = times is 1 or 2 or 3 && entry.Denominator is 2 or 3 && !Has(i: n.First, WordRole.Article);
        bool more = k + 1 >= _lx.Length || _lx[k + 1].Kind == LexemeKind.Mark;
        if (!(hyphen || of || scaled || unit || joined || (plain && !HeadIsPlural(k + 1)) || (more && !Has(n.First, WordRole.Article))) || times >= entry.Denominator * 3)
        {
            return false;
        }

        if (of && entry.Denominator == 4 && !hyphen && times > 1 && !(k + 2 < _lx.Length && (Has(k + 2, WordRole.Article) || Has(k + 2, WordRole.Stop))))
        {
            return false;
        }

        n.Value = times / entry.Denominator;
        n.Step = 0.05;
        n.Coefficient = n.Value;
        n.IsFraction = n.Value < 1;
        n.Next = k + 1;
        if (scaled)
        {
            n.Next = k + 1;
            ReadScale(false, ref n);
            n.IsFraction = false;
        }
        else if (of && k + 3 < _lx.Length && Has(k + 2, WordRole.Article) && Entry(k + 3).Number == NumberRole.Scale)
        {
            n.Next = k + 3;
            ReadScale(false, ref n);
            n.IsFraction = false;
        }

        return true;
    }

    private readonly bool ReadHalves(int k, ref NumberRead n)
    {
        int next = k + 1;
        n.Value = 0.5;
        n.Step = 0.05;
        n.Coefficient = 0.5;
        if (next >= _lx.Length)
        {
            n.Next = next;
            n.IsFraction = true;
            return k > n.First || Has(k - 1, WordRole.Stop);
        }

        int dash = _lx[next].IsDash && !_lx[next].SpaceBefore ? 1 : 0;
        int article = dash == 0 && Has(next, WordRole.Article) ? 1 : 0;
        int scaled = next + dash + article;
        if (scaled < _lx.Length && Entry(scaled).Number is NumberRole.Scale or NumberRole.Dozen or NumberRole.Hundred)
        {
            n.Value *= Entry(scaled).Value;
            n.Scale = Entry(scaled).Value;
            n.Step = FigureStep.OfInteger(n.Value);
            n.Next = scaled + 1;
            ReadScale(false, ref n);
            return true;
        }

        if (dash > 0 && next + 1 < _lx.Length && !Entry(next + 1).StartsUnit)
        {
            return false;
        }

        if (scaled < _lx.Length && Entry(scaled).StartsUnit && UnitPhrase(scaled, out int _) is { } unit && unit != FigureUnits.Percent)
        {
            n.Next = scaled;
            n.Step = 0.1;
            return true;
        }

        // "half of the condos", "half the condos"; not "the second half of the year".
        if (Has(next, WordRole.Of) || (Has(next, WordRole.Stop) && IsDeterminer(next)))
        {
            bool ordinal = k > 0 && (Has(k - 1, WordRole.Adjective) || (_lx[k - 1].IsWord && Has(k - 1, WordRole.Stop) && IsDeterminer(k - 1)));
            n.Next = next;
            n.IsFraction = true;
            return !ordinal || Has(k - 1, WordRole.Article);
        }

        if (k > 0 && (Entry(k - 1).StartsQualifier || (_lx[k - 1].IsDash && n.First < k - 1)))
        {
            n.Next = next;
            n.IsFraction = true;
            return true;
        }

        return false;
    }
}
