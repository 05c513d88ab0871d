using StoryCompare.Alignment;
using StoryCompare.Analysis;

namespace StoryCompare.Tests.Alignment;

public sealed class WordingPairsTests
{
    // Four wordings of one toll, each told by twenty reports: more pairs than an index keeps for a sentence.
    private static readonly string[] Wordings =
    [
        "At least 31 people were killed when the dam above Norrvik broke on Tuesday.",
        "The dam above Norrvik broke on Tuesday and killed at least 31 people.",
        "At least 31 people have died after the dam above Norrvik broke on Tuesday.",
        "A broken dam above Norrvik left at least 31 people dead on Tuesday.",
    ];

    [Test]
    public void Align_StatementOfManyReportsInFourWordings_MakesOneGroup()
    {
        AnalyzedArticle[] articles = Reports();

        IReadOnlyList<AlignmentGroup> groups = SentenceAligner.Align(articles, [], new StoryCompareOptions(), CancellationToken.None);
        AlignmentGroup largest = groups.MaxBy(static g => g.Members.Count)!;

        Assert.Multiple(() =>
        {
            Assert.That(largest.Members, Has.Count.EqualTo(articles.Length));
            Assert.That(largest.Members.Select(static m => m.Article), Is.Unique);
            Assert.That(largest.Pairs.SelectMany(static p => new[] { p.A, p.B }).Distinct(), Is.EquivalentTo(largest.Members));
        });
    }

    [Test]
    public void WordingPairs_StoryWhosePairsWereAllScored_KnowsNothing()
    {
        ArticleContext[] articles = ArticleContext.OfStory([AlignmentTexts.Article([1, 2]), AlignmentTexts.Article([1, 4])], new ParallelOptions());
        StoryIndex index = new(articles);
        index.Candidates(new ParallelOptions());
        WordingPairs wordings = new(index, [new(0, 2, 0.9f)]);

        Assert.Multiple(() =>
        {
            Assert.That(wordings.Score(0, 2), Is.Zero);
            Assert.That(wordings.AreAligned(0, 2, 0.1f), Is.False);
            Assert.That(wordings.SiblingsOf(0).Length, Is.Zero);
        });
    }

    private static AnalyzedArticle[] Reports() =>
        AlignmentTexts.Analyze([.. Enumerable.Range(0, 80).Select(static a => $"{Wordings[a % Wordings.Length]} {string.Join(' ', Enumerable.Range(0, 3).Select(s => AlignmentTexts.Sentence((a * 13) + (s * 29))))}")]);
}
