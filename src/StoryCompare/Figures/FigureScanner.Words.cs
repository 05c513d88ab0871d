namespace StoryCompare.Figures;

/// <content>Cardinals in words.</content>
internal ref partial struct FigureScanner
{
    // "twenty-eight thousand six hundred forty-two", "one and a half thousand", "two-thirds", "one in five" (the latter by the caller).
    private readonly bool ReadCardinal(int i, ref NumberRead n)
    {
        double total = 0;
        double group = 0;
        double lastScale = double.MaxValue;
        bool any = false;
        int k = i;
        while (k < _lx.Length)
        {
            int at = k;
            if (any && _lx[k].IsDash && !_lx[k].SpaceBefore && k + 1 < _lx.Length && !_lx[k + 1].SpaceBefore)
            {
                at = k + 1;
            }
            else if (any && (Has(k, WordRole.Join) || _lx[k].Is('&')) && k + 1 < _lx.Length && JoinFits(k + 1, total, group))
            {
                at = k + 1;
            }
            else if (any && _lx[k].Is(',') && k + 2 < _lx.Length && group == 0 && total > 0 && Entry(k + 1).Number == NumberRole.Small && Entry(k + 2).Number == NumberRole.Hundred)
            {
                at = k + 1;
            }

            if (at >= _lx.Length || !(_lx[at].IsWord || _lx[at].Is('&')))
            {
                break;
            }

            LexiconEntry entry = Entry(at);
            if (entry.Number == NumberRole.Small)
            {
                if (group == 0)
                {
                    if (any && total == 0)
                    {
                        break;
                    }

                    group = entry.Value;
                }
                else if ((group % 100 >= 20 && group % 10 == 0 && entry.Value is > 0 and < 10) || (group % 100 == 0 && entry.Value is > 0 and < 100))
                {
                    group += entry.Value;
                }
                else
                {
                    break;
                }
            }
            else if (entry.Number == NumberRole.Hundred && group < 100)
            {
                group = Math.Max(1, group) * entry.Value;
            }
            else if (entry.Number == NumberRole.Scale && entry.Value < lastScale)
            {
                total += Math.Max(1, group) * entry.Value;
                n.Scale = entry.Value;
                lastScale = entry.Value;
                group = 0;
            }
            else if (entry.Number == NumberRole.Dozen && total == 0 && group is > 0 and < 100)
            {
                group *= entry.Value;
                k = at + 1;
                break;
            }
            else
            {
                break;
            }

            any = true;
            k = at + 1;
        }

        if (!any)
        {
            return false;
        }

        n.Value = total + group;
        n.Next = k;
        n.Step = FigureStep.OfInteger(n.Value);
        ReadDecimalWords(ref n);
        n.Coefficient = n.Scale > 0 ? n.Value / n.Scale : n.Value;
        return ReadWordTail(ref n);
    }

    private readonly bool JoinFits(int k, double total, double group)
    {
        LexiconEntry next = Entry(k);
        if (next.Number != NumberRole.Small || next.Value >= 100)
        {
            return false;
        }

        // English "two hundred and six"; Spanish also "treinta y uno".
        bool tens = lexicon.Language != "en" && group % 100 >= 20 && group % 10 == 0 && next.Value < 10;
        return tens || (group > 0 && group % 100 == 0) || (group == 0 && total > 0 && !(k + 1 < _lx.Length && Entry(k + 1).Number is NumberRole.Scale));
    }

    // "three point five million".
    private readonly void ReadDecimalWords(ref NumberRead n)
    {
        int k = n.Next;
        if (n.Scale != 1 || k + 1 >= _lx.Length || !Has(k, WordRole.Point) || Entry(k + 1).Number != NumberRole.Small || Entry(k + 1).Value > 9)
        {
            return;
        }

        double place = 0.1;
        k++;
        while (k < _lx.Length && Entry(k).Number == NumberRole.Small && Entry(k).Value <= 9 && place > 1e-6)
        {
            n.Value += Entry(k).Value * place;
            n.Step = place;
            place /= 10;
            k++;
        }

        n.Next = k;
        ReadScale(false, ref n);
    }

    private readonly bool ReadWordTail(ref NumberRead n)
    {
        int k = n.Next;
        if (k >= _lx.Length)
        {
            return true;
        }

        if (Has(k, WordRole.Join) || Has(k, WordRole.And))
        {
            double before = n.Value;
            ReadHalf(ref n);
            if (n.Value != before)
            {
                n.Coefficient = n.Value;
                ReadScale(false, ref n);
                return true;
            }
        }

        int part = _lx[k].IsDash && !_lx[k].SpaceBefore && k + 1 < _lx.Length ? k + 1 : k;
        if (n.Scale == 1 && n.Value < 100)
        {
            LexiconEntry entry = Entry(part);
            if (entry.Number == NumberRole.Half && n.Value == 1 && part > k)
            {
                n.Value = 0.5;
                n.Coefficient = 0.5;
                n.Step = 0.05;
                n.Next = part + 1;
                n.IsFraction = !(n.Next < _lx.Length && Entry(n.Next).StartsUnit);
                ReadScale(false, ref n);
                return true;
            }

            NumberRead fraction = n;
            if (entry.Denominator > 1 && n.Value >= 1 && ReadFraction(part, n.Value, ref fraction))
            {
                n = fraction;
                return true;
            }
        }

        return true;
    }

    // "one in five", "nine out of 10", "1 in every 100": a share.
    private readonly bool ReadShare(ref NumberRead n)
    {
        int k = n.Next;
        if (n.Scale != 1 || n.IsVague || n.IsFraction || k + 1 >= _lx.Length || !Has(k, WordRole.In | WordRole.Out) || n.Value != Math.Floor(n.Value) || n.Value <= 0)
        {
            return false;
        }

        bool outOf = Has(k, WordRole.Out);
        k++;
        if (outOf)
        {
            if (!Has(k, WordRole.Of))
            {
                return false;
            }

            k++;
        }

        if (k < _lx.Length && Has(k, WordRole.Every))
        {
            k++;
        }

        if (k >= _lx.Length || !ReadNumber(k, false, out NumberRead whole) || whole.IsVague || whole.Value <= n.Value || whole.Value > 1e9
            || whole.Value != Math.Floor(whole.Value) || (_lx[k].IsPlainInteger && whole.Value is > 1800 and < 2100)
            || (whole.Next < _lx.Length && Entry(whole.Next).StartsUnit && UnitPhrase(whole.Next, out int _) is { Dimension: not "number" }))
        {
            return false;
        }

        n.Value = n.Value / whole.Value * 100;
        n.Step = whole.Value <= 10 ? 5 : Math.Max(n.Value * 0.05, 1e-9);
        n.Next = whole.Next;
        n.IsShare = true;
        return true;
    }
}
