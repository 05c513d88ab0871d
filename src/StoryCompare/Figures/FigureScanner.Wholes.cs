namespace StoryCompare.Figures;

/// <content>Nouns told elsewhere: by the whole that the number is a part of, or by the parent whose children it counts.</content>
internal ref partial struct FigureScanner
{
    // "7 of 12 games", "two of the three men": the noun of the whole.
    private readonly bool ReadWhole(ref Draft d, int from)
    {
        if (d.Number.IsFraction || d.Number.IsVague || from >= _lx.Length || !(_lx[from].IsNumber || Entry(from).Number == NumberRole.Small)
            || !ReadNumber(from, false, out NumberRead whole) || whole.IsVague || whole.IsFraction || whole.Value < d.Value || whole.Next >= _lx.Length || (_lx[from].IsNumber && IsYearLike(from)))
        {
            return false;
        }

        if (UnitAt(whole.Next, out int _) is { IsMoney: false } unit)
        {
            d.Unit = unit;
            return true;
        }

        int head = _lx[whole.Next].IsWord ? FindHead(whole.Next, false, out bool plural) is var h && plural ? h : -1 : -1;
        if (head < 0)
        {
            return false;
        }

        d.Noun = HeadWord(head, plural: true);
        return true;
    }

    // "mother of 11", "mother-of-11".
    private readonly bool IsParentOf(int number)
    {
        int k = number - 1;
        k -= k > 0 && _lx[k].IsDash ? 1 : 0;
        if (k < 1 || !Has(k, WordRole.Of))
        {
            return false;
        }

        k--;
        k -= k > 0 && _lx[k].IsDash ? 1 : 0;
        return _lx[k].IsWord && Has(k, WordRole.Parent);
    }

    // "mother of three young boys"; not "mother of 11 Ann Wood", "mother of 12 shot".
    private readonly bool CountsNoun(int k) =>
        _lx[k].IsWord && (!_lx[k].IsCapitalised || _titleCase) && !Entry(k).StartsRole && !Has(k, WordRole.Stop) && FindHead(k, false, out bool plural) >= 0 && plural;
}
