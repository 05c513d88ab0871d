using System.Globalization;
using StoryCompare.Analysis;
using StoryCompare.Clustering;
using StoryCompare.Clustering.Live;
using StoryCompare.Tests.Clustering.Live;

namespace StoryCompare.Tests.Clustering;

/// <summary>Each quick way of clustering beside the plain one.</summary>
public sealed class QuickPathTests
{
    [Test]
    public void WeighShared_EveryPair_ComparesAsTheWholeVectorsDo()
    {
        (ArticleSketch[] sketches, TermStatistics statistics) = Sketches(120);
        VectorWeigher weigher = new(statistics, ArticleVectors.MostFeatures, remember: true);
        ArticleVectors[] whole = [.. sketches.Select(weigher.Weigh)];
        ArticleVectors[] shared = [.. sketches.Select(weigher.WeighShared)];
        Assert.That(shared.Sum(static v => Channels().Sum(v.Count)), Is.LessThan(whole.Sum(static v => Channels().Sum(v.Count))), "something is left out");
        for (int a = 0; a < whole.Length; a++)
        {
            Assert.That(Channels().Select(c => (shared[a].Has(c), shared[a].Norm(c))), Is.EqualTo(Channels().Select(c => (whole[a].Has(c), whole[a].Norm(c)))));
            Assert.That(shared[a].LeadNames, Is.EqualTo(whole[a].LeadNames));
            Assert.That(CandidateFinder.BlockingKeys(shared[a], statistics).Order(), Is.EqualTo(CandidateFinder.BlockingKeys(whole[a], statistics).Order()));
            for (int b = a + 1; b < whole.Length; b++)
            {
                Assert.That(PairSimilarity.Of(shared[a], shared[b]), Is.EqualTo(PairSimilarity.Of(whole[a], whole[b])));
                Assert.That(PairFields.Of(shared[a], shared[b]), Is.EqualTo(PairFields.Of(whole[a], whole[b])));
                Assert.That(PairFields.Of(whole[a], whole[b]).Turned(), Is.EqualTo(PairFields.Of(whole[b], whole[a])));
            }
        }
    }

    [Test]
    public void Count_MoreThanSixteenBits_AsADictionaryCounts()
    {
        Random random = new(5);
        TermStatistics statistics = new(1);
        TermStatistics apart = new(1);
        int[] plain = new int[4];
        for (int i = 0; i < 400_000; i++)
        {
            int key = random.Next(plain.Length);
            // Up past 65,535, down below it, up again.
            int step = key != 3 && i is > 270_000 and < 330_000 ? -1 : 1;
            plain[key] += step;
            (step > 0 && i % 3 == 0 ? apart : statistics).Count(One((uint)key), step);
        }

        statistics.Add(apart);
        Assert.That(plain.Max(), Is.GreaterThan(ushort.MaxValue));
        Assert.That(Enumerable.Range(0, plain.Length).Select(k => statistics.Count((uint)k)), Is.EqualTo(plain));
    }

    [Test]
    public void LeastHash_AnyLength_SameAsOneByOne()
    {
        Random random = new(3);
        for (int length = 0; length < 70; length++)
        {
            uint[] keys = [.. Enumerable.Range(0, length).Select(_ => (uint)random.NextInt64(1L << 32))];
            uint salt = (uint)random.NextInt64(1L << 32);
            Assert.That(CopyFolding.LeastHash(keys, salt), Is.EqualTo(keys.Select(k => (k ^ salt) * 0x85EBCA6B).DefaultIfEmpty(uint.MaxValue).Min()));
        }
    }

    [Test]
    public void CrowdingOfSorted_SameAsInAnyOrder()
    {
        static double Leads(int article, int other) => 0.25 + (other % 3 / 100.0);
        Random random = new(11);
        for (int count = 0; count < 90; count += 7)
        {
            double[] blends = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() / 2).OrderDescending()];
            int[] who = [.. Enumerable.Range(1, count).OrderBy(_ => random.Next())];
            int[] mixed = [.. Enumerable.Range(0, count).OrderBy(_ => random.Next())];
            Crowd sorted = Neighbourhood.CrowdingOfSorted(1000, blends, who, Leads);
            Crowd any = Neighbourhood.Crowding(1000, [.. mixed.Select(i => blends[i])], [.. mixed.Select(i => who[i])], Leads);
            Assert.That((sorted.Level, sorted.Missing), Is.EqualTo((any.Level, any.Missing)));
            Assert.That(sorted.Full, Is.EqualTo(any.Full).Within(1e-12).And.EqualTo(count > 60 ? 1 : 0).Within(count is > 28 and <= 60 ? 1 : 0.3));
            Assert.That(sorted.Near, Is.EqualTo(any.Near));
            Assert.That(sorted.Near.Select(static n => n.Article), Is.Ordered.Ascending);
        }
    }

    [Test]
    public void Score_LoadedArticle_SameAsMerging()
    {
        (ArticleSketch[] sketches, TermStatistics statistics) = Sketches(60);
        HeldText[] texts = [.. sketches.Select((s, i) => new HeldText(i, ArticleVectors.Weigh(s, statistics), s.Content))];
        TextTable table = new();
        Array.ForEach(texts, table.Add);
        for (int loaded = 0; loaded < texts.Length; loaded += 7)
        {
            for (int other = 0; other < texts.Length; other++)
            {
                LiveScorer quick = new(ClusteringModel.Default, table);
                quick.Load(texts[loaded].Vectors);
                if (other != loaded)
                {
                    Assert.That(quick.Logit(texts[loaded], texts[other]), Is.EqualTo(new LiveScorer(ClusteringModel.Default, table).Logit(texts[loaded], texts[other])));
                }
            }
        }
    }

    [Test]
    public void ContentTable_DoesWhatADictionaryDoes()
    {
        Random random = new(2);
        TextTable texts = new();
        ContentTable table = new(texts);
        Dictionary<ulong, HeldText> plain = [];
        List<HeldText> held = [];
        for (int i = 0; i < 40_000; i++)
        {
            if (held.Count > 0 && random.Next(i % 10_000 > 7000 ? 2 : 5) == 0)
            {
                HeldText gone = held[random.Next(held.Count)];
                held.Remove(gone);
                table.Remove(gone);
                texts.Remove(gone);
                if (plain.TryGetValue(gone.Content, out HeldText? stands) && stands == gone)
                {
                    plain.Remove(gone.Content);
                }
            }
            else if (held.Count < 900)
            {
                // Few contents: the later text stands, and chains of probes have holes.
                HeldText text = new(i, null!, (ulong)random.Next(2000) << 40);
                held.Add(text);
                texts.Add(text);
                table.Set(text);
                plain[text.Content] = text;
            }

            ulong asked = (ulong)random.Next(2000) << 40;
            Assert.That(table.Find(asked), Is.SameAs(plain.GetValueOrDefault(asked)));
        }
    }

    [Test]
    public void Shared_EqualOutlets_AreOneString()
    {
        OutletNames names = new();
        string first = new('a', 9);
        Assert.That(names.Shared(first), Is.SameAs(first));
        Assert.That(names.Shared(new string('a', 9)), Is.SameAs(first));
        Assert.That(names.Shared(null), Is.Null);
        for (int i = 0; i < 5000; i++)
        {
            string outlet = string.Create(CultureInfo.InvariantCulture, $"outlet {i}");
            Assert.That(names.Shared(outlet), Is.EqualTo(outlet));
        }
    }

    private static Channel[] Channels() => Enum.GetValues<Channel>();

    private static ArticleVectors One(uint key) => ArticleVectors.Of([key], [1], [1, 1, 1, 1, 1, 1, 1], new float[7], default);

    private static (ArticleSketch[] Sketches, TermStatistics Statistics) Sketches(int count)
    {
        SketchBuilder builder = new();
        ArticleSketch[] sketches = [.. LiveCorpus.Make(count, 4).Select((a, i) => builder.Build(ArticleAnalyzer.AnalyzeForClustering(a, i.ToString(CultureInfo.InvariantCulture))))];
        TermStatistics statistics = new(count);
        Array.ForEach(sketches, statistics.Add);
        return (sketches, statistics);
    }
}
