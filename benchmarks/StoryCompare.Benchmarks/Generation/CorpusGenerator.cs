using System.Globalization;

namespace StoryCompare.Benchmarks.Generation;

/// <summary>
/// Generated news with known events and statements: fixed seeds, nothing real. Stories begin at random and draw articles in proportion to what they have (Simon 1955),
/// so their sizes have a heavy tail; one in ten is the look-alike of a recent one. Words follow the background table, names and topics are each story's own.
/// </summary>
internal static class CorpusGenerator
{
    private const double NewStory = 0.35;
    private const double Twin = 0.1;
    private const int ArticlesADay = 1000;

    // Stories are told for about three days.
    private const int Window = 3000;

    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>One article after the other, in the order of time. Holds only the stories of the last days.</summary>
    public static IEnumerable<GeneratedArticle> Corpus(int articles, ulong seed = 1, int sentences = 20)
    {
        SeededRandom random = new(seed);
        ArticleWriter[] recent = new ArticleWriter[Window];
        int stories = 0;
        for (int i = 0; i < articles; i++)
        {
            DateTimeOffset time = Start.AddDays((double)i / ArticlesADay);
            int held = Math.Min(i, Window);
            ArticleWriter writer;
            if (held == 0 || random.Chance(NewStory))
            {
                StoryPlan? twin = held > 0 && random.Chance(Twin) ? recent[random.Next(held)].Plan : null;
                writer = new ArticleWriter(new StoryPlan(stories++, seed, time, 30, twin), random, sentences);
            }
            else
            {
                writer = recent[random.Next(held)];
            }

            recent[i % Window] = writer;
            yield return writer.Write(i.ToString("D8", CultureInfo.InvariantCulture), time);
        }
    }

    /// <summary>One story of many articles.</summary>
    public static IReadOnlyList<GeneratedArticle> Story(int articles, int sentences, int statements, ulong seed = 1)
    {
        ArticleWriter writer = new(new StoryPlan(0, seed, Start, statements), new SeededRandom(seed), sentences);
        return [.. Enumerable.Range(0, articles).Select(a => writer.Write(a.ToString("D4", CultureInfo.InvariantCulture), Start.AddMinutes(a * 7)))];
    }
}
