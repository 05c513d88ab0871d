using Microsoft.Extensions.AI;
using StoryCompare.Analysis;
using StoryCompare.Internals;

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
        IEmbeddingGenerator<string, Embedding<float>>? embeddings = null, int threads = 0) =>
        Cluster(articles, EventGraph.Sketches(articles, Parallelism(articles.Count, threads, cancellationToken)), options, cancellationToken, embeddings, threads);

    /// <summary>The same, with what is counted in each article counted before. <paramref name="sketches"/> are taken over: they are let go as the work proceeds.</summary>
    public static ClusteringResult Cluster(
        IReadOnlyList<AnalyzedArticle> articles, ArticleSketch[] sketches, ClusteringOptions options, CancellationToken cancellationToken,
        IEmbeddingGenerator<string, Embedding<float>>? embeddings = null, int threads = 0)
    {
        int[] order = InOrder(articles.Count, i => articles[i].Id);
        AnalyzedArticle[] sorted = [.. order.Select(i => articles[i])];
        ArticleSketch[] counted = [.. order.Select(i => sketches[i])];
        Array.Clear(sketches);
        ParallelOptions parallel = Parallelism(articles.Count, threads, cancellationToken);
        Grouping found = Group(EventGraph.Build(counted, parallel, release: true), options, embeddings is null ? null : EmbeddingChannel.Create([.. sorted.Select(static a => a.Article)], embeddings, cancellationToken), parallel);
        IReadOnlyList<PairReason>[] reasons = new ReasonWriter(sorted, found.Graph, found.Scorer, found.Scores, found.Clusters).Write();
        return new ClusteringResult(
            [.. found.Clusters.Select((c, i) => new EventCluster([.. c.Select(m => order[m]).Order()], reasons[i]))],
            StorylineFinder.Find(found.Graph, found.Clusters, options.StorylineDays));
    }

    /// <summary>The members alone of the stories that <c>Cluster</c> finds, from what was read of each article: nothing else of it need be held.</summary>
    /// <param name="ids">Distinct.</param>
    /// <param name="sketches">One for each id. Taken over: they are let go as the work proceeds.</param>
    /// <param name="article">The article of an index; asked for embeddings only.</param>
    /// <param name="options">Threshold.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="embeddings">As for <c>Cluster</c>.</param>
    /// <param name="threads">0 for one a processor.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Members(
        IReadOnlyList<string> ids, ArticleSketch[] sketches, Func<int, Article> article, ClusteringOptions options, CancellationToken cancellationToken,
        IEmbeddingGenerator<string, Embedding<float>>? embeddings = null, int threads = 0)
    {
        int[] order = InOrder(ids.Count, i => ids[i]);
        ArticleSketch[] sorted = [.. order.Select(i => sketches[i])];
        Array.Clear(sketches);
        ParallelOptions parallel = Parallelism(ids.Count, threads, cancellationToken);
        EmbeddingChannel? extra = embeddings is null ? null : EmbeddingChannel.Create([.. order.Select(article)], embeddings, cancellationToken);
        return [.. Group(EventGraph.Build(sorted, parallel, release: true), options, extra, parallel).Clusters.Select(c => (IReadOnlyList<int>)[.. c.Select(m => order[m]).Order()])];
    }

    private static Grouping Group(EventGraph graph, ClusteringOptions options, EmbeddingChannel? extra, ParallelOptions parallel)
    {
        extra?.Calibrate(graph.Pairs, graph.Score(ClusteringModel.Default, parallel).Scores);
        (PairScorer scorer, int[] scores) = graph.Score(ClusteringModel.Default, parallel, extra is null ? null : extra.LogOdds, options.Threshold);
        return new Grouping(graph, scorer, scores, graph.Partition(scores, scorer, options.Threshold, parallel));
    }

    private static int[] InOrder(int count, Func<int, string> id)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(order, (x, y) => string.CompareOrdinal(id(x), id(y)));
        return order;
    }

    // A small batch is done sooner than other threads are called for its dozen short loops.
    private static ParallelOptions Parallelism(int articles, int threads, CancellationToken cancellationToken) =>
        Together.Threads(articles <= BatchContext.MostArticles ? 1 : threads, cancellationToken);

    private sealed record Grouping(EventGraph Graph, PairScorer Scorer, int[] Scores, List<List<int>> Clusters);
}
