using System.Text.Json;

namespace StoryCompare.Tests.Reporting;

public sealed class JsonReportTests
{
    [TestCase("plain words")]
    [TestCase(SampleReports.Hostile)]
    [TestCase("Qa’em — العربية 中文 😀")]
    public void ReadJson_OfWhatWasWritten_GivesTheSameReport(string text)
    {
        string json = ReportWriter.ToJson(SampleReports.WithOneOfEverything(text));

        Assert.That(ReportWriter.ToJson(ReportReader.ReadJson(json)), Is.EqualTo(json));
        Assert.That(ReportReader.ReadJson(json).Stories[0].Conflicts[0].About, Is.EqualTo(text));
    }

    [Test]
    public void ToJson_MatchesTheSchema()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(TestFiles.InRepository("docs", "storycompare-report-1.schema.json")));
        using JsonDocument report = JsonDocument.Parse(ReportWriter.ToJson(SampleReports.WithOneOfEverything("words")));

        Assert.That(new SchemaValidator(schema.RootElement).Validate(report.RootElement), Is.Empty);
    }

    [Test]
    public void ToJson_HostileText_HoldsNoMarkupAndNoControls()
    {
        string json = ReportWriter.ToJson(SampleReports.WithOneOfEverything(SampleReports.Hostile));

        Assert.That(json.Where(static c => c is '<' or '>' or '\u202E' or '\u001B' or '\0'), Is.Empty);
    }

    [TestCase("", TestName = "ReadJson_Empty_SaysSo")]
    [TestCase("{}", TestName = "ReadJson_NoSchema_SaysSo")]
    [TestCase("[1]", TestName = "ReadJson_Array_SaysSo")]
    [TestCase("{\"schema\":\"storycompare-report/2\"}", TestName = "ReadJson_LaterSchema_SaysSo")]
    [TestCase("{\"schema\":\"storycompare-report/1\"}", TestName = "ReadJson_MissingProperty_SaysSo")]
    [TestCase("{\"schema\":\"storycompare-report/1\",\"articles\":7,\"stories\":[],\"storylines\":[],\"diagnostics\":[]}", TestName = "ReadJson_WrongShape_SaysSo")]
    public void ReadJson_WhatIsNoReport_Throws(string json)
    {
        Assert.That(() => ReportReader.ReadJson(json), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void ReadJson_UnknownProperty_IsPassedOver()
    {
        string json = ReportWriter.ToJson(new StoryReport()).Replace("\"schema\"", "\"later\": 1, \"schema\"", StringComparison.Ordinal);

        Assert.That(ReportReader.ReadJson(json).Articles, Is.Empty);
    }
}
