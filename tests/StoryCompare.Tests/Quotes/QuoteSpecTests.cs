using System.Globalization;
using System.Text;
using StoryCompare.Quotes;
using StoryCompare.Text;

namespace StoryCompare.Tests.Quotes;

/// <summary>Runs Specs/Quotes.md: spans exact, speakers by name.</summary>
public sealed class QuoteSpecTests
{
    private sealed record Case(int Number, string Text, List<(string Quote, string Speaker)> Quotes, List<string> Sources);

    private static List<Case> Cases()
    {
        List<Case> cases = [];
        foreach (string line in File.ReadLines(TestFiles.InRepository("tests", "StoryCompare.Tests", "Specs", "Quotes.md")))
        {
            string item = line.Trim();
            int dot = item.IndexOf(". ", StringComparison.Ordinal);
            if (dot is > 0 and < 4 && int.TryParse(item.AsSpan(0, dot), CultureInfo.InvariantCulture, out int number))
            {
                cases.Add(new Case(number, item[(dot + 2)..].Replace(" ¶ ", "\n\n", StringComparison.Ordinal), [], []));
            }
            else if (line.StartsWith("   - ", StringComparison.Ordinal) && item != "- none")
            {
                string[] parts = item[2..].Split(" => ");
                cases[^1].Quotes.Add((parts[0], parts[1]));
            }
            else if (line.StartsWith("   * ", StringComparison.Ordinal))
            {
                cases[^1].Sources.Add(item[2..]);
            }
        }

        return cases;
    }

    [Test]
    public void Extract_SpecSentences_SpansAndSpeakersReachTheirBars()
    {
        StringBuilder wrong = new();
        int[] spans = new int[2];
        int[] found = new int[2];
        int[] extra = new int[2];
        int[] speakers = new int[2];
        int[] right = new int[2];
        foreach (Case c in Cases())
        {
            int part = c.Number > 76 ? 1 : 0;
            TokenizedText text = TextAnalyzer.Analyze(new Article(c.Text)).Text;
            ArticleQuotes quotes = QuoteExtractor.Extract(text);
            List<QuoteMention> left = [.. quotes.Quotes];
            foreach ((string quote, string speaker) in c.Quotes)
            {
                spans[part]++;
                QuoteMention? mention = left.Find(m => text.String(m.Span) == quote);
                if (mention is null)
                {
                    wrong.AppendLine(CultureInfo.InvariantCulture, $"{c.Number} span missed: {quote}");
                    continue;
                }

                left.Remove(mention);
                found[part]++;
                speakers[part]++;
                bool ok = speaker == "nobody" ? mention.SpeakerName is null : Same(mention.SpeakerName, speaker);
                right[part] += ok ? 1 : 0;
                if (!ok)
                {
                    wrong.AppendLine(CultureInfo.InvariantCulture, $"{c.Number} speaker '{mention.SpeakerName}' for '{speaker}': {quote}");
                }
            }

            foreach (QuoteMention m in left)
            {
                extra[part]++;
                wrong.AppendLine(CultureInfo.InvariantCulture, $"{c.Number} span too many: {text.String(m.Span)}");
            }

            List<Attribution> named = [.. quotes.Attributions];
            foreach (string source in c.Sources)
            {
                speakers[part]++;
                Attribution? a = source == "nobody" ? null : named.Find(x => Same(x.SourceName, source));
                bool ok = source == "nobody" ? named.TrueForAll(x => x.SourceName.Length == 0) : a is not null;
                right[part] += ok ? 1 : 0;
                if (a is not null)
                {
                    named.Remove(a);
                }

                if (!ok)
                {
                    wrong.AppendLine(CultureInfo.InvariantCulture, $"{c.Number} source '{source}' not among: {string.Join(" | ", quotes.Attributions.Select(x => x.SourceName))}");
                }
            }
        }

        TestContext.Out.WriteLine(wrong.ToString());
        for (int part = 0; part < 2; part++)
        {
            TestContext.Out.WriteLine($"part {part + 1}: spans {found[part]}/{spans[part]}, {extra[part]} too many; speakers {right[part]}/{speakers[part]}");
        }

        Assert.Multiple(() =>
        {
            Assert.That((double)found.Sum() / (spans.Sum() + extra.Sum()), Is.GreaterThanOrEqualTo(0.95), wrong.ToString());
            Assert.That((double)right.Sum() / speakers.Sum(), Is.GreaterThanOrEqualTo(0.90), wrong.ToString());
        });
    }

    /// <summary>Equal but for a leading article and letter case.</summary>
    private static bool Same(string? name, string expected) =>
        name is not null && string.Equals(WithoutArticle(name), WithoutArticle(expected), StringComparison.OrdinalIgnoreCase);

    private static string WithoutArticle(string name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name.StartsWith("a ", StringComparison.OrdinalIgnoreCase) ? name[2..] : name;
}
