using StoryCompare.Analysis;

namespace StoryCompare.Clustering;

/// <summary>A story found: its members and what joined them.</summary>
/// <param name="Members">Indexes into the input, in input order.</param>
/// <param name="Reasons">Joining pairs, then near misses.</param>
internal sealed record EventCluster(IReadOnlyList<int> Members, IReadOnlyList<PairReason> Reasons);

/// <summary>Stories and storylines.</summary>
/// <param name="Stories">Ordered by the smallest article id of each; every article is in exactly one.</param>
/// <param name="Storylines">Each two or more indexes into <paramref name="Stories"/>, with what ties them.</param>
internal sealed record ClusteringResult(IReadOnlyList<EventCluster> Stories, IReadOnlyList<(IReadOnlyList<int> Stories, string Reason)> Storylines);

/// <summary>Finds which articles tell of one event.</summary>
internal static class EventClusterer
{
    /// <summary>The same stories for any order of the input. <paramref name="articles"/> have distinct ids.</summary>
    public static ClusteringResult Cluster(IReadOnlyList<AnalyzedArticle> articles, ClusteringOptions options, CancellationToken cancellationToken)
    {
        int[] order = [.. Enumerable.Range(0, articles.Count)];
        Array.Sort(order, (x, y) => string.CompareOrdinal(articles[x].Id, articles[y].Id));
        AnalyzedArticle[] sorted = [.. order.Select(i => articles[i])];
        int threads = Environment.ProcessorCount;
        EventGraph graph = EventGraph.Build(sorted, threads, cancellationToken);
        ClusteringModel model = ClusteringModel.Default;
        int[] scores = graph.ScorePairs(model, threads, cancellationToken);
        List<List<int>> clusters = graph.Partition(scores, (a, b) => graph.Score(model, a, b), options.Threshold, cancellationToken);
        return new ClusteringResult([.. clusters.Select(c => new EventCluster([.. c.Select(m => order[m]).Order()], []))], []);
    }
}
