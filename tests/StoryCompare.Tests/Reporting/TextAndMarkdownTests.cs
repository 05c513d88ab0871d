namespace StoryCompare.Tests.Reporting;

public sealed class TextAndMarkdownTests
{
    [Test]
    public void WriteText_HostileText_SendsNoControlToTheTerminal()
    {
        string text = Write(ReportWriter.WriteText, SampleReports.WithOneOfEverything(SampleReports.Hostile));

        Assert.That(text.Where(static c => (char.IsControl(c) && c != '\n') || c is '\u202E' or '\u202C'), Is.Empty);
    }

    [Test]
    public void WriteMarkdown_HostileText_StaysText()
    {
        string text = Write(ReportWriter.WriteMarkdown, SampleReports.WithOneOfEverything(SampleReports.Hostile));

        Assert.That(text, Does.Not.Contain("</script><img"));
        Assert.That(text, Does.Not.Contain("[link](javascript"));
        Assert.That(text, Does.Contain("\\<img src=x"));
        Assert.That(text.Where(static c => (char.IsControl(c) && c != '\n') || c == '\u202E'), Is.Empty);
    }

    [Test]
    public void WriteMarkdown_Tables_KeepTheirColumns()
    {
        string text = Write(ReportWriter.WriteMarkdown, SampleReports.WithOneOfEverything("a | b"));

        foreach (string row in text.Split('\n').Where(static l => l.StartsWith("| s1.g1", StringComparison.Ordinal)))
        {
            Assert.That(row.Replace("\\|", "", StringComparison.Ordinal).Count(static c => c == '|'), Is.EqualTo(7));
        }
    }

    [Test]
    public void WriteText_NoLineIsWiderThanTheTerminal()
    {
        string text = Write(ReportWriter.WriteText, SampleReports.WithOneOfEverything(string.Join(' ', Enumerable.Repeat("words", 60))));

        Assert.That(text.Split('\n').Max(static l => l.Length), Is.LessThanOrEqualTo(100));
    }

    [Test]
    public void WriteText_EmptyReport_SaysSo()
    {
        Assert.That(Write(ReportWriter.WriteText, new StoryReport()), Is.EqualTo("0 articles, 0 stories\n"));
    }

    private static string Write(Action<StoryReport, TextWriter> write, StoryReport report)
    {
        using StringWriter writer = new();
        write(report, writer);
        return writer.ToString();
    }
}
