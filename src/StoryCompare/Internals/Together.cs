namespace StoryCompare.Internals;

/// <summary>Runs steps that need nothing of each other, on as many threads as are allowed.</summary>
internal static class Together
{
    /// <summary>Threads and cancellation as the options say.</summary>
    public static ParallelOptions Threads(int most, CancellationToken cancellationToken) => new()
    {
        CancellationToken = cancellationToken,
        MaxDegreeOfParallelism = most == 0 ? Environment.ProcessorCount : most,
    };

    /// <summary>Runs all steps. They are begun in their order, each when a thread is free; when a step runs, all before it run or have ended, so that it may wait for them.</summary>
    /// <exception cref="OperationCanceledException">Cancelled: no further step is begun.</exception>
    public static void Run(ParallelOptions parallel, IReadOnlyList<Action> steps)
    {
        int threads = Math.Min(parallel.MaxDegreeOfParallelism, steps.Count);
        if (threads <= 1)
        {
            foreach (Action step in steps)
            {
                parallel.CancellationToken.ThrowIfCancellationRequested();
                step();
            }

            return;
        }

        int next = -1;
        Parallel.For(0, threads, parallel, (_, state) =>
        {
            while (!state.ShouldExitCurrentIteration)
            {
                // Asked before a step is taken: one that is taken is run, since a later one may wait for it.
                parallel.CancellationToken.ThrowIfCancellationRequested();
                int i = Interlocked.Increment(ref next);
                if (i >= steps.Count)
                {
                    return;
                }

                steps[i]();
            }
        });
    }
}
