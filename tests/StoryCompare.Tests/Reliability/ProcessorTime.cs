namespace StoryCompare.Tests.Reliability;

/// <summary>Measures work by processor time, so that a busy machine does not look like slow code.</summary>
internal static class ProcessorTime
{
    /// <summary>Milliseconds of processor time, the least of a few tries.</summary>
    public static double Of(Action work, int tries)
    {
        double best = double.MaxValue;
        for (int i = 0; i < tries; i++)
        {
            // The collector works for what came before as well.
            GC.Collect();
            TimeSpan start = Environment.CpuUsage.TotalTime;
            work();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
        }

        return best;
    }

    /// <summary>Asserts that ten times the size takes at most fourteen times as long.</summary>
    public static void AssertLinear(Action small, Action large, string size)
    {
        double one = Of(small, 2);
        double ten = Of(large, 1);
        if (ten > Math.Max(one * 14, Noise))
        {
            ten = Math.Min(ten, Of(large, 2));
        }

        TestContext.Out.WriteLine($"{size}: {one:0} ms, ten times that: {ten:0} ms");
        Assert.That(ten, Is.LessThan(Math.Max(one * 14, Noise)), $"{size}: {one:0.0} ms; ten times that: {ten:0.0} ms");
    }

    /// <summary>Below so many milliseconds the clock and the collector speak, not the code.</summary>
    private const double Noise = 250;
}
