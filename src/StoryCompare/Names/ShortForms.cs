namespace StoryCompare.Names;

/// <summary>Joins short forms to the long ones of the same article, where only one long form can be meant.</summary>
internal static class ShortForms
{
    /// <summary>Unites the sets of forms that mean one thing.</summary>
    public static void Join(List<NameForm> forms, NameKey[] keys, DisjointSets sets)
    {
        Brackets(forms, keys, sets);
        Dictionary<uint, List<int>> byLast = [];
        Dictionary<string, List<int>> byInitials = new(StringComparer.Ordinal);
        Dictionary<uint, List<int>> byWord = [];
        for (int f = 0; f < forms.Count; f++)
        {
            if (forms[f].Words < 2 || forms[f].NationalBody)
            {
                continue;
            }

            Put(byLast, forms[f].LastTerm, f);
            if (keys[f].Initials.Length >= 3)
            {
                Put(byInitials, keys[f].Initials, f);
            }

            foreach (uint term in forms[f].Terms)
            {
                Put(byWord, term, f);
            }
        }

        for (int f = 0; f < forms.Count; f++)
        {
            NameForm form = forms[f];
            if (form.NationalBody)
            {
                continue;
            }

            if (keys[f].Acronym is { Length: >= 3 } acronym && byInitials.TryGetValue(acronym, out List<int>? full))
            {
                UniteWithOnly(f, full, sets, forms, static (s, l) => l.Votes.Kind != NameKind.Person);
            }
            else if (form.Words == 1 && form.SplitKind == NameKind.Other && keys[f].Entities.Length == 0)
            {
                Single(f, forms, sets, byLast, byWord);
            }
        }
    }

    // "Popular Mobilization Units (PMU)", "Revolutionary Guard (Sepah)": what fills the brackets is another form, unless it is a place or a party's letter.
    private static void Brackets(List<NameForm> forms, NameKey[] keys, DisjointSets sets)
    {
        for (int f = 0; f < forms.Count; f++)
        {
            int of = forms[f].BracketOf;
            if (of < 0)
            {
                continue;
            }

            NameKind kind = forms[f].Votes.Kind;
            NameKind before = forms[of].Votes.Kind;
            bool initials = keys[f].Acronym is { } acronym && (keys[of].Initials.StartsWith(acronym, StringComparison.Ordinal) || keys[of].LongInitials == acronym);
            bool other = before == NameKind.Organisation && kind is NameKind.Organisation or NameKind.Other && keys[f].Words.Length > 0 && forms[f].Text.Length > 1
                && !(keys[f].Entities.Length > 0 && keys[of].Entities.Length > 0 && Array.IndexOf(keys[of].Entities, keys[f].Entities[0]) < 0);
            if (initials || other)
            {
                sets.Union(f, of);
            }
        }
    }

    private static void Single(int f, List<NameForm> forms, DisjointSets sets, Dictionary<uint, List<int>> byLast, Dictionary<uint, List<int>> byWord)
    {
        NameForm form = forms[f];
        uint term = form.LastTerm;

        // A surname: the last word of one person's name. A plain place or a given name is none.
        if (byLast.TryGetValue(term, out List<int>? full))
        {
            UniteWithOnly(f, full, sets, forms, static (s, l) => l.Votes.Kind is NameKind.Person or NameKind.Other && s.Votes.Place < KindVotes.Medium && s.Votes.Organisation < KindVotes.Strong);
        }

        // "the Observatory": a body's own noun, in capitals, when one body has it.
        if ((form.LastWord & NameWord.Organisation) != NameWord.None && byWord.TryGetValue(term, out full))
        {
            UniteWithOnly(f, full, sets, forms, static (s, l) => l.Votes.Kind == NameKind.Organisation);
        }
    }

    private static void UniteWithOnly(int f, List<int> candidates, DisjointSets sets, List<NameForm> forms, Func<NameForm, NameForm, bool> fits)
    {
        int only = -1;
        foreach (int c in candidates)
        {
            if (c == f || !fits(forms[f], forms[c]))
            {
                continue;
            }

            if (only >= 0 && sets.Find(only) != sets.Find(c))
            {
                return;
            }

            only = c;
        }

        if (only >= 0)
        {
            sets.Union(f, only);
        }
    }

    private static void Put<T>(Dictionary<T, List<int>> table, T key, int form)
        where T : notnull
    {
        if (!table.TryGetValue(key, out List<int>? list))
        {
            table[key] = list = [];
        }

        list.Add(form);
    }
}
