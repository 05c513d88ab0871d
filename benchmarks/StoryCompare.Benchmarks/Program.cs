using BenchmarkDotNet.Running;
using StoryCompare.Benchmarks;
using StoryCompare.Benchmarks.Commands;
using StoryCompare.Benchmarks.Reports;

Arguments line = new(args.Length > 0 && !args[0].StartsWith('-') ? args.Skip(1) : []);
if (args.Contains("--small"))
{
    Sizes.Small = true;
}

switch (args.FirstOrDefault())
{
    case "generate":
        GenerateCommand.Run(line);
        return 0;
    case "peers":
        PeersCommand.Run(line);
        return 0;
    case "profile":
        ProfileCommand.Run(line);
        return 0;
    case "startup-profile":
        return StartupProfileCommand.Run();
    case "readme":
        return ReadmeRows.Update(line.Get("out") ?? Path.Combine(Machine.Root, "benchmarks", "results"));
    case "cores":
        CoresCommand.Run(line);
        return 0;
    case "all":
        return AllCommand.Run(line);
    case "clustering":
        ClusteringCommand.Run(line);
        return 0;
    case "cluster-one":
        ClusteringCommand.One(line);
        return 0;
    case "scale":
        ScaleCommand.Run(line);
        return 0;
    case "scale-one":
        ScaleCommand.One(line);
        return 0;
    default:
        // BenchmarkDotNet builds the project once more, for its own processes: the analysers have nothing to say there.
        Environment.SetEnvironmentVariable("RunAnalyzers", "false");
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run([.. args.Where(static a => a != "--small")], SuiteConfig.CommandLine());
        return 0;
}
