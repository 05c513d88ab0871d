namespace StoryCompare.Names;

/// <summary>A distinct name in folding: equal entities of any number of articles.</summary>
internal sealed class NameNode
{
    private NameNode(ArticleEntity entity, CallerNames caller, NameKeys known)
    {
        Identity = IdentityOf(entity);
        IReadOnlyList<string> forms = entity.Forms.Count > 0 ? entity.Forms : [entity.Form];
        NameKey main = known.Of(entity.Form, entity);
        List<NameKey> keys = [main];
        foreach (string form in forms)
        {
            if (keys.Count >= MaxForms || form == entity.Form)
            {
                continue;
            }

            NameKey key = known.Of(form, entity);

            // A surname, "the Institute": short forms stand for the long one in their own article only.
            bool stands = key.Words.Length > 1 || key.Acronym is not null || key.Entities.Length > 0 || main.Words.Length == 1;
            if (stands)
            {
                keys.Add(key);
            }
        }

        Keys = [.. keys];
        IsOneWord = keys.TrueForAll(static k => k.Words.Length <= 1);
        Aliases = caller.AliasesOf(forms);
        Sides = caller.SidesOf(forms);
    }

    /// <summary>Most forms that are compared.</summary>
    private const int MaxForms = 8;

    /// <summary>What makes nodes distinct, and their order.</summary>
    public string Identity { get; }

    /// <summary>Keys of the forms that are compared; the fullest first.</summary>
    public NameKey[] Keys { get; }

    /// <summary>Whether every form that is compared has one word.</summary>
    public bool IsOneWord { get; }

    /// <summary>The caller's alias groups.</summary>
    public int[] Aliases { get; }

    /// <summary>The caller's must-not-merge sides.</summary>
    public int[] Sides { get; }

    public static NameNode Create(ArticleEntity entity, CallerNames caller, NameKeys known) => new(entity, caller, known);

    /// <summary>Kind and all forms of the entity, in ordinal order.</summary>
    public static string IdentityOf(ArticleEntity entity)
    {
        string[] forms = [.. entity.Forms];
        Array.Sort(forms, StringComparer.Ordinal);
        return string.Join('\u001F', [entity.Form, ((int)entity.Kind).ToString(System.Globalization.CultureInfo.InvariantCulture) + (entity.KindCertain ? "!" : ""), .. forms]);
    }

    /// <summary>The best match of their forms; a veto of the fullest forms stands.</summary>
    public static NameMatch Match(NameNode a, NameNode b)
    {
        if (Shares(a.Aliases, b.Aliases))
        {
            return NameMatch.Yes(1, NameReason.CallerAlias);
        }

        NameMatch best = NameMatcher.Match(a.Keys[0], b.Keys[0]);
        if (best.Same || (best.IsVeto && best.Reason != NameReason.KnownApart))
        {
            return best;
        }

        foreach (NameKey x in a.Keys)
        {
            foreach (NameKey y in b.Keys)
            {
                NameMatch match = NameMatcher.Match(x, y);
                best = match.Same && !best.Same || (match.Same == best.Same && match.Score > best.Score) ? match : best;
            }
        }

        return best;
    }

    /// <summary>Whether the two must not stand in one group.</summary>
    public static bool Vetoes(NameNode a, NameNode b)
    {
        NameMatch main = NameMatcher.Match(a.Keys[0], b.Keys[0]);
        return main.IsVeto && Match(a, b).IsVeto;
    }

    /// <summary>Whether two sorted lists have a number in common.</summary>
    public static bool Shares(int[] a, int[] b)
    {
        foreach (int x in a)
        {
            if (Array.BinarySearch(b, x) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the caller keeps the two apart.</summary>
    public static bool Opposed(int[] a, int[] b)
    {
        foreach (int side in a)
        {
            if (Array.BinarySearch(b, side ^ 1) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
