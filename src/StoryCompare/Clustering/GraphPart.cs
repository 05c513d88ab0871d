namespace StoryCompare.Clustering;

/// <summary>A connected part of the graph: all that a machine needs to cut it, beside the vectors of its members.</summary>
internal sealed class GraphPart
{
    /// <summary>No more members than these are ever many: their pairs are scored while another thread would be told of them.</summary>
    public const int FewMembers = 256;

    // Pairs that are worth a thread: a few of them cost as much as starting it.
    private const int PairsAThread = 32;

    /// <summary>Ascending.</summary>
    public List<int> Members { get; } = [];

    /// <summary>Scored candidate pairs, by place among <see cref="Members"/>.</summary>
    public List<(int A, int B, int Score)> Edges { get; } = [];

    /// <summary>The clusters, each ascending, ordered by first member.</summary>
    /// <param name="scorer">Scores pairs that were no candidates.</param>
    /// <param name="threshold">Least probability of an average pair, in (0, 1).</param>
    /// <param name="parallel">Threads that share the scoring, and cancellation.</param>
    public List<List<int>> Cut(PairScorer scorer, double threshold, ParallelOptions parallel)
    {
        if (Members.Count == 1)
        {
            return [Members];
        }

        List<LoadedArticle> loaded = [new()];
        AverageLinkage linkage = new(
            Members.Count, Edges, (pairs, scores) => Score(scorer, pairs, scores, loaded, parallel), PairScorer.OfProbability(threshold), 1 - Members.Average(m => scorer.Crowding[m].Missing));
        return [.. linkage.Run(parallel.CancellationToken).Select(c => c.ConvertAll(m => Members[m]))];
    }

    // Each thread takes an equal run of the pairs and has tables of its own.
    private void Score(PairScorer scorer, ReadOnlyMemory<ulong> pairs, Memory<int> scores, List<LoadedArticle> loaded, ParallelOptions parallel)
    {
        int most = parallel.MaxDegreeOfParallelism > 0 ? parallel.MaxDegreeOfParallelism : Environment.ProcessorCount;
        int threads = Math.Clamp(pairs.Length / PairsAThread, 1, most);
        while (loaded.Count < threads)
        {
            loaded.Add(new LoadedArticle());
        }

        if (threads == 1)
        {
            Score(scorer, pairs.Span, scores.Span, loaded[0]);
            return;
        }

        Parallel.For(0, threads, parallel, t =>
        {
            Range run = (int)((long)pairs.Length * t / threads)..(int)((long)pairs.Length * (t + 1) / threads);
            Score(scorer, pairs.Span[run], scores.Span[run], loaded[t]);
        });
    }

    private void Score(PairScorer scorer, ReadOnlySpan<ulong> pairs, Span<int> scores, LoadedArticle loaded)
    {
        for (int p = 0; p < pairs.Length; p++)
        {
            scores[p] = scorer.Score(Members[(int)(pairs[p] >> 32)], Members[(int)(uint)pairs[p]], loaded);
        }
    }
}
