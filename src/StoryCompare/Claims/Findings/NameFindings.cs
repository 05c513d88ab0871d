using StoryCompare.Internals;
using StoryCompare.Names;

namespace StoryCompare.Claims.Findings;

/// <summary>Lists who and what is named in the story.</summary>
internal static class NameFindings
{
    /// <summary>One finding a name group that is mentioned, in order of first mention.</summary>
    public static IReadOnlyList<NamedEntity> Write(StoryContext story)
    {
        Dictionary<int, Entry> groups = [];
        for (int a = 0; a < story.Articles.Length; a++)
        {
            ArticleNames names = story.Analyzed(a).Names;
            foreach (NameMention mention in names.Mentions)
            {
                int group = story.Input.NameGroups[a][mention.Entity];
                if (!groups.TryGetValue(group, out Entry? entry))
                {
                    groups[group] = entry = new Entry();
                }

                Provenance where = story.Analyzed(a).Cite(mention.Span);
                entry.Mentions.Add(where);
                ArticleEntity entity = names.Entities[mention.Entity];
                entry.Add(entity.Form);
                entry.Kinds[(int)entity.Kind]++;
            }
        }

        List<NamedEntity> found = [];
        foreach ((_, Entry e) in groups.ByKey())
        {
            found.Add(new NamedEntity(story.IdOf('e', found.Count), Preferred(e.Full), Kind(e.Kinds), e.Mentions.Count == 1 ? [e.Mentions[0].Text] : [.. e.Mentions.Select(static m => m.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], e.Mentions));
        }

        return found;
    }

    // The form most articles' fullest mention takes; of equally frequent ones the longest.
    private static string Preferred(List<(string Form, int Count)> forms) =>
        forms.Count == 1 ? forms[0].Form : forms.OrderByDescending(static f => f.Count).ThenByDescending(static f => f.Form.Length).ThenBy(static f => f.Form, StringComparer.Ordinal).First().Form;

    private static NameKind Kind(int[] kinds)
    {
        int best = 0;
        for (int k = 1; k < kinds.Length; k++)
        {
            if (kinds[k] > 0 && (best == 0 || kinds[k] > kinds[best]))
            {
                best = k;
            }
        }

        return (NameKind)best;
    }

    private sealed class Entry
    {
        public List<Provenance> Mentions { get; } = [];
        /// <summary>The fullest form of each mention's name; few, an article has one.</summary>
        public List<(string Form, int Count)> Full { get; } = [];
        public int[] Kinds { get; } = new int[4];

        public void Add(string form)
        {
            int i = Full.FindIndex(f => f.Form == form);
            if (i < 0)
            {
                Full.Add((form, 1));
            }
            else
            {
                Full[i] = (form, Full[i].Count + 1);
            }
        }
    }
}
