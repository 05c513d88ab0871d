namespace StoryCompare.Tests.Reliability;

/// <summary>Whether the long runs were asked for: <c>.ci/run --long</c> sets STORYCOMPARE_LONG.</summary>
internal static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("STORYCOMPARE_LONG") == "1";

    /// <summary>A count for the short and for the long run.</summary>
    public static int Of(int shortRun, int longRun) => IsOn ? longRun : shortRun;
}
