using System.CommandLine;
using StoryCompare;
using StoryCompare.Cli;

// Read while the command line and the files are.
_ = Task.Run(StoryComparer.Prepare);


// A plain command, so that help shows the tool's name and not the assembly's.
Command root = new("storycompare", "Finds which news articles tell of one event, what they agree on and where they differ. Offline; nothing is generated.")
{
    CompareCommand.Create(),
    ClusterCommand.Create(),
    CommonOptions.Help(),
    CommonOptions.Version(),
};

ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
    {
        Terminal.Say(error.Message);
    }

    Console.Error.WriteLine("Try 'storycompare --help'.");
    return ExitCode.Usage;
}

return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
