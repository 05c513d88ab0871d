using StoryCompare.Tests.Seeds;

namespace StoryCompare.Tests.Conventions;

/// <summary>What the README shows is what happens.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(TestFiles.InRepository("README.md"));

    [Test]
    public void Readme_StaysShort() => Assert.That(Readme.Split('\n'), Has.Length.LessThanOrEqualTo(250));

    [Test]
    public void Readme_SeedsReport_IsWhatTheToolPrints()
    {
        using StringWriter writer = new();
        ReportWriter.WriteText(SeedDocuments.Report, writer);

        GoldenFile.Check(TestFiles.InRepository("README.md"), Readme.Replace(Block("text"), writer.ToString(), StringComparison.Ordinal));
    }

    [Test]
    public void Readme_Sample_IsTheCodeThatRuns()
    {
        string source = File.ReadAllText(TestFiles.InRepository("tests", "StoryCompare.Tests", "Conventions", "ReadmeSample.cs"));
        string[] sample = [.. Block("csharp").Split('\n').Where(static l => l.Length > 0)];

        Assert.That(sample.Where(l => !source.Contains(l, StringComparison.Ordinal)), Is.Empty, "every line of the sample stands in ReadmeSample.cs");
        Assert.That(ReadmeSample.Run("A bridge fell in Oakham on Monday, killing 3 people, police said.", "Three people died when a bridge fell in Oakham on Monday, according to police."), Does.StartWith("# Story comparison"));
    }

    [Test]
    public void Readme_Links_LeadSomewhere()
    {
        string[] targets = [.. Readme.Split("](").Skip(1).Select(static l => l[..l.IndexOf(')', StringComparison.Ordinal)]).Where(static l => !l.Contains("://", StringComparison.Ordinal))];

        Assert.That(targets.Where(static t => !File.Exists(TestFiles.InRepository(t))), Is.Empty);
    }

    private static string Block(string language)
    {
        string open = $"```{language}\n";
        int start = Readme.IndexOf(open, StringComparison.Ordinal) + open.Length;
        return Readme[start..Readme.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
