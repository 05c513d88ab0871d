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
    public void Read_TimeOfAnAct_IsBoundToItsVerbOrNoun(string sentence, string head)
    {
        Assert.That(Heads(sentence), Does.Contain(head));
    }

    [Test]
    public void Read_YearOfAModel_IsBoundToNothing()
    {
        Assert.That(Heads("She was hit by a 2013 Velk Comet near the mill."), Is.Empty);
    }

    private static List<string> Heads(string sentence)
    {
        AnalyzedArticle article = ArticleAnalyzer.Analyze(new Article(sentence) { Published = new DateTimeOffset(2013, 6, 18, 0, 0, 0, TimeSpan.Zero) }, "a");
        ArticleSlots slots = new(article, new int[article.Names.Entities.Count]);
        return [.. Enumerable.Range(0, slots.SentenceCount).SelectMany(s => DateSlotReader.Read(slots, s)).Select(d => article.Text.String(d.Head.Span))];
    }
}
