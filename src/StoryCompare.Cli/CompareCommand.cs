using System.CommandLine;
using System.Text;
using StoryCompare.Ingest;

namespace StoryCompare.Cli;

/// <summary><c>storycompare compare</c>: articles in, a report out.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        Argument<string[]> paths = Inputs.Paths();
        Option<string> format = new("--format") { Description = "text (default; in colour at a terminal unless NO_COLOR is set), markdown, json, html or csv.", DefaultValueFactory = static _ => "text", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("text", "markdown", "json", "html", "csv");
        Option<string?> output = Inputs.Out();
        Option<int> days = new("--storyline-days") { Description = "Longest gap in days between stories of one storyline.", DefaultValueFactory = static _ => new ClusteringOptions().StorylineDays, HelpName = "DAYS" };
        days.Validators.Add(static r =>
        {
            if (r.Tokens.Count > 0 && r.GetValueOrDefault<int>() < 0)
            {
                r.AddError("--storyline-days must be 0 or more.");
            }
        });
        Option<string?> aliases = Inputs.Aliases();
        Option<string?> explain = new("--explain") { Description = "Show one finding in full, by its id (such as s1.c2), instead of the report.", HelpName = "ID" };
        Command command = new("compare", "Compare what articles say: agreed facts, conflicts, recurring figures, quotations.") { paths, format, output, days, aliases, explain };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(paths),
            parsed.GetRequiredValue(format),
            parsed.GetValue(output),
            parsed.GetValue(days),
            parsed.GetValue(aliases),
            parsed.GetValue(explain)));
        return command;
    }

    private static int Run(string[] paths, string format, string? output, int storylineDays, string? aliasFile, string? explain)
    {
        if (Inputs.ReadAliases(aliasFile) is not { } names)
        {
            return ExitCode.Usage;
        }

        ReadResult input = Inputs.Read(paths);
        if (input.Articles.Count == 0)
        {
            return ExitCode.Usage;
        }

        StoryComparer comparer = new(new StoryCompareOptions { Clustering = new ClusteringOptions { StorylineDays = storylineDays }, Names = names });
        StoryReport report;
        using (Terminal.ProgressLine? progress = Terminal.Progress)
        {
            report = comparer.Compare(input.Articles, progress);
        }

        foreach (Diagnostic diagnostic in report.Diagnostics)
        {
            Terminal.Say($"{diagnostic.Article}: {diagnostic.Message}");
        }

        if (explain is not null && !Explanation.Exists(report, explain))
        {
            Terminal.Say($"the report has no finding '{explain}'.");
            return ExitCode.Usage;
        }

        if (output is null && explain is null && format == "text" && Terminal.TakesColour)
        {
            Terminal.Write(report);
            return input.HasErrors ? ExitCode.Incomplete : ExitCode.Done;
        }

        bool written = OutputFile.Write(output, stream =>
        {
            if (explain is null && format == "json")
            {
                ReportWriter.WriteJson(report, stream);
                return;
            }

            using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            if (explain is not null)
            {
                Explanation.Write(report, explain, writer);
            }
            else
            {
                Action<StoryReport, TextWriter> write = format switch
                {
                    "markdown" => ReportWriter.WriteMarkdown,
                    "html" => ReportWriter.WriteHtml,
                    "csv" => ReportWriter.WriteCsv,
                    _ => ReportWriter.WriteText,
                };
                write(report, writer);
            }
        });
        return !written ? ExitCode.Usage : input.HasErrors ? ExitCode.Incomplete : ExitCode.Done;
    }
}
