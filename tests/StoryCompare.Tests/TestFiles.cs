namespace StoryCompare.Tests;

/// <summary>Finds files of the repository and, where it exists, of the shared folder beside it.</summary>
internal static class TestFiles
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root.</summary>
    public static string InRepository(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A path below the shared folder with the labelled data, or null where that is absent.</summary>
    public static string? Shared(params string[] parts)
    {
        string path = Path.Combine([Root, "..", "shared", .. parts]);
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }

    // From where the tests run, not from where they were compiled: a deterministic build hides its source paths.
    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "StoryCompare.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The repository's root was not found.");
    }
}
