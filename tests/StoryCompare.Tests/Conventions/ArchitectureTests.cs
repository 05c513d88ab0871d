namespace StoryCompare.Tests.Conventions;

public sealed class ArchitectureTests
{
    [Test]
    public void Architecture_NamesEveryFolderOfTheLibrary()
    {
        string text = File.ReadAllText(TestFiles.InRepository("docs", "ARCHITECTURE.md"));
        string[] folders = [.. Directory.GetDirectories(TestFiles.InRepository("src", "StoryCompare")).Select(static d => Path.GetFileName(d)).Where(static d => d is not ("bin" or "obj"))];

        Assert.That(folders.Where(f => !text.Contains($"\n## {f}: ", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Sources_KnowNoSeed()
    {
        // A rule that knows a seed is a defect. Aliases of public knowledge live in data files, not in code.
        string[] words = ["mayadeen", "waleed", "al-walid", "tanf", "scrocca", "abdurrahman", "badiya", "al-manar", "ikhbariya", "25,000", "25_000", "9,600", "presstv"];
        List<string> found = [];
        foreach (string file in Directory.EnumerateFiles(TestFiles.InRepository("src"), "*.cs", SearchOption.AllDirectories))
        {
            foreach (string line in File.ReadLines(file))
            {
                string code = line.TrimStart();
                if (!code.StartsWith("//", StringComparison.Ordinal) && words.Any(w => code.Contains(w, StringComparison.OrdinalIgnoreCase)))
                {
                    found.Add($"{Path.GetFileName(file)}: {code}");
                }
            }
        }

        Assert.That(found, Is.Empty);
    }

    [Test]
    public void Files_StayShort()
    {
        string[] folders = ["src", "tests", "benchmarks"];
        string[] tooLong = [.. folders.SelectMany(static f => Directory.EnumerateFiles(TestFiles.InRepository(f), "*.cs", SearchOption.AllDirectories))
            .Where(static f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(static f => File.ReadLines(f).Count() > 400)
            .Select(static f => Path.GetFileName(f))];

        Assert.That(tooLong, Is.Empty);
    }
}
