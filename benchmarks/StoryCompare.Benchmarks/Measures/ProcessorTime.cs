namespace StoryCompare.Benchmarks.Measures;

/// <summary>Time of the processor, all cores together: other programs disturb it little, so it tells where time goes on a machine that is not quiet.</summary>
internal static class ProcessorTime
{
    /// <summary>Seconds and allocated bytes of one call, over as many calls as take <paramref name="atLeast"/> seconds; the first is not counted.</summary>
    public static (double Seconds, double Bytes) Of(Action work, double atLeast)
    {
        work();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        long bytes = GC.GetTotalAllocatedBytes();
        int calls = 0;
        double seconds;
        do
        {
            work();
            calls++;
            seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        }
        while (seconds < atLeast);

        return (seconds / calls, (GC.GetTotalAllocatedBytes() - bytes) / (double)calls);
    }
}
