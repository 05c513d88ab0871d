using FsCheck;
using FsCheck.Fluent;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Tests.Properties;

/// <summary>What holds of single stages over generated articles.</summary>
public sealed class StageProperties
{
    // Weather and sport, no word of the generated stories but function words.
    private const string Unrelated = "Astronomers at Veltheim photographed a faint comet beyond Neptune. Its tail glows green because carbon molecules break apart in sunlight. Amateur observers will need telescopes.";

    /// <summary>One more article makes words rarer or commoner and lends the others one more to be read against: what a threshold this much higher or lower decides otherwise may turn.</summary>
    private const double Margin = 0.3;

    [Test]
    public void UnrelatedArticle_ChangesNoMembershipAndNoFinding()
    {
        int tried = 0;
        Generated.Check(Generated.Articles, articles =>
        {
            StoryReport before = StoryComparer.Default.Compare(articles);
            StoryReport after = StoryComparer.Default.Compare([.. articles, new Article(Unrelated) { Id = "z", Outlet = "Sky Weekly" }]);
            Story[] rest = [.. after.Stories.Where(static s => !s.Articles.Contains("z"))];
            Assert.That(after.Stories, Has.Count.EqualTo(rest.Length + 1));
            if (!new[] { 0.5 - Margin, 0.5 + Margin }.All(t => Members(articles, t).SequenceEqual(before.Stories.Select(static s => string.Join(' ', s.Articles)))))
            {
                return;
            }

            tried++;
            Assert.That(rest.Select(static s => string.Join(' ', s.Articles)), Is.EqualTo(before.Stories.Select(static s => string.Join(' ', s.Articles))));
            Assert.That(rest.Select(Findings), Is.EqualTo(before.Stories.Select(Findings)));
        });
        TestContext.Out.WriteLine($"{tried} of 100 cases were decided as firmly as that");
        Assert.That(tried, Is.GreaterThan(40));
    }

    private static IEnumerable<string> Members(Article[] articles, double threshold) =>
        new StoryComparer(new StoryCompareOptions { Clustering = new ClusteringOptions { Threshold = threshold } }).Cluster(articles).GroupBy(static s => s.Story, static s => s.Article).Select(static s => string.Join(' ', s));

    [Test]
    public void Cleaning_WhatWasKept_KeepsItAgain() => Generated.Check(Generated.Article, static article =>
    {
        string once = Kept(article.Text);
        Assert.That(Kept(once), Is.EqualTo(once));
    });

    [Test]
    public void CompareFigures_IsSymmetric() => Generated.Check(Generated.Articles, static articles =>
    {
        Figure[] figures = [.. StoryComparer.Default.Compare(articles).Stories.SelectMany(static s => s.Figures).SelectMany(static f => f.Mentions).Select(static m => m.Figure).Take(30)];
        foreach (Figure a in figures)
        {
            foreach (Figure b in figures)
            {
                FigureComparison one = StoryComparer.CompareFigures(a, b);
                FigureComparison other = StoryComparer.CompareFigures(b, a);
                Assert.That(one.Verdict, Is.EqualTo(other.Verdict), $"{a} / {b}");
                Assert.That(one.IsUpdate, Is.EqualTo(other.IsUpdate), $"{a} / {b}");
            }
        }
    });

    // Every pair of names is matched, and what matches is joined: slow, obvious. The indexed fold must find at least every pair of equal words.
    [Test]
    public void NameFolding_EqualNames_AreAlwaysOneGroup() => Generated.Check(Generated.Articles, static articles =>
    {
        ArticleNames[] names = [.. articles.Select(static a => NameExtractor.Extract(TextAnalyzer.Analyze(a)))];
        int[][] groups = NameFolding.Fold(names, new NameOptions());
        Dictionary<(string, NameKind), int> seen = [];
        for (int a = 0; a < names.Length; a++)
        {
            for (int e = 0; e < names[a].Entities.Count; e++)
            {
                (string, NameKind) key = (names[a].Entities[e].Form, names[a].Entities[e].Kind);
                if (!seen.TryAdd(key, groups[a][e]))
                {
                    Assert.That(groups[a][e], Is.EqualTo(seen[key]), key.ToString());
                }
            }
        }
    });

    private static string Kept(string text)
    {
        CleanedArticle cleaned = TextAnalyzer.Analyze(new Article(text));
        return string.Join("\n\n", cleaned.Text.Sentences.GroupBy(static s => s.Paragraph).Select(p => string.Join(' ', p.Select(s => cleaned.Text.String(s.Span)))));
    }

    // Without ids and scores: the stories' numbers may move.
    private static string Findings(Story s) => string.Join('\n',
        s.AgreedFacts.Select(static f => $"{f.Text}|{f.Outlets}|{f.Origins}|{string.Join(';', f.Evidence)}")
            .Concat(s.Conflicts.Select(static c => $"{c.Kind}|{c.Severity}|{c.Explanation}|{string.Join(';', c.Sides.SelectMany(static x => x.Evidence))}"))
            .Concat(s.Figures.Select(static f => $"{f.Figure}|{f.Outlets}|{f.Origins}|{string.Join(';', f.Mentions.Select(static m => m.Where))}"))
            .Concat(s.Quotations.Select(static q => $"{q.Speaker}|{string.Join(';', q.Versions.Select(static v => v.Where))}"))
            .Concat(s.Names.Select(static n => $"{n.Name}|{string.Join(';', n.Mentions)}")));
}
