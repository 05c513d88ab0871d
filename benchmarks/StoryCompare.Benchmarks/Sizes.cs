namespace StoryCompare.Benchmarks;

/// <summary>How large the inputs are. <c>--small</c> makes everything a smoke test: seconds, and figures that mean nothing.</summary>
internal static class Sizes
{
    private const string Variable = "STORYCOMPARE_BENCHMARKS_SMALL";

    /// <summary>An environment variable, so that the processes BenchmarkDotNet starts know it too.</summary>
    public static bool Small
    {
        get => Environment.GetEnvironmentVariable(Variable) == "1";
        set => Environment.SetEnvironmentVariable(Variable, value ? "1" : null);
    }

    public static int Of(int full, int small) => Small ? small : full;
}
