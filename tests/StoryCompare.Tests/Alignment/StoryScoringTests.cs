using StoryCompare.Alignment;
using StoryCompare.Analysis;
using StoryCompare.Names;
using StoryCompare.Text;

namespace StoryCompare.Tests.Alignment;

public sealed class StoryScoringTests
{
    [Test]
    public void Align_AnyNumberOfThreads_GivesTheSame()
    {
        AnalyzedArticle[] articles = AlignmentTexts.Analyze([.. Enumerable.Range(0, 12).Select(static a => string.Join(' ', Enumerable.Range(0, 30).Select(s => AlignmentTexts.Sentence((a * 37) + (s * 11)))))]);

        Assert.That(Pairs(articles, threads: 1), Is.Not.Empty.And.EqualTo(Pairs(articles, threads: 4)));
    }

    [Test]
    public void Best_RowsAndColumns_AreTakenInsideTwoArticles()
    {
        ArticleContext[] articles = ArticleContext.OfStory([AlignmentTexts.Article([1, 2]), AlignmentTexts.Article([3, 4]), AlignmentTexts.Article([5])], new ParallelOptions());
        List<ScoredPair> pairs = [new(0, 2, 0.1f), new(0, 3, 0.4f), new(0, 4, 0.9f), new(1, 2, 0.3f), new(1, 4, 0.2f)];

        RowsAndColumns best = RowsAndColumns.Of(new StoryIndex(articles), pairs);

        Assert.Multiple(() =>
        {
            Assert.That(best.Row, Is.EqualTo(new[] { 0.4f, 0.4f, 0.9f, 0.3f, 0.2f }));
            Assert.That(best.Column, Is.EqualTo(new[] { 0.3f, 0.4f, 0.9f, 0.3f, 0.9f }));
        });
    }

    [Test]
    public void Evidence_ArticlesThatShareLittle_LowerTheirPairs()
    {
        ArticleContext[] articles = ArticleContext.OfStory([AlignmentTexts.Article([1, 2, 3]), AlignmentTexts.Article([4, 5, 6]), AlignmentTexts.Article([7, 8, 9])], new ParallelOptions());
        List<ScoredPair> pairs = [new(0, 3, 0.9f), new(0, 6, 0.6f), new(1, 4, 0.8f), new(1, 7, 0.2f), new(2, 5, 0.8f), new(2, 8, 0.2f)];

        List<ScoredPair> changed = ArticleEvidence.Apply(new StoryIndex(articles), pairs);

        Assert.Multiple(() =>
        {
            Assert.That(changed[0], Is.EqualTo(pairs[0]));
            Assert.That(changed[1].Score, Is.LessThan(0.5f));
            Assert.That(changed.Select(static p => (p.A, p.B)), Is.EqualTo(pairs.Select(static p => (p.A, p.B))));
        });
    }

    [Test]
    public void CommonPartners_SentenceOfAThirdArticle_RaisesThePair()
    {
        ArticleContext[] articles = ArticleContext.OfStory([AlignmentTexts.Article([1, 2, 3]), AlignmentTexts.Article([4, 5, 6]), AlignmentTexts.Article([7, 8, 9])], new ParallelOptions());
        List<ScoredPair> pairs = [new(0, 3, 0.9f), new(0, 6, 0.3f), new(1, 7, 0.3f), new(2, 8, StoryAlignment.TemplateScore), new(2, 5, 0.9f), new(3, 6, 0.8f), new(5, 8, 0.9f)];

        List<ScoredPair> changed = CommonPartners.Apply(new StoryIndex(articles), pairs);

        Assert.Multiple(() =>
        {
            Assert.That(changed[1].Score, Is.GreaterThan(0.3f).And.LessThan(0.8f));
            Assert.That(changed.Where(static (_, i) => i != 1), Is.EqualTo(pairs.Where(static (_, i) => i != 1)));
        });
    }

    [Test]
    public void Evidence_OneNamesAnotherMonth_LowersThePair()
    {
        ArticleContext[] articles = ArticleContext.OfStory([Sentences("In March a storm cut the power lines."), Sentences("A storm cut the power lines."), Sentences("The storm cut power lines.")], new ParallelOptions());

        List<ScoredPair> changed = ArticleEvidence.Apply(new StoryIndex(articles), [new(0, 1, 0.7f), new(1, 2, 0.7f)]);

        Assert.That(changed[0].Score, Is.LessThan(changed[1].Score));
    }

    [Test]
    public void Profile_ReportingFrame_WeighsLessThanTheStatement()
    {
        SentenceProfile framed = Profile("The Harbour Gazette newspaper reported on Sunday that divers had raised the sunken ferry.");
        SentenceProfile plain = Profile("Divers had raised the sunken ferry.");

        Assert.Multiple(() =>
        {
            Assert.That(framed.IsReported, Is.True);
            Assert.That(plain.IsReported, Is.False);
            Assert.That(framed.Mass, Is.LessThan(1.5f * plain.Mass));
        });
    }

    private static SentenceSource[] Sentences(string text) => [SentenceSource.Of(TextAnalyzer.Sentence(text))];

    private static SentenceProfile Profile(string text) => new SentenceProfiler().Profile(SentenceSource.Of(TextAnalyzer.Sentence(text)));

    private static List<string> Pairs(AnalyzedArticle[] articles, int threads) =>
        [.. SentenceAligner.Align(articles, NameFolding.Fold([.. articles.Select(static a => a.Names)], new NameOptions()), new StoryCompareOptions { MaxDegreeOfParallelism = threads }, CancellationToken.None)
            .SelectMany(static g => g.Pairs).Select(static p => p.ToString())];
}
