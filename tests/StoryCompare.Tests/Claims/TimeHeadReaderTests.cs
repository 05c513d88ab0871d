using StoryCompare.Analysis;
using StoryCompare.Claims.Slots;

namespace StoryCompare.Tests.Claims;

/// <summary>Which word a time is told of.</summary>
public sealed class TimeHeadReaderTests
{
    [TestCase("The couple moved back to Tarn around six weeks ago.", "moved")]
    [TestCase("Velk was shot on the block of Mill Road Sunday evening.", "shot")]
    [TestCase("She was found dead in a closet at midnight Saturday.", "found")]
    [TestCase("In 2006 she was photographed in a dress.", "photographed")]
    [TestCase("Tarrow was moved from the Home for Old Sailors in late 2012.", "moved")]
    [TestCase("She was fatally shot in 2011 near Orvik.", "shot")]
    [TestCase("Members in 2012 elected a board.", "elected")]
    [TestCase("Born on April 22, 1923, in Tarn, she was a nurse.", "Born")]
    [TestCase("Then, on March 4, it had rammed a ferry.", "rammed")]
    [TestCase("The mob lost part of its grip on Tuesday, when a court spoke.", "lost")]
    [TestCase("She denied the fraud at a June 2011 tax hearing.", "hearing")]
    [TestCase("No plea was entered at yesterday's hearing.", "hearing")]
    [TestCase("The arrest follows a Saturday night incident in Tarn.", "incident")]
    [TestCase("The fire was put out by 6:40 a. m.", "fire")]
    [TestCase("The paintings were found at a farm near Tarn on Saturday.", "found")]
    [TestCase("Rescuers are looking into a slide that happened around 9 p.m. Saturday.", "happened")]
    [TestCase("The cook was hit at Mill Road and Harbour Street in Tarn at about 11 p.m.", "hit")]
    [TestCase("The guests were outside the hall at about 8:30 p.m. when the roof fell.", "fell")]
    [TestCase("Moran was walking home at 6:10 p.m. when a van struck him.", "struck")]
    [TestCase("The engineer said that about 4:15 p.m. a pump failed.", "failed")]
    [TestCase("Guards say around 1:25 a.m., a man climbed the fence.", "climbed")]
    [TestCase("The leak was reported just after 4 p.m. at the dairy.", "reported")]
    [TestCase("According to the club, he was driving at about 1 a.m. Sunday on the coast road.", "driving")]
    [TestCase("With two huts lost and a barn burnt, the mayor of Tarn on Sunday asked for help.", "asked")]
    [TestCase("A cream-colored van was parked there on Monday.", "parked")]
    public void Read_TimeOfAnAct_IsBoundToItsVerbOrNoun(string sentence, string head)
    {
        Assert.That(Heads(sentence), Does.Contain(head));
    }

    [Test]
    public void Read_YearOfAModel_IsBoundToNothing()
    {
        Assert.That(Heads("She was hit by a 2013 Velk Comet near the mill."), Is.Empty);
    }

    [TestCase("The mayor said on Tuesday that the dam was sound.")]
    [TestCase("There were 6:00 minutes remaining in the match.")]
    public void Read_TimeOfASpeechOrAMatch_IsBoundToNothing(string sentence)
    {
        Assert.That(Heads(sentence), Is.Empty);
    }

    [Test]
    public void Read_NotGuilty_DeniesNothing()
    {
        AnalyzedArticle article = ArticleAnalyzer.Analyze(new Article("Holm pleaded not guilty to arson and theft in the March 2013 fires.") { Published = new DateTimeOffset(2013, 6, 18, 0, 0, 0, TimeSpan.Zero) }, "a");
        ArticleSlots slots = new(article, new int[article.Names.Entities.Count]);
        Assert.That(DateSlotReader.Read(slots, 0).Select(static d => d.IsNegated), Is.EqualTo(new[] { false }));
    }

    [TestCase("A man was hurt about 2 p.m. Monday in Tarn.", "hurt")]
    [TestCase("The blast happened around 7 p.m. near Orvik.", "happened")]
    public void Read_PlaceBehindATime_IsOfTheAct(string sentence, string head)
    {
        Assert.That(Places(sentence), Does.Contain(head));
    }

    [TestCase("The council wants to meet Tarn officials.")]
    [TestCase("Two were hurt at a New Year's Eve party.")]
    public void Read_ActOrTimeBehindAPreposition_IsNoPlace(string sentence)
    {
        Assert.That(Places(sentence), Is.Empty);
    }

    private static List<string> Places(string sentence)
    {
        AnalyzedArticle article = ArticleAnalyzer.Analyze(new Article(sentence), "a");
        ArticleSlots slots = new(article, new int[article.Names.Entities.Count]);
        return [.. PlaceSlotReader.Read(slots, 0).Select(p => article.Text.String(p.Head.Span))];
    }

    private static List<string> Heads(string sentence)
    {
        AnalyzedArticle article = ArticleAnalyzer.Analyze(new Article(sentence) { Published = new DateTimeOffset(2013, 6, 18, 0, 0, 0, TimeSpan.Zero) }, "a");
        ArticleSlots slots = new(article, new int[article.Names.Entities.Count]);
        return [.. Enumerable.Range(0, slots.SentenceCount).SelectMany(s => DateSlotReader.Read(slots, s)).Select(d => article.Text.String(d.Head.Span))];
    }
}
