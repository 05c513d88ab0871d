using System.Globalization;
using System.Text;
using StoryCompare.Analysis;
using StoryCompare.Names;
using StoryCompare.Quotes;

namespace StoryCompare.Tests.Facade;

/// <summary>One object reads all articles of a thread: nothing of one may be seen in the next, and what it leaves behind is what was read.</summary>
public sealed class ReusedAnalyzerTests
{
    /// <summary>Bytes allocated for a byte of text: 6.5 measured for these, which are short, dense and half of them undated; ordinary news takes 5, long articles less.</summary>
    private const double MostAllocated = 7;

    [Test]
    public void Read_OneArticleAfterTheOther_EqualsEachByItsOwn()
    {
        Article[] articles = [.. Articles(), new Article(""), new Article(string.Concat(Enumerable.Repeat("“No,” he said. Anna Lind met 12 men. ", 4000))), .. Articles().Reverse()];
        using ArticleAnalyzer reused = new();
        for (int i = 0; i < articles.Length; i++)
        {
            string again = Everything(reused.Read(articles[i], "x"));
            Assert.That(again, Is.EqualTo(Everything(ArticleAnalyzer.Analyze(articles[i], "x"))), $"article {i}");
        }
    }

    [Test]
    public void Read_OrdinaryArticles_AllocatesLittleButResults()
    {
        Article[] articles = Articles();
        long bytes = articles.Sum(static a => (long)Encoding.UTF8.GetByteCount(a.Text));
        using ArticleAnalyzer analyzer = new();
        foreach (Article article in articles)
        {
            analyzer.Read(article, "x");
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (Article article in articles)
        {
            analyzer.Read(article, "x");
        }

        double share = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)bytes;
        Assert.That(share, Is.LessThan(MostAllocated));
    }

    // Twenty paragraphs in changing order, with names, figures, times, quotations and page furniture.
    private static Article[] Articles()
    {
        string[] paragraphs =
        [
            "A cargo ship ran aground off Lundby on Monday, the harbour authority said, and 14 of its 22 sailors were taken off by helicopter.",
            "Mayor Karin Holm said the crew had been warned twice. “We told them to wait for the tide,” she said. “They did not wait.”",
            "The Institute for Sea Research (ISR) put the spill at about 300 tonnes of oil, up from 120 tonnes a day earlier.",
            "Holm, 54, who has led the town since 2009, asked fishermen to stay in port until Friday.",
            "According to the coast guard, the captain did not answer for 40 minutes; a spokesman for the owners denied that.",
            "The owners, Nordfjord Shipping, said in a statement that they would pay for the clean-up, which may cost 2.5 million euros.",
            "It was the third such accident in five years on that coast, where the sea is less than eight metres deep.",
            "Two villages north of the bay were left without power after the storm, and schools stayed shut on Tuesday morning.",
        ];
        Article[] articles = new Article[12];
        for (int a = 0; a < articles.Length; a++)
        {
            StringBuilder text = new(a % 3 == 0 ? "Ship runs aground off Lundby\n\n" : "");
            for (int p = 0; p < 12; p++)
            {
                text.Append(paragraphs[((a * 3) + (p * (1 + (a % 2 * 2)))) % paragraphs.Length]).Append(p % 2 == 0 ? " " : "\n\n");
            }

            text.Append(a % 4 == 1 ? "<p>Photo: Anna Lind</p>\n\nRelated Articles\n\nShare this\n" : "");
            articles[a] = new Article(text.ToString())
            {
                Id = a.ToString(CultureInfo.InvariantCulture),
                Title = a % 3 == 1 ? "Sailors saved as ship runs aground" : null,
                Published = a % 2 == 0 ? new DateTimeOffset(2021, 3, 2 + a, 0, 0, 0, TimeSpan.Zero) : null,
            };
        }

        return articles;
    }

    private static string Everything(AnalyzedArticle a)
    {
        StringBuilder all = new();
        all.AppendLine(CultureInfo.InvariantCulture, $"{a.Outlet} {a.Cleaned.Title} {a.Cleaned.TitleSpan} {a.Cleaned.DatelinePlace} {a.Cleaned.Language} {a.Cleaned.CompositeBoundary} {a.Published with { Reasons = [] }}");
        all.AppendJoin('\n', a.Published.Reasons).AppendJoin('\n', a.Cleaned.Flags).AppendJoin('\n', a.Cleaned.Dropped).AppendJoin('\n', a.Cleaned.Diagnostics);
        all.AppendJoin('\n', a.Text.Tokens).AppendJoin('\n', a.Text.Sentences).AppendJoin('\n', a.Cleaned.TitleText.Tokens);
        all.AppendJoin('\n', a.Figures).AppendJoin('\n', a.Times).AppendJoin('\n', a.Names.Mentions);
        foreach (ArticleEntity e in a.Names.Entities)
        {
            all.AppendLine(CultureInfo.InvariantCulture, $"{e.Kind} {e.KindCertain} {e.Key} {string.Join('|', e.Forms)}");
        }

        all.AppendJoin<QuoteMention>('\n', a.Quotes.Quotes).AppendJoin<Attribution>('\n', a.Quotes.Attributions);
        return all.ToString();
    }
}
