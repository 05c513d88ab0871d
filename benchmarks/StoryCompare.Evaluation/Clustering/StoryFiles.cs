using System.Globalization;

namespace StoryCompare.Evaluation.Clustering;

/// <summary>Reads the test stories (Markdown, tests/StoryCompare.Tests/Stories) as labelled batches. Stories marked <c>tuned: no</c> are left out.</summary>
internal static class StoryFiles
{
    public static IEnumerable<LabelledArticles> Load(string folder)
    {
        foreach (string path in Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal))
        {
            string text = File.ReadAllText(path).ReplaceLineEndings("\n");
            if (text.Contains("tuned: yes", StringComparison.Ordinal) && Path.GetFileName(path) != "README.md")
            {
                yield return Read(Path.GetFileNameWithoutExtension(path), text);
            }
        }
    }

    private static LabelledArticles Read(string name, string text)
    {
        List<Article> articles = [];
        Dictionary<string, string> events = new(StringComparer.Ordinal);
        foreach (string section in text.Split("\n## ").Skip(1))
        {
            int cut = section.IndexOf('\n', StringComparison.Ordinal);
            string heading = section[..cut].Trim();
            if (heading == "Expected")
            {
                string line = section.Split('\n').First(static l => l.StartsWith("- stories:", StringComparison.Ordinal))["- stories:".Length..];
                int number = 0;
                foreach (string group in line.Split('|'))
                {
                    number++;
                    foreach (string id in group.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    {
                        events[id] = string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
                    }
                }

                continue;
            }

            string[] parts = [.. heading.Split('|').Select(static p => p.Trim())];
            articles.Add(new Article(section[(cut + 1)..].Trim('\n'))
            {
                Id = parts[0],
                Outlet = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null,
                Published = parts.Length > 2 && parts[2].Length > 0 ? DateTimeOffset.Parse(parts[2], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null,
            });
        }

        return new LabelledArticles(name, articles, [.. articles.Select(static a => a.Id!)], [.. articles.Select(a => events[a.Id!])]);
    }
}
