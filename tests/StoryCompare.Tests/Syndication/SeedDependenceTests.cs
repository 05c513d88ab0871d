using System.Text.Json;
using StoryCompare.Analysis;
using StoryCompare.Names;
using StoryCompare.Syndication;

namespace StoryCompare.Tests.Syndication;

/// <summary>The seeds' dependences and origins, read from the hand gold beside the repository; skipped where that is absent.</summary>
public sealed class SeedDependenceTests
{
    private static AnalyzedArticle[] Seeds() =>
        [.. Directory.GetFiles(TestFiles.InRepository("seeds"), "*.txt").Order(StringComparer.Ordinal).Select(f => ArticleAnalyzer.Analyze(new Article(File.ReadAllText(f)), Path.GetFileName(f).Split('_')[0]))];

    [Test]
    public void Find_Seeds_OnePairDependsAndOneSharesAHouse()
    {
        AnalyzedArticle[] seeds = Seeds();
        Dependence found = SyndicationFinder.Find(seeds, new StoryCompareOptions(), CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(found.Lines, Is.EqualTo(new[] { 0, 0, 1, 2, 3 }));
            Assert.That(found.Groups.Where(g => g.Kind != SyndicationKind.HouseStyle).Select(g => string.Join('+', g.Articles)), Is.EqualTo(new[] { "000+001" }));
            Assert.That(found.Groups.Where(g => g.Kind == SyndicationKind.HouseStyle).Select(g => string.Join('+', g.Articles)), Is.EqualTo(new[] { "000+004" }));
        });
    }

    [Test]
    public void Count_SeedFacts_StayWithinTheirBounds()
    {
        string? path = TestFiles.Shared("gold", "seeds_gold.json");
        if (path is null)
        {
            Assert.Ignore("The hand gold is not here.");
        }

        AnalyzedArticle[] seeds = Seeds();
        Dependence dependence = SyndicationFinder.Find(seeds, new StoryCompareOptions(), CancellationToken.None);
        int[][] groups = NameFolding.Fold([.. seeds.Select(s => s.Names)], new NameOptions());
        using JsonDocument gold = JsonDocument.Parse(File.ReadAllText(path));
        Dictionary<string, TextSpan> spans = [];
        foreach (JsonElement s in gold.RootElement.GetProperty("sentences").EnumerateArray())
        {
            int start = s.GetProperty("start").GetInt32();
            spans[s.GetProperty("id").GetString()!] = new TextSpan(start, start + s.GetProperty("length").GetInt32());
        }

        Dictionary<string, (int Low, int High)> bounds = new(StringComparer.Ordinal) { ["F1"] = (2, 3), ["F2"] = (1, 2) };
        List<string> wrong = [];
        foreach (JsonElement fact in gold.RootElement.GetProperty("agreed_facts").EnumerateArray().Take(7))
        {
            string id = fact.GetProperty("id").GetString()!;
            List<(int, int)> sentences = [];
            foreach (JsonProperty support in fact.GetProperty("support").EnumerateObject())
            {
                int article = Array.FindIndex(seeds, s => s.Id == support.Name);
                foreach (JsonElement name in support.Value.EnumerateArray())
                {
                    if (!spans.TryGetValue(name.GetString()!, out TextSpan span))
                    {
                        continue;
                    }

                    for (int k = 0; k < seeds[article].Text.Sentences.Length; k++)
                    {
                        TextSpan s = seeds[article].Text.Sentences[k].Span;
                        if (2 * (Math.Min(s.End, span.End) - Math.Max(s.Start, span.Start)) >= s.Length)
                        {
                            sentences.Add((article, k));
                        }
                    }
                }
            }

            (int low, int high) = bounds.GetValueOrDefault(id, (1, 1));
            OriginCount count = Origins.Count(seeds, dependence, sentences, groups);
            if (sentences.Count == 0 || count.Count < low || count.Count > high)
            {
                wrong.Add($"{id}: {count.Count} of {sentences.Count} sentences");
            }
        }

        Assert.That(wrong, Is.Empty);
    }
}
