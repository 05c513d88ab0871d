using System.Text.RegularExpressions;

namespace StoryCompare.Tests.Conventions;

/// <summary>What the security policy promises of the sources themselves.</summary>
public sealed partial class SupplyTests
{
    [Test]
    public void Sources_HoldNoUnsafeCodeAndCallNoNativeCode()
    {
        string[] found = [.. Files("*.cs").Where(static f => Unsafe().IsMatch(File.ReadAllText(f))).Select(static f => Path.GetFileName(f))];

        Assert.That(found, Is.Empty);
        Assert.That(Files("*.csproj").Where(static f => File.ReadAllText(f).Contains("AllowUnsafeBlocks", StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public void Library_OpensNoConnectionAndStartsNoProcess()
    {
        string[] found = [.. Files("*.cs").Where(static f => Outside().IsMatch(File.ReadAllText(f))).Select(static f => Path.GetFileName(f))];

        Assert.That(found, Is.Empty);
    }

    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(TestFiles.InRepository("src"), pattern, SearchOption.AllDirectories)
        .Where(static f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\bunsafe\s*[{(]|\bunsafe\s+(?:class|struct|static|void|ref)|\bDllImport\b|\bLibraryImport\b|\bUnsafe\.|\bMemoryMarshal\b|\bstackalloc\s+\w+\s*\*", RegexOptions.NonBacktracking)]
    private static partial Regex Unsafe();

    [GeneratedRegex(@"\bHttpClient\b|\bSocket\b|\bWebRequest\b|\bProcess\.Start\b|\bSystem\.Net\b", RegexOptions.NonBacktracking)]
    private static partial Regex Outside();
}
