// The README's sample stands here as it is there; ReadmeTests compares the two.
#pragma warning disable IDE0011, IDE0005
using System;
using System.IO;
using StoryCompare;

namespace StoryCompare.Tests.Conventions;

internal static class ReadmeSample
{
    public static string Run(string textOfOneOutlet, string textOfAnother)
    {
        TextWriter before = System.Console.Out;
        using StringWriter captured = new();
        try
        {
            System.Console.SetOut(captured);
            Article[] articles = [new(textOfOneOutlet) { Outlet = "Coast Daily" }, new(textOfAnother) { Outlet = "Harbour Post" }];
            StoryReport report = StoryComparer.Default.Compare(articles);
            foreach (Conflict conflict in report.Stories[0].Conflicts) Console.WriteLine(conflict);
            ReportWriter.WriteMarkdown(report, Console.Out);
        }
        finally
        {
            System.Console.SetOut(before);
        }

        string output = captured.ToString();
        return output[output.IndexOf("# Story comparison", StringComparison.Ordinal)..];
    }
}
