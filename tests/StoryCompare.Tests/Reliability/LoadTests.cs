namespace StoryCompare.Tests.Reliability;

/// <summary>One comparer, many threads; cancellation at any moment.</summary>
public sealed class LoadTests
{
    [Test]
    public void Compare_From24Threads_GivesTheBytesOfOne()
    {
        string expected = ReportWriter.ToJson(Seeds.SeedDocuments.Report);
        string[] got = new string[24];
        Thread[] threads = [.. Enumerable.Range(0, got.Length).Select(i => new Thread(() => got[i] = ReportWriter.ToJson(StoryComparer.Default.Compare(Seeds.SeedDocuments.Articles))))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        Assert.That(got, Has.All.EqualTo(expected));
    }

    [Test]
    public void Compare_CancelledAtRandomMoments_ThrowsOrFinishesAndStaysUsable()
    {
        Random random = new(7);
        Article[] articles = [.. Enumerable.Range(0, 200).Select(static i => Seeds.SeedDocuments.Articles[i % 5] with { Id = $"a{i}" })];
        for (int i = 0; i < LongRun.Of(10, 200); i++)
        {
            using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(random.Next(1, 120)));
            try
            {
                Assert.That(StoryComparer.Default.Compare(articles, null, source.Token).Articles, Has.Count.EqualTo(200));
            }
            catch (OperationCanceledException)
            {
                // Promised.
            }
        }

        Assert.That(ReportWriter.ToJson(StoryComparer.Default.Compare(Seeds.SeedDocuments.Articles)), Is.EqualTo(ReportWriter.ToJson(Seeds.SeedDocuments.Report)));
    }

    [Test]
    public void Compare_LargeCorpusCancelled_LeavesNoTaskRunning()
    {
        Random random = new(13);
        Article[] articles = [.. Enumerable.Range(0, LongRun.Of(2_000, 100_000)).Select(i => new Article(Words(random)) { Id = $"a{i}", Outlet = $"Outlet {i % 50}" })];
        Steps steps = new();
        for (int i = 0; i < LongRun.Of(5, 20); i++)
        {
            using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(random.Next(1, LongRun.Of(150, 10_000))));
            try
            {
                StoryComparer.Default.Compare(articles, steps, source.Token);
            }
            catch (OperationCanceledException)
            {
                // Promised.
            }

            int seen = steps.Count;
            Thread.Sleep(50);
            Assert.That(steps.Count, Is.EqualTo(seen), "work went on after the call had returned");
        }

        Assert.That(ReportWriter.ToJson(StoryComparer.Default.Compare(Seeds.SeedDocuments.Articles)), Is.EqualTo(ReportWriter.ToJson(Seeds.SeedDocuments.Report)));
    }

    // Sixty made-up words an article, some of them shared by many.
    private static string Words(Random random) => string.Join(' ', Enumerable.Range(0, 60).Select(i => $"w{random.Next(i % 3 == 0 ? 200 : 50_000)}{(i % 12 == 11 ? "." : "")}"));

    private sealed class Steps : IProgress<StageProgress>
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public void Report(StageProgress value) => Interlocked.Increment(ref _count);
    }
}
