using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>Joins the forms of one article that mean one thing: plain variants, surnames, acronyms, names given in brackets, short forms.</summary>
/// <remarks>Only what the article itself shows is joined here; aliases and transliterations are <see cref="NameFolding"/>'s, which knows the caller's rules.</remarks>
internal static class EntityJoiner
{
    /// <summary>Above this many forms (lists, directories) only plain variants are joined, so that time stays linear.</summary>
    private const int MaxForms = 600;

    /// <summary>Forms of all but the longest articles.</summary>
    private const int FewForms = 128;

    /// <summary>The entities; for each form its entity, or -1 where the form turned out to be no name.</summary>
    public static List<ArticleEntity> Join(FormTable table, Span<int> entityOf)
    {
        int count = table.Forms.Count;
        using PooledList<FormKey> keys = new(count + 1);
        using PooledList<char> letters = new(count * 16);
        using FoldedWords words = new();
        DisjointSets sets = new(count);
        bool acronyms = AnyAcronym(table);
        using ScratchMap byPlain = new();
        for (int f = 0; f < count; f++)
        {
            ref NameForm form = ref table.Forms[f];
            FormKey key = NameKeyBuilder.BuildForLookup(table.CharsOf(form), form.SplitKind, form.SplitKind != NameKind.Other, acronyms, words);
            key.PlainStart = letters.Count;
            letters.AddRange(words.Plain());
            key.PlainLength = letters.Count - key.PlainStart;
            keys.Add(key);
            if (key.Entities.Length > 0 && form.SplitKind == NameKind.Other)
            {
                form.Votes += Known(NameLexicon.Default[key.Entities[0]].Kind);
            }

            // The next number of the same hash, where the first one is of another name.
            for (ulong hash = HashOf(key, form.SplitKind); ; hash++)
            {
                int same = byPlain.GetOrAdd(hash, f);
                if (same == f || (table.Forms[same].SplitKind == form.SplitKind && AreEqual(keys[same], key, letters.AsSpan())))
                {
                    sets.Join(f, same);
                    break;
                }
            }
        }

        if (count <= MaxForms)
        {
            new ShortForms(table, keys.AsSpan(), sets).Join();
        }

        return Build(table, keys.AsSpan(), sets, entityOf);
    }

    private static bool AnyAcronym(FormTable table)
    {
        for (int f = 0; f < table.Forms.Count; f++)
        {
            ReadOnlySpan<char> text = table.CharsOf(table.Forms[f]).Trim();
            if (NameLexicon.IsCapsForm(text) || (text.Length > 2 && NameLexicon.IsCapsForm(text[..^1])))
            {
                return true;
            }
        }

        return false;
    }

    private static ulong HashOf(in FormKey key, NameKind kind) => ((ulong)key.Hash << 16) ^ ((ulong)kind << 50) ^ (key.Body >= 0 ? 1UL << 60 : 0);

    // Bodies are one by their number, other names by their plain form.
    private static bool AreEqual(in FormKey a, in FormKey b, ReadOnlySpan<char> letters) =>
        a.Body == b.Body && (a.Body >= 0 || letters.Slice(a.PlainStart, a.PlainLength).SequenceEqual(letters.Slice(b.PlainStart, b.PlainLength)));

    private static KindVotes Known(NameKind kind) => kind switch
    {
        NameKind.Person => new KindVotes(KindVotes.Strong, 0, 0),
        NameKind.Place => new KindVotes(0, KindVotes.Strong, 0),
        NameKind.Organisation => new KindVotes(0, 0, KindVotes.Strong),
        _ => default,
    };

    private static List<ArticleEntity> Build(FormTable table, ReadOnlySpan<FormKey> keys, DisjointSets sets, Span<int> entityOf)
    {
        ReadOnlySpan<NameForm> forms = table.Forms.AsSpan();

        // The first of each set stands for it; the others hang on it in a chain.
        Span<int> next = forms.Length <= FewForms ? stackalloc int[FewForms] : new int[forms.Length];
        Span<int> tail = forms.Length <= FewForms ? stackalloc int[FewForms] : new int[forms.Length];
        int roots = 0;
        for (int f = 0; f < forms.Length; f++)
        {
            int root = sets.Find(f);
            if (root != f)
            {
                next[tail[root]] = f;
            }

            tail[root] = f;
            next[f] = -1;
            entityOf[f] = -1;
            roots += root == f ? 1 : 0;
        }

        List<ArticleEntity> entities = new(roots);
        for (int first = 0; first < forms.Length; first++)
        {
            if (sets.Find(first) != first || (next[first] < 0 && IsBareNoun(forms[first], keys[first])))
            {
                continue;
            }

            int best = first;
            KindVotes votes = default;
            for (int f = first; f >= 0; f = next[f])
            {
                votes += forms[f].Votes;
                best = Fuller(forms[f], forms[best]) ? f : best;
                entityOf[f] = entities.Count;
            }

            int known = KnownOf(keys, next, first, best);
            entities.Add(new ArticleEntity(table.SourceOf(forms[best]), forms[best].Span)
            {
                Kind = votes.Kind,
                KindCertain = votes.IsCertain,
                Key = keys[best].Body >= 0 ? keys[best].Hash : known >= 0 ? TermHash.OfFolded(NameLexicon.Default[known].Name) : keys[best].Hash,
                Forms = next[first] < 0 ? null : TextsOf(table, next, first, best),
            });
        }

        return entities;
    }

    private static string[] TextsOf(FormTable table, ReadOnlySpan<int> next, int first, int best)
    {
        List<string> texts = [table.CharsOf(table.Forms[best]).ToString()];
        for (int f = first; f >= 0; f = next[f])
        {
            ReadOnlySpan<char> text = table.CharsOf(table.Forms[f]);
            bool known = false;
            foreach (string other in texts)
            {
                known |= text.SequenceEqual(other);
            }

            if (!known)
            {
                texts.Add(text.ToString());
            }
        }

        return [.. texts];
    }

    private static int KnownOf(ReadOnlySpan<FormKey> keys, ReadOnlySpan<int> next, int first, int best)
    {
        if (keys[best].Entities.Length > 0)
        {
            return keys[best].Entities[0];
        }

        for (int f = first; f >= 0; f = next[f])
        {
            if (keys[f].Entities.Length > 0)
            {
                return keys[f].Entities[0];
            }
        }

        return -1;
    }

    private static bool Fuller(in NameForm a, in NameForm b) => a.Words != b.Words ? a.Words > b.Words : a.Span.Length > b.Span.Length;

    // "Ministry", "Army", "River" alone, joined to no longer name.
    // An ordinary word in capitals once, with nothing to say that it names: a slogan, a label.
    private static bool IsBareNoun(in NameForm form, in FormKey key) =>
        form.Words == 1 && form.TermCount == 1 && key.Entities.Length == 0
        && ((form.LastWord & NameWord.Ordinary) == NameWord.None || form.Mentions > 1 || !form.Votes.IsFaint
            ? IsCommonNoun(form) : (form.LastWord & (NameWord.GivenName | NameWord.KnownPlace)) == NameWord.None);

    private static bool IsCommonNoun(in NameForm form) =>
        (form.LastWord & (NameWord.Organisation | NameWord.Place | NameWord.RoleModifier | NameWord.LegalForm)) != NameWord.None
        && (form.LastWord & (NameWord.GivenName | NameWord.KnownPlace)) == NameWord.None;
}
