using System.Globalization;
using StoryCompare.Internals;

namespace StoryCompare.Clustering;

/// <summary>The second level: stories about the same people and places within days or weeks of each other.</summary>
internal static class StorylineFinder
{
    /// <summary>Least cosine of names and of words of the pair that ties two stories.</summary>
    private const double LeastNames = 0.35;
    private const double LeastWords = 0.15;
    /// <summary>A story ties itself to this many others at most, so that one busy name does not sweep up a corpus.</summary>
    private const int MostTies = 3;

    /// <summary>Groups of two or more clusters (indexes, ascending), ordered by first, with what ties them.</summary>
    public static IReadOnlyList<(IReadOnlyList<int> Stories, string Reason)> Find(EventGraph graph, List<List<int>> clusters, int days)
    {
        int[] clusterOf = new int[graph.Articles.Length];
        for (int c = 0; c < clusters.Count; c++)
        {
            foreach (int m in clusters[c])
            {
                clusterOf[m] = c;
            }
        }

        Dictionary<(int, int), PairSimilarity> ties = [];
        for (int p = 0; p < graph.Pairs.Length; p++)
        {
            (int a, int b) = ((int)(graph.Pairs[p] >> 32), (int)(uint)graph.Pairs[p]);
            (int x, int y) = (Math.Min(clusterOf[a], clusterOf[b]), Math.Max(clusterOf[a], clusterOf[b]));
            PairSimilarity similarity = graph.Similarities[p];
            if (x != y && similarity.Names >= LeastNames && similarity.Words >= LeastWords && EventTime.Gap(graph.Articles[a].When, graph.Articles[b].When) <= days
                && (!ties.TryGetValue((x, y), out PairSimilarity known) || similarity.Blend > known.Blend))
            {
                ties[(x, y)] = similarity;
            }
        }

        DisjointSets lines = new(clusters.Count);
        int[] used = new int[clusters.Count];
        Dictionary<int, PairSimilarity> strongest = [];
        foreach (((int x, int y), PairSimilarity s) in ties.OrderByDescending(static t => t.Value.Blend).ThenBy(static t => t.Key))
        {
            if (used[x] < MostTies && used[y] < MostTies)
            {
                used[x]++;
                used[y]++;
                lines.Join(x, y);
            }
        }

        foreach (((int x, _), PairSimilarity s) in ties)
        {
            int root = lines.Find(x);
            strongest[root] = strongest.TryGetValue(root, out PairSimilarity best) && best.Blend >= s.Blend ? best : s;
        }

        return [.. Enumerable.Range(0, clusters.Count).GroupBy(lines.Find).Where(static g => g.Skip(1).Any())
            .Select(g => ((IReadOnlyList<int>)[.. g], string.Create(CultureInfo.InvariantCulture, $"shared names (cosine {strongest[g.Key].Names:0.00}) within {days} days")))];
    }
}
