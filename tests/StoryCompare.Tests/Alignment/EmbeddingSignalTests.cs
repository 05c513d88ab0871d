using Microsoft.Extensions.AI;
using StoryCompare.Alignment;

namespace StoryCompare.Tests.Alignment;

public sealed class EmbeddingSignalTests
{
    private static readonly string[] Sentences = ["north", "north east", "south", "north"];

    [Test]
    public void Apply_DoubtfulPairs_MoveTowardsTheEmbeddings()
    {
        List<ScoredPair> pairs = [new(0, 1, 0.5f), new(0, 2, 0.5f), new(0, 3, 0.99f)];

        EmbeddingSignal.Apply(new Compass(), pairs, static s => Sentences[s], CancellationToken.None);

        Assert.That(pairs[0].Score, Is.GreaterThan(0.5f));
        Assert.That(pairs[1].Score, Is.LessThan(0.5f));
        Assert.That(pairs[2].Score, Is.EqualTo(0.99f));
    }

    [Test]
    public void Apply_SureOrNoPairs_AsksNothing()
    {
        List<ScoredPair> pairs = [new(0, 1, 0.99f)];

        Assert.That(() => EmbeddingSignal.Apply(new Refusing(), pairs, static s => Sentences[s], CancellationToken.None), Throws.Nothing);
    }

    private sealed class Compass : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(static v => new Embedding<float>(Vector(v)))));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }

        private static float[] Vector(string direction) => direction switch
        {
            "north" => [0, 1],
            "north east" => [0.5f, 1],
            _ => [0, -1],
        };
    }

    private sealed class Refusing : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Asked though nothing was in doubt.");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
