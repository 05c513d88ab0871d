using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.AI;
using StoryCompare.Clustering;
using StoryCompare.Clustering.Live;

namespace StoryCompare.Tests.Clustering.Live;

/// <summary>The caller's embeddings in a tracker.</summary>
public sealed class LiveEmbeddingTests
{
    [Test]
    public void LogOdds_HeldTexts_AreThoseOfABatch()
    {
        Article[] articles = [.. LiveCorpus.Make(50, 6)];
        using Hashed generator = new();
        EmbeddingChannel batch = EmbeddingChannel.Create(articles, generator, CancellationToken.None);
        float[][] vectors = EmbeddingChannel.Read(articles, generator, CancellationToken.None);
        TextTable texts = new();
        LiveEmbeddings live = new(texts);
        for (int i = 0; i < articles.Length; i++)
        {
            HeldText text = new(i, null!, (ulong)i);
            texts.Add(text);
            live.Add(text, vectors[i]);
        }

        // The same pairs with the same scores teach both the same.
        ulong[] pairs = [.. Enumerable.Range(1, 48).Select(static i => ((ulong)(i / 2) << 32) | (uint)(i + 1))];
        int[] scores = [.. Enumerable.Range(0, pairs.Length).Select(static i => i * 1300)];
        batch.Calibrate(pairs, scores);
        for (int p = 0; p < pairs.Length; p++)
        {
            live.Learn(live.Cosine((int)(pairs[p] >> 32), (int)(uint)pairs[p]), scores[p]);
        }

        live.Settle();
        for (int a = 0; a < articles.Length; a++)
        {
            for (int b = a + 1; b < articles.Length; b++)
            {
                Assert.That(live.LogOdds(live.Cosine(a, b), (a % 7) - 3), Is.EqualTo(batch.LogOdds(a, b, (a % 7) - 3)).Within(1e-6));
            }
        }
    }

    [Test]
    public void Add_Embeddings_MoveScoresAndStories()
    {
        Article[] articles = [.. LiveCorpus.Make(120, 9)];
        double Mean(int topics)
        {
            using Hashed generator = new(topics);
            StoryTracker tracker = new(new StoryCompareOptions { Embeddings = generator });
            return articles.Select(tracker.Add).SelectMany(static u => u.Reasons).Average(static r => r.Score);
        }

        string Stories(int seed, IEmbeddingGenerator<string, Embedding<float>>? generator)
        {
            StoryTracker tracker = new(new StoryCompareOptions { Embeddings = generator });
            Array.ForEach([.. LiveCorpus.Make(120, seed)], a => tracker.Add(a));
            return string.Join(' ', tracker.Stories().Select(static s => s.Story));
        }

        using Hashed apart = new();
        using Places places = new();
        Assert.That(Mean(int.MaxValue), Is.Not.EqualTo(Mean(3)));
        Assert.That(Enumerable.Range(9, 4).Any(s => Stories(s, apart) != Stories(s, null) || Stories(s, places) != Stories(s, null)), "embeddings decide where the rest is in doubt");
    }

    [Test]
    public async Task AddAllAsync_WithEmbeddings_SameAsAddingOneByOne()
    {
        Article[] articles = [.. LiveCorpus.Make(80, 12)];
        using Hashed generator = new(5);
        StoryTracker one = new(new StoryCompareOptions { Embeddings = generator });
        StoryTracker stream = new(new StoryCompareOptions { Embeddings = generator });
        Array.ForEach(articles, a => one.Add(a));
        await foreach (StoryUpdate _ in stream.AddAllAsync(articles.ToAsyncEnumerable()))
        {
        }

        Assert.That(Bytes(stream), Is.EqualTo(Bytes(one)));
    }

    [Test]
    public void Load_GoingOn_SameAsNeverStopping()
    {
        Article[] articles = [.. LiveCorpus.Make(160, 13)];
        using Hashed generator = new(5);
        StoryCompareOptions options = new() { Embeddings = generator };
        StoryTracker tracker = new(options);
        foreach (Article article in articles[..90])
        {
            tracker.Add(article);
        }

        int asked = generator.Asked;
        StoryTracker loaded = StoryTracker.Load(new MemoryStream(Bytes(tracker)), options);
        Assert.That(generator.Asked, Is.EqualTo(asked), "the file holds the vectors");
        foreach (Article article in articles[90..])
        {
            tracker.Add(article);
            loaded.Add(article);
        }

        Assert.That(Bytes(loaded), Is.EqualTo(Bytes(tracker)));
    }

    [Test]
    public void Load_FileOfATrackerWithout_AsksForEveryText()
    {
        Article[] articles = [.. LiveCorpus.Make(70, 14)];
        StoryTracker plain = new();
        Array.ForEach(articles, a => plain.Add(a));
        using Hashed generator = new();
        StoryTracker loaded = StoryTracker.Load(new MemoryStream(Bytes(plain)), new StoryCompareOptions { Embeddings = generator });
        Assert.That(generator.Asked, Is.InRange(articles.Length * 3 / 4, articles.Length));
        Assert.That(loaded.Stories(), Is.EqualTo(plain.Stories()));

        // The other way round they are read over.
        Assert.That(Bytes(StoryTracker.Load(new MemoryStream(Bytes(loaded)))), Is.EqualTo(Bytes(plain)));
    }

    private static byte[] Bytes(StoryTracker tracker)
    {
        using MemoryStream stream = new();
        tracker.Save(stream);
        return stream.ToArray();
    }

    /// <summary>A text points where its hash says: one of so many directions.</summary>
    private class Hashed(int topics = int.MaxValue) : IEmbeddingGenerator<string, Embedding<float>>
    {
        private readonly ConcurrentBag<string> _asked = [];

        public int Asked => _asked.Count;

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(v =>
            {
                _asked.Add(v);
                Random random = new(Topic(v) % topics);
                return new Embedding<float>(Enumerable.Range(0, 24).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray());
            })));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() => GC.SuppressFinalize(this);

        protected virtual int Topic(string text) => text.Aggregate(17, static (h, c) => ((h * 31) + c) & 0xFFFFFF);
    }

    /// <summary>A text points where its first capitalised word after the beginning does.</summary>
    private sealed class Places : Hashed
    {
        protected override int Topic(string text) => base.Topic(text.Split(' ').Skip(1).FirstOrDefault(static w => w.Length > 0 && char.IsAsciiLetterUpper(w[0])) ?? "");
    }
}
