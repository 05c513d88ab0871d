using System.Globalization;
using StoryCompare.Analysis;
using StoryCompare.Internals;

namespace StoryCompare.Clustering;

/// <summary>Says why articles are in one story, and what kept near misses out.</summary>
internal sealed class ReasonWriter(IReadOnlyList<AnalyzedArticle> articles, EventGraph graph, PairScorer scorer, int[] scores, List<List<int>> clusters)
{
    /// <summary>Near misses told of a story.</summary>
    private const int MostMisses = 3;
    private static readonly int LeastMiss = PairScorer.OfProbability(0.1);

    /// <summary>For each cluster the pairs of a maximum spanning tree, strongest first, then its near misses.</summary>
    public IReadOnlyList<PairReason>[] Write()
    {
        int[] clusterOf = new int[articles.Count];
        for (int c = 0; c < clusters.Count; c++)
        {
            foreach (int m in clusters[c])
            {
                clusterOf[m] = c;
            }
        }

        List<PairReason>[] reasons = [.. clusters.Select(static _ => new List<PairReason>())];
        int[] byScore = [.. Enumerable.Range(0, scores.Length).Where(p => scores[p] >= LeastMiss || clusterOf[graph.Pairs[p] >> 32] == clusterOf[(uint)graph.Pairs[p]])
            .OrderByDescending(p => scores[p]).ThenBy(static p => p)];
        DisjointSets tree = new(articles.Count);
        foreach (int p in byScore)
        {
            (int a, int b) = ((int)(graph.Pairs[p] >> 32), (int)(uint)graph.Pairs[p]);
            if (clusterOf[a] == clusterOf[b] && tree.Join(a, b))
            {
                reasons[clusterOf[a]].Add(Reason(a, b, true, scores[p]));
            }
        }

        for (int c = 0; c < clusters.Count; c++)
        {
            foreach (int m in clusters[c])
            {
                // Copies hang on their original; members without a candidate pair into the tree (joined by sampled pairs) on the first member.
                int with = graph.Originals[m] != m ? graph.Originals[m] : clusters[c][0];
                if (tree.Join(with, m))
                {
                    reasons[c].Add(Reason(Math.Min(with, m), Math.Max(with, m), true, scorer.Score(with, m)));
                }
            }
        }

        int[] misses = new int[clusters.Count];
        foreach (int p in byScore)
        {
            (int a, int b) = ((int)(graph.Pairs[p] >> 32), (int)(uint)graph.Pairs[p]);
            (int x, int y) = (clusterOf[a], clusterOf[b]);
            if (x == y || (misses[x] == MostMisses && misses[y] == MostMisses))
            {
                continue;
            }

            PairReason miss = Reason(a, b, false, scores[p]);
            foreach (int c in new[] { x, y })
            {
                if (misses[c] < MostMisses)
                {
                    misses[c]++;
                    reasons[c].Add(miss);
                }
            }
        }

        return reasons;
    }

    private PairReason Reason(int a, int b, bool joined, int score) =>
        Of(articles[a].Id, articles[b].Id, graph.Articles[a], graph.Articles[b], joined, score, graph.Originals[a] == graph.Originals[b]);

    /// <summary>Why one pair is together or apart. <paramref name="a"/> and <paramref name="b"/> in ordinal order.</summary>
    public static PairReason Of(string a, string b, ArticleVectors x, ArticleVectors y, bool joined, int score, bool copies)
    {
        int gap = EventTime.Gap(x.When, y.When);
        KeyValuePair<string, double?>[] parts =
        [
            new("title", Part(x, y, Channel.Title)),
            new("lead", Part(x, y, Channel.Lead)),
            new("body", Part(x, y, Channel.Words)),
            new("names", Part(x, y, Channel.Names)),
            new("time", gap < 0 ? null : Math.Exp(-gap / 7.0)),
            new("act", Part(x, y, Channel.Act)),
        ];
        return new PairReason(a, b, joined, copies ? 1 : PairScorer.Probability(score), parts, copies ? "copies of one text" : Why(x, y, parts, gap, joined, score));
    }

    private static double? Part(ArticleVectors a, ArticleVectors b, Channel channel) =>
        a.Has(channel) && b.Has(channel) ? ArticleVectors.Cosine(a, b, channel) : null;

    private static string Why(ArticleVectors a, ArticleVectors b, KeyValuePair<string, double?>[] parts, int gap, bool joined, int score)
    {
        KeyValuePair<string, double?>[] text = [.. parts.Where(static p => p.Key != "time" && p.Value is not null).OrderByDescending(static p => p.Value)];
        string time = gap < 0 ? "no dates to compare" : string.Create(CultureInfo.InvariantCulture, $"{gap} days apart");
        if (joined)
        {
            return text is [var first, var second, ..] ? $"{first.Key} and {second.Key} alike; {time}" : time;
        }

        int weekdayGap = EventTime.WeekdayGap(a.When, b.When);
        string kept = gap > 7 ? time
            : EventTime.SharedDays(a.When, b.When) < 0 ? "they name different days"
            : weekdayGap > 1 ? string.Create(CultureInfo.InvariantCulture, $"the weekdays named lie {weekdayGap} days apart")
            : text is [.., var last] ? $"{last.Key} unlike"
            : time;
        return score >= PairScorer.One / 2 ? $"alike, but not the rest of the two stories; {kept}" : $"kept out: {kept}";
    }
}
