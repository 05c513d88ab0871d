using System.Globalization;
using System.Text.RegularExpressions;
using StoryCompare.Text;

namespace StoryCompare.Evaluation.Small;

/// <summary>A line of a test story's expectations: the words before the colon, and the named places, one list a side.</summary>
internal sealed record StoryExpectation(string What, IReadOnlyList<IReadOnlyList<(string Article, string Words)>> Sides);

/// <summary>The project's own test stories (tests/StoryCompare.Tests/Stories, format in its README) as labelled data.</summary>
/// <param name="Name">File name.</param>
/// <param name="Articles">By id: outlet, day, text.</param>
/// <param name="Groups">Ids of the articles of each event.</param>
/// <param name="Expectations">What an editor expects.</param>
internal sealed partial record StoryBook(string Name, IReadOnlyDictionary<string, (string? Outlet, string? Day, string Text)> Articles, IReadOnlyList<string[]> Groups, IReadOnlyList<StoryExpectation> Expectations)
{
    public static IReadOnlyList<StoryBook> Load(string folder) =>
        [.. Directory.GetFiles(folder, "*.md").Where(static f => Path.GetFileName(f) != "README.md").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The sentence of an article that holds the words.</summary>
    public string Sentence(string article, string words)
    {
        string text = Articles[article].Text;
        int at = text.IndexOf(words, StringComparison.Ordinal);
        int start = text.LastIndexOf('\n', at) + 1;
        int end = text.IndexOf('\n', at + words.Length);
        string paragraph = text[start..(end < 0 ? text.Length : end)];
        TokenizedText split = TextAnalyzer.Prose(paragraph);
        foreach (Sentence sentence in split.Sentences)
        {
            if (sentence.Span.End > at - start)
            {
                return split.String(sentence.Span);
            }
        }

        return paragraph;
    }

    private static StoryBook Read(string path)
    {
        Dictionary<string, (string?, string?, string)> articles = new(StringComparer.Ordinal);
        List<string[]> groups = [];
        List<StoryExpectation> expectations = [];
        foreach (string section in File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n## ").Skip(1))
        {
            int cut = section.IndexOf('\n', StringComparison.Ordinal);
            string body = section[(cut + 1)..].Trim('\n');
            string[] heading = [.. section[..cut].Split('|').Select(static p => p.Trim()), "", ""];
            if (heading[0] != "Expected")
            {
                articles[heading[0]] = (heading[1].Length > 0 ? heading[1] : null, heading[2].Length > 0 ? heading[2] : null, body);
                continue;
            }

            foreach (string line in body.Split('\n').Where(static l => l.StartsWith("- ", StringComparison.Ordinal)))
            {
                int colon = line.IndexOf(':', StringComparison.Ordinal);
                if (line.StartsWith("- stories:", StringComparison.Ordinal))
                {
                    groups.AddRange(line[(colon + 1)..].Split('|').Select(static g => g.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
                }
                else
                {
                    expectations.Add(new StoryExpectation(line[2..colon], [.. Sides().Split(line[(colon + 1)..]).Select(static s => (IReadOnlyList<(string, string)>)[.. Places().Matches(s).Select(static m => (m.Groups["article"].Value, m.Groups["words"].Value))]).Where(static s => s.Count > 0)]));
                }
            }
        }

        return new StoryBook(Path.GetFileNameWithoutExtension(path), articles, groups, expectations);
    }

    [GeneratedRegex(@"` */ *", RegexOptions.None, 1000)]
    private static partial Regex Sides();

    // The closing mark of a side is eaten by the split.
    [GeneratedRegex(@"(?<article>\S+)\s+`(?<words>[^`]+)(?:`|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Places();
}
