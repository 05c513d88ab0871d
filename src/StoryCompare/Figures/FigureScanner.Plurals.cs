namespace StoryCompare.Figures;

/// <content>Which words are plurals, and how the head of a noun phrase is called.</content>
internal ref partial struct FigureScanner
{
    private readonly bool PluralWithin(int k)
    {
        for (int at = k; at < Math.Min(_lx.Length, k + 4); at++)
        {
            if (!_lx[at].IsWord)
            {
                if (_lx[at].IsDash && !_lx[at].SpaceBefore)
                {
                    continue;
                }

                return false;
            }

            if (LooksPlural(at))
            {
                return true;
            }

            if (Has(at, WordRole.Stop) || Entry(at).Number == NumberRole.Small)
            {
                return false;
            }
        }

        return false;
    }

    // "17 KO's, easily": no owner, since nothing follows that could be owned.
    private readonly bool IsPluralOfLetters(int k)
    {
        if ((_lx[k].Flags & Text.TokenFlags.Possessive) == Text.TokenFlags.None || (k + 1 < _lx.Length && _lx[k + 1].IsWord && !Has(k + 1, WordRole.Stop)))
        {
            return false;
        }

        ReadOnlySpan<char> letters = Letters(k);
        return letters.Length > 1 && !letters.ContainsAnyExceptInRange('A', 'Z');
    }

    // A word without its possessive.
    private readonly ReadOnlySpan<char> Letters(int k)
    {
        ReadOnlySpan<char> word = _source.AsSpan(_lx[k].Start, _lx[k].End - _lx[k].Start);
        int mark = word.IndexOfAny('\'', '\u2019');
        return mark < 0 ? word : word[..mark];
    }

    private readonly bool LooksPlural(int k)
    {
        if (!_lx[k].IsWord)
        {
            return false;
        }

        WordRole roles = Entry(k).Roles;
        if ((roles & (WordRole.Plural | WordRole.People)) != WordRole.None)
        {
            return true;
        }

        ReadOnlySpan<char> word = Chars(k);
        char last = _titleCase ? char.ToLowerInvariant(word[^1]) : word[^1];
        // "RBIs", "GPUs".
        bool letters = word.Length > 2 && word[^1] == 's' && char.IsAsciiLetterUpper(word[^2]) && char.IsAsciiLetterUpper(word[0]);
        return word.Length > 2 && last == 's' && (letters || char.ToLowerInvariant(word[^2]) is not ('s' or 'u' or 'i' or '\'' or '\u2019'))
            && (roles & (WordRole.Singular | WordRole.Stop | WordRole.Verb)) == WordRole.None && (_lx[k].Flags & Text.TokenFlags.Possessive) == Text.TokenFlags.None;
    }

    // Lower-case singular of the head; people in general are "people".
    private readonly string HeadWord(int k, bool plural)
    {
        LexiconEntry entry = Entry(k);
        if ((entry.Roles & WordRole.People) != WordRole.None)
        {
            return "people";
        }

        if (entry.SingularForm is { } irregular)
        {
            return irregular;
        }

        if (IsPluralOfLetters(k))
        {
            return Letters(k).ToString().ToLowerInvariant();
        }

        // "AK-47s": the letter alone names nothing.
        int first = k;
        while (k > 0 && first > 0 && _lx[k].End - _lx[k].Start == 1 && !_lx[first].SpaceBefore)
        {
            first--;
        }

        // "break-ins", "lay-offs": the particle alone names nothing either.
        bool compound = k > 1 && _lx[k - 1].IsDash && !_lx[k - 1].SpaceBefore && !_lx[k].SpaceBefore && _lx[k - 2].IsWord && Has(k, WordRole.Particle);
        string word = _source[_lx[compound ? k - 2 : first].Start.._lx[k].End].ToLowerInvariant();
        return plural ? NounForms.Singular(word) : word;
    }
}
