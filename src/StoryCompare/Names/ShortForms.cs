using StoryCompare.Internals;

namespace StoryCompare.Names;

/// <summary>Joins short forms to the long ones of the same article, where only one long form can be meant.</summary>
internal static class ShortForms
{
    /// <summary>Unites the sets of forms that mean one thing.</summary>
    public static void Join(List<NameForm> forms, NameKey[] keys, DisjointSets sets)
    {
        Brackets(forms, keys, sets);
        // Forms are few (EntityJoiner bounds them), so that looking through the long ones costs less than tables of them would.
        List<int> full = [];
        List<int> spelled = [];
        for (int f = 0; f < forms.Count; f++)
        {
            if (forms[f].Words >= 2 && !forms[f].NationalBody)
            {
                full.Add(f);
            }
        }

        for (int f = 0; f < forms.Count; f++)
        {
            NameForm form = forms[f];
            if (form.NationalBody)
            {
                continue;
            }

            if (keys[f].Acronym is { Length: >= 3 } acronym && WithInitials(acronym, keys, full, spelled))
            {
                UniteWithOnly(f, spelled, sets, forms, static (s, l) => l.Votes.Kind != NameKind.Person);
            }
            else if (form.Words >= 2 && keys[f].Entities.Length == 0 && form.Votes.Place < KindVotes.Medium && form.Votes.Person < KindVotes.Strong)
            {
                // "Daily News" in an article on the New York Daily News.
                UniteWithOnly(f, full, sets, forms, static (s, l) => l.Votes.Kind == NameKind.Organisation && IsPart(s.Terms, l.Terms));
            }
            else if (form.Words == 1 && form.SplitKind == NameKind.Other && keys[f].Entities.Length == 0)
            {
                Single(f, forms, sets, full);
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
                sets.Join(f, of);
            }
        }
    }

    private static bool WithInitials(string acronym, NameKey[] keys, List<int> full, List<int> spelled)
    {
        spelled.Clear();
        foreach (int l in full)
        {
            if (keys[l].Initials == acronym)
            {
                spelled.Add(l);
            }
        }

        return spelled.Count > 0;
    }

    private static void Single(int f, List<NameForm> forms, DisjointSets sets, List<int> full)
    {
        NameForm form = forms[f];
        bool last = false;
        bool first = false;
        foreach (int l in full)
        {
            last |= forms[l].LastTerm == form.LastTerm;
            first |= forms[l].Terms[0] == form.LastTerm;
        }

        // A surname: the last word of one person's name. A plain place or a given name is none.
        if (last)
        {
            UniteWithOnly(f, full, sets, forms, static (s, l) => l.LastTerm == s.LastTerm
                && l.Votes.Kind is NameKind.Person or NameKind.Other && s.Votes.Place < KindVotes.Medium && s.Votes.Organisation < KindVotes.Strong);
        }

        // "Kimani" for Kimani Gray, "Excel" for Excel Industries.
        else if (first && (form.LastWord & (NameWord.KnownPlace | NameWord.WeakPlace)) == NameWord.None && form.Votes.Place < KindVotes.Strong)
        {
            UniteWithOnly(f, full, sets, forms, static (s, l) => l.Terms[0] == s.LastTerm
                && (l.Votes.Kind == NameKind.Person || (l.Terms.Length == 2 && (l.Votes.Kind == NameKind.Other || (l.LastWord & NameWord.Trade) != NameWord.None))));
        }

        // "the Institute": a body's own noun, in capitals, when one body has it.
        if ((form.LastWord & NameWord.Organisation) != NameWord.None)
        {
            UniteWithOnly(f, full, sets, forms, static (s, l) => l.Votes.Kind == NameKind.Organisation && Array.IndexOf(l.Terms, s.LastTerm) >= 0);
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
            sets.Join(f, only);
        }
    }

    // Whether the words of one are the last words of the other, which has more.
    private static bool IsPart(uint[] part, uint[] whole) => part.Length < whole.Length && whole.AsSpan(whole.Length - part.Length).SequenceEqual(part);
}
