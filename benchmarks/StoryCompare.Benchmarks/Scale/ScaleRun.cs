using System.Diagnostics;
using StoryCompare.Benchmarks.Generation;
using StoryCompare.Benchmarks.Measures;
using StoryCompare.Benchmarks.Peers;
using StoryCompare.Benchmarks.Reports;

namespace StoryCompare.Benchmarks.Scale;

/// <summary>One size in one process: its peak memory is the process's.</summary>
internal static class ScaleRun
{
    /// <summary>Articles made at once: the making is not timed, and an empty stream between two blocks costs nothing.</summary>
    private const int Block = 1000;

    public static ScalePoint Run(string mode, int articles)
    {
        // What the library loads once is not the corpus's cost.
        StoryComparer.Default.Cluster([.. CorpusGenerator.Corpus(50).Select(static g => g.Article)]);
        return mode == "live" ? Live(articles) : Batch(articles);
    }

    // The articles are made as the library asks for them; the time that takes is taken off.
    private static ScalePoint Batch(int articles)
    {
        long empty = GC.GetTotalMemory(true);
        Source source = new(articles);
        Stopwatch clock = Stopwatch.StartNew();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        IReadOnlyList<ArticleStory> stories = StoryComparer.Default.Cluster(source.Articles());
        double seconds = clock.Elapsed.TotalSeconds - source.Made.TotalSeconds;
        double used = (Environment.CpuUsage.TotalTime - processor - source.Processor).TotalSeconds;
        long held = GC.GetTotalMemory(true) - empty;
        ClusterAccuracy accuracy = ClusterAccuracy.Of(source.Events, ArticlePeers.Numbered(stories));
        return new ScalePoint(Machine.Commit, "batch", articles, seconds, used, Peak(), held, accuracy.F1, 0, source.TextBytes);
    }

    private static ScalePoint Live(int articles)
    {
        long empty = GC.GetTotalMemory(true);
        Source source = new(articles);
        StoryTracker tracker = new();
        Stopwatch clock = new();
        TimeSpan used = TimeSpan.Zero;
        TimeSpan atNineTenths = TimeSpan.Zero;
        int added = 0;
        foreach (Article[] block in source.Articles().Chunk(Math.Min(Block, Math.Max(1, articles / 10))))
        {
            TimeSpan processor = Environment.CpuUsage.TotalTime;
            clock.Start();
            added += AddAsync(tracker, block).GetAwaiter().GetResult();
            clock.Stop();
            used += Environment.CpuUsage.TotalTime - processor;
            if (added <= articles - (articles / 10))
            {
                atNineTenths = clock.Elapsed;
            }
        }

        // The tracker keeps the articles for snapshots; their text is the caller's own and is counted apart.
        long held = GC.GetTotalMemory(true) - empty - source.TextBytes;
        Dictionary<string, string> storyOf = tracker.Stories().ToDictionary(static s => s.Article, static s => s.Story, StringComparer.Ordinal);
        ArticleStory[] stories = [.. storyOf.OrderBy(static s => s.Key, StringComparer.Ordinal).Select(static s => new ArticleStory(s.Key, s.Value))];
        ClusterAccuracy accuracy = ClusterAccuracy.Of(source.Events, ArticlePeers.Numbered(stories));
        return new ScalePoint(Machine.Commit, "live", articles, clock.Elapsed.TotalSeconds, used.TotalSeconds, Peak(), held, accuracy.F1, (clock.Elapsed - atNineTenths).TotalSeconds, source.TextBytes);
    }

    private static async Task<int> AddAsync(StoryTracker tracker, Article[] block)
    {
        int added = 0;
        await foreach (StoryUpdate _ in tracker.AddAllAsync(block.ToAsyncEnumerable()).ConfigureAwait(false))
        {
            added++;
        }

        return added;
    }

    private static long Peak()
    {
        using Process own = Process.GetCurrentProcess();
        return own.PeakWorkingSet64;
    }

    /// <summary>The corpus, with what is remembered of it: events, length, and the time it took to make.</summary>
    private sealed class Source(int articles)
    {
        public List<int> Events { get; } = new(articles);

        public long TextBytes { get; private set; }

        public TimeSpan Made { get; private set; }

        public TimeSpan Processor { get; private set; }

        public IEnumerable<Article> Articles()
        {
            long start = Stopwatch.GetTimestamp();
            TimeSpan processor = Environment.CpuUsage.TotalTime;
            foreach (GeneratedArticle generated in CorpusGenerator.Corpus(articles))
            {
                Events.Add(generated.Event);
                TextBytes += sizeof(char) * (long)generated.Article.Text.Length;
                Made += Stopwatch.GetElapsedTime(start);
                Processor += Environment.CpuUsage.TotalTime - processor;
                yield return generated.Article;
                start = Stopwatch.GetTimestamp();
                processor = Environment.CpuUsage.TotalTime;
            }
        }
    }
}
