using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Tests.Names;

/// <summary>Specs/NameExtraction.md: a text and the names in it.</summary>
public class NameExtractionSpecTests
{
    private static IEnumerable<TestCaseData> Cases()
    {
        string? name = null;
        List<string> lines = [];
        foreach (string line in File.ReadLines(TestFiles.InRepository("tests", "StoryCompare.Tests", "Specs", "NameExtraction.md")).Append("## "))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (name is not null)
                {
                    yield return new TestCaseData(string.Join('\n', lines)).SetName(name);
                }

                name = line[3..];
                lines = [];
            }
            else if (line.Length > 0)
            {
                lines.Add(line);
            }
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Extract_Text_FindsNames(string spec)
    {
        string[] lines = spec.Split('\n');
        CleanedArticle article = new() { Text = TextAnalyzer.Prose(lines[0]) };
        ArticleNames names = NameExtractor.Extract(article);
        string[] expected = [.. lines.Where(static l => l.StartsWith("- ", StringComparison.Ordinal)).Select(static l => l[2..])];
        string[] found = [.. names.Mentions.Select((m, i) => $"{Kind(expected, i, names.Entities[m.Entity].Kind)} {m.Span.Slice(lines[0])}")];
        Assert.That(found, Is.EqualTo(expected));
        foreach (string one in lines.Where(static l => l.StartsWith("one: ", StringComparison.Ordinal)))
        {
            string[] forms = one[5..].Split(" = ");
            int[] entities = [.. names.Mentions.Where(m => forms.Contains(m.Span.Slice(lines[0]).ToString())).Select(static m => m.Entity).Distinct()];
            Assert.That(entities, Has.Length.EqualTo(1), one);
        }
    }

    // '?' in the spec leaves the kind open.
    private static string Kind(string[] expected, int i, NameKind kind) => i < expected.Length && expected[i][0] == '?' ? "?" : kind switch
    {
        NameKind.Person => "P",
        NameKind.Place => "L",
        NameKind.Organisation => "O",
        _ => "-",
    };
}
