using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Tests.Times;

/// <summary>Undated articles: what captions, weekdays and the story's other articles tell of their date.</summary>
public sealed class ArticleDaterTests
{
    [Test]
    public void Date_Stated_IsThatDayInItsOwnOffset()
    {
        Article article = new("Rain fell on Sunday.") { Published = new DateTimeOffset(2017, 6, 18, 23, 30, 0, TimeSpan.FromHours(-5)) };
        PublicationDate date = ArticleDater.Date(article, Clean(article.Text));
        Assert.That((date.From, date.To, date.Basis), Is.EqualTo((new DateOnly(2017, 6, 18), new DateOnly(2017, 6, 18), DateBasis.Stated)));
    }

    [Test]
    public void Date_DatedPhotographAndWeekday_IsFirstSuchWeekdayAndTheWeekThatFollows()
    {
        // 3 May 2016 is a Tuesday.
        PublicationDate date = Date("Firefighters stand near a burning ridge on May 3, 2016. (Photo by a local agency)", "The fire reached the town on Saturday, officials said.");
        Assert.That((date.From, date.To, date.Basis), Is.EqualTo((new DateOnly(2016, 5, 7), new DateOnly(2016, 5, 13), DateBasis.Inferred)));
        Assert.That(date.Reasons, Has.Some.Contains("May 3, 2016"));
    }

    [Test]
    public void Date_CaptionTellsOfAnEarlierEvent_IsAWideInterval()
    {
        PublicationDate date = Date("Soldiers stand on a road shortly after they retook the village on May 3, 2016.", "Envoys met on Tuesday.");
        Assert.That((date.From, date.To), Is.EqualTo((new DateOnly(2016, 5, 4), new DateOnly(2016, 6, 14))));
    }

    [Test]
    public void Date_FilePhoto_TellsNothing()
    {
        PublicationDate date = Date("In this file photo of May 3, 2012, a guard stands at the gate.", "The gate was shut on Wednesday.");
        Assert.That((date.From, date.To, date.Basis), Is.EqualTo(((DateOnly?)null, (DateOnly?)null, DateBasis.Unknown)));
    }

    [Test]
    public void Date_WeekdaysAndYearsOnly_IsUnknownWithReasons()
    {
        PublicationDate date = Date(null, "The army advanced on Wednesday. It has fought there since 2014.");
        Assert.That(date.Basis, Is.EqualTo(DateBasis.Unknown));
        Assert.That(date.Reasons, Has.Some.Contains("Wednesday").And.Some.Contains("2014"));
    }

    [Test]
    public void Date_FullDateInTheLead_IsFreshNews()
    {
        PublicationDate date = Date(null, "A tanker ran aground on Tuesday, May 3, 2016, the coast guard said.");
        Assert.That((date.From, date.To), Is.EqualTo((new DateOnly(2016, 5, 3), new DateOnly(2016, 5, 10))));
    }

    [Test]
    public void Transfer_WeekdayAndDatedMate_TakesTheMatesWeek()
    {
        PublicationDate mate = new(new DateOnly(2016, 5, 7), new DateOnly(2016, 5, 13), DateBasis.Inferred, []);
        CleanedArticle article = Clean("The town burned on Saturday, a day after the winds turned.");
        PublicationDate own = ArticleDater.Date(new Article(article.Text.Source), article);
        PublicationDate date = ArticleDater.Transfer(own, TimeResolver.Resolve(article, own), [("a", mate)]);
        Assert.That((date.From, date.To, date.Basis), Is.EqualTo((mate.From, mate.To, DateBasis.Transferred)));

        List<TimeMention> resolved = TimeResolver.Resolve(article, date);
        Assert.That(resolved[0].From, Is.EqualTo(new DateOnly(2016, 5, 7)));
        Assert.That(resolved[1].AnchorDay, Is.EqualTo(new DateOnly(2016, 5, 6)));
    }

    [Test]
    public void Transfer_OwnDateKnownOrNoDatedMate_ChangesNothing()
    {
        PublicationDate mate = new(new DateOnly(2016, 5, 7), new DateOnly(2016, 5, 13), DateBasis.Inferred, []);
        PublicationDate transferred = mate with { Basis = DateBasis.Transferred };
        Assert.That(ArticleDater.Transfer(mate, [], [("a", mate with { From = new DateOnly(2010, 1, 1) })]), Is.SameAs(mate));
        Assert.That(ArticleDater.Transfer(PublicationDate.Unknown, [], [("a", transferred), ("b", PublicationDate.Unknown)]).Basis, Is.EqualTo(DateBasis.Unknown));
    }

    [Test]
    public void Transfer_MatesFarApart_StaysUnknownWithAReason()
    {
        PublicationDate early = new(new DateOnly(2016, 1, 1), new DateOnly(2016, 1, 1), DateBasis.Stated, []);
        PublicationDate late = new(new DateOnly(2016, 5, 1), new DateOnly(2016, 5, 1), DateBasis.Stated, []);
        PublicationDate date = ArticleDater.Transfer(PublicationDate.Unknown, [], [("a", early), ("b", late)]);
        Assert.That(date.Basis, Is.EqualTo(DateBasis.Unknown));
        Assert.That(date.Reasons, Has.Some.Contains("too far apart"));
    }

    private static PublicationDate Date(string? caption, string body)
    {
        CleanedArticle cleaned = Clean(body, caption);
        return ArticleDater.Date(new Article(cleaned.Text.Source), cleaned);
    }

    private static CleanedArticle Clean(string body, string? caption = null)
    {
        string raw = caption is null ? body : body + "\n" + caption;
        TokenizedText text = TextAnalyzer.Prose(body);
        return new CleanedArticle
        {
            Text = new TokenizedText(raw, text.Tokens, text.Sentences),
            Dropped = caption is null ? [] : [new DroppedText(new TextSpan(body.Length + 1, raw.Length), "image-caption", "test")],
        };
    }
}
