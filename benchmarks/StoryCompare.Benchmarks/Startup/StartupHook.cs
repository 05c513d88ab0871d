using StoryCompare.Benchmarks.Startup;

/// <summary>The runtime calls this in any program that is started with this assembly named in DOTNET_STARTUP_HOOKS.</summary>
#pragma warning disable MA0047 // The runtime looks for this name without a namespace.
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("STORYCOMPARE_STARTUP_PROFILE") is { Length: > 0 } path)
        {
            CompiledMethods.RecordUntilExit(path);
        }
    }
}
