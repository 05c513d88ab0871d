namespace StoryCompare.Tests.Stories;

/// <summary>
/// The reports of the stories that may be looked at, as a reader gets them. Nothing here says they are perfect: they are what was read by eye, and every
/// change of a rule shows what it does to them.
/// </summary>
public sealed class GoldenReportTests
{
    private static readonly string[] InFull = ["01-flood", "02-takeover"];

    private static IEnumerable<string> Tuned => StorySpec.All.Where(static s => s.Tuned).Select(static s => s.Name);

    [TestCaseSource(nameof(Tuned))]
    public void TextReport_IsTheGoldenOne(string name) => Check(name, ".txt", ReportWriter.WriteText);

    [TestCaseSource(nameof(InFull))]
    public void MarkdownReport_IsTheGoldenOne(string name) => Check(name, ".md", ReportWriter.WriteMarkdown);

    private static void Check(string name, string extension, Action<StoryReport, TextWriter> write)
    {
        using StringWriter writer = new();
        write(StoryComparer.Default.Compare(StorySpec.All.Single(s => s.Name == name).Articles), writer);
        GoldenFile.Check(TestFiles.InRepository("tests", "StoryCompare.Tests", "Stories", "Golden", name + extension), writer.ToString());
    }
}