using FsCheck;
using FsCheck.Fluent;
using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Claims;
using StoryCompare.Claims.Findings;
using StoryCompare.Figures;
using StoryCompare.Names;
using StoryCompare.Syndication;
using StoryCompare.Tests.Properties;

namespace StoryCompare.Tests.Claims;

/// <summary>Figures meet under their value and among their neighbours in size; held against comparing each with every group.</summary>
public sealed class FigureGroupsSlowReferenceTests
{
    // Values near to each other, rounded, converted and hedged, of few enough things that many are one.
    private static readonly string[] Amounts = ["18,000", "18,300", "about 18,000", "17,950", "7,000", "7,020", "25,000", "24,900", "more than 25,000", "300", "12", "14", "at least 12", "350", "1.2 million", "1.25 million", "1.15 million"];

    private static readonly string[] Frames =
    [
        "The army said {0} square kilometers of desert had been taken from the rebels.", "Officials counted {0} square miles of flooded land in the north.",
        "{0} people were killed when the bridge fell in Oakham, police said.", "Police said {0} people died in the collapse of the bridge.", "Some {0} residents were brought to safety by boat from Oakham.",
        "The damage is put at ${0} by the insurers.", "Insurers put the damage at €{0} on Monday.", "The bridge carried {0} cars a day.",
    ];

    private static readonly Gen<string[]> Stories =
        (from frame in Gen.Elements(Frames) from amount in Gen.Elements(Amounts) select string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, amount))
        .ArrayOf(8).Select(static s => string.Join(' ', s)).ArrayOf(4);

    [Test]
    public void Group_UnderValues_GivesTheGroupsOfEveryComparison()
    {
        int rounded = 0;
        Generated.Check(Stories, texts =>
        {
            StoryContext story = Story(texts);
            List<StoryFigure> figures = StoryFigure.ReadAll(story);
            string[] slow = [.. Slow(story, figures).Select(Text).Order(StringComparer.Ordinal)];
            string[] fast = [.. FigureGroups.Group(story, figures).Select(Text).Order(StringComparer.Ordinal)];
            Assert.That(fast, Is.EqualTo(slow), string.Join('\n', texts));
            rounded += FigureGroups.Group(story, figures).Count(static g => g.Members.Select(static m => m.Figure.Value).Distinct().Count() > 1);
        });
        Assert.That(rounded, Is.GreaterThan(20), "some groups hold two values");
    }

    // Each figure is held against every group of its dimension; then each group of at most two against every other.
    private static List<FigureGroup> Slow(StoryContext story, List<StoryFigure> figures)
    {
        List<FigureGroup> groups = [];
        foreach (StoryFigure f in figures)
        {
            FigureGroup? home = null;
            double best = 0;
            foreach (FigureGroup g in groups.Where(g => IsOfOneDimension(g, f)))
            {
                double tie = FigureGroups.Tie(story, f, g, exact: true);
                if (tie > best)
                {
                    (home, best) = (g, tie);
                }
            }

            if (home is null)
            {
                groups.Add(home = new FigureGroup());
            }

            home.Members.Add(f);
        }

        HashSet<FigureGroup> joined = [];
        foreach (FigureGroup g in groups.AsEnumerable().Reverse().Where(static g => g.Members.Count <= 2).ToArray())
        {
            FigureGroup[] homes = [.. groups.Where(o => o != g && !joined.Contains(o) && IsOfOneDimension(o, g.Members[0]) && FigureGroups.Tie(story, g.Members[0], o, exact: false) > 0)];
            if (g.Members.Count <= 2 && homes.Length == 1)
            {
                homes[0].Members.AddRange(g.Members);
                joined.Add(g);
            }
        }

        return [.. groups.Where(g => !joined.Contains(g))];
    }

    private static bool IsOfOneDimension(FigureGroup g, StoryFigure f) => Dimension.Of(g.Members[0].Figure.Unit) == Dimension.Of(f.Figure.Unit);

    private static string Text(FigureGroup g) => string.Join(" = ", g.Members.OrderBy(static m => m.At.Article).ThenBy(static m => m.Extracted.Span.Start).Select(static m => $"{m.At.Article}:{m.Extracted.Span.Start} {m.Figure.Value} {m.Figure.Unit}"));

    private static StoryContext Story(string[] texts)
    {
        StoryCompareOptions options = new();
        AnalyzedArticle[] analyzed = [.. texts.Select(static (t, i) => ArticleAnalyzer.Analyze(new Article(t) { Outlet = "Outlet " + i }, "a" + i))];
        int[][] names = NameFolding.Fold([.. analyzed.Select(static a => a.Names)], options.Names);
        return new StoryContext(new StoryInput("s1", analyzed, names, SyndicationFinder.Find(analyzed, options, CancellationToken.None), SentenceAligner.Align(analyzed, names, options, CancellationToken.None), options));
    }
}
