using StoryCompare.Analysis;
using StoryCompare.Ingest;

namespace StoryCompare.Tests.Reliability;

/// <summary>What hurtful input holds in memory while it is read: at most 60 bytes a character, the input itself and the result included.</summary>
[NonParallelizable]
public sealed class MemoryTests
{
    private const double Most = 60;

    // A file of rows of one letter gives an article for every second character: each may take as much beyond that as a short one needs.
    private const double MostAnItem = 120;

    private static int Length => LongRun.Of(300_000, 10_000_000);

    private static IEnumerable<TestCaseData> Families => HurtfulText.Families.Select(static f => new TestCaseData(f.Unit).SetName($"Analyze_Many {f.Name}_HoldsLittleMemory"));

    private static IEnumerable<TestCaseData> Titles => HurtfulText.Families.Where(static (_, i) => i % 3 == 1).Select(static f => new TestCaseData(f.Unit).SetName($"Compare_TitleOfMany {f.Name}_HoldsLittleMemory"));

    private static IEnumerable<TestCaseData> Files => HurtfulFiles.Families.Select(static f => new TestCaseData(f.Extension, f.Make).SetName($"Read_Many {f.Name} in {f.Extension}_HoldsLittleMemory"));

    [TestCaseSource(nameof(Families))]
    public void Analyze_HurtfulInput_HoldsLittleMemory(string unit)
    {
        ArticleAnalyzer.Analyze(new Article(HurtfulText.Of(unit, 10_000)), "warm");
        AssertLittle(() => HurtfulText.Of(unit, Length), static text => ArticleAnalyzer.Analyze(new Article(text), "a"), static text => text.Length);
    }

    [TestCaseSource(nameof(Titles))]
    public void Compare_HurtfulTitle_HoldsLittleMemory(string unit)
    {
        static StoryReport Compare(string title) => StoryComparer.Default.Compare([new Article("A bridge fell in Oakham on Monday, police said.") { Id = "a", Title = title }]);
        Compare(HurtfulText.Of(unit, 10_000));
        AssertLittle(() => HurtfulText.Of(unit, Length), Compare, static text => text.Length);
    }

    [TestCaseSource(nameof(Files))]
    public void Read_HurtfulFile_HoldsLittleMemory(string extension, Func<int, string> make)
    {
        string folder = Directory.CreateTempSubdirectory("storycompare-").FullName;
        try
        {
            string path = Path.Combine(folder, "hurtful" + extension);
            File.WriteAllText(path, make(10_000));
            ArticleReader.Read([path], Stream.Null);
            File.WriteAllText(path, make(Length));
            AssertLittle(() => path, static path => ArticleReader.Read([path], Stream.Null), static path => new FileInfo(path).Length, static read => ((ReadResult)read!).Articles.Count + ((ReadResult)read!).Problems.Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void AssertLittle(Func<string> prepare, Func<string, object?> work, Func<string, long> length, Func<object?, int>? items = null)
    {
        long characters = 0;
        int read = 0;
        (long live, long allocated) = LiveMemory.Of(prepare, input =>
        {
            characters = length(input);
            object? result = work(input);
            read = items?.Invoke(result) ?? 0;
            return result;
        });
        TestContext.Out.WriteLine($"{(double)live / characters:0.0} bytes a character live, {(double)allocated / characters:0.0} allocated");
        Assert.That((double)live / characters, Is.LessThanOrEqualTo(Most + (MostAnItem * read / characters)));
    }
}
