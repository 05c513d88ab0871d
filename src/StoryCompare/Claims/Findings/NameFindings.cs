using StoryCompare.Names;

namespace StoryCompare.Claims.Findings;

/// <summary>Lists who and what is named in the story.</summary>
internal static class NameFindings
{
    /// <summary>One finding a name group that is mentioned, in order of first mention.</summary>
    public static IReadOnlyList<NamedEntity> Write(StoryContext story)
    {
        SortedDictionary<int, Entry> groups = [];
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
                entry.Forms[where.Text] = entry.Forms.GetValueOrDefault(where.Text) + 1;
                ArticleEntity entity = names.Entities[mention.Entity];
                entry.Full[entity.Form] = entry.Full.GetValueOrDefault(entity.Form) + 1;
                entry.Kinds[(int)entity.Kind]++;
            }
        }

        List<NamedEntity> found = [];
        foreach (Entry e in groups.Values)
        {
            found.Add(new NamedEntity(story.IdOf('e', found.Count), Preferred(e.Full), Kind(e.Kinds), [.. e.Forms.Keys.Order(StringComparer.Ordinal)], e.Mentions));
        }

        return found;
    }

    // The form most articles' fullest mention takes; of equally frequent ones the longest.
    private static string Preferred(Dictionary<string, int> forms) =>
        forms.OrderByDescending(static f => f.Value).ThenByDescending(static f => f.Key.Length).ThenBy(static f => f.Key, StringComparer.Ordinal).First().Key;

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
        public Dictionary<string, int> Forms { get; } = new(StringComparer.Ordinal);
        public Dictionary<string, int> Full { get; } = new(StringComparer.Ordinal);
        public int[] Kinds { get; } = new int[4];
    }
}
