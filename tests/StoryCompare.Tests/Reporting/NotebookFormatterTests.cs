using Microsoft.DotNet.Interactive.Formatting;

namespace StoryCompare.Tests.Reporting;

/// <summary>
/// What a notebook's C# kernel shows: the real .NET Interactive formatter finds ours by the convention (<see cref="NotebookConventionTests"/>), prefers
/// HTML and writes what ToHtml gives, also for findings within a list.
/// </summary>
[NonParallelizable]
public sealed class NotebookFormatterTests
{
    [SetUp]
    [TearDown]
    public void ForgetRegistrations() => Formatter.ResetToDefault();

    [Test]
    public void EveryShownType_IsShownAsItsToHtml()
    {
        StoryReport report = SampleReports.WithOneOfEverything("words");
        Story story = report.Stories[0];
        (object Shown, string Html)[] cells =
        [
            (report, report.ToHtml()), (story, story.ToHtml()), (story.Conflicts[0], story.Conflicts[0].ToHtml()),
            (story.AgreedFacts[0], story.AgreedFacts[0].ToHtml()), (story.Figures[0], story.Figures[0].ToHtml()),
        ];
        foreach ((object shown, string html) in cells)
        {
            Assert.That(Formatter.GetPreferredMimeTypesFor(shown.GetType()), Is.EqualTo(new[] { "text/html" }), shown.GetType().Name);
            Assert.That(shown.ToDisplayString("text/html"), Is.EqualTo(html), shown.GetType().Name);
        }
    }

    [Test]
    public void ListOfConflicts_ShowsEachAsHtml()
    {
        StoryReport report = SampleReports.WithOneOfEverything("words");

        string shown = report.Stories[0].Conflicts.ToDisplayString("text/html");

        Assert.That(shown, Does.Contain("<table>"));
        foreach (Conflict conflict in report.Stories[0].Conflicts)
        {
            Assert.That(shown, Does.Contain(conflict.ToHtml()));
        }
    }

    [Test]
    public void HostileTitle_StaysTextInTheCell()
    {
        string shown = SampleReports.WithOneOfEverything("</script><img src=x onerror=alert(1)>").ToDisplayString("text/html");

        Assert.That(shown, Does.Not.Contain("<img").And.Contain("&lt;img"));
    }

    [Test]
    public void OtherTypes_KeepTheNotebooksOwnFormat() => Assert.That("plain".ToDisplayString("text/plain"), Is.EqualTo("plain"));
}
