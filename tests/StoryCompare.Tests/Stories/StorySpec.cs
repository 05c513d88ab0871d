using System.Globalization;
using System.Text.RegularExpressions;

namespace StoryCompare.Tests.Stories;

/// <summary>A place in an article, named by words that stand there once.</summary>
internal sealed record Place(string Article, TextSpan Span, string Words);

/// <summary>One line of a spec's expectations.</summary>
/// <param name="What">The words before the colon, such as <c>conflict figure</c>.</param>
/// <param name="Places">The places it names, in order; those of one side are joined by <c>+</c>.</param>
/// <param name="Text">The whole line.</param>
internal sealed record Expectation(string What, IReadOnlyList<IReadOnlyList<Place>> Places, string Text);

/// <summary>
/// A story as a Markdown file that a journalist can read: articles in the manner of different outlets, then what an editor expects.
/// Format: <c>Stories/README.md</c>.
/// </summary>
internal sealed class StorySpec
{
    private StorySpec(string name, bool tuned, IReadOnlyList<Article> articles, IReadOnlyList<Expectation> expectations)
    {
        Name = name;
        Tuned = tuned;
        Articles = articles;
        Expectations = expectations;
    }

    public string Name { get; }
    /// <summary>Whether rules were ever looked at with this story in mind; a third of the stories never are.</summary>
    public bool Tuned { get; }
    public IReadOnlyList<Article> Articles { get; }
    public IReadOnlyList<Expectation> Expectations { get; }

    public static IReadOnlyList<StorySpec> All { get; } = [.. Directory.GetFiles(TestFiles.InRepository("tests", "StoryCompare.Tests", "Stories"), "*.md")
        .Where(static f => Path.GetFileName(f) != "README.md")
        .Order(StringComparer.Ordinal)
        .Select(Read)];

    public IEnumerable<Expectation> Expected(string what) => Expectations.Where(e => e.What == what || e.What.StartsWith(what + " ", StringComparison.Ordinal));

    public override string ToString() => Name;

    private static StorySpec Read(string path)
    {
        string[] sections = File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n## ");
        bool tuned = sections[0].Contains("tuned: yes", StringComparison.Ordinal);
        List<Article> articles = [];
        List<Expectation> expectations = [];
        foreach (string section in sections.Skip(1))
        {
            int cut = section.IndexOf('\n', StringComparison.Ordinal);
            string heading = section[..cut].Trim();
            string body = section[(cut + 1)..].Trim('\n');
            if (heading == "Expected")
            {
                expectations.AddRange(body.Split('\n').Where(static l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => Expectation(l[2..], articles, path)));
            }
            else
            {
                articles.Add(Article(heading, body));
            }
        }

        return new StorySpec(Path.GetFileNameWithoutExtension(path), tuned, articles, expectations);
    }

    // "a | Coast Daily | 2024-03-02": outlet and date may be left empty.
    private static Article Article(string heading, string body)
    {
        string[] parts = [.. heading.Split('|').Select(static p => p.Trim())];
        return new Article(body)
        {
            Id = parts[0],
            Outlet = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null,
            Published = parts.Length > 2 && parts[2].Length > 0 ? DateTimeOffset.Parse(parts[2], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null,
        };
    }

    private static Expectation Expectation(string line, List<Article> articles, string path)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        List<IReadOnlyList<Place>> sides = [];
        if (line[(colon + 1)..].Contains('`', StringComparison.Ordinal))
        {
            foreach (string side in Regex.Split(line[(colon + 1)..], @"(?<=`)\s*/\s*", RegexOptions.None, TimeSpan.FromSeconds(1)))
            {
                sides.Add([.. Regex.Matches(side, @"(\S+)\s+`([^`]+)`", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => Find(m.Groups[1].Value, m.Groups[2].Value, articles, path))]);
            }
        }

        return new Expectation(line[..colon].Trim(), sides, line);
    }

    private static Place Find(string article, string words, List<Article> articles, string path)
    {
        Article found = articles.Find(a => a.Id == article) ?? throw new FormatException($"{path}: there is no article '{article}'.");
        int at = found.Text.IndexOf(words, StringComparison.Ordinal);
        if (at < 0 || found.Text.IndexOf(words, at + 1, StringComparison.Ordinal) >= 0)
        {
            throw new FormatException($"{path}: '{words}' must stand exactly once in article '{article}'.");
        }

        return new Place(article, new TextSpan(at, at + words.Length), words);
    }
}