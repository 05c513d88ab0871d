using StoryCompare.Analysis;

namespace StoryCompare.Tests.Reliability;

/// <summary>What a hurtful text holds in memory while it is read: at most 60 bytes a character, the text itself and the finished analysis included.</summary>
[NonParallelizable]
public sealed class MemoryTests
{
    private const double Most = 60;

    private static IEnumerable<TestCaseData> Families => HurtfulText.Families.Select(static f => new TestCaseData(f.Unit).SetName($"Analyze_Many {f.Name}_HoldsLittleMemory"));

    [TestCaseSource(nameof(Families))]
    public void Analyze_HurtfulInput_HoldsLittleMemory(string unit)
    {
        int length = LongRun.Of(300_000, 10_000_000);
        ArticleAnalyzer.Analyze(new Article(HurtfulText.Of(unit, 10_000)), "warm");
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        long before = GC.GetTotalMemory(true);
        string text = HurtfulText.Of(unit, length);
        long allocated = GC.GetTotalAllocatedBytes(true);
        long peak = 0;
        using ManualResetEventSlim done = new();

        // Live bytes are what a collection leaves: collect over and over while the work goes on.
        Thread sampler = new(() =>
        {
            while (!done.IsSet)
            {
                GC.Collect(2, GCCollectionMode.Forced, blocking: true);

                // What this collection left. The heap's present size would count what the work allocated since, which depends on how soon this thread runs again.
                GCMemoryInfo left = GC.GetGCMemoryInfo(GCKind.FullBlocking);
                peak = Math.Max(peak, left.HeapSizeBytes - left.FragmentedBytes - before);

                // Collecting without a pause would leave the work no time on a machine of one processor.
                Thread.Sleep(1);
            }
        })
        {
            IsBackground = true,
        };
        AnalyzedArticle analyzed;
        sampler.Start();
        try
        {
            analyzed = ArticleAnalyzer.Analyze(new Article(text), "a");
        }
        finally
        {
            done.Set();
            sampler.Join();
        }

        allocated = GC.GetTotalAllocatedBytes(true) - allocated;
        peak = Math.Max(peak, GC.GetTotalMemory(true) - before);
        GC.KeepAlive(analyzed);
        TestContext.Out.WriteLine($"{(double)peak / text.Length:0.0} bytes a character live, {(double)allocated / text.Length:0.0} allocated");
        Assert.That((double)peak / text.Length, Is.LessThanOrEqualTo(Most));
    }
}
