using System.Text.Json;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Tests.Names;

/// <summary>The seeds' gold: no pair that must stay apart is folded into one.</summary>
public class SeedNamesTests
{
    [Test]
    public void Fold_Seeds_MustNotMergeStaysApart()
    {
        string? gold = TestFiles.Shared("gold", "seeds_gold.json");
        if (gold is null)
        {
            Assert.Ignore("The gold of the seeds is not here.");
        }

        string[] files = [.. Directory.GetFiles(TestFiles.InRepository("seeds"), "*.txt").Order(StringComparer.Ordinal)];
        ArticleNames[] names = [.. files.Select(static f => NameExtractor.Extract(TextAnalyzer.Analyze(new Article(File.ReadAllText(f)))))];
        int[][] groups = NameFolding.Fold(names, new NameOptions());
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(gold!));
        foreach (JsonElement pair in document.RootElement.GetProperty("must_not_merge").EnumerateArray())
        {
            Assert.That(Groups(names, groups, pair[0].GetString()!).Overlaps(Groups(names, groups, pair[1].GetString()!)), Is.False, pair.ToString());
        }
    }

    private static HashSet<int> Groups(ArticleNames[] names, int[][] groups, string form)
    {
        HashSet<int> found = [];
        for (int a = 0; a < names.Length; a++)
        {
            for (int e = 0; e < names[a].Entities.Count; e++)
            {
                if (names[a].Entities[e].Forms.Contains(form, StringComparer.Ordinal))
                {
                    found.Add(groups[a][e]);
                }
            }
        }

        return found;
    }
}
