using StoryCompare.Text;
using StoryCompare.Times;

using Property = FsCheck.NUnit.PropertyAttribute;

namespace StoryCompare.Tests.Times;

/// <summary>What holds for any text: nothing throws, spans slice back in order, intervals run forward, readings do not depend on the day.</summary>
public sealed class TimeProperties
{
    private static readonly string[] Words =
    [
        "on", "Sunday", "June", "13", ",", "2017", "between", "and", "14", "from", "to", "until", "since", "last", "week", "the", "end", "of", "first", "quarter", "two", "days",
        "after", "before", "early", "1990", "s", "0400", "GMT", "at", "5", "p.m.", "yesterday", "next", "month", "-", "/", "9", "11", "Christmas", "Day", "a", "ago", "later",
        "in", "summer", "every", "99999999", "0", "31", "February", "29", "century", "21st", "decade", "99", "years", "more", "than", "almost", "May", "Satuday", "will", "half",
        ".", "(", "'", "week", "53", "year", "9999", "fiscal", "or", "no", "Q3", "10000000", "weekend",
    ];

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public void Extract_AnyText_HoldsItsPromises(string? text) => Check(text ?? "");

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public void Extract_AnyMixOfTimeWords_HoldsItsPromises(int[] picks) =>
        Check(string.Join(' ', picks.Select(p => Words[(int)((uint)p % (uint)Words.Length)])));

    [TestCase(1)]
    [TestCase(2)]
    public void Extract_RandomTimeWords_HoldsItsPromises(int seed)
    {
        Random random = new(seed);
        for (int n = 0; n < 20_000; n++)
        {
            Check(string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 14)).Select(_ => Words[random.Next(Words.Length)])));
        }
    }

    [TestCase("0001-01-01")]
    [TestCase("9999-12-31")]
    public void Extract_AtTheEndsOfTheCalendar_DoesNotThrow(string day)
    {
        DateOnly reference = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        foreach (string words in Words)
        {
            Extract($"last {words} and next {words}; 99 {words} ago, 99 {words} from now, this {words}, the past 99 years, Easter, on Monday, in {words}", reference, reference);
        }
    }

    [Test]
    public void Extract_LongRunsOfTimeWords_StaysLinear()
    {
        foreach (string unit in (string[])["the end of ", "last ", "between June 1 and ", "two days after ", "2017-", "1 ", "Sunday, ", "from from ", "(((("])
        {
            string text = string.Concat(Enumerable.Repeat(unit, 100_000));
            Assert.That(Extract(text, new DateOnly(2017, 6, 18), new DateOnly(2017, 6, 18)), Is.Not.Null);
        }
    }

    private static void Check(string text)
    {
        List<TimeMention> at = Extract(text, new DateOnly(2017, 6, 18), new DateOnly(2017, 6, 18));
        List<TimeMention> unknown = Extract(text, null, null);
        List<TimeMention> wide = Extract(text, new DateOnly(2017, 6, 1), new DateOnly(2018, 2, 1));
        int end = 0;
        foreach (TimeMention t in at)
        {
            Assert.That(t.Span.Start, Is.GreaterThanOrEqualTo(end), text);
            Assert.That(t.Span.End, Is.GreaterThan(t.Span.Start).And.LessThanOrEqualTo(text.Length), text);
            Assert.That(text[t.Span.Start..t.Span.End].Trim(), Has.Length.EqualTo(t.Span.Length), text);
            Assert.That(t.From is null || t.To is null || t.From <= t.To, text);
            end = t.Span.End;
        }

        Assert.That(unknown.Select(t => t.Span), Is.EqualTo(at.Select(t => t.Span)), text);
        Assert.That(wide.Select(t => t.Span), Is.EqualTo(at.Select(t => t.Span)), text);
        Assert.That(wide.TrueForAll(t => t.From is null || t.To is null || t.From <= t.To), text);
    }

    private static List<TimeMention> Extract(string text, DateOnly? from, DateOnly? to)
    {
        List<TimeMention> times = [];
        PublicationDate date = from is null ? PublicationDate.Unknown : new PublicationDate(from, to, DateBasis.Stated, []);
        TimeExtractor.Extract(TextAnalyzer.Sentence(text), date, times);
        return times;
    }
}
