using Microsoft.Extensions.AI;
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
    /// <summary>The same stories for any order of the input and any number of threads. <paramref name="articles"/> have distinct ids.</summary>
    /// <param name="articles">What to cluster.</param>
    /// <param name="options">Threshold and storyline window.</param>
    /// <param name="cancellationToken">Stops the work; nothing is left behind.</param>
    /// <param name="embeddings">One more channel: similarity of headline and lead; null for none.</param>
    /// <param name="threads">0 for one a processor.</param>
    public static ClusteringResult Cluster(
        IReadOnlyList<AnalyzedArticle> articles, ClusteringOptions options, CancellationToken cancellationToken,
        IEmbeddingGenerator<string, Embedding<float>>? embeddings = null, int threads = 0)
    {
        int[] order = [.. Enumerable.Range(0, articles.Count)];
        Array.Sort(order, (x, y) => string.CompareOrdinal(articles[x].Id, articles[y].Id));
        AnalyzedArticle[] sorted = [.. order.Select(i => articles[i])];
        ParallelOptions parallel = new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads };
        EventGraph graph = EventGraph.Build(sorted, parallel);
        Func<int, int, double>? extra = embeddings is null ? null : EmbeddingChannel.Create(sorted, embeddings, cancellationToken).LogOdds;
        PairScorer scorer = new(graph.Articles, graph.Crowding, ClusteringModel.Default, extra);
        int[] scores = graph.Score(scorer, parallel);
        List<List<int>> clusters = graph.Partition(scores, scorer, options.Threshold, cancellationToken);
        IReadOnlyList<PairReason>[] reasons = new ReasonWriter(sorted, graph, scorer, scores, clusters).Write();
        return new ClusteringResult(
            [.. clusters.Select((c, i) => new EventCluster([.. c.Select(m => order[m]).Order()], reasons[i]))],
            StorylineFinder.Find(graph, clusters, options.StorylineDays));
    }
}
