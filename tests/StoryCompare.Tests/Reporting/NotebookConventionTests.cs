using System.Collections;
using System.Reflection;

namespace StoryCompare.Tests.Reporting;

/// <summary>
/// The convention by which .NET Interactive finds formatters without a reference to it, followed here as its TryRegisterFromConventionBasedFormatterSources
/// does: an attribute named TypeFormatterSourceAttribute with FormatterSourceType; that type's CreateTypeFormatters(); of each formatter
/// MimeType and Format(object, TextWriter). <see cref="NotebookFormatterTests"/> asks the real formatter.
/// </summary>
public sealed class NotebookConventionTests
{
    private static readonly Type[] Shown = [typeof(StoryReport), typeof(Story), typeof(Conflict), typeof(AgreedFact), typeof(RecurringFigure)];

    [TestCaseSource(nameof(Shown))]
    public void EveryShownType_HasAFormatterThatWorks(Type type)
    {
        Attribute attribute = type.GetCustomAttributes().Single(static a => a.GetType().Name == "TypeFormatterSourceAttribute");
        Type source = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        object[] formatters = [.. ((IEnumerable)source.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(source), null)!).Cast<object>()];
        string[] preferred = (string[])attribute.GetType().GetProperty("PreferredMimeTypes")!.GetValue(attribute)!;
        using StringWriter writer = new();
        MethodInfo format = formatters[0].GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!;
        bool handled = (bool)format.Invoke(formatters[0], [Sample(type), writer])!;

        Assert.That(formatters[0].GetType().GetProperty("MimeType")!.GetValue(formatters[0]), Is.EqualTo("text/html"));
        Assert.That(preferred, Does.Contain("text/html"));
        Assert.That(handled, Is.True);
        Assert.That(writer.ToString(), Does.StartWith("<div class=\"storycompare\">"));
        Assert.That((bool)format.Invoke(formatters[0], ["something else", writer])!, Is.False);
    }

    [Test]
    public void Fragment_LeavesTheNotebooksOwnLookAlone()
    {
        string html = SampleReports.WithOneOfEverything("words").ToHtml();
        string css = html[(html.IndexOf("<style>", StringComparison.Ordinal) + 7)..html.IndexOf("</style>", StringComparison.Ordinal)].Trim();

        Assert.That(css, Does.StartWith(".storycompare{").And.EndWith("}").And.Not.Contain(":root").And.Not.Contain("body{"));
        Assert.That(css.Count(static c => c == '{'), Is.EqualTo(css.Count(static c => c == '}')));
    }

    [Test]
    public void FindingAlone_LinksNowhere()
    {
        string html = SampleReports.WithOneOfEverything("words").Stories[0].Conflicts[0].ToHtml();

        Assert.That(html, Does.Not.Contain("href=\"#"), "the articles are not in the cell");
    }

    private static object Sample(Type type)
    {
        StoryReport report = SampleReports.WithOneOfEverything("words");
        Story story = report.Stories[0];
        return new object[] { report, story, story.Conflicts[0], story.AgreedFacts[0], story.Figures[0] }.Single(o => o.GetType() == type);
    }
}
