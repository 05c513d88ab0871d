// The samples of docs/ stand here as they are there; DocsTests compares the two.
#pragma warning disable IDE0011, IDE0008, IDE0059
namespace StoryCompare.Tests.Docs;

/// <summary>Every sample of the guide, run.</summary>
public sealed class DocSamples
{
    private const string Storm = "Storm floods harbour town\n\nAt least 12 people were killed when a storm flooded the harbour town of Varnholm on Friday, the mayor said. Rescue teams reached 300 stranded residents by boat.";
    private const string Flood = "Twelve dead in Varnholm flood\n\nA storm flooded the harbour town of Varnholm on Friday, killing at least 12 people, according to the mayor. Boats brought 300 residents to safety.";

    [Test]
    public void Concepts()
    {
        Article[] articles =
        [
            new(Storm) { Id = "a", Outlet = "Coast Daily" },
            new(Flood) { Id = "b", Outlet = "Harbour Post" },
        ];
        StoryReport report = StoryComparer.Default.Compare(articles);
        Provenance evidence = report.Stories[0].AgreedFacts[0].Evidence[0];
        string raw = articles.First(a => a.Id == evidence.Article).Text;
        bool same = evidence.Text == raw[evidence.Span.Start..evidence.Span.End];

        Assert.That(report.Stories, Has.Count.EqualTo(1));
        Assert.That(same, Is.True);
    }

    [Test]
    public void Options()
    {
        Article[] articles = [new(Storm) { Id = "a", Outlet = "Coast Daily" }, new(Flood) { Id = "b", Outlet = "Coast Weekly" }];
        StoryComparer comparer = new(new StoryCompareOptions
        {
            Clustering = new ClusteringOptions { Threshold = 0.6, StorylineDays = 30 },
            Comparison = new ComparisonOptions { Precision = Precision.Strict },
            PublisherFamilies = new Dictionary<string, string> { ["Coast Daily"] = "Coast Group", ["Coast Weekly"] = "Coast Group" },
            MaxDegreeOfParallelism = 2,
        });
        StoryReport report = comparer.Compare(articles);
        Assert.That(report.Articles, Has.Count.EqualTo(2));
        foreach (AgreedFact fact in report.Stories[0].AgreedFacts) Assert.That(fact.Origins, Is.EqualTo(1), "one family is one origin");

        StoryComparer careful = new(new StoryCompareOptions
        {
            PairClassifier = (a, b) => a.Length + b.Length > 2000 ? PairRelation.Unrelated : PairRelation.Conflict,
        });
        Assert.That(careful.Compare(articles).Stories, Is.Not.Empty);
    }

    [Test]
    public void Names()
    {
        StoryComparer comparer = new(new StoryCompareOptions
        {
            Names = new NameOptions
            {
                Aliases = [["Norland Relief Fund", "NRF", "the Fund"]],
                MustNotMerge = [new("Port Varn", "Varnholm")],
            },
        });
        StoryReport report = comparer.Compare([new("The Norland Relief Fund sent 40 tents to Port Varn, NRF director Anna Lind said.")]);
        NamedEntity fund = report.Stories[0].Names.Single(n => n.Forms.Contains("NRF"));
        Assert.That(fund.Forms, Does.Contain("Norland Relief Fund"));
    }

    [Test]
    public void Units()
    {
        Figure hectares = new() { Value = 2_500_000, Unit = "ha", Qualifier = FigureQualifier.About };
        Figure squareKilometres = new() { Value = 25_000, Unit = "km2", Qualifier = FigureQualifier.Exactly };
        FigureComparison comparison = StoryComparer.CompareFigures(hectares, squareKilometres);
        Assert.That(comparison.Verdict, Is.EqualTo(FigureVerdict.Same).Or.EqualTo(FigureVerdict.Compatible));
    }

    [Test]
    public void Counting()
    {
        StoryReport report = StoryComparer.Default.Compare(
        [
            new(Storm) { Id = "a", Outlet = "Coast Daily" },
            new(Storm) { Id = "b", Outlet = "Harbour Post" },
        ]);
        AgreedFact fact = report.Stories[0].AgreedFacts[0];
        Assert.That((fact.Outlets, fact.Origins), Is.EqualTo((2, 1)), "two outlets print one text");
    }

    [Test]
    public void LiveTracking()
    {
        StoryTracker tracker = new();
        StoryUpdate first = tracker.Add(new Article(Storm) { Id = "a", Outlet = "Coast Daily" });
        StoryUpdate second = tracker.Add(new Article(Flood) { Id = "b", Outlet = "Harbour Post" });
        bool together = first.Story == second.Story;
        Assert.That(together, Is.True);
        foreach (StoryChange change in second.Changes) Console.WriteLine($"{change.Kind}: {change.Articles.Count} articles from {change.From} to {change.Story}");
        foreach (PairReason reason in second.Reasons) Console.WriteLine($"{reason.A} and {reason.B}: {reason.Score:0.00}, {reason.Why}");
        Assert.That(second.Reasons, Is.Not.Empty);

        StoryTracker week = new(new StoryCompareOptions { Clustering = new ClusteringOptions { WindowDays = 7 } });
        Assert.That(week.Count, Is.Zero);

        string path = Path.GetTempFileName();
        tracker.Save(path);
        StoryTracker loaded = StoryTracker.Load(path);
        File.Delete(path);
        Assert.That(loaded.Stories(), Is.EqualTo(tracker.Stories()));

        string other = tracker.Split(["b"]);
        tracker.Merge(first.Story, other);
        tracker.Withdraw("a");
        StoryReport now = tracker.Snapshot();
        Assert.That(now.Stories.Select(static s => s.Articles), Is.EqualTo(new[] { new[] { "b" } }));
    }

    [Test]
    public void ReportSchema()
    {
        StoryReport report = StoryComparer.Default.Compare([new(Storm) { Id = "a" }, new(Flood) { Id = "b" }]);
        string json = ReportWriter.ToJson(report);
        StoryReport again = ReportReader.ReadJson(json);
        Assert.That(ReportWriter.ToJson(again), Is.EqualTo(json));

        IReadOnlyList<FindingRow> rows = report.ToRows();
        string[] outletsOfFigures = [.. rows.Where(r => r.Type == "figure").Select(r => r.Article).Distinct()];
        Assert.That(outletsOfFigures, Is.SubsetOf(new[] { "a", "b" }));
    }
}
