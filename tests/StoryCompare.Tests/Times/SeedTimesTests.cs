using System.Globalization;
using System.Text.Json;
using StoryCompare.Text;
using StoryCompare.Times;

namespace StoryCompare.Tests.Times;

/// <summary>The time expressions and publication dates of the seeds' hand gold (in the shared folder; ignored where that is absent).</summary>
public sealed class SeedTimesTests
{
    private static readonly Lazy<JsonElement?> Gold = new(() => TestFiles.Shared("gold", "seeds_gold.json") is { } path ? JsonDocument.Parse(File.ReadAllText(path)).RootElement : null);

    [Test]
    public void Extract_SeedArticles_FindsEveryGoldExpressionAndItsDays()
    {
        List<string> wrong = [];
        Dictionary<string, (CleanedArticle Cleaned, List<TimeMention> Times)> read = Read();
        foreach (JsonElement e in Gold.Value!.Value.GetProperty("time_expressions").EnumerateArray())
        {
            int start = e.GetProperty("start").GetInt32();
            TextSpan span = new(start, start + e.GetProperty("length").GetInt32());
            string raw = e.GetProperty("raw").GetString()!;
            string doc = e.GetProperty("doc").GetString()!;
            TimeMention? mention = read[doc].Times.Find(t => t.Span.Overlaps(span));
            (DateOnly? from, DateOnly? to, bool anchor) = Days(e.GetProperty("resolved").GetString());
            if (mention is null)
            {
                wrong.Add($"{doc} '{raw}': not found");
            }
            else if (from is not null && (anchor ? mention.AnchorDay != from : !(mention.From <= from) || !(mention.To is null || mention.To >= to)))
            {
                wrong.Add($"{doc} '{raw}': {mention.From}..{mention.To} anchor {mention.AnchorDay}, not {from}..{to}");
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Date_SeedArticles_HoldsTheBestDateOrIsUnknown()
    {
        Dictionary<string, (CleanedArticle Cleaned, List<TimeMention> Times)> read = Read();
        foreach (JsonElement d in Gold.Value!.Value.GetProperty("documents").EnumerateArray())
        {
            string id = d.GetProperty("id").GetString()!;
            JsonElement gold = d.GetProperty("publication");
            PublicationDate date = ArticleDater.Date(new Article(read[id].Cleaned.Text.Source), read[id].Cleaned);
            if (gold.GetProperty("in_text_interval") is { ValueKind: JsonValueKind.Array } interval)
            {
                Assert.That((Iso(date.From), Iso(date.To)), Is.EqualTo((interval[0].GetString(), interval[1].GetString())), id);
            }
            else
            {
                Assert.That((date.Basis, date.Reasons.Count > 0), Is.EqualTo((DateBasis.Unknown, true)), id);
            }
        }
    }

    // Articles without a date of their own take it from the dated ones of the gold's cluster, as Claims will do.
    private static Dictionary<string, (CleanedArticle Cleaned, List<TimeMention> Times)> Read()
    {
        if (Gold.Value is not { } gold)
        {
            Assert.Ignore("The shared folder with the hand gold is absent.");
            return [];
        }

        Dictionary<string, CleanedArticle> cleaned = [];
        foreach (JsonElement d in gold.GetProperty("documents").EnumerateArray())
        {
            cleaned[d.GetProperty("id").GetString()!] = Clean(gold, d);
        }

        Dictionary<string, PublicationDate> dates = cleaned.ToDictionary(c => c.Key, c => ArticleDater.Date(new Article(c.Value.Text.Source), c.Value));
        string[] cluster = ["000", "001", "002"];
        Dictionary<string, (CleanedArticle, List<TimeMention>)> read = [];
        foreach ((string id, CleanedArticle article) in cleaned)
        {
            PublicationDate date = cluster.Contains(id)
                ? ArticleDater.Transfer(dates[id], TimeResolver.Resolve(article, dates[id]), [.. cluster.Where(c => c != id).Select(c => (c, dates[c]))])
                : dates[id];
            read[id] = (article, TimeResolver.Resolve(article, date));
        }

        return read;
    }

    private static CleanedArticle Clean(JsonElement gold, JsonElement document)
    {
        string id = document.GetProperty("id").GetString()!;
        string raw = File.ReadAllText(TestFiles.InRepository("seeds", document.GetProperty("file").GetString()!));
        List<Token> tokens = [];
        List<Sentence> sentences = [];
        foreach (TextSpan span in Spans(gold.GetProperty("sentences"), id))
        {
            int first = tokens.Count;
            Tokenizer.Tokenize(raw, span, tokens);
            sentences.Add(new Sentence(span, first, tokens.Count - first, sentences.Count, SentenceKind.Body));
        }

        return new CleanedArticle
        {
            Text = new TokenizedText(raw, [.. tokens], [.. sentences]),
            Dropped = [.. gold.GetProperty("boilerplate").EnumerateArray().Where(b => b.GetProperty("doc").GetString() == id)
                .Select(b => new DroppedText(Span(b), b.GetProperty("kind").GetString()!, "gold"))],
        };
    }

    private static IEnumerable<TextSpan> Spans(JsonElement list, string doc) => list.EnumerateArray().Where(s => s.GetProperty("doc").GetString() == doc).Select(Span);

    private static TextSpan Span(JsonElement e) => new(e.GetProperty("start").GetInt32(), e.GetProperty("start").GetInt32() + e.GetProperty("length").GetInt32());

    private static (DateOnly? From, DateOnly? To, bool Anchor) Days(string? resolved)
    {
        if (resolved is null)
        {
            return default;
        }

        bool anchor = resolved.StartsWith("capture = 2", StringComparison.Ordinal);
        string text = resolved.Replace("capture = ", "", StringComparison.Ordinal).Split(' ')[0];
        string[] ends = text.Split('/');
        if (DateOnly.TryParseExact(ends[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return (day, ends.Length > 1 ? DateOnly.ParseExact(ends[1], "yyyy-MM-dd", CultureInfo.InvariantCulture) : day, anchor);
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month))
        {
            return (month, month.AddMonths(1).AddDays(-1), false);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && text.Length == 4 ? ((DateOnly?)new DateOnly(year, 1, 1), (DateOnly?)new DateOnly(year, 12, 31), false) : (null, null, false);
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
