using BenchmarkDotNet.Running;
using StoryCompare.Benchmarks.Commands;

Arguments line = new(args.Length > 0 && !args[0].StartsWith('-') ? args.Skip(1) : []);
switch (args.FirstOrDefault())
{
    case "generate":
        GenerateCommand.Run(line);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
