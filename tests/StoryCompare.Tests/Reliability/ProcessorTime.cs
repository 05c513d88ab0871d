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
    public static void AssertLinear(Action small, Action large, string size) => AssertWithin(14, small, large, size);

    /// <summary>Asserts that the large work takes at most so many times as long as the small one.</summary>
    /// <remarks>
    /// Neighbours that fill the caches slow a long run down more than a short one, which finds a quiet moment. So a ratio too high is measured again,
    /// each time more often: the small work repeated until it lasts as long as the large one, right before it. What really grows too fast does so every time.
    /// </remarks>
    public static void AssertWithin(double most, Action small, Action large, string size)
    {
        double one = Of(small, 2);
        double ten = Of(large, 1);
        double ratio = ten / one;
        for (int round = 1; round <= Rounds && ten >= Noise && ratio > most; round++)
        {
            int times = (int)Math.Clamp(Math.Round(ten / Math.Max(one, 1)), 1, MostRepeats);
            one = Of(() => Repeat(small, times), round) / times;
            ten = Of(large, round);
            ratio = ten / one;
        }

        TestContext.Out.WriteLine($"{size}: {one:0.0} ms, the large one: {ten:0.0} ms, {ratio:0.0} times that");
        Assert.That(ten < Noise || ratio <= most, Is.True, $"{size}: {one:0.0} ms; the large one: {ten:0.0} ms, {ratio:0.0} times that, {most} at most");
    }

    // Measurements of a ratio that is too high before it counts.
    private const int Rounds = 4;

    private const int MostRepeats = 30;

    /// <summary>Below so many milliseconds the clock and the collector speak, not the code.</summary>
    private const double Noise = 250;

    private static void Repeat(Action work, int times)
    {
        for (int i = 0; i < times; i++)
        {
            work();
        }
    }
}
