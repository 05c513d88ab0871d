namespace StoryCompare.Figures;

/// <content>Hedges and bounds around a figure, its role and its change.</content>
internal ref partial struct FigureScanner
{
    private readonly void ReadQualifier(ref Draft d)
    {
        if (d.Number.IsAbout)
        {
            d.Qualifier = FigureQualifier.About;
            d.IsHedged = true;
        }

        int at = d.First - 1;
        // "about a dozen", "some $5": the article and a sign belong to the number.
        ReadMark(ref d, ref at);
        while (at >= _floor && (Has(at, WordRole.Article) || (Has(at, WordRole.Determiner) && !Entry(at).StartsQualifier)) && !d.IsHedged && at > _floor && FindQualifier(at - 1, out _, out _))
        {
            at--;
        }

        bool first = true;
        while (at >= _floor && FindQualifier(at, out QualifierPhrase phrase, out int start))
        {
            // "40 hours over four days": spread over them, not more than them.
            if (start == at && d.Unit is { IsTime: true } && _hasPrevious && _previous.Next == at && Chars(at) is "over")
            {
                break;
            }

            if (phrase.Qualifier != FigureQualifier.Exactly && !d.IsHedged)
            {
                d.Qualifier = phrase.Qualifier;
                d.Below = phrase.Below;
                d.IsHedged = true;
            }

            d.First = start;
            at = start - 1;
            if (!first)
            {
                break;
            }

            first = false;
        }

        ReadQualifierAfter(ref d);
        if (d.Number.Plus && !d.IsHedged)
        {
            d.Qualifier = FigureQualifier.AtLeast;
            d.IsHedged = true;
        }
    }

    // "~3mm", ">5", "≈ 20", "sub-7".
    private readonly void ReadMark(ref Draft d, ref int at)
    {
        if (at < _floor)
        {
            return;
        }

        if (_lx[at].Kind == LexemeKind.Mark && _lx[at].Mark is '~' or '\u2248' or '\u2243' or '\u223C' or '>' or '<' or '\u2265' or '\u2264')
        {
            d.Qualifier = _lx[at].Mark switch
            {
                '>' => FigureQualifier.MoreThan,
                '<' => FigureQualifier.LessThan,
                '\u2265' => FigureQualifier.AtLeast,
                '\u2264' => FigureQualifier.AtMost,
                _ => FigureQualifier.About,
            };
            d.IsHedged = true;
            d.First = at;
            at--;
        }
        else if (at - 1 >= _floor && _lx[at].IsDash && !_lx[at].SpaceBefore && !_lx[d.First].SpaceBefore && Chars(at - 1).Equals("sub", StringComparison.OrdinalIgnoreCase))
        {
            d.Qualifier = FigureQualifier.LessThan;
            d.IsHedged = true;
            d.First = at - 1;
            at -= 2;
        }
    }

    // The longest qualifier phrase that ends at lexeme "last".
    private readonly bool FindQualifier(int last, out QualifierPhrase phrase, out int start)
    {
        phrase = default;
        start = last;
        bool found = false;
        for (int from = last; from >= Math.Max(_floor, last - FigureLexicon.MaxPhrase + 1) && _lx[from].IsWord; from--)
        {
            if (!Entry(from).StartsQualifier)
            {
                continue;
            }

            ulong hash = 0;
            for (int k = from; k <= last; k++)
            {
                hash = FigureLexicon.Extend(hash, _lx[k].Term);
            }

            if (lexicon.TryQualifier(hash, out QualifierPhrase match))
            {
                phrase = match;
                start = from;
                found = true;
            }
        }

        return found;
    }

    private readonly void ReadQualifierAfter(ref Draft d)
    {
        // Right behind the number ("50 or more people", "30-odd"), or behind the whole figure.
        if (!FindAfter(d.Number.Next, ref d, out int behind) && !FindAfter(d.Next, ref d, out behind))
        {
            return;
        }

        d.Next = Math.Max(d.Next, behind);
    }

    private readonly bool FindAfter(int k, ref Draft d, out int behind)
    {
        behind = k;
        if (k < _lx.Length && _lx[k].IsDash && !_lx[k].SpaceBefore)
        {
            k++;
        }

        if (k >= _lx.Length || !_lx[k].IsWord || !Entry(k).StartsAfter)
        {
            return false;
        }

        ulong hash = 0;
        bool found = false;
        for (int at = k; at < Math.Min(_lx.Length, k + 4) && _lx[at].IsWord; at++)
        {
            hash = FigureLexicon.Extend(hash, _lx[at].Term);
            if (lexicon.TryAfter(hash, out QualifierPhrase phrase))
            {
                behind = at + 1;
                found = true;
                if (!d.IsHedged)
                {
                    d.Qualifier = phrase.Qualifier;
                    d.Below = phrase.Below;
                }
            }
        }

        d.IsHedged |= found;
        return found;
    }

    /// <summary>The role of those counted: the verb right before the number ("killed 30"), or within a few words behind the noun ("were killed").</summary>
    private readonly void ReadRole(ref Draft d)
    {
        if (d.Unit is not null || d.Role is not null)
        {
            return;
        }

        if (d.Noun is null && d.Number.Next < _lx.Length && RoleAt(d.Number.Next, out int behindNow) is { } now && lexicon.IsPersonRole(now))
        {
            d.Role = now;
            d.Noun = "people";
            d.Next = Math.Max(d.Next, behindNow);
            return;
        }

        int before = d.First - 1;
        for (int steps = 0; before >= _floor && steps < 2; before--, steps++)
        {
            if (RoleAt(before, out int behind) is { } role && behind <= d.First)
            {
                d.Role = role;
                break;
            }

            if (before > _floor && RoleAt(before - 1, out behind) is { } phrase && behind == before + 1)
            {
                // "Gunned down two women".
                d.Role = phrase;
                break;
            }

            if (!_lx[before].IsWord || !Has(before, WordRole.Article))
            {
                break;
            }
        }

        if (d.Role is null)
        {
            RoleBehind(ref d);
        }

        if (d.Role is not null && d.Noun is null && lexicon.IsPersonRole(d.Role))
        {
            d.Noun = "people";
        }
    }

    private readonly void RoleBehind(ref Draft d)
    {
        int steps = 0;
        for (int k = d.Next; k < _lx.Length && steps < 6; k++, steps++)
        {
            if (!_lx[k].IsWord)
            {
                if (_lx[k].IsNumber || _lx[k].Mark is '.' or ';' or ':' or ',' or '(' or '"' or '\u201C')
                {
                    return;
                }

                continue;
            }

            LexiconEntry entry = Entry(k);
            if (RoleAt(k, out int past) is { } role)
            {
                // "Five people were shooting": what they did, not what befell them.
                bool acts = Chars(k).EndsWith("ing") && role is not "missing" && past == k + 1;
                d.Role = acts || IsActive(ref d, k, past) ? null : role;
                return;
            }

            if (d.Noun is null && (entry.Roles & WordRole.Aux) == WordRole.None)
            {
                return;
            }

            if (entry.Number is NumberRole.Small or NumberRole.Vague || (entry.Roles & (WordRole.To | WordRole.From)) != WordRole.None)
            {
                return;
            }
        }
    }

    // "Two men shot a guard", "three raiders killed 12 people": who acts, with an object right behind the verb, is in no such role.
    private readonly bool IsActive(ref Draft d, int verb, int past)
    {
        if (verb != d.Next || d.Noun is null || past >= _lx.Length || !Chars(verb).EndsWith("ed") && Chars(verb) is not ("shot" or "held" or "hurt"))
        {
            return false;
        }

        return IsObject(past);
    }

    private readonly bool IsObject(int past)
    {
        if (past >= _lx.Length)
        {
            return false;
        }

        ref readonly Lexeme next = ref _lx[past];
        return next.IsNumber || (next.IsWord && (Has(past, WordRole.Article | WordRole.Determiner) || Entry(past).Number is NumberRole.Small or NumberRole.Vague or NumberRole.Couple || Chars(past) is "him" or "them" or "someone" or "himself" or "themselves" or "at"));
    }

    private readonly string? RoleAt(int k, out int behind)
    {
        behind = k + 1;
        if (!_lx[k].IsWord || !Entry(k).StartsRole)
        {
            return null;
        }

        string? found = null;
        ulong hash = 0;
        for (int at = k; at < Math.Min(_lx.Length, k + 3) && _lx[at].IsWord; at++)
        {
            hash = FigureLexicon.Extend(hash, _lx[at].Term);
            if (lexicon.TryRole(hash, out string? role))
            {
                found = role;
                behind = at + 1;
            }
        }

        return found;
    }

    // "rose 5 percent", "down $2", "a 5 percent drop".
    private readonly void ReadChange(ref Draft d)
    {
        int steps = 0;
        for (int k = d.First - 1; k >= _floor && steps < 3 && _lx[k].IsWord; k--, steps++)
        {
            WordRole roles = Entry(k).Roles;
            if ((roles & (WordRole.Up | WordRole.Down)) != WordRole.None)
            {
                d.Change = (roles & WordRole.Up) != WordRole.None ? FigureChange.Up : FigureChange.Down;
                return;
            }

            if ((roles & (WordRole.Stop & ~WordRole.Verb)) != WordRole.None && !Entry(k).StartsQualifier && (roles & (WordRole.Of | WordRole.From | WordRole.To)) != WordRole.None)
            {
                return;
            }
        }

        if (d.Unit is null || d.Next >= _lx.Length || !_lx[d.Next].IsWord)
        {
            return;
        }

        WordRole behind = Entry(d.Next).Roles & (WordRole.Up | WordRole.Down);
        if (behind != WordRole.None && (Entry(d.Next).Roles & WordRole.Stop) == WordRole.None)
        {
            d.Change = (behind & WordRole.Up) != WordRole.None ? FigureChange.Up : FigureChange.Down;
        }
    }
}
