namespace StoryCompare.Tests.Facade;

public sealed class StoryTrackerTests
{
    private static readonly Article Flood = new("Storm floods harbour town of Varnholm\n\nAt least 12 people were killed when a storm flooded the harbour town of Varnholm on Friday, the mayor said. Rescue teams reached 300 stranded residents by boat.") { Id = "flood", Outlet = "Coast Daily" };
    private static readonly Article FloodToo = new("Twelve dead in Varnholm flood\n\nA storm flooded the harbour town of Varnholm on Friday, killing at least 12 people, the mayor said. Boats brought 300 stranded residents to safety.") { Id = "flood-too", Outlet = "Harbour Post" };
    private static readonly Article Takeover = new("Kestrel to buy Marlow Foods\n\nKestrel Holdings agreed to buy Marlow Foods for 1.2 billion dollars in cash, the companies said on Tuesday. Shareholders vote in May.") { Id = "takeover", Outlet = "The Ledger" };

    [Test]
    public void Add_SameEvent_JoinsItsStory()
    {
        StoryTracker tracker = new();

        StoryUpdate first = tracker.Add(Flood);
        StoryUpdate other = tracker.Add(Takeover);
        StoryUpdate joined = tracker.Add(FloodToo);

        Assert.That((first.Kind, other.Kind, joined.Kind), Is.EqualTo((StoryUpdateKind.New, StoryUpdateKind.New, StoryUpdateKind.Joined)));
        Assert.That(joined.Story, Is.EqualTo(first.Story));
        Assert.That(joined.Articles, Is.EqualTo(new[] { "flood", "flood-too" }));
    }

    [Test]
    public void Add_SameId_ReplacesTheEarlierVersion()
    {
        StoryTracker tracker = new();
        tracker.Add(Flood);

        StoryUpdate update = tracker.Add(FloodToo with { Id = "flood" });

        Assert.That(update.Kind, Is.EqualTo(StoryUpdateKind.Replaced));
        Assert.That(tracker.Count, Is.EqualTo(1));
        Assert.That(tracker.Snapshot().Articles.Single().Outlet, Is.EqualTo("Harbour Post"));
    }

    [Test]
    public void Withdraw_TakesTheArticleOut()
    {
        StoryTracker tracker = new();
        string story = tracker.Add(Flood).Story;

        Assert.That(tracker.Withdraw("flood"), Is.True);
        Assert.That(tracker.Withdraw("flood"), Is.False);
        Assert.That(tracker.Stories(), Is.Empty);
        Assert.That(tracker.Add(FloodToo).Story, Is.Not.EqualTo(story), "an id is never used again");
    }

    [Test]
    public void MergeAndSplit_OnTheCallersWord()
    {
        StoryTracker tracker = new();
        string flood = tracker.Add(Flood).Story;
        string takeover = tracker.Add(Takeover).Story;

        tracker.Merge(flood, takeover);
        Assert.That(tracker.Stories().Select(static s => s.Story).Distinct(), Is.EqualTo(new[] { flood }));

        string split = tracker.Split(["takeover"]);
        Assert.That(tracker.Stories(), Is.EqualTo(new[] { new ArticleStory("flood", flood), new ArticleStory("takeover", split) }));
        Assert.That(split, Is.Not.EqualTo(takeover));
    }

    [Test]
    public void Merge_UnknownStory_NamesIt()
    {
        StoryTracker tracker = new();
        string story = tracker.Add(Flood).Story;

        Assert.That(() => tracker.Merge(story, "s99"), Throws.ArgumentException.With.Message.Contains("s99"));
        Assert.That(() => tracker.Merge(story, story), Throws.ArgumentException);
        Assert.That(() => tracker.Split(["nobody"]), Throws.ArgumentException.With.Message.Contains("nobody"));
    }

    [Test]
    public void Snapshot_ComparesTheStoriesAsHeld()
    {
        StoryTracker tracker = new();
        string story = tracker.Add(Flood).Story;
        tracker.Add(Takeover);
        tracker.Add(FloodToo);

        StoryReport report = tracker.Snapshot();

        Story flood = report.Stories.Single(s => s.Id == story);
        Assert.That(flood.Articles, Is.EqualTo(new[] { "flood", "flood-too" }));
        Assert.That(flood.Figures.Where(static f => f.Outlets == 2), Is.Not.Empty);
        Assert.That(ReportSpans.Wrong(report, [Flood, FloodToo, Takeover]), Is.Empty);
    }

    [Test]
    public async Task AddAllAsync_TellsOfEachArticle()
    {
        StoryTracker tracker = new();
        List<string> seen = [];
        await foreach (StoryUpdate update in tracker.AddAllAsync(Stream()))
        {
            seen.Add(update.Article);
        }

        Assert.That(seen, Is.EqualTo(new[] { "flood", "takeover", "flood-too" }));

        static async IAsyncEnumerable<Article> Stream()
        {
            foreach (Article article in new[] { Flood, Takeover, FloodToo })
            {
                await Task.Yield();
                yield return article;
            }
        }
    }

    [Test]
    public void Add_WhileSnapshotsAreTaken_LosesNothing()
    {
        StoryTracker tracker = new();
        Thread writer = new(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                tracker.Add(Takeover with { Id = $"t{i}" });
            }
        });
        writer.Start();
        while (writer.IsAlive)
        {
            Assert.That(tracker.Stories().Count, Is.LessThanOrEqualTo(200));
        }

        writer.Join();
        Assert.That(tracker.Stories(), Has.Count.EqualTo(200));
        Assert.That(tracker.Stories().Select(static s => s.Story).Distinct().Count(), Is.EqualTo(1), "copies are one story");
    }
}
