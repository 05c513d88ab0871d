using System.Globalization;

namespace StoryCompare.Tests.Seeds;

/// <summary>What must hold on the five seeds with the library's defaults. A hand-made gold analysis stands behind every line.</summary>
public sealed class SeedsMustTests
{
    private static readonly (string Article, string Words)[] Sentences =
    [
        ("000", "Lebanon-based Arabic-language"), ("001", "A Syrian general on the pro-government"),
        ("000", "“This is the sign"), ("001", "“It is a sign of cooperation"),
        ("000", "The general said the meeting point"), ("001", "The general said the meeting point"),
        ("000", "The development came only a day after"), ("001", "The development reported by the media"),
        ("000", "Meanwhile, the so-called Syrian Observatory"), ("001", "The Syrian Observatory for Human Rights, the British"),
        ("000", "The head of the Britain-based monitoring group"), ("001", "Observatory director Rami Abdurrahman"),
    ];

    [TestCase("000", "News")]
    [TestCase("000", "can also be accessed at the following")]
    [TestCase("000", "www.presstv.co.uk")]
    [TestCase("000", "SHARE THIS ARTICLE")]
    [TestCase("000", "Press TV News Roku")]
    [TestCase("000", "Syrian government forces flash victory signs")]
    [TestCase("000", "Syrian government forces ride on pick-up trucks")]
    [TestCase("000", "In this file photo")]
    [TestCase("001", "Send a Comment")]
    [TestCase("001", "Your email address will not be published.")]
    [TestCase("002", "BEIRUT, LEBANON (4:30 P.M.) –")]
    [TestCase("002", "Click to see the full-size map")]
    [TestCase("002", "View image on TwitterView image on Twitter")]
    [TestCase("002", "Related Videos")]
    [TestCase("002", "Related Articles")]
    [TestCase("002", "%d bloggers like this:")]
    [TestCase("003", "IraqSyria")]
    [TestCase("003", "Back to top button")]
    [TestCase("004", "Latest developmentsMiddle EastOthersWorld News")]
    [TestCase("004", "Fighters with the paramilitary troops of Hashd")]
    [TestCase("004", "Leave a Reply")]
    public void PageFurniture_IsDropped(string article, string words)
    {
        TextSpan place = SeedDocuments.At(article, words).Span;

        Assert.That(SeedDocuments.Report.Articles.Single(a => a.Id == article).Dropped.Any(d => d.Span.Contains(place)), Is.True);
    }

    [Test]
    public void RepeatedHeadline_IsDroppedThreeTimes()
    {
        const string Headline = "Iraqi Army Controls Al-Walid Border Crossing On The Syrian-Iraqi Border";
        ReportedArticle article = SeedDocuments.Report.Articles.Single(static a => a.Id == "002");

        Assert.That(article.Dropped.Count(d => SeedDocuments.Raw("002")[d.Span.Start..d.Span.End].Contains(Headline, StringComparison.Ordinal)), Is.EqualTo(3));
    }

    [Test]
    public void Stories_AreTheThreeEvents()
    {
        Assert.That(SeedDocuments.Report.Stories.Select(static s => string.Join(' ', s.Articles)), Is.EqualTo(new[] { "000 001 002", "003", "004" }));
    }

    [Test]
    public void Figures_25000SquareKilometres_IsOneFigureOfTwoOutletsAndOneOrigin()
    {
        RecurringFigure[] figures = [.. SeedDocuments.Story("000").Figures.Where(static f => f.Figure is { Value: 25000, Unit: "km2" })];

        Assert.That(figures, Has.Length.EqualTo(1));
        Assert.That(figures[0].Outlets, Is.EqualTo(2));
        Assert.That(figures[0].Origins, Is.EqualTo(1));
        Assert.That(figures[0].Mentions.Select(static m => m.Where.Article), Is.EqualTo(new[] { "000", "001" }));
        Assert.That(figures[0].Mentions.Select(static m => m.Where.Text), Has.All.Contains("9,600 square miles"));
        Assert.That(SeedDocuments.Story("000").Figures.Where(static f => f.Figure.Value == 9600), Is.Empty, "a conversion is no figure of its own");
    }

    [Test]
    public void Conflicts_WhoReportedTheFigure_IsFound()
    {
        Conflict[] found = [.. Between(("000", "Lebanon-based Arabic-language"), ("001", "A Syrian general on the pro-government")).Where(static c => c.Kind == ConflictKind.Attribution)];

        Assert.That(found, Is.Not.Empty);
    }

    [TestCase("000", "Syrian government soldiers, backed by")]
    [TestCase("001", "Syrian troops and allied militias met")]
    public void Conflicts_MetAndNotYetConfirmed_IsFound(string article, string words)
    {
        Conflict[] found = [.. Between((article, words), ("002", "It’s not yet conformed")).Where(static c => c.Kind is ConflictKind.Certainty)];

        Assert.That(found, Is.Not.Empty);
    }

    [TestCase("002", "The PMU also said it repelled another", "003", "Troops killed six militants", TestName = "30 killed and six killed are two attacks")]
    [TestCase("002", "From its side, the PMU announced", "003", "Troops killed six militants", TestName = "one place, two attacks four months apart")]
    [TestCase("000", "The Syrian military official further noted", "004", "Lebanon-based", TestName = "20 kilometres and 600 metres measure different things")]
    [TestCase("000", "Lebanon-based", "004", "Lebanon-based", TestName = "one publisher's template, two reports")]
    [TestCase("000", "25,000 square kilometers", "000", "9,600 square miles", TestName = "a figure and its conversion")]
    [TestCase("000", "20 kilometers", "000", "12 miles", TestName = "a figure and its rounded conversion")]
    public void Conflicts_NearMiss_IsNotReported(string a, string wordsA, string b, string wordsB)
    {
        Assert.That(Between((a, wordsA), (b, wordsB)).Select(static c => c.ToString()), Is.Empty);
    }

    [Test]
    public void Alignments_ThePairsOfTheWireStory_AreFound()
    {
        List<string> missed = [];
        for (int i = 0; i < Sentences.Length; i += 2)
        {
            if (!Aligned(Sentences[i], Sentences[i + 1]))
            {
                missed.Add(Sentences[i].Words);
            }
        }

        Assert.That(missed, Is.Empty);
    }

    [Test]
    public void Alignments_TemplateAndOtherAttack_AreNot()
    {
        Assert.That(Aligned(("000", "Lebanon-based"), ("004", "Lebanon-based")), Is.False);
        Assert.That(Aligned(("002", "From its side, the PMU announced"), ("003", "“Al-Hashd al-Shaabi")), Is.False);
    }

    [TestCase("000", "Lebanon-based", "001", "A Syrian general on the pro-government", 1, TestName = "25,000 square kilometres taken")]
    [TestCase("000", "“This is the sign", "001", "“It is a sign", 1, TestName = "a sign of cooperation")]
    [TestCase("000", "The general said the meeting point", "001", "The general said the meeting point", 1, TestName = "the meeting point is northeast of Tanf")]
    [TestCase("000", "Meanwhile, the so-called", "001", "The Syrian Observatory for Human Rights, the British", 1, TestName = "the Observatory on the move")]
    public void AgreedFacts_AreFound(string a, string wordsA, string b, string wordsB, int mostOrigins)
    {
        (string, TextSpan) first = SeedDocuments.At(a, wordsA);
        (string, TextSpan) second = SeedDocuments.At(b, wordsB);
        AgreedFact[] facts = [.. SeedDocuments.Story("000").AgreedFacts.Where(f => SeedDocuments.Touches(f.Evidence, first) && SeedDocuments.Touches(f.Evidence, second))];

        Assert.That(facts, Is.Not.Empty);
        Assert.That(facts.Min(static f => f.Origins), Is.InRange(1, mostOrigins));
    }

    [Test]
    public void AgreedFacts_TheyMetAtTheBorder_IsFoundWithTwoOrThreeOrigins()
    {
        // What tells of the meeting, by article; a fact needs two of the three.
        (string Article, string[] Words)[] support =
        [
            ("000", ["Syrian, Iraqi army troops meet up", "Syrian government soldiers, backed by", "Meanwhile, the so-called"]),
            ("001", ["Syria, Iraq troops link at border", "Syrian troops and allied militias met", "Lebanese television Al Manar", "The Syrian Observatory for Human Rights, the British"]),
            ("002", ["Syrian Army, Iraqi forces meet for first time", "The Syrian Arab Army (SAA)", "Footage released by"]),
        ];
        AgreedFact[] facts = [.. SeedDocuments.Story("000").AgreedFacts.Where(f => support.Count(s => s.Words.Any(w => SeedDocuments.Touches(f.Evidence, SeedDocuments.At(s.Article, w)))) >= 2)];

        Assert.That(facts, Is.Not.Empty);
        Assert.That(facts[0].Outlets, Is.InRange(2, 3));
        Assert.That(facts[0].Origins, Is.InRange(2, 3));
    }

    [Test]
    public void Evidence_EverySpan_SlicesBackToTheRawText()
    {
        Assert.That(ReportSpans.Wrong(SeedDocuments.Report, SeedDocuments.Articles), Is.Empty);
    }

    [Test]
    public void Report_InEveryInputOrder_IsTheSameBytes()
    {
        string expected = ReportWriter.ToJson(SeedDocuments.Report);
        List<string> different = [];
        foreach (int[] order in Orders(SeedDocuments.Articles.Count))
        {
            if (ReportWriter.ToJson(StoryComparer.Default.Compare(order.Select(static i => SeedDocuments.Articles[i]))) != expected)
            {
                different.Add(string.Join(' ', order));
            }
        }

        Assert.That(different, Is.Empty);
    }

    [TestCase("tr-TR")]
    [TestCase("ar-SA")]
    [TestCase("")]
    public void Report_InEveryCulture_IsTheSameBytes(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string json = "";
        try
        {
            Thread thread = new(() =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
                json = ReportWriter.ToJson(new StoryComparer(new StoryCompareOptions { MaxDegreeOfParallelism = 1 }).Compare(SeedDocuments.Articles));
            });
            thread.Start();
            thread.Join();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.That(json, Is.EqualTo(ReportWriter.ToJson(SeedDocuments.Report)));
    }

    private static IEnumerable<Conflict> Between((string Article, string Words) a, (string Article, string Words) b)
    {
        (string, TextSpan) first = SeedDocuments.At(a.Article, a.Words);
        (string, TextSpan) second = SeedDocuments.At(b.Article, b.Words);
        return SeedDocuments.Report.Stories.SelectMany(static s => s.Conflicts).Where(c =>
            c.Sides.Any(x => SeedDocuments.Touches(x.Evidence, first) && c.Sides.Any(y => !ReferenceEquals(x, y) && SeedDocuments.Touches(y.Evidence, second))));
    }

    private static bool Aligned((string Article, string Words) a, (string Article, string Words) b)
    {
        (string, TextSpan) first = SeedDocuments.At(a.Article, a.Words);
        (string, TextSpan) second = SeedDocuments.At(b.Article, b.Words);
        return SeedDocuments.Report.Stories.SelectMany(static s => s.Alignments).Any(g => SeedDocuments.Touches(g.Spans, first) && SeedDocuments.Touches(g.Spans, second));
    }

    private static IEnumerable<int[]> Orders(int n)
    {
        if (n == 0)
        {
            yield return [];
            yield break;
        }

        foreach (int[] shorter in Orders(n - 1))
        {
            for (int i = 0; i <= shorter.Length; i++)
            {
                yield return [.. shorter[..i], n - 1, .. shorter[i..]];
            }
        }
    }
}
