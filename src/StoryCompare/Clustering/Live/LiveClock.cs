namespace StoryCompare.Clustering.Live;

/// <summary>The tracker's present, told by the articles' own dates, never by the machine: the third latest date of all seen, so that one article dated next year ends no story.</summary>
internal sealed class LiveClock
{
    /// <summary>Dates that must have been reached.</summary>
    private const int Witnesses = 3;

    private readonly int[] _latest = [.. Enumerable.Repeat(int.MinValue, Witnesses)];

    /// <summary>Minutes since 1 January 0001 UTC; <see cref="int.MinValue"/> before three dated articles were seen.</summary>
    public int Now => _latest[^1];

    /// <summary>What an article without a date is taken to be from: the present, or the latest date seen, or the beginning of time.</summary>
    public int Present => Now != int.MinValue ? Now : Math.Max(0, _latest.Max());

    /// <summary>The latest dates, latest first.</summary>
    public IReadOnlyList<int> Latest => _latest;

    public static int MinuteOf(DateTimeOffset time) => (int)Math.Min(int.MaxValue, time.UtcTicks / TimeSpan.TicksPerMinute);

    /// <summary>Takes over dates that were seen before.</summary>
    public void Set(IReadOnlyList<int> minutes)
    {
        foreach (int minute in minutes)
        {
            See(minute);
        }
    }

    public void See(int minute)
    {
        for (int i = 0; i < Witnesses; i++)
        {
            if (minute > _latest[i])
            {
                (minute, _latest[i]) = (_latest[i], minute);
            }
        }
    }
}
