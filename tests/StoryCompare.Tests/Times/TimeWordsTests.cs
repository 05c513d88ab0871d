using System.Globalization;
using StoryCompare.Internals;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Tests.Times;

/// <summary>The schema of the tables of time words.</summary>
public sealed class TimeWordsTests
{
    private static readonly string[] Ranged = ["month", "month-cue", "month-misspelt", "weekday", "weekdays", "weekday-cue", "weekday-misspelt", "unit", "units", "season", "edge", "daypart"];

    [Test]
    public void TimeWords_EveryRow_HasLanguageFoldedWordClassAndValue()
    {
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        foreach (string[] row in EmbeddedData.Rows("time_words.tsv"))
        {
            Assert.That(row, Has.Length.EqualTo(4), string.Join(' ', row));
            Assert.That(new string(folded[..WordFolding.Fold(row[1], folded)]), Is.EqualTo(row[1]), "not folded");
            Assert.That(Enum.TryParse<TimeClass>(row[2].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out _), row[2]);
            int value = int.Parse(row[3], CultureInfo.InvariantCulture);
            if (Ranged.Contains(row[2]))
            {
                Assert.That(value, Is.InRange(1, row[2].StartsWith("month", StringComparison.Ordinal) ? 12 : row[2].StartsWith("unit", StringComparison.Ordinal) ? 14 : row[2].StartsWith("weekday", StringComparison.Ordinal) ? 7 : 8), row[1]);
            }
        }
    }

    [Test]
    public void TimeWords_EachLanguage_HasTwelveMonthsAndSevenWeekdays()
    {
        foreach (IGrouping<string, string[]> language in EmbeddedData.Rows("time_words.tsv").GroupBy(r => r[0]))
        {
            Assert.That(language.Where(r => r[2] is "month" or "month-cue").Select(r => r[3]).Distinct().Count(), Is.EqualTo(12), language.Key);
            Assert.That(language.Where(r => r[2] == "weekday").Select(r => r[3]).Distinct().Count(), Is.EqualTo(7), language.Key);
        }
    }

    [TestCase(2016, "03-27")]
    [TestCase(2017, "04-16")]
    [TestCase(2024, "03-31")]
    public void Easter_KnownYears_IsRight(int year, string day) =>
        Assert.That(CalendarMath.Easter(year)?.ToString("MM-dd", CultureInfo.InvariantCulture), Is.EqualTo(day));

    [Test]
    public void Extract_MisspeltAndMovableDays_CarryTheirFlags()
    {
        List<TimeMention> times = [];
        DateOnly day = new(2017, 6, 18);
        TimeExtractor.Extract(TextAnalyzer.Sentence("On Satuday at 0400 GMT they left, two days earlier than planned, and will return on Friday."), new PublicationDate(day, day, DateBasis.Stated, []), times);
        Assert.That(times[0].Flags & TimeFlags.Misspelt, Is.EqualTo(TimeFlags.Misspelt));
        Assert.That(times[0].TimeOfDay, Is.EqualTo(new TimeOnly(4, 0)));
        Assert.That(times[0].Flags & TimeFlags.Utc, Is.EqualTo(TimeFlags.Utc));
        Assert.That((times[1].Kind, times[1].OffsetDays, times[1].AnchorDay), Is.EqualTo((TimeKind.RelativeToEvent, -2, new DateOnly(2017, 6, 17))));
        Assert.That(times[2].Flags & TimeFlags.Future, Is.EqualTo(TimeFlags.Future));
    }

    [Test]
    public void Extract_IntervalDate_SpansTheAnswersOfBothEnds()
    {
        List<TimeMention> times = [];
        TimeExtractor.Extract(TextAnalyzer.Sentence("They met on Sunday."), new PublicationDate(new DateOnly(2017, 6, 18), new DateOnly(2017, 6, 27), DateBasis.Inferred, []), times);
        Assert.That((times[0].From, times[0].To), Is.EqualTo(((DateOnly?)new DateOnly(2017, 6, 18), (DateOnly?)new DateOnly(2017, 6, 25))));
    }
}
