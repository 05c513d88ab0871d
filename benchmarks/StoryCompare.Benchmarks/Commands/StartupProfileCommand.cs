using System.Diagnostics;
using StoryCompare.Benchmarks.Reports;

namespace StoryCompare.Benchmarks.Commands;

/// <summary>
/// Notes which generic methods the tool still compiles while it compares the seeds, and writes them to <c>build/startup.mibc</c>, from which the build compiles
/// them ahead. To be run again when the code has changed much; an old profile only leaves more to compile at start.
/// </summary>
internal static class StartupProfileCommand
{
    public static int Run()
    {
        string work = Directory.CreateTempSubdirectory("storycompare-startup").FullName;
        string profile = Path.Combine(Machine.Root, "build", "startup.mibc");
        try
        {
            // Without the profile there is: it would hide what it brought.
            int built = Start("dotnet", ["build", Path.Combine(Machine.Root, "src", "StoryCompare.Cli"), "-c", "Release", "-p:RunAnalyzers=false", "-p:AheadProfile=none", $"-p:AheadFolder={work}/ahead/", "-o", $"{work}/tool"], []);
            return built != 0 ? built : Start("dotnet", [$"{work}/tool/StoryCompare.Cli.dll", "compare", Path.Combine(Machine.Root, "seeds")], new()
            {
                ["DOTNET_STARTUP_HOOKS"] = typeof(StartupProfileCommand).Assembly.Location,
                ["STORYCOMPARE_STARTUP_PROFILE"] = profile,
            });
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static int Start(string program, string[] arguments, Dictionary<string, string> environment)
    {
        ProcessStartInfo start = new(program, arguments) { UseShellExecute = false };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
