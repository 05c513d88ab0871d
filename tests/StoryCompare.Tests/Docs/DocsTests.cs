namespace StoryCompare.Tests.Docs;

/// <summary>The guide says what happens: its samples are compiled and run (DocSamples), its links lead somewhere, its tables name what exists.</summary>
public sealed class DocsTests
{
    private static readonly string[] Pages = [.. Directory.GetFiles(TestFiles.InRepository("docs"), "*.md").Order(StringComparer.Ordinal)];

    [TestCaseSource(nameof(Pages))]
    public void Samples_StandInACompiledSource(string page)
    {
        HashSet<string> source = [.. File.ReadAllLines(TestFiles.InRepository("tests", "StoryCompare.Tests", "Docs", "DocSamples.cs")).Select(static l => l.Trim())];
        string[] lines = [.. Blocks(File.ReadAllText(page), "csharp").SelectMany(static b => b.Split('\n')).Select(static l => l.Trim()).Where(static l => l.Length > 0)];

        Assert.That(lines.Where(l => !source.Contains(l)), Is.Empty);
    }

    [TestCaseSource(nameof(Pages))]
    public void Links_LeadSomewhere(string page)
    {
        string text = File.ReadAllText(page);
        string[] targets = [.. text.Split("](").Skip(1).Select(static l => l[..l.IndexOf(')', StringComparison.Ordinal)]).Where(static l => !l.Contains("://", StringComparison.Ordinal) && !l.StartsWith('#')).Select(static l => l.Split('#')[0])];

        Assert.That(targets.Where(t => !File.Exists(Path.Combine(Path.GetDirectoryName(page)!, t))), Is.Empty);
    }

    [Test]
    public void Options_NamesEveryOption()
    {
        string text = File.ReadAllText(TestFiles.InRepository("docs", "options.md"));
        IEnumerable<string> options = new[] { typeof(StoryCompareOptions), typeof(ClusteringOptions), typeof(ComparisonOptions), typeof(NameOptions) }
            .SelectMany(static t => t.GetProperties()).Select(static p => p.Name).Where(static n => n is not ("Clustering" or "Comparison" or "Names" or "EqualityContract"));

        Assert.That(options.Where(o => !text.Contains($"`{o}`", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void ReportSchema_NamesEveryListOfAStory()
    {
        string text = File.ReadAllText(TestFiles.InRepository("docs", "report-schema.md"));
        IEnumerable<string> lists = typeof(Story).GetProperties().Select(static p => p.Name).Where(static n => n != "EqualityContract").Select(static n => char.ToLowerInvariant(n[0]) + n[1..]);

        Assert.That(lists.Where(l => !text.Contains($"`{l}`", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Notice_NamesEveryDataFile()
    {
        string notice = File.ReadAllText(TestFiles.InRepository("NOTICE"));
        string source = TestFiles.InRepository("src", "StoryCompare");
        IEnumerable<string> files = Directory.GetDirectories(source).Select(static d => Path.Combine(d, "Data")).Where(Directory.Exists).SelectMany(Directory.GetFiles).Select(static f => Path.GetFileName(f));

        Assert.That(files.Where(f => !notice.Contains(f, StringComparison.Ordinal)).Order(StringComparer.Ordinal), Is.Empty);
    }

    private static IEnumerable<string> Blocks(string text, string language)
    {
        string open = $"```{language}\n";
        for (int start = text.IndexOf(open, StringComparison.Ordinal); start >= 0; start = text.IndexOf(open, start, StringComparison.Ordinal))
        {
            start += open.Length;
            yield return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
        }
    }
}
