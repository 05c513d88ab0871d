using Spectre.Console;
using StoryCompare.Cli;
using StoryCompare.Tests.Reporting;
using StoryCompare.Tests.Seeds;

namespace StoryCompare.Tests.Cli;

/// <summary>What a person at a terminal sees. Redirected output is the plain text report, which the README's test holds.</summary>
public sealed class TerminalReportTests
{
    [Test]
    public void Write_Seeds_ShowsFactsConflictsAndFiguresInColour()
    {
        string output = Write(SeedDocuments.Report, 120);

        Assert.That(output, Does.Contain("\u001B[").And.Contain("Agreed").And.Contain("Conflicts").And.Contain("Figures").And.Contain("s1.c1"));
    }

    [Test]
    public void Write_HostileWords_SendNothingToTheTerminal()
    {
        string output = Write(SampleReports.WithOneOfEverything("[red]x[/] " + SampleReports.Hostile), 100);

        Assert.That(output, Does.Contain("[red]x[/]"), "markup in an article is text");
        Assert.That(output.Where(static c => c is '\u202E' or '\u202C' or '\0'), Is.Empty);
        Assert.That(output.Contains("\u001B[31mred", StringComparison.Ordinal), Is.False);
    }

    [TestCase(40)]
    [TestCase(200)]
    public void Write_AnyWidth_Works(int width) => Assert.That(Write(SeedDocuments.Report, width), Is.Not.Empty);

    [Test]
    public void Progress_ShortWork_StaysSilent()
    {
        using StringWriter writer = new();
        using (Terminal.ProgressLine line = new(writer))
        {
            line.Report(new StageProgress("analysis", 1, 2));
        }

        Assert.That(writer.ToString(), Is.Empty);
    }

    private static string Write(StoryReport report, int width)
    {
        using StringWriter writer = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width;
        TerminalReport.Write(report, console);
        return writer.ToString();
    }
}
