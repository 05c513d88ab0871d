using System.Globalization;
using StoryCompare.Analysis;
using StoryCompare.Clustering;

namespace StoryCompare.Evaluation.Clustering;

/// <summary>
/// Batches as unlike the training sets as the labelled sets allow: shorn of dates and titles, cut to excerpts, mixed, thinned out, reduced to events that have a
/// look-alike, drawn in all small and middling sizes. Seeded: the same each time.
/// </summary>
internal static class ProxyBatches
{
    private const LabelledArticles.Variant Excerpts = LabelledArticles.Variant.Excerpts;
    private const LabelledArticles.Variant NoDates = LabelledArticles.Variant.NoDates;
    private const LabelledArticles.Variant None = LabelledArticles.Variant.None;
    private const int Draws = 20;

    /// <summary>Events of which another event of the set is at least this alike (best pair): the incidents that are taken for each other.</summary>
    private const double Alike = 0.25;

    /// <summary>All proxies of these sets.</summary>
    /// <param name="files">Labelled sets.</param>
    public static IEnumerable<TrainingSet> Make(IReadOnlyList<string> files)
    {
        (string, LabelledArticles.Variant)[] variants = [("dated", None), ("undated", NoDates), ("half dated", LabelledArticles.Variant.HalfDates), ("excerpts", Excerpts), ("excerpts undated", Excerpts | NoDates)];
        foreach ((string name, LabelledArticles.Variant variant) in variants)
        {
            List<LabelledArticles> sets = [.. files.Select(f => LabelledArticles.Load(f, variant))];
            foreach (LabelledArticles set in sets)
            {
                yield return Of(set.Name, name, [set]);
            }

            LabelledArticles all = Mix(sets);
            yield return Of(all.Name, name, [all]);
            yield return Of(all.Name, name + " third", [Events(all, 3)]);
        }

        foreach (string file in files)
        {
            LabelledArticles dated = LabelledArticles.Load(file);
            LabelledArticles undated = LabelledArticles.Load(file, NoDates);
            int[] alike = LookAlikes(dated);
            yield return Of(dated.Name, "look-alikes", [Pick(dated, alike)]);
            yield return Of(dated.Name, "look-alikes undated", [Pick(undated, alike)]);
            yield return Of(dated.Name, "sizes 2-30", [.. Drawn(dated, 2, 30)]);
            yield return Of(dated.Name, "sizes 2-30 undated", [.. Drawn(undated, 2, 30)]);
            yield return Of(dated.Name, "sizes 42-200", [.. Drawn(dated, 42, 200)]);
            yield return Of(dated.Name, "sizes 42-200 undated", [.. Drawn(undated, 42, 200)]);
        }
    }

    private static TrainingSet Of(string set, string name, IReadOnlyList<LabelledArticles> batches) => TrainingSet.Batches(set, " " + name, batches);

    private static LabelledArticles Mix(IReadOnlyList<LabelledArticles> sets) => new("mixed",
        [.. sets.SelectMany(static s => s.Articles)], [.. sets.SelectMany(static s => s.Ids)], [.. sets.SelectMany(static s => s.Events)]);

    // Every so-manieth event.
    private static LabelledArticles Events(LabelledArticles set, int every)
    {
        string[] kept = [.. set.Events.Distinct().Order(StringComparer.Ordinal).Where((_, i) => i % every == 0)];
        return Pick(set, [.. Enumerable.Range(0, set.Events.Length).Where(i => kept.Contains(set.Events[i]))]);
    }

    private static LabelledArticles Pick(LabelledArticles set, IReadOnlyList<int> rows) =>
        new(set.Name, [.. rows.Select(r => set.Articles[r])], [.. rows.Select(r => set.Ids[r])], [.. rows.Select(r => set.Events[r])]);

    private static int[] LookAlikes(LabelledArticles set)
    {
        EventGraph graph = EventGraph.Build(set.Analyze(), new ParallelOptions());
        HashSet<string> alike = new(StringComparer.Ordinal);
        for (int p = 0; p < graph.Pairs.Length; p++)
        {
            (string a, string b) = (set.Events[(int)(graph.Pairs[p] >> 32)], set.Events[(int)(uint)graph.Pairs[p]]);
            if (a != b && graph.Similarities[p].Blend >= Alike)
            {
                alike.Add(a);
                alike.Add(b);
            }
        }

        return [.. Enumerable.Range(0, set.Events.Length).Where(i => alike.Contains(set.Events[i]))];
    }

    // Whole events in neighbouring order of the labels (twins and weeks stay together), up to a size drawn.
    private static IEnumerable<LabelledArticles> Drawn(LabelledArticles set, int least, int most)
    {
        ILookup<string, int> members = Enumerable.Range(0, set.Events.Length).ToLookup(i => set.Events[i], StringComparer.Ordinal);
        string[] events = [.. members.Select(static m => m.Key)];
        Random random = new(20250703);
        for (int d = 0; d < Draws; d++)
        {
            int size = least + ((most - least) * d / (Draws - 1));
            SortedSet<int> rows = [];
            while (rows.Count < size)
            {
                int at = random.Next(events.Length);
                for (int e = at; e < Math.Min(events.Length, at + 2); e++)
                {
                    rows.UnionWith(members[events[e]].Take(size - rows.Count));
                }
            }

            LabelledArticles batch = Pick(set, [.. rows]);
            yield return batch with { Name = string.Create(CultureInfo.InvariantCulture, $"{set.Name} {d}") };
        }
    }
}
