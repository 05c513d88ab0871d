using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Reflection;

namespace StoryCompare.Cli;

/// <summary><c>--help</c> and <c>--version</c>, as System.CommandLine has them, but with their texts here: its own come from resources in fourteen languages, which take a thirtieth of a short run to open.</summary>
internal static class CommonOptions
{
    public static Option<bool> Help() => new("--help", "-h", "/h", "-?", "/?") { Description = "Show help and usage information", Arity = ArgumentArity.Zero, Recursive = true, Action = new HelpAction() };

    public static Option<bool> Version()
    {
        Option<bool> version = new("--version") { Description = "Show version information", Arity = ArgumentArity.Zero, Action = new VersionAction() };
        version.Validators.Add(static r =>
        {
            if (!r.Implicit && r.Parent is CommandResult command && command.Children.Any(c => c != r && c is not OptionResult { Implicit: true }))
            {
                r.AddError("--version option cannot be combined with other arguments.");
            }
        });
        return version;
    }

    private sealed class VersionAction : SynchronousCommandLineAction
    {
        public override bool Terminating => true;

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(typeof(CommonOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
            return ExitCode.Done;
        }
    }
}
