using StoryCompare.Analysis;
using StoryCompare.Clustering;

namespace StoryCompare.Evaluation.Clustering;

/// <summary>
/// Cuts a labelled set into small batches as a newsroom makes them: one event in three to six reports, one or two look-alike events beside it, perhaps
/// something else; with dates, without, or with some; with headlines or without. Seeded: the same batches each time.
/// </summary>
internal static class BatchMaker
{
    private const int LookAlikes = 4;

    /// <summary>Batches as indexes into the set with the variant each article is taken in.</summary>
    public static IEnumerable<(int Article, LabelledArticles.Variant Variant)[]> Make(string[] events, EventGraph whole, int batches, int skipped = 0)
    {
        Dictionary<string, int[]> members = Enumerable.Range(0, events.Length).GroupBy(i => events[i]).ToDictionary(static g => g.Key, static g => g.ToArray(), StringComparer.Ordinal);
        Dictionary<string, string[]> alike = LookAlikesOf(events, whole);
        string[] subjects = [.. members.Where(static m => m.Value.Length >= 2).OrderByDescending(static m => m.Value.Length >= 3).ThenBy(static m => m.Key, StringComparer.Ordinal).Select(static m => m.Key)];
        int large = members.Values.Count(static m => m.Length >= 3);
        string[] all = [.. members.Keys.Order(StringComparer.Ordinal)];
        Random random = new(20250614);
        for (int b = 0; b < batches; b++)
        {
            string subject = subjects[large == 0 ? b % subjects.Length : (int)((long)b * large / batches + random.Next(large)) % large];
            List<int> chosen = [.. Take(members[subject], random.Next(3, 7), random)];
            string[] near = [.. alike.GetValueOrDefault(subject, []).Skip(skipped)];
            int twins = near.Length == 0 || b % 6 == 5 ? 0 : random.Next(1, 3);
            for (int t = 0; t < twins; t++)
            {
                // The nearest event most of the time; further ones now and then.
                int rank = Math.Min(near.Length - 1, t + (random.Next(4) / 3 * random.Next(LookAlikes)));
                chosen.AddRange(Take(members[near[rank]], random.Next(1, 5), random));
            }

            for (int t = random.Next(4) - 2; t > 0; t--)
            {
                chosen.AddRange(Take(members[all[random.Next(all.Length)]], random.Next(1, 3), random));
            }

            int[] distinct = [.. chosen.Distinct().Order()];
            LabelledArticles.Variant titles = b % 4 == 3 ? LabelledArticles.Variant.NoTitles : LabelledArticles.Variant.None;
            int dates = b % 5;
            yield return [.. distinct.Select(i => (i, titles | (dates < 2 || (dates == 2 && random.Next(2) == 0) ? LabelledArticles.Variant.NoDates : LabelledArticles.Variant.None)))];
        }
    }

    // Events by the similarity of their nearest members. ECB+ has a twin for each event; other sets have look-alikes by the nature of news.
    internal static Dictionary<string, string[]> LookAlikesOf(string[] events, EventGraph whole)
    {
        Dictionary<string, Dictionary<string, double>> best = new(StringComparer.Ordinal);
        for (int p = 0; p < whole.Pairs.Length; p++)
        {
            (string a, string b) = (events[(int)(whole.Pairs[p] >> 32)], events[(int)(uint)whole.Pairs[p]]);
            if (a != b)
            {
                Note(a, b, whole.Similarities[p].Blend);
                Note(b, a, whole.Similarities[p].Blend);
            }
        }

        return best.ToDictionary(static e => e.Key, static e => e.Value.OrderByDescending(static v => v.Value).ThenBy(static v => v.Key, StringComparer.Ordinal).Take(LookAlikes).Select(static v => v.Key).ToArray(), StringComparer.Ordinal);

        void Note(string of, string other, double similarity)
        {
            if (!best.TryGetValue(of, out Dictionary<string, double>? row))
            {
                best[of] = row = new(StringComparer.Ordinal);
            }

            row[other] = Math.Max(similarity, row.GetValueOrDefault(other));
        }
    }

    private static IEnumerable<int> Take(int[] from, int count, Random random)
    {
        int[] copy = [.. from];
        random.Shuffle(copy);
        return copy.Take(count);
    }
}
