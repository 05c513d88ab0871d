using System.Globalization;
using StoryCompare.Analysis;
using StoryCompare.Clustering;

namespace StoryCompare.Tests.Clustering;

/// <summary>The indexed code against slow, obvious code on small inputs.</summary>
public sealed class SlowReferenceTests
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 400).Select(static i => string.Create(CultureInfo.InvariantCulture, $"{(char)('b' + (i % 19))}{"aeiou"[i % 5]}{(char)('b' + (i * 7 % 19))}{"aeiou"[i / 5 % 5]}{(char)('k' + (i / 25 % 16))}"))];

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Find_RandomArticles_SameAsComparingEveryPair(int seed)
    {
        (ArticleVectors[] vectors, TermStatistics statistics) = Articles(seed, 120);
        ulong[][] keys = [.. vectors.Select(v => CandidateFinder.BlockingKeys(v, statistics))];
        Assert.That(keys.Select(static k => k.Distinct().Count()), Is.EqualTo(keys.Select(static k => k.Length)).And.All.LessThanOrEqualTo(CandidateFinder.MostKeys));
        SortedSet<ulong> expected = [];
        for (int a = 0; a < vectors.Length; a++)
        {
            List<(decimal Sum, int Other)> sums = [];
            for (int b = 0; b < vectors.Length; b++)
            {
                decimal sum = 0;
                foreach (ulong x in keys[a])
                {
                    foreach (ulong y in keys[b])
                    {
                        sum += statistics.Slot(CandidateFinder.Key(x)) == statistics.Slot(CandidateFinder.Key(y)) ? ((decimal)CandidateFinder.Weight(x) * CandidateFinder.Weight(y)) + 1 : 0;
                    }
                }

                if (b != a && sum > 0)
                {
                    sums.Add((sum, b));
                }
            }

            foreach ((_, int b) in sums.OrderByDescending(static s => s.Sum).ThenBy(static s => s.Other).Take(CandidateFinder.Nearest))
            {
                expected.Add(((ulong)Math.Min(a, b) << 32) | (uint)Math.Max(a, b));
            }
        }

        ParallelOptions parallel = new();
        CandidateFinder finder = new(vectors, statistics, parallel);
        Assert.That(finder.Find(parallel), Is.EqualTo(expected));
        Assert.That(finder.FindInParts(8), Is.EqualTo(expected));
    }

    [TestCase(1, 1)]
    [TestCase(2, 0)]
    [TestCase(3, 0.5)]
    [TestCase(4, 1)]
    public void Run_RandomScores_SameAsRecomputingEveryMean(int seed, double crowded)
    {
        Random random = new(seed);
        const int N = 30;
        int[,] scores = new int[N, N];
        List<(int A, int B, int Score)> edges = [];
        for (int a = 0; a < N; a++)
        {
            for (int b = a + 1; b < N; b++)
            {
                scores[a, b] = scores[b, a] = random.Next(PairScorer.One);
                edges.Add((a, b, scores[a, b]));
            }
        }

        int threshold = PairScorer.OfProbability(0.5);
        List<List<int>> slow = [.. Enumerable.Range(0, N).Select(static i => new List<int> { i })];
        while (Best(slow, scores, crowded) is var (i, j, mean) && mean >= threshold)
        {
            slow[i] = [.. slow[i].Concat(slow[j]).Order()];
            slow.RemoveAt(j);
        }

        Assert.That(new AverageLinkage(N, edges, Ask(scores), threshold, crowded).Run(CancellationToken.None), Is.EqualTo(slow));
    }

    [TestCase(1, 60, 0.2)]
    [TestCase(2, 60, 0.5)]
    [TestCase(3, 150, 0.1)]
    [TestCase(4, 150, 0.3)]
    public void Run_SomePairsAreNoCandidates_SameAsKeepingEveryLinkInTables(int seed, int count, double candidates)
    {
        Random random = new(seed);
        int[,] scores = new int[count, count];
        List<(int A, int B, int Score)> edges = [];
        for (int a = 0; a < count; a++)
        {
            for (int b = a + 1; b < count; b++)
            {
                // A few events, so that clusters grow beyond what is scored in full.
                bool together = a % 3 == b % 3;
                scores[a, b] = scores[b, a] = together ? (PairScorer.One / 3) + random.Next(PairScorer.One / 2) : random.Next(PairScorer.One * 6 / 10);
                if (random.NextDouble() < candidates)
                {
                    edges.Add((a, b, scores[a, b]));
                }
            }
        }

        int threshold = PairScorer.OfProbability(0.5);
        List<List<int>> expected = new SlowLinkage(count, edges, (a, b) => scores[a, b], threshold, 1).Run();
        Assert.That(expected.Max(static c => c.Count), Is.GreaterThan(count / 6));
        Assert.That(new AverageLinkage(count, edges, Ask(scores), threshold).Run(CancellationToken.None), Is.EqualTo(expected));
    }

    [TestCase(7)]
    [TestCase(40)]
    public void Offer_ManyRanks_KeepsTheHighest(int most)
    {
        Random random = new(most);
        HighestRanks ranks = new(most);
        ulong[] offered = [.. Enumerable.Range(0, 1000).Select(_ => (ulong)random.NextInt64()).Distinct()];
        for (int n = 0; n < offered.Length; n++)
        {
            ranks.Offer(offered[n]);
            if (n % 97 == 0)
            {
                Assert.That(ranks.Kept.ToArray().Order(), Is.EqualTo(offered[..(n + 1)].OrderDescending().Take(most).Order()));
            }
        }
    }

    [Test]
    public void Overlap_RandomVectors_SameAsCountingEveryKey()
    {
        (ArticleVectors[] vectors, _) = Articles(5, 40);
        foreach ((ArticleVectors a, ArticleVectors b) in vectors.Zip(vectors.Skip(1)))
        {
            (double cosine, double ofA, double ofB) = ArticleVectors.Overlap(a, Channel.Lead, b, Channel.Words);
            Assert.That(cosine, Is.EqualTo(ArticleVectors.Cosine(a, Channel.Lead, b, Channel.Words)));
            double held = 0;
            double holding = 0;
            for (int i = 0; i < a.Count(Channel.Lead); i++)
            {
                int at = b.Keys(Channel.Words).IndexOf(a.Keys(Channel.Lead)[i]);
                held += at < 0 ? 0 : Math.Pow(a.Weights(Channel.Lead)[i], 2);
                holding += at < 0 ? 0 : Math.Pow(b.Weights(Channel.Words)[at], 2);
            }

            Assert.That((ofA, ofB), Is.EqualTo((Math.Min(1, held / (65535.0 * 65535)), Math.Min(1, holding / (65535.0 * 65535)))));
        }
    }

    [TestCase(6)]
    [TestCase(7)]
    public void Fields_LoadedArticle_SameAsMergingPartByPart(int seed)
    {
        (ArticleVectors[] vectors, _) = Articles(seed, 40);
        LoadedArticle loaded = new();
        foreach (ArticleVectors a in vectors)
        {
            foreach (ArticleVectors b in vectors)
            {
                loaded.Load(a);
                Assert.That(loaded.Similarity(b), Is.EqualTo(PairSimilarity.Of(a, b)));
                Assert.That(loaded.Fields(b), Is.EqualTo(PairFields.Of(a, b)));
            }
        }
    }

    [TestCase(0)]
    [TestCase(5)]
    [TestCase(700)]
    public void Find_ManyFeatures_SameAsADictionary(int count)
    {
        Random random = new(count);
        FeatureTable table = new();
        for (int round = 0; round < 3; round++)
        {
            Dictionary<uint, ulong> expected = [];
            table.Clear(count / 2);
            for (int i = 0; i < count; i++)
            {
                // Few distinct low bits and a repeat now and then.
                (uint key, ulong value) = ((uint)random.Next(count) << 20 | (uint)random.Next(3), 1UL << random.Next(64));
                expected[key] = expected.GetValueOrDefault(key) | value;
                table.Add(key, value, known: true);
            }

            uint[] asked = [.. expected.Keys, .. Enumerable.Range(0, 500).Select(_ => (uint)random.Next()).Where(k => !expected.ContainsKey(k)).Distinct()];
            (uint, ulong)[] found = [.. table.Find(asked).ToArray().Select(h => (asked[h.At], h.Value))];
            Assert.That(found, Is.EqualTo(asked.Where(expected.ContainsKey).Select(k => (k, expected[k]))));
        }
    }

    [TestCase(47, 40)]
    [TestCase(600, 40)]
    [TestCase(600, 33)]
    [TestCase(600, 12)]
    public void Sort_ManyNumbers_Ascending(int count, int bits)
    {
        Random random = new(count + bits);
        HashSorter sorter = new();
        for (int round = 0; round < 3; round++)
        {
            ulong[] numbers = [.. Enumerable.Range(0, count * (round + 1)).Select(_ => (ulong)random.NextInt64(1L << bits))];
            ulong[] sorted = [.. numbers];
            sorter.Sort(sorted);
            Assert.That(sorted, Is.EqualTo(numbers.Order()));
        }
    }

    [Test]
    public void Weigh_RememberedWeights_SameAsWeighingAnew()
    {
        SketchBuilder builder = new();
        ArticleSketch[] sketches = [.. Texts(8, 60).Select((t, i) => builder.Build(ArticleAnalyzer.AnalyzeForClustering(new Article(t), i.ToString(CultureInfo.InvariantCulture))))];
        TermStatistics statistics = new(sketches.Length);
        Array.ForEach(sketches, statistics.Add);
        VectorWeigher weigher = new(statistics, ArticleVectors.MostFeatures, remember: true);
        foreach (ArticleSketch sketch in sketches)
        {
            (ArticleVectors quick, ArticleVectors slow) = (weigher.Weigh(sketch), ArticleVectors.Weigh(sketch, statistics));
            foreach (Channel channel in Enum.GetValues<Channel>())
            {
                Assert.That(quick.Keys(channel).ToArray(), Is.EqualTo(slow.Keys(channel).ToArray()));
                Assert.That(quick.Weights(channel).ToArray(), Is.EqualTo(slow.Weights(channel).ToArray()));
                Assert.That(quick.Norm(channel), Is.EqualTo(slow.Norm(channel)));
            }
        }
    }

    private static PairScores Ask(int[,] scores) => (pairs, answers) =>
    {
        for (int p = 0; p < pairs.Length; p++)
        {
            answers.Span[p] = scores[pairs.Span[p] >> 32, (uint)pairs.Span[p]];
        }
    };

    private static (int I, int J, double Mean) Best(List<List<int>> clusters, int[,] scores, double crowded)
    {
        (int I, int J, double Mean) best = (0, 0, double.MinValue);
        for (int i = 0; i < clusters.Count; i++)
        {
            for (int j = i + 1; j < clusters.Count; j++)
            {
                long sum = clusters[i].Sum(a => clusters[j].Sum(b => (long)scores[a, b]));
                double leniency = (AverageLinkage.LeniencyOfMany * crowded) + (AverageLinkage.LeniencyOfFew * (1 - crowded));
                double mean = ((double)sum / (clusters[i].Count * clusters[j].Count)) + (leniency * (1 - (1 / Math.Sqrt(Math.Max(clusters[i].Count, clusters[j].Count)))));
                best = mean > best.Mean ? (i, j, mean) : best;
            }
        }

        return best;
    }

    private static string[] Texts(int seed, int count)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            // Words of a topic and of the language: a few articles share much, most share little.
            int topic = random.Next(count / 4) * 11;
            return string.Join(' ', Enumerable.Range(0, 60).Select(w => Words[(random.Next(3) == 0 ? topic + random.Next(9) : random.Next(Words.Length)) % Words.Length] + (w % 12 == 11 ? "." : "")));
        })];
    }

    private static (ArticleVectors[] Vectors, TermStatistics Statistics) Articles(int seed, int count)
    {
        SketchBuilder builder = new();
        ArticleSketch[] sketches = [.. Texts(seed, count).Select((t, i) => builder.Build(ArticleAnalyzer.AnalyzeForClustering(new Article(t), i.ToString(CultureInfo.InvariantCulture))))];
        TermStatistics statistics = new(count);
        foreach (ArticleSketch sketch in sketches)
        {
            statistics.Add(sketch);
        }

        return ([.. sketches.Select(s => ArticleVectors.Weigh(s, statistics))], statistics);
    }
}
