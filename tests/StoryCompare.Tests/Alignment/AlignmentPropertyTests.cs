using FsCheck;
using FsCheck.Fluent;
using StoryCompare.Alignment;
using StoryCompare.Analysis;

namespace StoryCompare.Tests.Alignment;

/// <summary>Properties over generated stories: articles of sentences that repeat, resemble and differ.</summary>
public sealed class AlignmentPropertyTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(40);

    // Two to five articles of up to seven sentences, from few enough picks that sentences recur.
    private static readonly Arbitrary<int[][]> Stories = Gen.Choose(0, 900).ArrayOf(7).ArrayOf(4).ToArbitrary();

    [Test]
    public void Align_OrderOfArticles_ChangesNothing()
    {
        Check.One(Config, Prop.ForAll(Stories, picks =>
        {
            string[] texts = Texts(picks);
            AnalyzedArticle[] forward = AlignmentTexts.Analyze(texts);
            AnalyzedArticle[] backward = AlignmentTexts.Analyze([.. texts.Reverse()]);
            return Pairs(forward).SetEquals(Pairs(backward));
        }));
    }

    [Test]
    public void Candidates_Indexed_GiveTheAlignmentsOfAllPairs()
    {
        Check.One(Config, Prop.ForAll(Stories, picks =>
        {
            ArticleContext[] articles = ArticleContext.OfStory([.. picks.Select(AlignmentTexts.Article)], new ParallelOptions());
            StoryIndex index = new(articles);
            List<ScoredPair> slow = StoryAlignment.Align(articles, index, AllPairs(index), new ParallelOptions());
            List<ScoredPair> fast = StoryAlignment.Align(articles, index, new ParallelOptions());
            return slow.SequenceEqual(fast);
        }));
    }

    [Test]
    public void Align_Groups_AreWellFormed()
    {
        Check.One(Config, Prop.ForAll(Stories, picks =>
        {
            AnalyzedArticle[] articles = AlignmentTexts.Analyze(Texts(picks));
            return AlignmentTexts.Align(articles).All(g =>
                g.Members.Select(static m => m.Article).Distinct().Count() >= 2
                && g.Members.SequenceEqual(g.Members.Distinct().OrderBy(static m => m.Article).ThenBy(static m => m.Sentence))
                && g.Members.All(m => m.Sentence < articles[m.Article].Text.Sentences.Length)
                && g.Pairs.Count > 0
                && g.Pairs.All(p => p.A.Article < p.B.Article && p.Score is >= 0 and <= 1 && g.Members.Contains(p.A) && g.Members.Contains(p.B)));
        }));
    }

    [Test]
    public void Measure_IsSymmetric()
    {
        Check.One(Config, Prop.ForAll(Gen.Choose(0, 5000).ToArbitrary(), Gen.Choose(0, 5000).ToArbitrary(), (x, y) =>
        {
            SentenceProfiler profiler = new();
            SentenceProfile a = profiler.Profile(AlignmentTexts.Article([x])[0]);
            SentenceProfile b = profiler.Profile(AlignmentTexts.Article([y])[0]);
            float[] forward = new float[PairFeatures.Count];
            float[] backward = new float[PairFeatures.Count];
            PairFeatures.Measure(a, b, forward);
            PairFeatures.Measure(b, a, backward);
            return forward.SequenceEqual(backward);
        }));
    }

    private static string[] Texts(int[][] picks) => [.. picks.Select(static p => string.Join(' ', p.Select(AlignmentTexts.Sentence)))];

    private static HashSet<string> Pairs(AnalyzedArticle[] articles)
    {
        string Text(SentenceRef r) => articles[r.Article].Article.Text + "|" + r.Sentence;
        return [.. AlignmentTexts.Align(articles).SelectMany(static g => g.Pairs).Select(p => string.CompareOrdinal(Text(p.A), Text(p.B)) < 0 ? Text(p.A) + "~" + Text(p.B) : Text(p.B) + "~" + Text(p.A))];
    }

    private static List<CandidatePair> AllPairs(StoryIndex index)
    {
        List<CandidatePair> pairs = [];
        for (int a = 0; a < index.Count; a++)
        {
            for (int b = a + 1; b < index.Count; b++)
            {
                float quick = ContextFeatures.Quick(index.Profile(a), index.Profile(b));
                if (index.ArticleOf(a) != index.ArticleOf(b) && quick >= StoryIndex.MinQuick)
                {
                    pairs.Add(new CandidatePair(a, b, quick));
                }
            }
        }

        return pairs;
    }
}
