using StoryCompare.Text;

namespace StoryCompare.Tests.Text;

/// <summary>What is dropped from a page as it comes from the web, and what must never be.</summary>
public sealed class CleaningTests
{
    /// <summary>A page with furniture of every kind round nine real sentences.</summary>
    public static string Page() => """
        News / Europe

        Ferry runs aground off Skarholm, crew of nine rescued

        By Jane Doe, Example News

        Posted: Monday, June 4, 2018 7:15 AM

        A tug tows the ferry Amalia off the rocks at Skarholm on June 3, 2018. (Photo by John Roe)

        SKARHOLM, NORWAY (6:30 A.M.) – A ferry with 212 people on board ran aground in thick fog on Sunday. The coast guard said all nine crew members were taken off by helicopter.

        “We felt a blow. Then the lights went out,” said Ida Berg, who was on her way home.

        SHARE THIS ARTICLE

        Advertisement

        In this file photo, the ferry Amalia leaves the harbour of Oslo.

        Divers look at the hull of the ferry Amalia in shallow water on June 4, 2018.

        Mr. Lund, the harbour master, said the ship will stay where it is until Friday.
        View image on TwitterView image on Twitter
        Fog so thick here you can not see your own hand.

        It was not clear why the ferry left its lane.

        Read more: Five years of ferry accidents

        The owner could not be reached. The last accident there was in 2011.

        Related Articles

        Ferry line to buy three new ships

        Storm shuts harbour for two days

        Leave a Reply

        Your email address will not be published.

        Example News’s website can also be accessed at the following alternate addresses:

        www.example.org

        %d bloggers like this:

        © 2018 Example News. All rights reserved.

        Back to top button
        """;

    [Test]
    public void Analyze_PageWithFurniture_KeepsTheNineSentences()
    {
        CleanedArticle page = TextAnalyzer.Analyze(new Article(Page()));
        string[] body = [.. page.Text.Sentences.Where(static s => s.Kind == SentenceKind.Body).Select(s => page.Text.String(s.Span))];
        Assert.That(body, Has.Length.EqualTo(8), string.Join('\n', body));
        Assert.That(body[0], Is.EqualTo("A ferry with 212 people on board ran aground in thick fog on Sunday."));
        Assert.That(body[^1], Is.EqualTo("The last accident there was in 2011."));
        Assert.That(page.Text.Sentences[0].Kind, Is.EqualTo(SentenceKind.Title));
        Assert.That(page.Title, Is.EqualTo("Ferry runs aground off Skarholm, crew of nine rescued"));
        Assert.That(page.OutletInText, Is.EqualTo("Example News"));
        Assert.That(page.DatelinePlace?.Slice(Page()).ToString(), Is.EqualTo("SKARHOLM, NORWAY"));
        Assert.That(page.Text.Sentences.Count(static s => s.Kind == SentenceKind.Embed), Is.EqualTo(1));
        Assert.That(page.Language, Is.EqualTo("en"));
        Assert.That(page.Flags, Is.Empty);
    }

    [TestCase("breadcrumb")]
    [TestCase("byline")]
    [TestCase("date-line")]
    [TestCase("image-caption")]
    [TestCase("dateline")]
    [TestCase("share-footer")]
    [TestCase("related-links")]
    [TestCase("comment-form")]
    [TestCase("site-alternates")]
    [TestCase("wordpress-widget")]
    [TestCase("copyright")]
    [TestCase("embed-placeholder")]
    public void Analyze_PageWithFurniture_NamesTheKind(string kind) =>
        Assert.That(TextAnalyzer.Analyze(new Article(Page())).Dropped.Select(static d => d.Kind), Does.Contain(kind));

    [TestCase("Copyright holders have sued the firm, lawyers said.")]
    [TestCase("Reporting by the newspaper found that the firm knew of the leak.")]
    [TestCase("Written by hand, the note said he was sorry.")]
    [TestCase("More than 40 people watched from the shore as it sank.")]
    [TestCase("Photos from the scene showed a burnt-out bus.")]
    [TestCase("Police searched two alternate addresses on Tuesday.")]
    [TestCase("Video shows the driver running from the car, police said.")]
    [TestCase("Watch for falling rocks, the council told hikers.")]
    [TestCase("Nobody was hurt.")]
    [TestCase("He fled.")]
    [TestCase("The storm contributed to this loss, the firm said.")]
    [TestCase("The minister signed the order on March 25, 2013, that removed the guards.")]
    [TestCase("In August 2013 the leader adopted a decision to stand down.")]
    [TestCase("Next week the talks move to Geneva.")]
    [TestCase("Home prices fell 3 percent in May.")]
    [TestCase("Related charges were dropped on Friday.")]
    [TestCase("By noon the river had risen by two metres.")]
    [TestCase("Share prices rose 4 percent, the exchange said.")]
    [TestCase("Comments by the mayor angered the families of the dead.")]
    [TestCase("Top officials met in Oslo for talks.")]
    [TestCase("Jones (pictured) told the court he was at home.")]
    [TestCase("Soldiers stand guard at the gate, the ministry said on May 29, 2017.")]
    [TestCase("The order of 3 May 2012 was shown at the trial of two men.")]
    public void Analyze_RealSentence_IsNeverDropped(string sentence)
    {
        string text = $"Ferry runs aground off coast\n\nA ferry ran aground on Sunday.\n\n{sentence}\n\nThe crew was taken off by helicopter.\n";
        CleanedArticle cleaned = TextAnalyzer.Analyze(new Article(text));
        Assert.That(cleaned.Dropped, Is.Empty);
        Assert.That(cleaned.Text.Sentences.Select(s => cleaned.Text.String(s.Span)), Does.Contain(sentence));
    }

    [TestCase("LONDON (Reuters) - ", "LONDON")]
    [TestCase("NEW YORK (AP) — ", "NEW YORK")]
    [TestCase("HOLTON, Kan. – ", "HOLTON, Kan.")]
    [TestCase("PARIS — ", "PARIS")]
    [TestCase("WASHINGTON, Feb. 26 (Xinhua) -- ", "WASHINGTON")]
    [TestCase("Geneva (AFP) - ", "Geneva")]
    [TestCase("Boise, Idaho (AP) -- ", "Boise, Idaho")]
    [TestCase("RIYADH: ", "RIYADH")]
    public void Analyze_Dateline_IsCutAndKept(string dateline, string place)
    {
        string text = $"{dateline}Two ships collided on Friday, officials said.\nNobody was hurt in the accident.\n";
        CleanedArticle cleaned = TextAnalyzer.Analyze(new Article(text));
        Assert.That(cleaned.Dropped.Select(static d => d.Kind), Is.EqualTo(new[] { "dateline" }));
        Assert.That(cleaned.DatelinePlace?.Slice(text).ToString(), Is.EqualTo(place));
        Assert.That(cleaned.Text.String(cleaned.Text.Sentences[0].Span), Is.EqualTo("Two ships collided on Friday, officials said."));
    }

    [TestCase("POLICE: Two ships collided on Friday, officials said.")]
    [TestCase("NATO – the alliance of 29 states – met on Friday.")]
    [TestCase("John Smith – a sailor – was hurt on Friday.")]
    [TestCase("T-shirts were sold out by noon, traders said.")]
    public void Analyze_NoDateline_IsLeftAlone(string sentence) =>
        Assert.That(TextAnalyzer.Analyze(new Article(sentence + "\nNobody was hurt in the accident.\n")).DatelinePlace, Is.Null);

    [Test]
    public void Analyze_GivenTitleInText_IsTheTitleSentenceThere()
    {
        const string text = "Ferry runs aground.\nA ferry ran aground on Sunday.\nThe crew was taken off.\n";
        CleanedArticle cleaned = TextAnalyzer.Analyze(new Article(text) { Title = "Ferry runs aground" });
        Assert.That(cleaned.TitleSpan, Is.EqualTo(new TextSpan(0, 19)));
        Assert.That(cleaned.Text.Sentences[0].Kind, Is.EqualTo(SentenceKind.Title));
        Assert.That(cleaned.Text.Sentences, Has.Length.EqualTo(3));
    }

    [Test]
    public void Analyze_Markup_IsCutOutAndNeverATerm()
    {
        const string text = "<div class=\"x\"><p>Two <b>ships</b> collided on Friday,&nbsp;officials said.</p><script>alert('1. A');</script>\n<!-- a\nb --><p>Nobody was hurt.</p></div>";
        CleanedArticle cleaned = TextAnalyzer.Analyze(new Article(text));
        Assert.That(cleaned.Text.Sentences, Has.Length.EqualTo(2));
        Assert.That(cleaned.Text.Tokens.Select(t => text.Substring(t.Start, t.Length)), Is.EqualTo(new[] { "Two", "ships", "collided", "on", "Friday", ",", "officials", "said", ".", "Nobody", "was", "hurt", "." }));
        Assert.That(cleaned.Diagnostics.Select(static d => d.Code), Does.Contain("leftover-markup"));
    }

    [Test]
    public void Analyze_SecondReportUnderRepeatedHeadline_IsComposite()
    {
        const string text = """
            Ferry runs aground off coast

            A ferry ran aground on Sunday, the coast guard said. All crew were saved.

            Coast Guard Tows Stranded Ferry Into Port

            Coast Guard Tows Stranded Ferry Into Port

            The coast guard is towing the stranded ferry. It will reach the port on Monday.

            Coast Guard Tows Stranded Ferry Into Port

            The owner gave no comment on the accident.
            """;
        CleanedArticle cleaned = TextAnalyzer.Analyze(new Article(text));
        Assert.That(cleaned.Flags, Is.EqualTo(new[] { "composite" }));
        Assert.That(cleaned.Text.String(cleaned.Text.Sentences[cleaned.CompositeBoundary].Span), Is.EqualTo("The coast guard is towing the stranded ferry."));
        Assert.That(cleaned.Dropped.Count(static d => d.Kind == "duplicated-caption"), Is.EqualTo(3));
    }

    [TestCase("", "empty-text")]
    [TestCase(" \n\u00A0\n", "empty-text")]
    [TestCase("It is the mayor’s job, he said. \uFFFD It was not.", "replacement-characters")]
    [TestCase("It is the mayorâ€™s job, he said. It was not hers.", "mojibake")]
    [TestCase("El alcalde dijo que la ciudad no tiene dinero para las obras y que el puente se cierra por un mes.", "unsupported-language")]
    [TestCase("Ferry runs aground\n\nA ferry ran aground on Sunday.\n\nSubscribe to continue reading this story and much more.", "stub")]
    public void Analyze_OddText_HasADiagnostic(string text, string code) =>
        Assert.That(TextAnalyzer.Analyze(new Article(text)).Diagnostics.Select(static d => d.Code), Does.Contain(code));

    [Test]
    public void Analyze_LoneSurrogate_HasADiagnostic() =>
        Assert.That(TextAnalyzer.Analyze(new Article("It is the mayor's job, he said. \uD83D It was not.")).Diagnostics.Select(static d => d.Code), Does.Contain("lone-surrogate"));

    [TestCase("El alcalde dijo que la ciudad no tiene dinero para las obras y que el puente se cierra por un mes.", "es")]
    [TestCase("Le maire a dit que la ville n'a pas d'argent pour les travaux et que le pont est fermé pour un mois.", "fr")]
    [TestCase("Der Bürgermeister sagte, dass die Stadt kein Geld für die Arbeiten hat und die Brücke für einen Monat geschlossen ist.", "de")]
    [TestCase("Il sindaco ha detto che la città non ha soldi per i lavori e che il ponte è chiuso per un mese.", "it")]
    [TestCase("قال الوزير في بيان ان القوات تقدمت من الحدود الى المدينة بعد معارك", "ar")]
    [TestCase("Мэр сказал, что у города нет денег на ремонт и что мост закрыт на месяц.", "ru")]
    [TestCase("市长说，这座城市没有钱修桥。", "zh")]
    [TestCase("The mayor said the city has no money for the works and that the bridge is closed for a month.", "en")]
    public void Analyze_Language_IsTold(string text, string language) => Assert.That(TextAnalyzer.Analyze(new Article(text)).Language, Is.EqualTo(language));

    [Test]
    public void Analyze_LiveBlogListicleCorrection_AreFlagged()
    {
        string live = string.Join("\n\n", Enumerable.Range(1, 6).Select(static i => $"10:0{i} a.m. – Crews took {i} people off the ferry, the coast guard said."));
        string list = "Five ways to cross the fjord\n\n" + string.Join("\n\n", Enumerable.Range(1, 5).Select(static i => $"{i}. Take boat number {i}, which leaves at noon from the pier."));
        const string corrected = "A ferry ran aground on Sunday, officials said.\n\nCorrection: An earlier version of this story gave the wrong day.";
        Assert.That(TextAnalyzer.Analyze(new Article(live)).Flags, Is.EqualTo(new[] { "live" }));
        Assert.That(TextAnalyzer.Analyze(new Article(list)).Flags, Is.EqualTo(new[] { "listicle" }));
        Assert.That(TextAnalyzer.Analyze(new Article(corrected)).Flags, Is.EqualTo(new[] { "correction" }));
    }
}
