using StoryCompare.Internals;

namespace StoryCompare.Names;

/// <summary>Joins short forms to the long ones of the same article, where only one long form can be meant.</summary>
internal readonly ref struct ShortForms(FormTable table, ReadOnlySpan<FormKey> keys, DisjointSets sets)
{
    private const int FewForms = 128;

    private readonly FormTable _table = table;
    private readonly Span<NameForm> _forms = table.Forms.AsSpan();
    private readonly ReadOnlySpan<FormKey> _keys = keys;
    private readonly DisjointSets _sets = sets;

    // How a short form may hang on a long one.
    private enum Way : byte
    {
        /// <summary>Its letters are the first ones of the other's words.</summary>
        Acronym,
        /// <summary>"Daily News" in an article on the New York Daily News.</summary>
        Part,
        /// <summary>A surname: the last word of one person's name. A plain place or a given name is none.</summary>
        Surname,
        /// <summary>"Kimani" for Kimani Gray, "Excel" for Excel Industries.</summary>
        FirstWord,
        /// <summary>"the Institute": a body's own noun, in capitals, when one body has it.</summary>
        Noun,
    }

    /// <summary>Unites the sets of forms that mean one thing.</summary>
    public void Join()
    {
        Brackets();

        // Forms are few (EntityJoiner bounds them), so that looking through the long ones costs less than tables of them would.
        Span<int> full = _forms.Length <= FewForms ? stackalloc int[FewForms] : new int[_forms.Length];
        int count = 0;
        for (int f = 0; f < _forms.Length; f++)
        {
            if (_forms[f].Words >= 2 && !_forms[f].NationalBody)
            {
                full[count++] = f;
            }
        }

        ReadOnlySpan<int> candidates = full[..count];
        for (int f = 0; f < _forms.Length; f++)
        {
            ref readonly NameForm form = ref _forms[f];
            if (form.NationalBody)
            {
                continue;
            }

            if (_keys[f].Acronym is { Length: >= 3 } acronym && IsSpelledOut(acronym, candidates))
            {
                UniteWithOnly(f, candidates, Way.Acronym);
            }
            else if (form.Words >= 2 && _keys[f].Entities.Length == 0 && form.Votes.Place < KindVotes.Medium && form.Votes.Person < KindVotes.Strong)
            {
                UniteWithOnly(f, candidates, Way.Part);
            }
            else if (form.Words == 1 && form.SplitKind == NameKind.Other && _keys[f].Entities.Length == 0)
            {
                Single(f, candidates);
            }
        }
    }

    // "Popular Mobilization Units (PMU)", "Revolutionary Guard (Sepah)": what fills the brackets is another form, unless it is a place or a party's letter.
    private void Brackets()
    {
        for (int f = 0; f < _forms.Length; f++)
        {
            int of = _forms[f].BracketOf;
            if (of < 0)
            {
                continue;
            }

            NameKind kind = _forms[f].Votes.Kind;
            NameKind before = _forms[of].Votes.Kind;
            bool initials = _keys[f].Acronym is { } acronym && (_keys[of].Initials.StartsWith(acronym, StringComparison.Ordinal) || _keys[of].LongInitials == acronym);
            bool other = before == NameKind.Organisation && kind is NameKind.Organisation or NameKind.Other && _keys[f].HasWords && _forms[f].Span.Length > 1
                && !(_keys[f].Entities.Length > 0 && _keys[of].Entities.Length > 0 && Array.IndexOf(_keys[of].Entities, _keys[f].Entities[0]) < 0);
            if (initials || other)
            {
                _sets.Join(f, of);
            }
        }
    }

    private bool IsSpelledOut(string acronym, ReadOnlySpan<int> full)
    {
        foreach (int l in full)
        {
            if (_keys[l].Initials == acronym)
            {
                return true;
            }
        }

        return false;
    }

    private void Single(int f, ReadOnlySpan<int> full)
    {
        ref readonly NameForm form = ref _forms[f];
        bool last = false;
        bool first = false;
        foreach (int l in full)
        {
            last |= _forms[l].LastTerm == form.LastTerm;
            first |= _table.TermsOf(_forms[l])[0] == form.LastTerm;
        }

        if (last)
        {
            UniteWithOnly(f, full, Way.Surname);
        }
        else if (first && (form.LastWord & (NameWord.KnownPlace | NameWord.WeakPlace)) == NameWord.None && form.Votes.Place < KindVotes.Strong)
        {
            UniteWithOnly(f, full, Way.FirstWord);
        }

        if ((form.LastWord & NameWord.Organisation) != NameWord.None)
        {
            UniteWithOnly(f, full, Way.Noun);
        }
    }

    private void UniteWithOnly(int f, ReadOnlySpan<int> candidates, Way way)
    {
        int only = -1;
        foreach (int c in candidates)
        {
            if (c == f || !Fits(f, c, way))
            {
                continue;
            }

            if (only >= 0 && _sets.Find(only) != _sets.Find(c))
            {
                return;
            }

            only = c;
        }

        if (only >= 0)
        {
            _sets.Join(f, only);
        }
    }

    private bool Fits(int shortForm, int longForm, Way way)
    {
        ref readonly NameForm s = ref _forms[shortForm];
        ref readonly NameForm l = ref _forms[longForm];
        ReadOnlySpan<uint> terms = _table.TermsOf(l);
        return way switch
        {
            Way.Acronym => _keys[longForm].Initials == _keys[shortForm].Acronym && l.Votes.Kind != NameKind.Person,
            Way.Part => l.Votes.Kind == NameKind.Organisation && IsPart(_table.TermsOf(s), terms),
            Way.Surname => l.LastTerm == s.LastTerm && l.Votes.Kind is NameKind.Person or NameKind.Other && s.Votes.Place < KindVotes.Medium && s.Votes.Organisation < KindVotes.Strong,
            Way.FirstWord => terms[0] == s.LastTerm
                && (l.Votes.Kind == NameKind.Person || (terms.Length == 2 && (l.Votes.Kind == NameKind.Other || (l.LastWord & NameWord.Trade) != NameWord.None))),
            _ => l.Votes.Kind == NameKind.Organisation && terms.Contains(s.LastTerm),
        };
    }

    // Whether the words of one are the last words of the other, which has more.
    private static bool IsPart(ReadOnlySpan<uint> part, ReadOnlySpan<uint> whole) => part.Length < whole.Length && whole[^part.Length..].SequenceEqual(part);
}
