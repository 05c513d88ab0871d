using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace StoryCompare.Benchmarks.Reports;

/// <summary>How the benchmarks are run and what is told of them.</summary>
internal static class SuiteConfig
{
    // A comparison runs some thousand methods: compiled step by step, as is the default, they take thousands of comparisons to settle, and what is measured is the compiler.
    private static readonly Job CompiledAtOnce = Job.Default.WithEnvironmentVariable("DOTNET_TieredCompilation", "0").AsMutator();

    /// <summary>For BenchmarkDotNet's own command line: the job comes from there, its processes compile in full at once as this one does.</summary>
    public static ManualConfig CommandLine() => Plain().AddJob(CompiledAtOnce);

    /// <summary>Without a job. DiffPlex's package is built without optimisation; users get it like that, so it is measured like that.</summary>
    public static ManualConfig Plain() => ManualConfig.CreateEmpty()
        .AddColumnProvider(DefaultColumnProviders.Instance).AddColumn(new RateColumn(), new AccuracyColumn()).AddDiagnoser(MemoryDiagnoser.Default)
        .AddExporter(MarkdownExporter.GitHub).AddLogger(ConsoleLogger.Default).WithOptions(ConfigOptions.DisableOptimizationsValidator).WithBuildTimeout(TimeSpan.FromMinutes(10));

    /// <summary>For the command <c>all</c>: five short iterations in this process, so that the whole suite is done in minutes.</summary>
    public static ManualConfig Short(string artifacts) => Plain().WithArtifactsPath(artifacts).AddJob(
        (Sizes.Small ? Job.Dry : Job.Default.WithWarmupCount(2).WithIterationCount(5).WithIterationTime(TimeInterval.FromMilliseconds(200)))
        .WithToolchain(InProcessEmitToolchain.Instance));
}
