namespace StoryCompare.Benchmarks.Generation;

/// <summary>The seed documents, found above the folder the benchmark runs in.</summary>
internal static class SeedFiles
{
    public static IReadOnlyList<Article> Read()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "StoryCompare.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return [.. Directory.GetFiles(Path.Combine(folder ?? throw new DirectoryNotFoundException("The repository's root was not found."), "seeds"), "*.txt")
            .Order(StringComparer.Ordinal)
            .Select(static f => new Article(File.ReadAllText(f)) { Id = Path.GetFileName(f)[..3] })];
    }
}
