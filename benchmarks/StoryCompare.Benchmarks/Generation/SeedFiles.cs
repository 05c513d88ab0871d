using StoryCompare.Benchmarks.Reports;

namespace StoryCompare.Benchmarks.Generation;

/// <summary>The seed documents.</summary>
internal static class SeedFiles
{
    public static IReadOnlyList<Article> Read() => [.. Directory.GetFiles(Path.Combine(Machine.Root, "seeds"), "*.txt")
        .Order(StringComparer.Ordinal)
        .Select(static f => new Article(File.ReadAllText(f)) { Id = Path.GetFileName(f)[..3] })];
}
