using StoryCompare.Alignment;

namespace StoryCompare.Tests.Alignment;

/// <summary>What is done for each pair of sentences: nothing of it may allocate, a story has hundreds of thousands of pairs.</summary>
public sealed class AllocationTests
{
    [Test]
    public void Measure_EveryCandidatePair_AllocatesNothing()
    {
        ParallelOptions one = new() { MaxDegreeOfParallelism = 1 };
        ArticleContext[] articles = ArticleContext.OfStory([.. Enumerable.Range(0, 6).Select(static a => AlignmentTexts.Article([.. Enumerable.Range(0, 20).Select(s => (a * 7) + (s * 11))]))], one);
        StoryIndex index = new(articles);
        List<CandidatePair> pairs = index.Candidates(one);
        float warm = Measure(articles, index, pairs);

        long before = GC.GetAllocatedBytesForCurrentThread();
        float again = Measure(articles, index, pairs);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Multiple(() =>
        {
            Assert.That(pairs, Has.Count.GreaterThan(100));
            Assert.That(again, Is.EqualTo(warm).And.GreaterThan(0));
            Assert.That(allocated, Is.Zero);
        });
    }

    private static float Measure(ArticleContext[] articles, StoryIndex index, List<CandidatePair> pairs)
    {
        Span<float> f = stackalloc float[PairFeatures.Count];
        f.Clear();
        float sum = 0;
        foreach (CandidatePair pair in pairs)
        {
            SentenceProfile a = index.Profile(pair.A);
            SentenceProfile b = index.Profile(pair.B);
            sum += ContextFeatures.Quick(a, b);
            PairFeatures.MeasureWords(a, b, f);
            ContextFeatures.MeasureForStory(articles[index.ArticleOf(pair.A)], index.NumberOf(pair.A), articles[index.ArticleOf(pair.B)], index.NumberOf(pair.B), 1, 1, f);
            sum += AlignmentModel.Story.Score(f);
        }

        return sum;
    }
}
