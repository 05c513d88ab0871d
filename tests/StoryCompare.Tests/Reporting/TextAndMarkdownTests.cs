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
    public void WriteHtml_HostileText_StaysText()
    {
        string html = Write(ReportWriter.WriteHtml, SampleReports.WithOneOfEverything(SampleReports.Hostile));

        Assert.That(html, Does.Not.Contain("<img").And.Not.Contain("</script").And.Not.Contain("<b>"));
        Assert.That(html, Does.Contain("&lt;img src=x onerror=alert(1)&gt;"));
        Assert.That(html.Where(static c => (char.IsControl(c) && c != '\n') || c == '\u202E'), Is.Empty);
    }

    [Test]
    public void WriteCsv_HostileText_IsNoFormula()
    {
        foreach (string payload in new[] { "=HYPERLINK(\"x\")", " +1", "@SUM(A1)", "-2", "\t=1" })
        {
            string csv = Write(ReportWriter.WriteCsv, SampleReports.WithOneOfEverything(payload));
            string[] cells = csv.Split('\n').Skip(1).SelectMany(static l => l.Split(',')).Select(static c => c.Trim('"', '\r', ' ')).ToArray();

            Assert.That(cells.Where(static c => c.Length > 0 && c[0] is '=' or '+' or '@' or '-' or '\t'), Is.Empty, payload);
        }
    }

    [Test]
    public void ToHtml_OfEveryFinding_IsAFragment()
    {
        StoryReport report = SampleReports.WithOneOfEverything(SampleReports.Hostile);
        Story story = report.Stories[0];

        foreach (string html in new[] { report.ToHtml(), story.ToHtml(), story.Conflicts[0].ToHtml(), story.AgreedFacts[0].ToHtml(), story.Figures[0].ToHtml() })
        {
            Assert.That(html, Does.StartWith("<div").And.Not.Contain("<html").And.Not.Contain("<img"));
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
