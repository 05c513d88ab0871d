namespace StoryCompare.Figures;

/// <content>What is counted: the head noun behind a bare number, by a rule-based scan of the noun phrase.</content>
internal ref partial struct FigureScanner
{
    /// <summary>Words of a noun phrase that are looked at; beyond that no head is found.</summary>
    private const int MaxPhrase = 10;

    private readonly void ReadCounted(ref Draft d)
    {
        int k = d.Number.Next;
        if (k >= _lx.Length)
        {
            return;
        }

        if (IsParentOf(d.Number.First) && !CountsNoun(k))
        {
            // "mother of three", "the father of 12 was shot": children, in no role of their own.
            d.Noun = "child";
            d.Role = "";
            return;
        }

        bool hyphen = _lx[k].IsDash && !_lx[k].SpaceBefore && k + 1 < _lx.Length && !_lx[k + 1].SpaceBefore && _lx[k + 1].IsWord;
        if (hyphen)
        {
            ReadHyphenNoun(ref d, k + 1);
            return;
        }

        if (FindAfter(k, ref d, out int after))
        {
            // "twenty or so houses", "five or more miles".
            d.Next = after;
            if (after < _lx.Length && UnitAt(after, out int unitEnd) is { } unit)
            {
                d.Unit = unit;
                d.Next = unitEnd;
                return;
            }

            k = after;
            if (k >= _lx.Length)
            {
                return;
            }
        }

        int from = SkipOf(k);
        if (from > k && Has(k, WordRole.Of) && ReadWhole(ref d, from))
        {
            return;
        }

        if (from >= _lx.Length || !_lx[from].IsWord && !IsOpenQuote(from))
        {
            return;
        }

        // "Claims rose by 3,000 last week": when, not what.
        if (from == k && from + 1 < _lx.Length && Chars(from) is "last" or "next" or "this" && Entry(from + 1).StartsUnit && !LooksPlural(from + 1))
        {
            return;
        }

        int head = FindHead(from, d.Value == 1 && from == k && !d.IsRange && !d.Number.IsVague, out bool plural);
        if (head < 0)
        {
            return;
        }

        // "88 passing yards": a measure behind its modifiers.
        if (d.Unit is null && head > from && _lx[head].SpaceBefore && Entry(head).StartsUnit && UnitPhrase(head, out int behind) is { IsMoney: false, Dimension: not "points" } measure && from == k && measure.Dimension is "length" or "mass" or "area" or "volume" or "time")
        {
            d.Unit = measure;
            d.Next = behind;
            return;
        }

        if (!plural && d.Number.IsFraction && from > k + 3)
        {
            return;
        }

        d.Noun = HeadWord(head, plural);
        d.CountsStart = _lx[from].Start;
        d.CountsEnd = _lx[head].End;
        if (Entry(head).RoleNoun is not null && RoleAt(head, out _) is { } role && lexicon.IsPersonRole(role))
        {
            // "the 45 wounded", "12 dead".
            d.Noun = "people";
            d.Role = role;
        }

        if (d.Number.IsFraction)
        {
            d.Noun = null;
        }

        d.Next = Math.Max(d.Next, head + 1);
    }

    private readonly bool IsOpenQuote(int k) => _lx[k].Kind == LexemeKind.Mark && _lx[k].Mark is '"' or '\u201C' or '\u2018' or '\'' && _lx[k].SpaceBefore;

    // "of", "of the", "of its", "more than" stand between number and noun: "nine of its towns", "20m of its devices".
    private readonly int SkipOf(int k)
    {
        if (Has(k, WordRole.Of) && k + 1 < _lx.Length)
        {
            k++;
            if (k < _lx.Length && Has(k, WordRole.Determiner))
            {
                k++;
            }
        }
        else if (Has(k, WordRole.Determiner) && k + 1 < _lx.Length && Entry(k - 1) is { Number: NumberRole.Half or NumberRole.Scale or NumberRole.Couple } or { Denominator: > 1 })
        {
            // "half the condos"; not "14 or more the season before".
            k++;
        }

        return k < _lx.Length && IsOpenQuote(k) ? k + 1 : k;
    }

    private readonly void ReadHyphenNoun(ref Draft d, int k)
    {
        if (Has(k, WordRole.Stop) || Entry(k).Number != NumberRole.None || (_lx[k].IsCapitalised && !_titleCase && _lx[d.Number.First].IsNumber))
        {
            return;
        }

        d.Noun = HeadWord(k, LooksPlural(k));
        d.Hyphened = true;
        d.CountsStart = _lx[k].Start;
        d.CountsEnd = _lx[k].End;
        d.Next = k + 1;
    }

    /// <summary>Whether the noun phrase that starts at <paramref name="k"/> has a plural head.</summary>
    private readonly bool HeadIsPlural(int k) => k < _lx.Length && _lx[k].IsWord && FindHead(k, false, out bool plural) >= 0 && plural;

    /// <summary>The head of the noun phrase that starts at <paramref name="from"/>, or -1: the last of the first run of plurals, or, where there is none, the last noun of the phrase.</summary>
    private readonly int FindHead(int from, bool singular, out bool plural)
    {
        int head = -1;
        int last = -1;
        bool closed = false;
        plural = false;
        int end = Math.Min(_lx.Length, from + MaxPhrase);
        for (int k = from; k < end; k++)
        {
            ref readonly Lexeme lexeme = ref _lx[k];
            if (lexeme.Kind == LexemeKind.Mark)
            {
                if (lexeme.Mark is '\'' or '\u2019' && !lexeme.SpaceBefore && head == k - 1 && k > from)
                {
                    // "six of the drivers' cars": the possessor is no head.
                    head = -1;
                    last = -1;
                    plural = false;
                    continue;
                }

                if (lexeme.Mark is '\'' or '\u2019' && k > from && k + 1 < end && Chars(k + 1) is "s" && _lx[k - 1].IsWord && !_lx[k + 1].Is('.'))
                {
                    // "five of Tarn ' s goals", the mark set off by a blank: the possessor again.
                    head = -1;
                    last = -1;
                    plural = false;
                    k++;
                    continue;
                }

                bool inner = k > from && k + 1 < end && ((!lexeme.SpaceBefore && !_lx[k + 1].SpaceBefore && lexeme.Mark is '-' or '/' or '\u2010' or '\u2011' or '\u2013' or '&' or '\'' or '\u2019')
                    || lexeme.Mark is '"' or '\u201D' or '\u2019');
                if (inner && head < 0 && lexeme.Mark is not ('"' or '\u201D'))
                {
                    continue;
                }

                if (inner && head < 0 && k + 1 < end && _lx[k + 1].IsWord && !Has(k + 1, WordRole.Stop))
                {
                    continue;
                }

                if (lexeme.Mark == ',' && head < 0 && last < 0 && k > from && Has(k - 1, WordRole.Adjective) && k + 1 < end && _lx[k + 1].IsWord)
                {
                    continue;
                }

                break;
            }

            if (lexeme.IsNumber)
            {
                // "Series 5 cars": a name's number inside the phrase.
                if (head < 0 && k > from && _lx[k - 1].IsDash && !lexeme.SpaceBefore)
                {
                    continue;
                }

                if (head < 0 && k > from && _lx[k - 1].IsCapitalised && (_lx[k - 1].Flags & Text.TokenFlags.Possessive) == Text.TokenFlags.None && k + 1 < end && _lx[k + 1].IsWord && !singular && lexeme.IsPlainInteger && lexeme.Digits <= 2 && PluralWithin(k + 1))
                {
                    last = k - 1;
                    continue;
                }

                break;
            }

            LexiconEntry entry = Entry(k);
            if (head >= 0 && (entry.Roles & WordRole.AgeName) != WordRole.None)
            {
                // "Two divers ages 22 and 35".
                break;
            }

            if (k > from && _lx[k - 1].IsDash && !lexeme.SpaceBefore && k + 1 < end && _lx[k + 1].IsWord && !LooksPlural(k))
            {
                // The second part of a compound modifier: "cash-only options".
                continue;
            }

            if ((entry.Roles & (WordRole.And | WordRole.Or)) != WordRole.None && head < 0 && k > from && !singular && PluralWithin(k + 1))
            {
                continue;
            }

            if (k == from && entry.StartsRole && (entry.Roles & WordRole.Plural) == WordRole.None && !PluralWithin(k + 1))
            {
                break;
            }

            if (singular && last >= 0 && entry.StartsRole && entry.RoleNoun is null)
            {
                break;
            }

            if ((entry.Roles & WordRole.Adjective) != WordRole.None && !(head < 0 && k + 1 >= end))
            {
                if (head >= 0)
                {
                    break;
                }

                continue;
            }

            if (head < 0 && !singular && IsAttribute(from, k))
            {
                continue;
            }

            if ((entry.Roles & WordRole.Stop) != WordRole.None || entry.Number is NumberRole.Small or NumberRole.Vague or NumberRole.Scale || entry.Month > 0 || (entry.Roles & WordRole.Weekday) != WordRole.None)
            {
                // "900 Type S and Type X cars": initials are not stopped by "a" or "I".
                if (!(lexeme.End - lexeme.Start == 1 && lexeme.IsCapitalised && k > from))
                {
                    break;
                }
            }

            if (!singular && head < 0 && IsPluralOfLetters(k))
            {
                head = k;
                plural = true;
                continue;
            }

            if ((lexeme.Flags & Text.TokenFlags.Possessive) != Text.TokenFlags.None)
            {
                head = -1;
                last = -1;
                plural = false;
                continue;
            }

            if (!singular && LooksPlural(k))
            {
                if (head >= 0 && entry.StartsRole && (entry.RoleNoun is null ? entry.SingularForm is not null : IsObject(k + 1)))
                {
                    // "400 families homeless", "two officers wounded a man": what they are or did, not what is counted.
                    break;
                }

                head = k;
                plural = true;
                continue;
            }

            if (head >= 0)
            {
                break;
            }

            ReadOnlySpan<char> word = Chars(k);
            if (word.EndsWith("ly") && word.Length > 4 && !lexeme.IsCapitalised && !(entry.StartsUnit))
            {
                if (last >= 0 && singular)
                {
                    break;
                }

                continue;
            }

            bool participle = (word.EndsWith("ed") || word.EndsWith("ing")) && word.Length > 4 && !lexeme.IsCapitalised;
            if (participle && last >= 0)
            {
                if (singular)
                {
                    break;
                }

                closed = true;
            }

            if (!closed && (!participle || last < 0) && !(participle && k == from && (word.EndsWith("ed") || !singular)))
            {
                last = k;
            }
        }

        return head >= 0 ? head : last;
    }

    // "Found 12 stolen cars", "through 90,000 written remarks": a participle before its plural, of a number that is an object; "five attacked guards" did so.
    private readonly bool IsAttribute(int from, int k)
    {
        if (k != from || !Has(k, WordRole.Verb) || k + 1 >= _lx.Length || !LooksPlural(k + 1) || _lx[k].IsCapitalised)
        {
            return false;
        }

        ReadOnlySpan<char> word = Chars(k);
        if (!word.EndsWith("ed") && !word.EndsWith("en") && word is not ("built" or "lost" or "sold" or "thrown" or "known"))
        {
            return false;
        }

        int before = k - 1;
        while (before >= 0 && (_lx[before].IsNumber || (_lx[before].IsWord && (Entry(before).Number != NumberRole.None || Entry(before).StartsQualifier))))
        {
            before--;
        }

        return before >= 0 && _lx[before].IsWord && !Has(before, WordRole.And | WordRole.Or) && Chars(before) is not ("said" or "says" or "that" or "when" or "while" or "as" or "which" or "who" or "because" or "if" or "but" or "after" or "before" or "where" or "since" or "until" or "least" or "most" or "than" or "to");
    }
}
