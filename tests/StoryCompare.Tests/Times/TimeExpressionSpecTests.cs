using System.Globalization;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Tests.Times;

/// <summary>Runs <c>Specs/TimeExpressions.md</c>: every expression found, resolved as written, and nothing else found.</summary>
public sealed class TimeExpressionSpecTests
{
    public static IEnumerable<TestCaseData> Cases()
    {
        DateOnly published = default;
        string section = "";
        foreach (string line in File.ReadLines(TestFiles.InRepository("tests", "StoryCompare.Tests", "Specs", "TimeExpressions.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line[3..];
                int at = section.IndexOf("published ", StringComparison.Ordinal) + 10;
                published = DateOnly.ParseExact(section.AsSpan(at, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
            else if (line.StartsWith("| ", StringComparison.Ordinal) && published != default && !line.StartsWith("| sentence", StringComparison.Ordinal))
            {
                string[] cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
                yield return new TestCaseData(cells[0], cells[1], published, section.Contains("French", StringComparison.Ordinal) ? "fr" : "en").SetArgDisplayNames(cells[0]);
            }
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Extract_NewsSentence_IsAsWritten(string sentence, string expected, DateOnly published, string language)
    {
        List<TimeMention> times = [];
        TimeExtractor.Extract(TextAnalyzer.Sentence(sentence), new PublicationDate(published, published, DateBasis.Stated, []), times, language);
        IEnumerable<string> found = times
            .Where(t => t.Kind is not (TimeKind.Duration or TimeKind.Recurring or TimeKind.Clock) || expected.Contains(sentence[t.Span.Start..t.Span.End] + " #", StringComparison.Ordinal))
            .Select(t => Show(sentence, t));
        Assert.That(string.Join("; ", found.DefaultIfEmpty("-")), Is.EqualTo(expected));
    }

    private static string Show(string sentence, TimeMention t)
    {
        string words = sentence[t.Span.Start..t.Span.End];
        if (t.Kind is TimeKind.Duration or TimeKind.Recurring or TimeKind.Clock)
        {
            return words + " #";
        }

        string days = (t.From, t.To) switch
        {
            (null, null) => "?",
            ({ } from, { } to) when from == to => Iso(from),
            _ => $"{Iso(t.From)}..{Iso(t.To)}",
        };
        return $"{words} = {days}";
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
