using System.Text.RegularExpressions;

namespace StoryCompare.Tests.Conventions;

/// <summary>Holds the arrows: a stage uses only what stands left of it (docs/ARCHITECTURE.md).</summary>
public sealed class DependencyRuleTests
{
    private static readonly string[] Stages = ["Text", "Figures", "Times", "Names", "Quotes", "Analysis", "Clustering", "Syndication", "Alignment", "Claims", "Reporting"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Vocabulary"] = [],
        ["Internals"] = [],
        ["Text"] = [],
        ["Figures"] = ["Text"],
        ["Times"] = ["Text"],
        ["Names"] = ["Text"],
        ["Quotes"] = ["Text"],
        ["Analysis"] = ["Text", "Figures", "Times", "Names", "Quotes"],
        ["Clustering"] = ["Text", "Figures", "Times", "Names", "Quotes", "Analysis"],
        ["Syndication"] = ["Text", "Figures", "Times", "Names", "Quotes", "Analysis"],
        ["Alignment"] = ["Text", "Figures", "Times", "Names", "Quotes", "Analysis"],
        ["Claims"] = ["Text", "Figures", "Times", "Names", "Quotes", "Analysis", "Clustering", "Syndication", "Alignment"],
        ["Reporting"] = [],
    };

    [TestCaseSource(nameof(Allowed))]
    public void Stage_UsesOnlyStagesLeftOfIt(KeyValuePair<string, string[]> rule)
    {
        string folder = TestFiles.InRepository("src", "StoryCompare", rule.Key);
        string[] forbidden = [.. Stages.Where(s => s != rule.Key && !rule.Value.Contains(s))];
        Regex reference = new($@"(using\s+(static\s+)?StoryCompare\.({string.Join('|', forbidden)})\b)|(\bStoryCompare\.({string.Join('|', forbidden)})\.)|((?<![\w.>)\]""])({string.Join('|', forbidden)})\.[A-Z]\w*\s*[.(<])", RegexOptions.ExplicitCapture);
        List<string> found = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        {
            string code = Regex.Replace(File.ReadAllText(file), @"^\s*///?.*$", "", RegexOptions.Multiline);
            found.AddRange(reference.Matches(code)
                .Where(m => m.Value.Contains("StoryCompare.", StringComparison.Ordinal) || IsNamespaceUse(rule.Key, code, m))
                .Select(m => $"{Path.GetFileName(file)}: {m.Value}"));
        }

        Assert.That(found, Is.Empty);
    }

    // A property named like a namespace ("Figures.Count") is no reference to the stage: a stage's type must follow.
    private static bool IsNamespaceUse(string stage, string code, Match match)
    {
        string[] parts = match.Value.Split('.', '(', '<', ' ');
        string folder = TestFiles.InRepository("src", "StoryCompare", parts[0]);
        return parts[0] != stage && Directory.EnumerateFiles(folder, parts[1] + ".cs", SearchOption.AllDirectories).Any() && code.Length > 0;
    }
}
