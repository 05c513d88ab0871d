using StoryCompare.Internals;
using StoryCompare.Text;

namespace StoryCompare.Names;

/// <summary>Joins the forms of one article that mean one thing: plain variants, surnames, acronyms, names given in brackets, short forms.</summary>
/// <remarks>Only what the article itself shows is joined here; aliases and transliterations are <see cref="NameFolding"/>'s, which knows the caller's rules.</remarks>
internal sealed class EntityJoiner : IDisposable
{
    /// <summary>Above this many forms (lists, directories) only plain variants are joined, so that time stays linear.</summary>
    private const int MaxForms = 600;

    /// <summary>Forms of all but the longest articles.</summary>
    private const int FewForms = 128;

    private readonly PooledList<FormKey> _keys = new(32);
    private readonly PooledList<char> _letters = new(512);
    private readonly FoldedWords _words = new();
    private readonly DisjointSets _sets = new(0);
    private readonly ScratchMap _byPlain = new();
    private readonly PooledList<ArticleEntity> _entities = new(32);
    private readonly List<string> _texts = [];

    /// <summary>The entities; for each form its entity, or -1 where the form turned out to be no name.</summary>
    public ArticleEntity[] Join(FormTable table, Span<int> entityOf)
    {
        int count = table.Forms.Count;
        _keys.Clear();
        _letters.Clear();
        _sets.Reset(count);
        _byPlain.Clear();
        bool acronyms = AnyAcronym(table);
        for (int f = 0; f < count; f++)
        {
            ref NameForm form = ref table.Forms[f];
            FormKey key = NameKeyBuilder.BuildForLookup(table.CharsOf(form), form.SplitKind, form.SplitKind != NameKind.Other, acronyms, _words);
            key.PlainStart = _letters.Count;
            _letters.AddRange(_words.Plain());
            key.PlainLength = _letters.Count - key.PlainStart;
            _keys.Add(key);
            if (key.Entities.Length > 0 && form.SplitKind == NameKind.Other)
            {
                form.Votes += Known(NameLexicon.Default[key.Entities[0]].Kind);
            }

            // The next number of the same hash, where the first one is of another name.
            for (ulong hash = HashOf(key, form.SplitKind); ; hash++)
            {
                int same = _byPlain.GetOrAdd(hash, f);
                if (same == f || (table.Forms[same].SplitKind == form.SplitKind && AreEqual(_keys[same], key, _letters.AsSpan())))
                {
                    _sets.Join(f, same);
                    break;
                }
            }
        }

        if (count <= MaxForms)
        {
            new ShortForms(table, _keys.AsSpan(), _sets).Join();
        }

        return Build(table, _keys.AsSpan(), _sets, entityOf);
    }

    public void Dispose()
    {
        _keys.Dispose();
        _letters.Dispose();
        _words.Dispose();
        _byPlain.Dispose();
        _entities.Dispose();
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

    private ArticleEntity[] Build(FormTable table, ReadOnlySpan<FormKey> keys, DisjointSets sets, Span<int> entityOf)
    {
        ReadOnlySpan<NameForm> forms = table.Forms.AsSpan();

        // The first of each set stands for it; the others hang on it in a chain.
        Span<int> next = forms.Length <= FewForms ? stackalloc int[FewForms] : new int[forms.Length];
        Span<int> tail = forms.Length <= FewForms ? stackalloc int[FewForms] : new int[forms.Length];
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
        }

        _entities.Clear();
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
                entityOf[f] = _entities.Count;
            }

            int known = KnownOf(keys, next, first, best);
            uint key = keys[best].Body >= 0 ? keys[best].Hash : known >= 0 ? TermHash.OfFolded(NameLexicon.Default[known].Name) : keys[best].Hash;
            _entities.Add(next[first] < 0
                ? new ArticleEntity(table.SourceOf(forms[best]), forms[best].Span) { Kind = votes.Kind, KindCertain = votes.IsCertain, Key = key }
                : new ArticleEntity(TextsOf(table, next, first, best)) { Kind = votes.Kind, KindCertain = votes.IsCertain, Key = key });
        }

        ArticleEntity[] entities = _entities.ToArray();
        _entities.Clear();
        return entities;
    }

    private string[] TextsOf(FormTable table, ReadOnlySpan<int> next, int first, int best)
    {
        _texts.Clear();
        _texts.Add(table.CharsOf(table.Forms[best]).ToString());
        for (int f = first; f >= 0; f = next[f])
        {
            ReadOnlySpan<char> text = table.CharsOf(table.Forms[f]);
            bool known = false;
            foreach (string other in _texts)
            {
                known |= text.SequenceEqual(other);
            }

            if (!known)
            {
                _texts.Add(text.ToString());
            }
        }

        return [.. _texts];
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
