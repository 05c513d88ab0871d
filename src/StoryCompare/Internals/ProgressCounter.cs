namespace StoryCompare.Internals;

/// <summary>Counts finished items of a parallel stage and tells the caller, one call at a time, in rising order.</summary>
internal sealed class ProgressCounter(IProgress<StageProgress>? progress, string stage, int total)
{
    private readonly Lock _lock = new();
    private int _done;

    public void Step()
    {
        if (progress is null)
        {
            return;
        }

        lock (_lock)
        {
            progress.Report(new StageProgress(stage, ++_done, total));
        }
    }
}
