using StoryCompare.Analysis;
using StoryCompare.Syndication;

namespace StoryCompare.Tests.Syndication;

public sealed class RewordingTests
{
    private const string Report = """
        The ferry lost power near the breakwater on Tuesday evening and drifted for two hours before a tug could reach it, the harbour office said.

        Most of the passengers were pupils on a school trip who sat on the upper deck while the crew tried to start the engine again.

        Captain Nils Orre said the pumps had failed after a hose broke in the engine room, and that nobody was in danger at any time.

        The company will replace the old pumps this winter and has promised to pay every family for the lost day.
        """;

    // Single words out of a thesaurus, all else as it was.
    private const string Spun = """
        The ferry lost electricity near the breakwater on Tuesday evening and floated for two hours before a tug could attain it, the harbour bureau said.

        Most of the travellers were pupils on a school excursion who sat on the upper deck while the crew tried to commence the engine again.

        Captain Nils Orre said the pumps had faltered after a hose ruptured in the engine room, and that nobody was in peril at any time.

        The corporation will substitute the old pumps this winter and has pledged to reimburse every family for the lost day.
        """;

    private const string Edited = """
        A ferry that lost power near the breakwater drifted for two hours on Tuesday evening until a tug reached it, according to the harbour office.

        The passengers, most of them pupils on a school trip, waited on the upper deck while the crew tried to restart the engine.

        A broken hose in the engine room had made the pumps fail, but nobody was ever in danger, Captain Nils Orre said.

        Every family will be paid for the lost day and the old pumps will be replaced this winter, the company has promised.
        """;

    private static Dependence Find(params string[] texts) =>
        SyndicationFinder.Find([.. texts.Select(static (t, i) => ArticleAnalyzer.Analyze(new Article(t), "abc"[i].ToString()))], new StoryCompareOptions(), CancellationToken.None);

    [Test]
    public void Find_WordsSwappedOneForOne_NamesTheArticleWithTheRarerWords()
    {
        Dependence found = Find(Report, Spun, Edited);
        Dependence turned = Find(Spun, Edited, Report);
        Assert.Multiple(() =>
        {
            Assert.That(found.Reworded.Select(static r => r.Article), Is.EqualTo(new[] { 1 }));
            Assert.That(turned.Reworded.Select(static r => r.Article), Is.EqualTo(new[] { 0 }));
            Assert.That(found.Reworded[0].Reason, Does.Contain("\"electricity\" for \"power\"").And.Contain("'a'"));
            Assert.That(Spun.AsSpan(found.Reworded[0].Span.Start, found.Reworded[0].Span.Length).ToString(), Is.EqualTo("electricity"));
        });
    }

    [Test]
    public void Find_SentencesTurned_IsAnEditorsWork()
    {
        Assert.That(Find(Report, Edited).Reworded, Is.Empty);
    }

    [Test]
    public void Find_FewWordsSwapped_IsAnEditorsWork()
    {
        string corrected = Report.Replace("start the engine", "repair the engine", StringComparison.Ordinal).Replace("school trip", "school journey", StringComparison.Ordinal)
            .Replace("promised to pay", "agreed to pay", StringComparison.Ordinal);
        Assert.That(Find(Report, corrected).Reworded, Is.Empty);
    }

    [Test]
    public void Find_OtherSpellingAndNewFigures_SwapsNoWord()
    {
        string american = Report.Replace("harbour", "harbor", StringComparison.Ordinal).Replace("two hours", "three hours", StringComparison.Ordinal)
            .Replace("Tuesday", "Wednesday", StringComparison.Ordinal).Replace("passengers", "passenger", StringComparison.Ordinal);
        Assert.That(Find(Report, american).Reworded, Is.Empty);
    }

    [TestCase("“We shall guard the common waters with our fraternal neighbours,” he said.", "The UE has paid for the boats.", true)]
    [TestCase("“We shall guard the common waters with our brotherly neighbours,” he said.", "The UE has paid for the boats.", false, Description = "the quotation word for word")]
    [TestCase("“We shall guard the common waters with our fraternal neighbours,” he said.", "The EU has paid for the boats.", false, Description = "no acronym turned")]
    [TestCase("The minister thanked the crews.", "The UE has paid for the boats.", false, Description = "no quotation")]
    public void Find_AcronymTurnedRound_NeedsAQuotationInOtherWords(string quotation, string acronym, bool expected)
    {
        const string Other = "The minister of fishing opened the new station on the cape.\n\n“We shall guard the common waters with our brotherly neighbours,” he said.";
        string text = $"The EU sent two patrol boats to the strait in May. {quotation} The EU plans a third one for the autumn. {acronym}";
        Assert.That(Find(Other, text).Reworded.Select(static r => r.Article), Is.EqualTo(expected ? [1] : Array.Empty<int>()));
    }

    [Test]
    public void Compare_RewordedArticle_CarriesFlagAndReason()
    {
        StoryReport report = StoryComparer.Default.Compare([new Article(Report) { Id = "a" }, new Article(Spun) { Id = "b" }, new Article(Edited) { Id = "c" }]);
        Diagnostic reason = report.Diagnostics.Single(static d => d.Code == "machine-reworded");
        Assert.Multiple(() =>
        {
            Assert.That(report.Articles.Where(static a => a.Flags.Contains("machineReworded")).Select(static a => a.Id), Is.EqualTo(new[] { "b" }));
            Assert.That(reason.Article, Is.EqualTo("b"));
            Assert.That(reason.Span, Is.Not.Null);
        });
    }
}
