using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using StoryCompare.Benchmarks.Reports;

namespace StoryCompare.Benchmarks.Commands;

/// <summary>The whole suite in one run, written to <c>OUT/CPU/*.md</c>.</summary>
internal static class AllCommand
{
    public static int Run(Arguments line)
    {
        if (line.Get("job") == "dry")
        {
            Sizes.Small = true;
        }

        string folder = Machine.Folder(line.Get("out") ?? Path.Combine(Machine.Root, "benchmarks", "results"));
        string artifacts = Path.Combine(Path.GetTempPath(), $"storycompare-benchmarks-{Environment.ProcessId}");
        Summary[] summaries = BenchmarkRunner.Run(typeof(AllCommand).Assembly, SuiteConfig.Short(artifacts));
        File.WriteAllText(Path.Combine(folder, "benchmarks.md"), Machine.Header("Stages and end to end", "all") + SummaryTables.Write(summaries));
        bool failed = summaries.Any(static s => s.HasCriticalValidationErrors || s.Reports.Any(static r => !r.Success));
        Directory.Delete(artifacts, recursive: true);
        return failed ? 1 : 0;
    }
}
