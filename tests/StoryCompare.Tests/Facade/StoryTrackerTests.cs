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
    public void Add_TellsWhy()
    {
        StoryTracker tracker = new();
        tracker.Add(Flood);
        Assert.That(tracker.Add(Takeover).Reasons.Where(static r => r.Joined), Is.Empty);

        PairReason reason = tracker.Add(FloodToo).Reasons[0];

        Assert.That((reason.A, reason.B, reason.Joined), Is.EqualTo(("flood", "flood-too", true)));
        Assert.That(reason.Score, Is.GreaterThan(0.5));
        Assert.That(reason.Parts.Select(static p => p.Key), Is.EqualTo(new[] { "title", "lead", "body", "names", "time", "act" }));
        Assert.That(tracker.Add(FloodToo with { Id = "again" }).Reasons.Single().Why, Is.EqualTo("copies of one text"));
    }

    [Test]
    public void Add_CorrectedArticle_KeepsItsStoryAndItsPin()
    {
        StoryTracker tracker = new();
        string story = tracker.Add(Flood).Story;
        StoryUpdate alone = tracker.Add(new Article(Flood.Text.Replace("12", "14", StringComparison.Ordinal)) { Id = "flood" });
        Assert.That((alone.Story, alone.Kind), Is.EqualTo((story, StoryUpdateKind.Replaced)), "a story of one article keeps its id");

        tracker.Add(FloodToo);
        string split = tracker.Split(["flood-too"]);
        StoryUpdate corrected = tracker.Add(new Article(FloodToo.Text + " The mayor spoke again on Sunday.") { Id = "flood-too" });
        Assert.That((corrected.Story, tracker.Count), Is.EqualTo((split, 2)), "what the caller put apart stays apart");
    }

    [Test]
    public void Add_CorrectionAboutAnotherEvent_Leaves()
    {
        StoryTracker tracker = new();
        string story = tracker.Add(Flood).Story;
        tracker.Add(FloodToo);
        Assert.That(tracker.Add(Takeover with { Id = "flood-too" }).Story, Is.Not.EqualTo(story));
        Assert.That(tracker.Stories(), Has.Count.EqualTo(2));
    }

    [Test]
    public void Add_SameVersionAgain_ChangesNothing()
    {
        StoryTracker tracker = new();
        tracker.Add(Flood);
        tracker.Add(FloodToo);
        IReadOnlyList<ArticleStory> before = tracker.Stories();

        StoryUpdate update = tracker.Add(Flood with { Url = "https://example.org/flood" });

        Assert.That(update.Kind, Is.EqualTo(StoryUpdateKind.Replaced));
        Assert.That(tracker.Stories(), Is.EqualTo(before));
        Assert.That(tracker.Snapshot().Articles.Single(static a => a.Id == "flood").Url, Is.EqualTo("https://example.org/flood"));
    }

    [Test]
    public void Add_BeyondTheWindow_EndsOldStories()
    {
        StoryTracker tracker = new(new StoryCompareOptions { Clustering = new ClusteringOptions { WindowDays = 7 } });
        DateTimeOffset day = new(2024, 5, 1, 9, 0, 0, TimeSpan.Zero);
        string flood = tracker.Add(Flood with { Published = day }).Story;
        string undated = tracker.Add(Takeover).Story;
        IReadOnlyList<Article> later = StoryCompare.Tests.Clustering.Live.LiveCorpus.Make(4, 1);
        tracker.Add(later[3] with { Id = "slip", Published = day.AddYears(40) });
        StoryUpdate second = tracker.Add(later[0] with { Published = day.AddDays(9) });
        Assert.That(second.Expired, Is.Empty, "two later dates are no proof: one of them is a slip");

        StoryUpdate third = tracker.Add(later[1] with { Published = day.AddDays(9) });

        Assert.That(third.Expired, Is.EqualTo(new[] { flood, undated }), "the undated one came when the first day was the latest known");
        Assert.That(tracker.Stories().Select(static s => s.Article), Is.EqualTo(new[] { "slip", later[0].Id, later[1].Id }));
    }

    [Test]
    public void Updates_TellEveryChange()
    {
        StoryTracker tracker = new(new StoryCompareOptions { Clustering = new ClusteringOptions { WindowDays = 5 } });
        Dictionary<string, string> told = new(StringComparer.Ordinal);
        HashSet<string> ended = new(StringComparer.Ordinal);
        Dictionary<StoryUpdateKind, int> changes = [];
        int expired = 0;
        foreach (Article article in StoryCompare.Tests.Clustering.Live.LiveCorpus.Make(400, 4))
        {
            StoryUpdate update = tracker.Add(article);
            expired += update.Expired.Count;
            ended.UnionWith(update.Expired);
            foreach (string gone in told.Where(t => update.Expired.Contains(t.Value)).Select(static t => t.Key).ToArray())
            {
                told.Remove(gone);
            }

            foreach (StoryChange change in update.Changes)
            {
                changes[change.Kind] = changes.GetValueOrDefault(change.Kind) + 1;
                foreach (string moved in change.Articles)
                {
                    Assert.That(told[moved], Is.EqualTo(change.From));
                    told[moved] = change.Story;
                }

                if (change.Kind == StoryUpdateKind.Merged)
                {
                    ended.Add(change.From);
                }
            }

            told[update.Article] = update.Story;
            Assert.That(tracker.Stories().ToDictionary(static s => s.Article, static s => s.Story), Is.EquivalentTo(told));
            Assert.That(update.Articles, Is.EqualTo(tracker.Stories().Where(s => s.Story == update.Story).Select(static s => s.Article)));
            Assert.That(told.Values.Where(ended.Contains), Is.Empty, "an id is never used again");
        }

        Assert.That((expired, changes.Keys.Count), Is.GreaterThan((0, 0)), "the corpus shows expiry and changes");
        TestContext.Out.WriteLine($"{expired} expired; {string.Join(", ", changes)}");
    }

    [Test]
    public void Add_TenThousandCopies_IsOneStoryAndLinear()
    {
        StoryTracker tracker = new();
        StoryUpdate last = tracker.Add(Flood with { Id = "c0" });
        for (int i = 1; i < 10_000; i++)
        {
            last = tracker.Add(Flood with { Id = $"c{i}" });
        }

        Assert.That((last.Articles.Count, tracker.Stories().Select(static s => s.Story).Distinct().Count()), Is.EqualTo((10_000, 1)));
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
    public async Task AddAllAsync_GivesWhatAddGives()
    {
        IReadOnlyList<Article> articles = StoryCompare.Tests.Clustering.Live.LiveCorpus.Make(120, 6);
        StoryTracker one = new();
        StoryTracker many = new();
        List<string> told = [];
        await foreach (StoryUpdate update in many.AddAllAsync(Stream(articles)))
        {
            told.Add(update.ToString());
        }

        Assert.That(told, Is.EqualTo(articles.Select(a => one.Add(a).ToString())));
    }

    [Test]
    public async Task AddAllAsync_SlowSource_HoldsNothingBack()
    {
        TaskCompletionSource gate = new();
        StoryTracker tracker = new();
        List<string> seen = [];
        await foreach (StoryUpdate update in tracker.AddAllAsync(Slow()))
        {
            seen.Add(update.Article);
            if (seen.Count == 2)
            {
                gate.SetResult();
            }
        }

        Assert.That(seen, Is.EqualTo(new[] { "flood", "takeover", "flood-too" }));

        async IAsyncEnumerable<Article> Slow()
        {
            yield return Flood;
            yield return Takeover;
            await gate.Task.ConfigureAwait(false);
            yield return FloodToo;
        }
    }

    [Test]
    public void AddAllAsync_SourceFailsOrIsCancelled_KeepsWhatCame()
    {
        StoryTracker tracker = new();
        Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (StoryUpdate _ in tracker.AddAllAsync(Failing()).ConfigureAwait(false))
            {
            }
        });
        Assert.That(tracker.Count, Is.EqualTo(2));
        Assert.ThrowsAsync<ArgumentException>(async () =>
        {
            await foreach (StoryUpdate _ in tracker.AddAllAsync(Stream([null!])).ConfigureAwait(false))
            {
            }
        });
        using CancellationTokenSource source = new();
        Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            await foreach (StoryUpdate _ in tracker.AddAllAsync(Stream([FloodToo, Flood, Takeover]), source.Token).ConfigureAwait(false))
            {
                await source.CancelAsync().ConfigureAwait(false);
            }
        });
        Assert.That(tracker.Count, Is.EqualTo(3));

        static async IAsyncEnumerable<Article> Failing()
        {
            yield return Flood;
            yield return Takeover;
            await Task.Yield();
            throw new IOException("the feed broke");
        }
    }

    private static async IAsyncEnumerable<Article> Stream(IEnumerable<Article> articles)
    {
        foreach (Article article in articles)
        {
            await Task.Yield();
            yield return article;
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
