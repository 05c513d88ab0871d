using System.Diagnostics;
using StoryCompare.Tests.Clustering.Live;

namespace StoryCompare.Tests.Reliability;

/// <summary>One writer, many readers: nothing is lost and no snapshot changes.</summary>
[NonParallelizable]
public sealed class TrackerLoadTests
{
    [Test]
    public void Tracker_OneWriterAndEightReaders_LosesNothing()
    {
        StoryTracker tracker = new();
        IReadOnlyList<Article> articles = LiveCorpus.Make(500, 31);
        TimeSpan time = TimeSpan.FromSeconds(LongRun.Of(10, 60));
        long added = 0;
        int snapshots = 0;
        bool done = false;
        List<string> wrong = [];
        Stopwatch clock = Stopwatch.StartNew();
        Thread[] readers = [.. Enumerable.Range(0, 8).Select(r => new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                long before = Interlocked.Read(ref added);
                string? problem = Check(tracker, before, r);
                Interlocked.Increment(ref snapshots);
                if (problem is not null)
                {
                    lock (wrong)
                    {
                        wrong.Add(problem);
                    }
                }
            }
        }))];
        Array.ForEach(readers, static r => r.Start());
        long count = 0;
        // On a busy machine it goes on until the readers had their turn.
        while (clock.Elapsed < time || (Volatile.Read(ref snapshots) <= 8 && clock.Elapsed < 10 * time))
        {
            // Each round is other articles, by id; only the latest hundred are held, so that a reader's look stays short.
            tracker.Add(articles[(int)(count % articles.Count)] with { Id = $"a{count:D9}" });
            Interlocked.Exchange(ref added, ++count);
            if (count > 100)
            {
                Assert.That(tracker.Withdraw($"a{count - 101:D9}"), Is.True);
            }
        }

        Volatile.Write(ref done, true);
        Array.ForEach(readers, static r => r.Join());
        TestContext.Out.WriteLine($"{count} added, {snapshots} looks by 8 readers");
        Assert.That(wrong, Is.Empty);
        Assert.That(tracker.Stories().Select(static s => s.Article).Order(StringComparer.Ordinal), Is.EqualTo(Enumerable.Range((int)Math.Max(0, count - 100), (int)Math.Min(100, count)).Select(static i => $"a{i:D9}")));
        Assert.That(snapshots, Is.GreaterThan(8));
    }

    [Test]
    public void Add_FromManyThreads_HoldsEveryArticleOnce()
    {
        StoryTracker tracker = new();
        IReadOnlyList<Article> articles = LiveCorpus.Make(400, 32);
        Parallel.For(0, articles.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => tracker.Add(articles[i]));
        Assert.That(tracker.Stories().Select(static s => s.Article).Order(StringComparer.Ordinal), Is.EqualTo(articles.Select(static a => a.Id)));
    }

    // What was added before the look and not withdrawn since must be in it; a report taken must be whole.
    private static string? Check(StoryTracker tracker, long before, int reader)
    {
        HashSet<string> held;
        if (reader < 2)
        {
            StoryReport report = tracker.Snapshot();
            held = [.. report.Articles.Select(static a => a.Id)];
            if (!held.SetEquals(report.Stories.SelectMany(static s => s.Articles)))
            {
                return "a snapshot's stories and articles differ";
            }
        }
        else
        {
            IReadOnlyList<ArticleStory> stories = tracker.Stories();
            held = [.. stories.Select(static s => s.Article)];
            if (held.Count != stories.Count)
            {
                return "an article is in two stories";
            }
        }

        if (held.Count > 101)
        {
            return $"{held.Count} articles are held";
        }

        // Numbers held are consecutive: nothing in the middle was lost.
        long[] numbers = [.. held.Select(static h => long.Parse(h.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)).Order()];
        return numbers.Length > 0 && (numbers[^1] - numbers[0] != numbers.Length - 1 || numbers[^1] < before - 1) ? $"{numbers.Length} held between {numbers[0]} and {numbers[^1]}, {before} added" : null;
    }
}
