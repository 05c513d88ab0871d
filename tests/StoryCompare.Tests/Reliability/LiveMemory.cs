namespace StoryCompare.Tests.Reliability;

/// <summary>What a piece of work holds in memory at its worst moment.</summary>
internal static class LiveMemory
{
    /// <summary>Bytes live at most beyond what was before, what <paramref name="prepare"/> made and <paramref name="work"/> returns included; and bytes allocated by the work.</summary>
    public static (long Live, long Allocated) Of<T>(Func<T> prepare, Func<T, object?> work)
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        long before = GC.GetTotalMemory(true);
        T input = prepare();
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
        object? result;
        sampler.Start();
        try
        {
            result = work(input);
        }
        finally
        {
            done.Set();
            sampler.Join();
        }

        allocated = GC.GetTotalAllocatedBytes(true) - allocated;
        peak = Math.Max(peak, GC.GetTotalMemory(true) - before);
        GC.KeepAlive(result);
        GC.KeepAlive(input);
        return (peak, allocated);
    }
}
