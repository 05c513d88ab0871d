using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using StoryCompare.Tests.Reporting;
using StoryCompare.Tests.Seeds;

namespace StoryCompare.Tests.Browser;

/// <summary>The HTML report as a reader meets it: in a real browser, opened from a file.</summary>
[NonParallelizable]
public sealed class HtmlReportTests
{
    private const string LeftOut = "Left out: no Chromium on this machine, so the HTML report was not opened in a browser (layout, links, console, requests, hostile titles, accessibility).";

    private string _folder = "";
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (Chromium.Program is null)
        {
            Assert.Ignore(LeftOut);
        }

        _folder = Directory.CreateTempSubdirectory("storycompare-browser-").FullName;
        _playwright = await Playwright.CreateAsync().ConfigureAwait(false);
        _browser = await Chromium.StartAsync(_playwright).ConfigureAwait(false);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync().ConfigureAwait(false);
            _playwright!.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Test]
    public async Task Seeds_MatrixAndSides_AreLaidOut()
    {
        await using Visit visit = await OpenAsync(SeedDocuments.Report).ConfigureAwait(false);
        Story story = SeedDocuments.Report.Stories[0];

        Assert.That(await visit.Page.Locator("table.matrix").First.IsVisibleAsync().ConfigureAwait(false));
        Assert.That(await visit.Page.Locator("table.matrix tbody tr").CountAsync().ConfigureAwait(false), Is.EqualTo(story.AgreedFacts.Count));
        Assert.That(await visit.Page.Locator("article.card").CountAsync().ConfigureAwait(false), Is.EqualTo(story.Conflicts.Count));
        LocatorBoundingBoxResult left = (await visit.Page.Locator(".side").Nth(0).BoundingBoxAsync().ConfigureAwait(false))!;
        LocatorBoundingBoxResult right = (await visit.Page.Locator(".side").Nth(1).BoundingBoxAsync().ConfigureAwait(false))!;
        Assert.That(right.X, Is.GreaterThanOrEqualTo(left.X + left.Width), "the sides stand beside each other");
        Assert.That(right.Y, Is.EqualTo(left.Y).Within(1));
        Assert.That(await visit.Page.Locator(".side mark").CountAsync().ConfigureAwait(false), Is.Positive, "differing words are marked");
    }

    [Test]
    public async Task Seeds_Links_LeadToTheMarkedSentence()
    {
        await using Visit visit = await OpenAsync(SeedDocuments.Report).ConfigureAwait(false);
        string[] dangling = await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))").ConfigureAwait(false);
        string[] twice = await visit.Page.EvaluateAsync<string[]>("() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i); }").ConfigureAwait(false);
        Conflict conflict = SeedDocuments.Report.Stories[0].Conflicts[0];
        await visit.Page.Locator(".side a").First.ClickAsync().ConfigureAwait(false);
        string there = await visit.Page.Locator(".text :target").InnerTextAsync().ConfigureAwait(false);
        bool seen = await visit.Page.EvaluateAsync<bool>("() => { const r = document.querySelector('.text :target').getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight; }").ConfigureAwait(false);

        Assert.That(dangling, Is.Empty);
        Assert.That(twice, Is.Empty);
        Assert.That(there.Trim(), Is.Not.Empty);
        Assert.That(OneLine(conflict.Sides[0].Evidence[0].Text), Does.StartWith(OneLine(there)), "the mark begins where the evidence begins");
        Assert.That(seen, "the browser scrolled there");
    }

    [Test]
    public async Task Seeds_LinkIntoAFoldedPart_OpensIt()
    {
        await using Visit visit = await OpenAsync(SeedDocuments.Report).ConfigureAwait(false);
        string id = SeedDocuments.Report.Stories[0].Alignments[^1].Id;
        await visit.Page.EvaluateAsync("id => { location.hash = id; }", id).ConfigureAwait(false);

        await visit.Page.Locator($"[id='{id}']").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Visible, Timeout = 5000 }).ConfigureAwait(false);
    }

    [Test]
    public async Task HostileWords_StayText()
    {
        await using Visit visit = await OpenAsync(SampleReports.WithOneOfEverything(SampleReports.Hostile)).ConfigureAwait(false);

        Assert.That(await visit.Page.Locator("img,script,b,iframe,object").CountAsync().ConfigureAwait(false), Is.Zero);
        Assert.That(await visit.Page.Locator("h2").First.InnerTextAsync().ConfigureAwait(false), Does.Contain("</script><img src=x onerror=alert(1)>"));
        Assert.That(await visit.Page.Locator("a[href^='javascript']").CountAsync().ConfigureAwait(false), Is.Zero);
    }

    [Test]
    public async Task EveryPayloadInEveryField_StaysText()
    {
        foreach (string payload in Reliability.Payloads.All)
        {
            await using Visit visit = await OpenAsync(Reliability.Payloads.Report(payload, "all")).ConfigureAwait(false);
            string[] foreign = await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('img,script,b,iframe,object,embed,base,form,math,input,video,audio')].map(e => e.outerHTML).concat([...document.querySelectorAll('*')].flatMap(e => [...e.attributes].filter(a => a.name.startsWith('on') || (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(a.name) && !/^(#|https?:)/.test(a.value))).map(a => a.name + '=' + a.value)))").ConfigureAwait(false);

            Assert.That(foreign, Is.Empty, payload);
        }
    }

    [TestCase(ColorScheme.Light, 1280)]
    [TestCase(ColorScheme.Dark, 1280)]
    [TestCase(ColorScheme.Light, 390)]
    [TestCase(ColorScheme.Dark, 390)]
    public async Task Seeds_AnyScreen_NeedsNoSidewaysScrolling(ColorScheme scheme, int width)
    {
        await using Visit visit = await OpenAsync(SeedDocuments.Report, scheme, width).ConfigureAwait(false);
        int over = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth").ConfigureAwait(false);
        if (Environment.GetEnvironmentVariable("STORYCOMPARE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"report-{scheme}-{width}.png")) }).ConfigureAwait(false);
            await visit.Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"report-{scheme}-{width}-full.png")) }).ConfigureAwait(false);
        }

        Assert.That(over, Is.LessThanOrEqualTo(0));
    }

    [Test]
    public async Task ArabicWords_RunFromTheRight()
    {
        await using Visit visit = await OpenAsync(SampleReports.WithOneOfEverything("انهار جسر في المدينة يوم الاثنين"), ColorScheme.Light, 390).ConfigureAwait(false);
        string title = await visit.Page.Locator("h2").First.EvaluateAsync<string>("e => getComputedStyle(e).direction").ConfigureAwait(false);
        string side = await visit.Page.Locator(".side p[dir]").First.EvaluateAsync<string>("e => getComputedStyle(e).direction").ConfigureAwait(false);
        string page = await visit.Page.Locator("body").EvaluateAsync<string>("e => getComputedStyle(e).direction").ConfigureAwait(false);
        int over = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth").ConfigureAwait(false);

        Assert.That((title, side, page), Is.EqualTo(("rtl", "rtl", "ltr")));
        Assert.That(over, Is.LessThanOrEqualTo(0));
    }

    [Test]
    public async Task Seeds_OnPaper_WhatIsOpenIsPrintedAndNoEmptyFold()
    {
        await using Visit visit = await OpenAsync(SeedDocuments.Report).ConfigureAwait(false);
        ILocator fold = visit.Page.Locator("details", new PageLocatorOptions { HasText = "Aligned sentences" }).First;
        ILocator sentence = fold.Locator(".card").First;
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print }).ConfigureAwait(false);
        bool closed = await fold.IsVisibleAsync().ConfigureAwait(false);
        await fold.EvaluateAsync("e => e.open = true").ConfigureAwait(false);

        Assert.That(closed, Is.False, "a heading without its content has no use on paper");
        Assert.That(await sentence.IsVisibleAsync().ConfigureAwait(false), Is.True, "what the reader opened is printed");
        Assert.That(await visit.Page.Locator(".text").First.IsVisibleAsync().ConfigureAwait(false), Is.True, "the marked articles are printed");
        Assert.That(await visit.Page.Locator(".jump").First.IsVisibleAsync().ConfigureAwait(false), Is.False);
    }

    [TestCase(ColorScheme.Light, 1280)]
    [TestCase(ColorScheme.Dark, 390)]
    public async Task Seeds_Axe_FindsNothingSerious(ColorScheme scheme, int width)
    {
        if (Chromium.Axe is null)
        {
            Assert.Ignore("Left out: STORYCOMPARE_AXE names no axe.min.js (npm pack axe-core), so accessibility was not checked.");
        }

        foreach (StoryReport report in new[] { SeedDocuments.Report, SampleReports.WithOneOfEverything("Words, 25 of them") })
        {
            await using Visit visit = await OpenAsync(report, scheme, width).ConfigureAwait(false);
            await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true; })").ConfigureAwait(false);
            await visit.Page.EvaluateAsync(await File.ReadAllTextAsync(Chromium.Axe!).ConfigureAwait(false)).ConfigureAwait(false);
            JsonElement result = await visit.Page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html).join(' | ')))").ConfigureAwait(false);

            Assert.That(result.EnumerateArray().Select(static v => v.GetString()), Is.Empty);
        }
    }

    [Test]
    public async Task ThirtyArticles_StaySmallAndOpen()
    {
        StoryReport report = StoryComparer.Default.Compare(LongStory.Articles(30));
        string html = Html(report);
        await using Visit visit = await OpenAsync(report).ConfigureAwait(false);
        double height = await visit.Page.EvaluateAsync<double>("() => document.documentElement.scrollHeight").ConfigureAwait(false);
        if (Environment.GetEnvironmentVariable("STORYCOMPARE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await visit.Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Path.Combine(folder, "report-thirty.png") }).ConfigureAwait(false);
            await File.WriteAllTextAsync(Path.Combine(folder, "report-thirty.html"), html).ConfigureAwait(false);
        }

        Assert.That(report.Stories.Max(static s => s.Articles.Count), Is.EqualTo(30), "one story");
        Assert.That(Encoding.UTF8.GetByteCount(html), Is.LessThan(3_000_000));
        Assert.That(height, Is.LessThan(15_000), "what stands open fits a dozen screens; the rest is folded");
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Html(StoryReport report)
    {
        using StringWriter writer = new();
        ReportWriter.WriteHtml(report, writer);
        return writer.ToString();
    }

    private async Task<Visit> OpenAsync(StoryReport report, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        string file = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".html");
        await File.WriteAllTextAsync(file, Html(report)).ConfigureAwait(false);
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 900 } }).ConfigureAwait(false);
        IPage page = await context.NewPageAsync().ConfigureAwait(false);
        Visit visit = new(page, context, new Uri(file).AbsoluteUri);
        await page.GotoAsync(visit.Address).ConfigureAwait(false);
        return visit;
    }

    /// <summary>One opened report; leaving it asserts that the console stayed silent and that nothing was requested but the file.</summary>
    private sealed class Visit : IAsyncDisposable
    {
        private readonly List<string> _trouble = [];
        private readonly IBrowserContext _context;

        public Visit(IPage page, IBrowserContext context, string address)
        {
            Page = page;
            Address = address;
            _context = context;
            page.Console += (_, m) => Note(m.Type is "error" or "warning", "console: " + m.Text);
            page.PageError += (_, e) => Note(true, "error: " + e);
            page.Dialog += (_, d) => Note(true, "dialog: " + d.Message);
            page.Request += (_, r) => Note(r.Url != address, "request: " + r.Url);
        }

        public IPage Page { get; }

        public string Address { get; }

        public async ValueTask DisposeAsync()
        {
            await _context.CloseAsync().ConfigureAwait(false);
            lock (_trouble)
            {
                Assert.That(_trouble, Is.Empty);
            }
        }

        private void Note(bool bad, string what)
        {
            if (bad)
            {
                lock (_trouble)
                {
                    _trouble.Add(what);
                }
            }
        }
    }
}
