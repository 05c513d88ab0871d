using System.Globalization;
using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>Joins the forms of one article that mean one thing: plain variants, surnames, acronyms, names given in brackets, short forms.</summary>
/// <remarks>Only what the article itself shows is joined here; aliases and transliterations are <see cref="NameFolding"/>'s, which knows the caller's rules.</remarks>
internal static class EntityJoiner
{
    /// <summary>Above this many forms (lists, directories) only plain variants are joined, so that time stays linear.</summary>
    private const int MaxForms = 600;

    private const string NationalPrefix = "#";

    /// <summary>For each form: its entity, or -1 where the form turned out to be no name.</summary>
    public static int[] Join(FormTable table, out List<ArticleEntity> entities)
    {
        List<NameForm> forms = table.Forms;
        NameKey[] keys = new NameKey[forms.Count];
        DisjointSets sets = new(forms.Count);
        Dictionary<(string, NameKind), int> byPlain = new(forms.Count);
        List<string> scratch = new(8);
        for (int f = 0; f < forms.Count; f++)
        {
            NameForm form = forms[f];
            NameKey key = NameKeyBuilder.BuildForLookup(form.Text, form.SplitKind, form.SplitKind != NameKind.Other, scratch);
            keys[f] = key;
            if (key.Entities.Length > 0 && form.SplitKind == NameKind.Other)
            {
                form.Votes += Known(NameLexicon.Default[key.Entities[0]].Kind);
            }

            (string, NameKind) plain = key.Body >= 0 ? (NationalPrefix + key.Body.ToString(CultureInfo.InvariantCulture), form.SplitKind) : (key.Plain, form.SplitKind);
            if (!byPlain.TryAdd(plain, f))
            {
                sets.Join(f, byPlain[plain]);
            }
        }

        if (forms.Count <= MaxForms)
        {
            ShortForms.Join(forms, keys, sets);
        }

        return Build(forms, keys, sets, out entities);
    }

    private static KindVotes Known(NameKind kind) => kind switch
    {
        NameKind.Person => new KindVotes(KindVotes.Strong, 0, 0),
        NameKind.Place => new KindVotes(0, KindVotes.Strong, 0),
        NameKind.Organisation => new KindVotes(0, 0, KindVotes.Strong),
        _ => default,
    };

    private static int[] Build(List<NameForm> forms, NameKey[] keys, DisjointSets sets, out List<ArticleEntity> entities)
    {
        int[] entityOf = new int[forms.Count];
        Array.Fill(entityOf, -1);

        // The first of each set stands for it; the others hang on it in a chain.
        int[] next = new int[forms.Count];
        int[] tail = new int[forms.Count];
        int roots = 0;
        for (int f = 0; f < forms.Count; f++)
        {
            int root = sets.Find(f);
            if (root != f)
            {
                next[tail[root]] = f;
            }

            tail[root] = f;
            next[f] = -1;
            roots += root == f ? 1 : 0;
        }

        entities = new List<ArticleEntity>(roots);
        List<int> group = [];
        for (int first = 0; first < forms.Count; first++)
        {
            if (sets.Find(first) != first)
            {
                continue;
            }

            group.Clear();
            for (int f = first; f >= 0; f = next[f])
            {
                group.Add(f);
            }

            if (group.Count == 1 && IsBareNoun(forms[group[0]], keys[group[0]]))
            {
                continue;
            }

            int best = group[0];
            KindVotes votes = default;
            foreach (int f in group)
            {
                votes += forms[f].Votes;
                best = Fuller(forms[f], forms[best]) ? f : best;
            }

            foreach (int f in group)
            {
                entityOf[f] = entities.Count;
            }

            int known = KnownOf(keys, group, best);
            entities.Add(new ArticleEntity
            {
                Form = forms[best].Text,
                Kind = votes.Kind,
                KindCertain = votes.IsCertain,
                Key = keys[best].Body >= 0 ? keys[best].Hash : known >= 0 ? TermHash.OfFolded(NameLexicon.Default[known].Name) : keys[best].Hash,
                Forms = group.Count == 1 ? [forms[best].Text] : TextsOf(forms, group, best),
            });
        }

        return entityOf;
    }

    private static List<string> TextsOf(List<NameForm> forms, List<int> group, int best)
    {
        List<string> texts = new(group.Count) { forms[best].Text };
        foreach (int f in group)
        {
            if (!texts.Contains(forms[f].Text))
            {
                texts.Add(forms[f].Text);
            }
        }

        return texts;
    }

    private static int KnownOf(NameKey[] keys, List<int> group, int best)
    {
        if (keys[best].Entities.Length > 0)
        {
            return keys[best].Entities[0];
        }

        foreach (int f in group)
        {
            if (keys[f].Entities.Length > 0)
            {
                return keys[f].Entities[0];
            }
        }

        return -1;
    }

    private static bool Fuller(NameForm a, NameForm b) => a.Words != b.Words ? a.Words > b.Words : a.Text.Length > b.Text.Length;

    // "Ministry", "Army", "River" alone, joined to no longer name.
    // An ordinary word in capitals once, with nothing to say that it names: a slogan, a label.
    private static bool IsBareNoun(NameForm form, NameKey key) =>
        form.Words == 1 && form.Terms.Length == 1 && key.Entities.Length == 0
        && ((form.LastWord & NameWord.Ordinary) == NameWord.None || form.Mentions > 1 || !form.Votes.IsFaint
            ? IsCommonNoun(form) : (form.LastWord & (NameWord.GivenName | NameWord.KnownPlace)) == NameWord.None);

    private static bool IsCommonNoun(NameForm form) =>
        (form.LastWord & (NameWord.Organisation | NameWord.Place | NameWord.RoleModifier | NameWord.LegalForm)) != NameWord.None
        && (form.LastWord & (NameWord.GivenName | NameWord.KnownPlace)) == NameWord.None;
}
