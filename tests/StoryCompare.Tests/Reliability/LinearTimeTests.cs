using StoryCompare.Analysis;
using StoryCompare.Ingest;

namespace StoryCompare.Tests.Reliability;

/// <summary>Inputs built to hurt: ten times the size takes at most fourteen times as long, for every entry that takes text.</summary>
[NonParallelizable]
public sealed class LinearTimeTests
{
    private static IEnumerable<TestCaseData> Texts => HurtfulText.Families.Select(static f => new TestCaseData(f.Unit).SetName($"Analyze_Many {f.Name}_IsLinear"));

    private static IEnumerable<TestCaseData> Pairs => HurtfulText.Families.Select(static f => new TestCaseData(f.Unit).SetName($"Compare_TwoOfMany {f.Name}_IsLinear"));

    private static IEnumerable<TestCaseData> Titles => HurtfulText.Families.Where(static (_, i) => i % 3 == 0).Select(static f => new TestCaseData(f.Unit).SetName($"Compare_TitleOfMany {f.Name}_IsLinear"));

    private static IEnumerable<TestCaseData> Files => HurtfulFiles.Families.Select(static f => new TestCaseData(f.Extension, f.Make).SetName($"Read_Many {f.Name} in {f.Extension}_IsLinear"));

    [TestCaseSource(nameof(Texts))]
    public void Analyze_HurtfulInput_IsLinear(string unit)
    {
        int size = LongRun.Of(100_000, 1_000_000);
        Article small = new(HurtfulText.Of(unit, size));
        Article large = new(HurtfulText.Of(unit, size * 10));
        ProcessorTime.AssertLinear(() => ArticleAnalyzer.Analyze(small, "a"), () => ArticleAnalyzer.Analyze(large, "a"), $"{size} characters");
    }

    [TestCaseSource(nameof(Pairs))]
    public void Compare_HurtfulPair_IsLinear(string unit)
    {
        int size = LongRun.Of(10_000, 100_000);
        ProcessorTime.AssertLinear(() => ComparePair(unit, size), () => ComparePair(unit, size * 10), $"2 x {size} characters");
    }

    [TestCaseSource(nameof(Titles))]
    public void Compare_HurtfulTitle_IsLinear(string unit)
    {
        int size = LongRun.Of(100_000, 1_000_000);
        ProcessorTime.AssertLinear(() => Compare(unit, size), () => Compare(unit, size * 10), $"{size} characters");
    }

    [TestCaseSource(nameof(Files))]
    public void Read_HurtfulFile_IsLinear(string extension, Func<int, string> make)
    {
        int size = LongRun.Of(100_000, 1_000_000);
        string folder = Directory.CreateTempSubdirectory("storycompare-").FullName;
        try
        {
            string small = Path.Combine(folder, "small" + extension);
            string large = Path.Combine(folder, "large" + extension);
            File.WriteAllText(small, make(size));
            File.WriteAllText(large, make(size * 10));
            ProcessorTime.AssertLinear(() => ArticleReader.Read([small], Stream.Null), () => ArticleReader.Read([large], Stream.Null), $"{size} characters");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCase("Anna Lind|A. Lind\n")]
    [TestCase("|")]
    [TestCase("a")]
    [TestCase("# names\n")]
    [TestCase("!Anna Lind|Omar Haddad\n")]
    public void ReadAliases_HurtfulFile_IsLinear(string unit)
    {
        int size = LongRun.Of(100_000, 1_000_000);
        string small = Path.GetTempFileName();
        string large = Path.GetTempFileName();
        TextWriter errors = Console.Error;
        try
        {
            Console.SetError(TextWriter.Null);
            File.WriteAllText(small, HurtfulText.Of(unit, size));
            File.WriteAllText(large, HurtfulText.Of(unit, size * 10));
            ProcessorTime.AssertLinear(() => Aliases(small), () => Aliases(large), $"{size} characters");
        }
        finally
        {
            Console.SetError(errors);
            File.Delete(small);
            File.Delete(large);
        }
    }

    [TestCase("1")]
    [TestCase("March ")]
    [TestCase("a.m.")]
    [TestCase("2024-03-01T")]
    [TestCase(" ")]
    public void DateText_HurtfulDate_IsLinear(string unit)
    {
        int size = LongRun.Of(100_000, 1_000_000);
        string small = HurtfulText.Of(unit, size);
        string large = HurtfulText.Of(unit, size * 10);
        ProcessorTime.AssertLinear(() => NoDate(small), () => NoDate(large), $"{size} characters");
    }

    [TestCase("[")]
    [TestCase("{\"a\":")]
    [TestCase("\"")]
    [TestCase("{\"schema\":\"storycompare-report/1\",\"articles\":[")]
    public void ReadJson_HurtfulReport_IsLinear(string unit)
    {
        int size = LongRun.Of(100_000, 1_000_000);
        string small = HurtfulText.Of(unit, size);
        string large = HurtfulText.Of(unit, size * 10);
        ProcessorTime.AssertLinear(() => Throws(small), () => Throws(large), $"{size} characters");
    }

    private static void Compare(string unit, int size) =>
        StoryComparer.Default.Compare([new Article("A bridge fell in Oakham on Monday, police said.") { Id = "a", Title = HurtfulText.Of(unit, size) }]);

    private static void ComparePair(string unit, int size)
    {
        const string Plain = "At least 12 people were killed when a bridge fell in Oakham on Monday, police said. The mayor said the bridge was built in 1931.\n\n";
        StoryComparer.Default.Compare([new Article(Plain + HurtfulText.Of(unit, size)) { Id = "a", Outlet = "Coast Daily" }, new Article(Plain + HurtfulText.Of(unit, size) + " Rain fell.") { Id = "b", Outlet = "Harbour Post" }]);
    }

    private static void Aliases(string path)
    {
        if (global::StoryCompare.Cli.Inputs.ReadAliases(path) is { } names)
        {
            StoryComparer comparer = new(new StoryCompareOptions { Names = names });
            comparer.Compare([new Article("Anna Lind met Omar Haddad.")]);
        }
    }

    private static void NoDate(string text) => Assert.That(DateText.TryParse(text, out _), Is.False);

    private static void Throws(string json) => Assert.Throws<FormatException>(() => ReportReader.ReadJson(json));
}
