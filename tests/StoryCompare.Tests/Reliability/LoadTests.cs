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
}
